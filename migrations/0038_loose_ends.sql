-- As in 0035, and that a link by which somebody shared a document ended by wrong PINs.
create or replace function archive.is_notice(name text, body jsonb) returns boolean language sql immutable as $$
  select (name in ('intakeRejected', 'malwareFound', 'malwareCleared', 'recordVerified', 'recordReturned', 'uploadWithdrawn', 'versionSuperseded',
                   'verificationRevoked', 'retentionExpired', 'recordMarkedPermanent', 'retentionExtended',
                   'destructionRecommended', 'destructionApproved', 'itemWithdrawn', 'recordDestroyed',
                   'holdPlaced', 'holdLifted', 'custodyOffered', 'custodyAccepted', 'historyRowRemoved')
      or (name = 'recordShared' and body ->> 'because' = 'wrongPins'))
    and body -> 'silent' is distinct from 'true'::jsonb
$$;

-- And mailed at once.
insert into notice_kinds (kind, urgency) values ('sharePinsWrong', 'now');

-- Why a bag of one's archive ended before its week; null where that was over, or it made room for a new one.
alter table archive.exports
  add column ended_because text check (ended_because in ('revoked', 'superseded', 'recordLeft', 'harmful')),
  add check (ended_because is null or state = 'ended');

-- As in 0030, with the reason: whoever comes for it is told.
create function archive.end_exports_with(of_person uuid, of_versions uuid[], at timestamptz, because text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update archive.exports e set state = 'asked', lease_until = null, versions = '{}', steps = 0, steps_done = 0
  where e.person = of_person and e.state = 'building' and e.versions && of_versions;
  with ended as (
    select e.id, e.store, e.object from archive.exports e
    where e.person = of_person and e.state = 'ready' and e.versions && of_versions for update),
  loose as (
    insert into archive.loose_objects (object, store, since) select object, store, '-infinity' from ended)
  update archive.exports e set state = 'ended', ended_at = at, ended_because = because, object = null, store = null
  from ended where e.id = ended.id;
$$;
revoke execute on function archive.end_exports_with(uuid, uuid[], timestamptz, text) from public;

create or replace function archive.end_outgoing_of_record() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update archive.share_links set ended_at = new.stage_since, ended_because = 'destruction'
  where ended_at is null and record = new.id;
  perform archive.end_exports_with(new.person,
    (select array_agg(v.id) from archive.versions v where v.record = new.id), new.stage_since, 'recordLeft');
  return null;
end $$;

-- A bag has nothing but what is verified and in force: with T9 and T10 it ends too. What is taken along was
-- made before new signatures knew better.
create or replace function archive.end_exports_of_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.key_gone_at is distinct from old.key_gone_at then
    perform archive.end_exports_with(new.person, array[new.id], new.key_gone_at, 'recordLeft');
  elsif new.scan is distinct from old.scan then
    perform archive.end_exports_with(new.person, array[new.id], new.scanned_at, 'harmful');
  else
    perform archive.end_exports_with(new.person, array[new.id], new.status_since,
      case new.status when 'superseded' then 'superseded' else 'revoked' end);
  end if;
  return null;
end $$;
drop trigger end_exports on archive.versions;
create trigger end_exports after update of key_gone_at, scan, status on archive.versions
  for each row when ((new.key_gone_at is not null and old.key_gone_at is null)
    or (new.scan = 'scanFound' and old.scan <> 'scanFound')
    or (old.status = 'verified' and new.status <> 'verified'))
  execute function archive.end_exports_of_version();
drop trigger end_exports_harmful on archive.versions;
drop function archive.end_exports_of_harmful();
drop function archive.end_exports_with(uuid, uuid[], timestamptz);

-- Those that went on being handed out.
select archive.end_exports_with(v.person, array[v.id], now(),
  case v.status when 'superseded' then 'superseded' else 'revoked' end)
from archive.exports e join archive.versions v on v.id = any(e.versions)
where e.state in ('building', 'ready') and v.status <> 'verified';
