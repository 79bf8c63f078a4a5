-- A reset in one browser: `password` is forgotten, or a mailbox is proven to replace the second
-- factor (`mfa`). Without a person it is a number that nobody has; its codes nobody knows, like
-- those that were not `mailed`. Each row cost a passed security check, or a right password.
create table resets (
  id              uuid primary key,
  purpose         text not null check (purpose in ('password', 'mfa')),
  id_hash         bytea not null,
  person          uuid references people,
  state           text not null check (state in ('named', 'asked', 'emailProven', 'ready', 'done')),
  started_at      timestamptz not null,
  expires_at      timestamptz not null check (expires_at > started_at),
  code_mac        bytea,
  code_expires_at timestamptz,
  mailed          boolean not null default false,
  tries           smallint not null default 0 check (tries between 0 and 5),
  proof           text check (proof in ('mailbox', 'factor', 'oldDevice')),
  mfa             text check (mfa in ('none', 'reactivation', 'kept')),
  unique (id_hash, purpose),
  check (person is not null or state in ('named', 'asked')),
  check (person is not null or not mailed),
  check (purpose = 'password' or (state in ('named', 'asked') and person is not null)),
  check ((state = 'asked') = (code_mac is not null)),
  check ((state = 'asked') = (code_expires_at is not null)),
  check (not mailed or state = 'asked'),
  check (tries = 0 or state in ('asked', 'emailProven')),
  check ((state = 'ready') = (proof is not null)),
  check ((state = 'done') = (mfa is not null))
);
create index resets_person on resets (person) where person is not null;
create index resets_expires on resets (expires_at);

-- A second factor about to be replaced; remembered for thirty days, since there may be three.
create table mfa_resets (
  id        uuid primary key,
  person    uuid not null references people,
  way       text not null check (way in ('recoveryCode', 'email')),
  state     text not null check (state in ('granted', 'waiting', 'done', 'cancelled')),
  asked_at  timestamptz not null,
  opens_at  timestamptz check (opens_at > asked_at),
  closes_at timestamptz check (closes_at > opens_at),
  check ((state = 'waiting') = (opens_at is not null)),
  check ((opens_at is null) = (closes_at is null))
);
create index mfa_resets_person on mfa_resets (person, asked_at);
create index mfa_resets_asked on mfa_resets (asked_at);

-- `mfa_reset`: what lets this sign-in, and no other, activate a device in place of those in use.
alter table sign_ins
  add column wants text not null default 'session' check (wants in ('session', 'newPassword', 'mfaReset')),
  add column mfa_reset uuid references mfa_resets on delete set null;
create index sign_ins_mfa_reset on sign_ins (mfa_reset) where mfa_reset is not null;

-- By an activation after a reset, not removed by its owner: such a device may still open a frozen
-- account (2.8).
alter table devices add column put_aside boolean not null default false
  check (not put_aside or retired_at is not null);

-- Likewise what is on its way to replace the password or the second factor.
create or replace function stop_pending(whose uuid) returns void language sql as $$
  delete from sign_ins where person = whose;
  delete from resets where person = whose;
  update mfa_resets set state = 'cancelled', opens_at = null, closes_at = null
    where person = whose and state in ('granted', 'waiting');
  delete from sessions where person = whose;
  delete from known_browsers where person = whose;
$$;

-- A code is told by the mail that brings it.
create or replace function notice_urgency(kind text, detail jsonb) returns text language sql immutable as $$
  select case
    when kind in ('passwordWrong', 'signInRefused', 'signedOut', 'recoveryCodeWrong',
                  'recoveryCodesSaved', 'passwordHashUpgraded', 'resetCodeMade') then null
    when kind = 'signedIn' and (detail ->> 'browser' <> 'new' or detail ->> 'by' = 'activation') then null
    when kind = 'codeWrong' and detail ->> 'inARow' is distinct from '3' then null
    when kind = 'recoveryCodesMade' and detail ->> 'occasion' = 'activation' then null
    when kind in ('recoveryCodesMade', 'recoveryCodeUsed', 'oldDeviceProven', 'weakPasswordReplaced') then 'soon'
    else 'now'
  end
$$;

-- What counts and decides in one statement (R-RL-06), like the functions of 0003. Resets are locked
-- after sign-ins and before throttles. The pure models are admitStart and admitMail in
-- domain/throttle/reset-throttle.ts, admitEmailCode in domain/reset/try-code.ts and
-- admitFactorTry in domain/reset/try-factor.ts.

