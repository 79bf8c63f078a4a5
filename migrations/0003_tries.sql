-- What must count and decide in one statement (R-RL-06). The pure models are admitPassword, in
-- domain/throttle/password-throttle.ts, admitCode and admitRecoveryCode in domain/mfa; a property
-- test plays both. Rows are locked in one order everywhere, so that no two requests wait for each
-- other in a circle: account, device, sign-in, throttles; those in the order of their kind, the
-- counters of known browsers first.

-- Plans are made while the tables are small and kept: without the setting they would go on reading
-- the counters from end to end.

create function lock_throttle(wanted bytea) returns throttles language plpgsql set enable_seqscan = off as $$
declare
  found_row throttles;
begin
  select * into found_row from throttles where key = wanted for update;
  if not found then
    insert into throttles (key, count, since) values (wanted, 0, 'epoch')
    on conflict (key) do update set count = throttles.count
    returning * into found_row;
  end if;
  return found_row;
end $$;

-- keys: name and network, address a minute, address an hour, name, unknown browsers, known
-- browsers, name and browser.
create function admit_password_try(
  keys bytea[], is_person boolean, is_known boolean, captcha_passed boolean, address_factor integer,
  at timestamptz, out outcome text, out until timestamptz, out counted bytea[]
) language plpgsql set enable_seqscan = off as $$
declare
  near throttles; minute throttles; hour throttles; name throttles; unknown throttles;
  known throttles; browser throttles;
  waits constant integer[] := array[0, 0, 0, 1, 2, 4, 8, 16, 30];
  failures integer;
begin
  if is_known then
    known := lock_throttle(keys[6]);
    if known.count < 20 then
      browser := lock_throttle(keys[7]);
      if at < browser.held_until then
        outcome := 'slowed'; until := browser.held_until; return;
      end if;
      failures := case when at >= browser.since + interval '15 minutes' then 0 else browser.count end + 1;
      update throttles set count = failures, since = at,
        held_until = at + coalesce(waits[failures], 30) * interval '1 second' where key = keys[7];
      update throttles set count = known.count + 1, lasting = true,
        since = case when known.count = 0 then at else known.since end where key = keys[6];
      outcome := 'admitted'; counted := keys[6:7]; return;
    end if;
  end if;

  near := lock_throttle(keys[1]);
  minute := lock_throttle(keys[2]);
  hour := lock_throttle(keys[3]);
  name := lock_throttle(keys[4]);
  unknown := lock_throttle(keys[5]);
  if at >= minute.since + interval '1 minute' then minute.count := 0; minute.since := 'epoch'; end if;
  if at >= hour.since + interval '1 hour' then hour.count := 0; hour.since := 'epoch'; end if;
  if at >= name.since + interval '15 minutes' then name.count := 0; name.since := 'epoch'; end if;

  until := greatest(
    near.held_until,
    case when minute.count >= 30 * address_factor then minute.since + interval '1 minute' end,
    case when hour.count >= 300 * address_factor then hour.since + interval '1 hour' end);
  if at < until then outcome := 'slowed'; return; end if;
  until := null;
  if unknown.count >= 80 then outcome := 'closedToNewBrowsers'; return; end if;
  if name.count >= 20 and not captcha_passed then outcome := 'captchaDue'; return; end if;

  failures := case when at >= near.since + interval '15 minutes' then 0 else near.count end + 1;
  update throttles set count = failures, since = at,
    held_until = at + coalesce(waits[failures], 30) * interval '1 second' where key = keys[1];
  update throttles set count = minute.count + 1,
    since = case when minute.count = 0 then at else minute.since end where key = keys[2];
  update throttles set count = hour.count + 1,
    since = case when hour.count = 0 then at else hour.since end where key = keys[3];
  update throttles set count = name.count + 1,
    since = case when name.count = 0 then at else name.since end where key = keys[4];
  update throttles set count = unknown.count + 1, lasting = is_person or unknown.count >= 19,
    since = case when unknown.count = 0 then at else unknown.since end where key = keys[5];
  outcome := 'admitted'; counted := keys[1:5];
end $$;

-- counted: what admit_password_try answered; in an office many people share a row of them.
create function give_back_password_try(counted bytea[]) returns void language plpgsql set enable_seqscan = off as $$
declare
  one bytea;
begin
  foreach one in array counted loop
    update throttles set count = greatest(count - 1, 0), held_until = 'epoch' where key = one;
  end loop;
end $$;

-- Without a sign-in it is a code of practice.
create function admit_code_try(
  sign_in bytea, whose uuid, budget integer, at timestamptz,
  out outcome text, out tries integer, out failures integer, out locked_until timestamptz
) language plpgsql set enable_seqscan = off as $$
declare
  account accounts;
  attempt sign_ins;
