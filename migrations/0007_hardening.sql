-- A code that was mailed to nobody is right for nobody, however lucky a guess: above the limits of
-- mails, and for a wrong address, there is no end to the codes that may be asked for (R-RL-04).
create or replace function admit_email_code_try(
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
  reset := flow.id; mac := flow.code_mac;
  whose := case when flow.mailed then flow.person end;
end $$;

-- So many times within so many seconds; `until` is null where one more was allowed, and counted. The
-- model is spendAllowance in domain/throttle/allowance.ts.
create function spend_allowance(
  wanted bytea, times integer, seconds integer, at timestamptz, out until timestamptz
) language plpgsql set enable_seqscan = off as $$
declare
  spent throttles;
begin
  spent := lock_throttle(wanted);
  if at >= spent.since + seconds * interval '1 second' then spent.count := 0; end if;
  if spent.count >= times then until := spent.since + seconds * interval '1 second'; return; end if;
  update throttles set count = spent.count + 1,
    since = case when spent.count = 0 then at else spent.since end where key = wanted;
end $$;