-- keys: address a minute, address an hour.
create function admit_reset_start(
  keys bytea[], address_factor integer, at timestamptz, out outcome text, out until timestamptz
) language plpgsql set enable_seqscan = off as $$
declare
  minute throttles; hour throttles;
begin
  minute := lock_throttle(keys[1]);
  hour := lock_throttle(keys[2]);
  if at >= minute.since + interval '1 minute' then minute.count := 0; end if;
  if at >= hour.since + interval '1 hour' then hour.count := 0; end if;
  until := greatest(
    case when minute.count >= 30 * address_factor then minute.since + interval '1 minute' end,
    case when hour.count >= 300 * address_factor then hour.since + interval '1 hour' end);
  if at < until then outcome := 'slowed'; return; end if;
  until := null;
  update throttles set count = minute.count + 1,
    since = case when minute.count = 0 then at else minute.since end where key = keys[1];
  update throttles set count = hour.count + 1,
    since = case when hour.count = 0 then at else hour.since end where key = keys[2];
  outcome := 'admitted';
end $$;

-- keys: address an hour, account an hour, account a day, known browsers an hour. False is silence.
create function admit_reset_mail(
  keys bytea[], is_own boolean, is_known boolean, address_factor integer, live_flows integer, at timestamptz
) returns boolean language plpgsql set enable_seqscan = off as $$
declare
  address throttles; hour throttles; day throttles; known throttles;
begin
  if is_own and is_known then
    known := lock_throttle(keys[4]);
    if at >= known.since + interval '1 hour' then known.count := 0; end if;
    if known.count >= 3 then return false; end if;
    update throttles set count = known.count + 1,
      since = case when known.count = 0 then at else known.since end where key = keys[4];
    return true;
  end if;
  address := lock_throttle(keys[1]);
  if at >= address.since + interval '1 hour' then address.count := 0; end if;
  if address.count >= 10 * address_factor then return false; end if;
  update throttles set count = address.count + 1,
    since = case when address.count = 0 then at else address.since end where key = keys[1];
  if not is_own or live_flows >= 3 then return false; end if;
  hour := lock_throttle(keys[2]);
  day := lock_throttle(keys[3]);
  if at >= hour.since + interval '1 hour' then hour.count := 0; end if;
  if at >= day.since + interval '1 day' then day.count := 0; end if;
  if hour.count >= 3 or day.count >= 10 then return false; end if;
  update throttles set count = hour.count + 1,
    since = case when hour.count = 0 then at else hour.since end where key = keys[2];
  update throttles set count = day.count + 1,
    since = case when day.count = 0 then at else day.since end where key = keys[3];
  return true;
end $$;

create function admit_email_code_try(
  browser bytea, what text, at timestamptz,
  out outcome text, out tries integer, out reset uuid, out whose uuid, out mac bytea
) language plpgsql set enable_seqscan = off as $$
declare
  flow resets;
begin
  select * into flow from resets
    where id_hash = browser and purpose = what and state = 'asked' and expires_at > at for update;
  if not found then outcome := 'elsewhere'; return; end if;
  if at >= flow.code_expires_at then outcome := 'late'; return; end if;
  if flow.tries >= 5 then outcome := 'void'; return; end if;
  update resets r set tries = flow.tries + 1 where r.id = flow.id;
  outcome := 'admitted'; tries := flow.tries + 1;
  reset := flow.id; whose := flow.person; mac := flow.code_mac;
end $$;

-- A code of a device, or a recovery code, beside a proven mailbox: five a reset, and counted with
-- all others of the person. The inner functions lock the account first, as everywhere.
create function admit_reset_factor_try(
  flow uuid, whose uuid, kind text, budget integer, at timestamptz,
  out outcome text, out tries integer, out failures integer, out until timestamptz
) language plpgsql set enable_seqscan = off as $$
begin
  perform from accounts where person = whose for update;
  select r.tries into tries from resets r
    where r.id = flow and r.person = whose and r.state = 'emailProven' and r.expires_at > at for update;
  if not found then outcome := 'elsewhere'; return; end if;
  if tries >= 5 then outcome := 'triesSpent'; return; end if;
  if kind = 'device' then
    select c.outcome, c.failures, c.locked_until into outcome, failures, until
      from admit_code_try(null, whose, budget, at) c;
  else
    select c.outcome, c.until into outcome, until from admit_recovery_try(whose, at) c;
  end if;
  if outcome <> 'admitted' then return; end if;
  tries := tries + 1;
  update resets r set tries = admit_reset_factor_try.tries where r.id = flow;
end $$;

grant select, insert, update, delete on resets, mfa_resets to asn_app;