begin
  select * into account from accounts where person = whose for update;
  select * into attempt from sign_ins
    where id_hash = sign_in and person = whose and state = 'passwordProven' for update;
  tries := coalesce(attempt.tries, 0); failures := account.code_failures; locked_until := account.codes_locked_until;
  if at < locked_until then outcome := 'locked'; return; end if;
  if failures >= budget then outcome := 'budgetSpent'; return; end if;
  if sign_in is not null and attempt.id_hash is null then outcome := 'noSuchSignIn'; return; end if;
  if tries >= 5 then outcome := 'triesSpent'; return; end if;
  tries := tries + 1;
  failures := failures + 1;
  if failures % 10 = 0 then
    locked_until := at + least(900 * 2 ^ (failures / 10 - 1), 86400) * interval '1 second';
  end if;
  update accounts set code_failures = failures, codes_locked_until = admit_code_try.locked_until
    where person = whose;
  update sign_ins s set tries = admit_code_try.tries where s.id_hash = sign_in;
  outcome := 'admitted';
end $$;

create function admit_recovery_try(
  whose uuid, at timestamptz, out outcome text, out until timestamptz
) language plpgsql set enable_seqscan = off as $$
declare
  account accounts;
begin
  select * into account from accounts where person = whose for update;
  if account.recovery_failures >= 100 then outcome := 'recoveryVoid'; return; end if;
  if at >= account.recovery_hour_since + interval '1 hour' then
    account.recovery_hour_since := at;
    account.recovery_hour_count := 0;
  end if;
  if account.recovery_hour_count >= 10 then
    outcome := 'recoveryWait'; until := account.recovery_hour_since + interval '1 hour'; return;
  end if;
  update accounts set recovery_hour_since = account.recovery_hour_since,
    recovery_hour_count = account.recovery_hour_count + 1,
    recovery_failures = account.recovery_failures + 1
    where person = whose;
  outcome := 'admitted';
end $$;

-- A sign-in becomes a session, once: all that a full sign-in changes, in one place. keys are those
-- of admit_password_try. sent_session and sent_token: what the browser came with; both are dead
-- afterwards, and all who were known by that token are known by the new one. The account
-- is locked first, as everywhere. False if this sign-in is not in the state it is said to be in.
create function open_session(
  sign_in bytea, expected text, session bytea, at timestamptz, idle integer, absolute timestamptz,
  label text, net text, sent_session bytea, sent_token bytea, known_token bytea,
  known_until timestamptz, keys bytea[], detail jsonb
) returns boolean language plpgsql set enable_seqscan = off as $$
declare
  whose uuid;
  own_failures integer;
  all_failures integer;
  previous timestamptz;
  is_known boolean;
  one bytea;
begin
  perform from accounts
    where person = (select person from sign_ins where id_hash = sign_in) for update;
  update sign_ins set state = 'finished'
    where id_hash = sign_in and state = expected and expires_at > at
      and (expected = 'secondFactorProven' or not weak_password)
      and exists (select from accounts a where a.person = sign_ins.person and a.state = 'active')
    returning person into whose;
  if whose is null then return false; end if;

  select coalesce(max(count) filter (where key = keys[1]), 0),
         coalesce(max(count) filter (where key = keys[5]), 0)
    into own_failures, all_failures from throttles where key in (keys[1], keys[5]);
  foreach one in array array[keys[6], keys[7], keys[1], keys[4], keys[5]] loop
    delete from throttles where key = one;
  end loop;

  select last_signed_in_at into previous from accounts where person = whose;
  update accounts set last_signed_in_at = at, code_failures = 0, codes_locked_until = 'epoch'
    where person = whose;
  insert into sessions (id_hash, person, started_at, idle_seconds, idle_until, absolute_until,
                        browser_label, network, failed_elsewhere, previous_at)
    values (session, whose, at, idle, at + idle * interval '1 second', absolute,
            label, net, greatest(all_failures - own_failures, 0), previous);
  is_known := exists (select from known_browsers b
    where b.token_hash = sent_token and b.person = whose and b.until > at);
  update known_browsers set token_hash = known_token where token_hash = sent_token;
  delete from sessions where id_hash = sent_session;
  insert into known_browsers (token_hash, person, since, until)
    values (known_token, whose, at, known_until)
    on conflict (token_hash, person) do update set until = excluded.until;
  insert into events (at, kind, person, actor, browser, network, detail)
    values (at, 'signedIn', whose, whose, label, net,
            detail || jsonb_build_object('browser', case when is_known then 'known' else 'new' end));
  return true;
end $$;
