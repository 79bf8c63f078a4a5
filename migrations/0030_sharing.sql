-- Bagikan: a link by which somebody without an account reads one version. Of the link itself only the
-- hash is kept, of its PIN a keyed one. Who reads by it is in `access_log.share`, in which opening in `.opening`.
create table archive.share_links (
  id            uuid primary key,
  token_sha256  bytea not null unique check (octet_length(token_sha256) = 32),
  person        uuid not null references people,
  record        uuid not null references archive.records,
  version       uuid not null references archive.versions,
  recipient     text not null check (char_length(recipient) between 3 and 100),
  purpose       text not null check (char_length(purpose) between 5 and 200),
  made_at       timestamptz not null,
  until         timestamptz not null check (until > made_at and until <= made_at + interval '720 hours'),
  uses_allowed  smallint not null check (uses_allowed between 1 and 50),
  uses          smallint not null default 0 check (uses between 0 and uses_allowed),
  pin_mac       bytea check (octet_length(pin_mac) = 32),
  wrong_pins    smallint check (wrong_pins between 0 and 5),
  ended_at      timestamptz,
  ended_because text check (ended_because in ('person', 'revoked', 'destruction', 'account', 'wrongPins', 'restore')),
  check ((pin_mac is null) = (wrong_pins is null)),
  check ((ended_at is null) = (ended_because is null)),
  check (wrong_pins is distinct from 5 or ended_at is not null)
);
create index share_links_of on archive.share_links (person, made_at desc, id);
create index access_log_shares on archive.access_log (person, share, n) where share is not null;
create index share_links_open on archive.share_links (version) where ended_at is null;

-- A browser in which it was opened, by the hash of its cookie: for an hour at most. Each is one use, and
-- under its id in the log, so that no two who read by one link stand in one row.
create table archive.share_openings (
  id        uuid not null unique default gen_random_uuid(),
  browser   bytea not null check (octet_length(browser) = 32),
  share     uuid not null references archive.share_links on delete cascade,
  opened_at timestamptz not null,
  until     timestamptz not null check (until > opened_at),
  primary key (browser, share)
);
create index share_openings_over on archive.share_openings (until);

-- Whatever the program forgets: a link ends with the verification of what it shows (T10, or any other
-- way out of it), with its record (T21), and goes with the key.
create function archive.end_shares_of_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.key_gone_at is not null then
    delete from archive.share_links where version = new.id;
  elsif new.status not in ('verified', 'superseded') then
    update archive.share_links set ended_at = new.status_since, ended_because = 'revoked'
    where version = new.id and ended_at is null;
  end if;
  return null;
end $$;
create trigger end_shares after update of status, key_gone_at on archive.versions
  for each row when (new.status <> old.status or new.key_gone_at is distinct from old.key_gone_at)
  execute function archive.end_shares_of_version();

-- And with the account that made it: whoever took that over may have made links, or found them.
create function archive.end_shares_of_account() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update archive.share_links set ended_because = 'account',
    ended_at = case when new.state <> old.state then new.state_since else new.held_until - interval '24 hours' end
  where person = new.person and ended_at is null;
  return null;
end $$;
create trigger end_shares after update of state, held_until on public.accounts
  for each row when (
    (new.state <> old.state and new.state <> 'active')
    or (new.held_until is distinct from old.held_until and new.held_until > coalesce(old.held_until, '-infinity')))
  execute function archive.end_shares_of_account();

-- Unduh arsip saya: a bag of what was verified, made by a job. Its key is made of those of the versions
-- in it, and kept nowhere: once one of these goes, no copy of the bag opens again.
create table archive.exports (
  id          uuid primary key,
  person      uuid not null references people,
  state       text not null default 'asked' check (state in ('asked', 'building', 'ready', 'failed', 'ended')),
  asked_at    timestamptz not null,
  lease_until timestamptz,
  tries       smallint not null default 0 check (tries >= 0),
  versions    uuid[] not null default '{}',
  steps       integer not null default 0 check (steps >= 0),
  steps_done  integer not null default 0 check (steps_done between 0 and steps),
  store       text,
  object      uuid unique,
  bytes       bigint check (bytes > 0),
  ready_at    timestamptz,
  until       timestamptz,
  ended_at    timestamptz,
  check ((state = 'building') = (lease_until is not null)),
  check ((state = 'ready') = (object is not null)),
  check ((object is null) = (store is null)),
  check (state <> 'ready' or (bytes is not null and ready_at is not null and until > ready_at)),
  check ((state in ('failed', 'ended')) = (ended_at is not null))
);
create unique index exports_living on archive.exports (person) where state in ('asked', 'building', 'ready');
create index exports_of on archive.exports (person, asked_at desc);
create index exports_to_make on archive.exports (asked_at) where state in ('asked', 'building');
create index exports_over on archive.exports (until) where state = 'ready';

-- What lies in a store goes with the next sweep; one being made is made anew, without what went. That one
-- first: it may have become ready while this waited for it.
create function archive.end_exports_with(of_person uuid, of_versions uuid[], at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update archive.exports e set state = 'asked', lease_until = null, versions = '{}', steps = 0, steps_done = 0
  where e.person = of_person and e.state = 'building' and e.versions && of_versions;
  with ended as (
    select e.id, e.store, e.object from archive.exports e
    where e.person = of_person and e.state = 'ready' and e.versions && of_versions for update),
  loose as (
    insert into archive.loose_objects (object, store, since) select object, store, '-infinity' from ended)
  update archive.exports e set state = 'ended', ended_at = at, object = null, store = null
  from ended where e.id = ended.id;
$$;
revoke execute on function archive.end_exports_with(uuid, uuid[], timestamptz) from public;

create function archive.end_outgoing_of_record() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update archive.share_links set ended_at = new.stage_since, ended_because = 'destruction'
  where ended_at is null and record = new.id;
  perform archive.end_exports_with(new.person,
    (select array_agg(v.id) from archive.versions v where v.record = new.id), new.stage_since);
  return null;
end $$;
create trigger end_outgoing after update of stage on archive.records
  for each row when (new.stage <> old.stage and new.stage in ('destroying', 'destroyed', 'transferred'))
  execute function archive.end_outgoing_of_record();

create function archive.end_exports_of_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform archive.end_exports_with(new.person, array[new.id], coalesce(new.key_gone_at, new.scanned_at));
  return null;
end $$;
create trigger end_exports after update of key_gone_at, scan on archive.versions
  for each row when ((new.key_gone_at is not null and old.key_gone_at is null)
    or (new.scan = 'scanFound' and old.scan <> 'scanFound'))
  execute function archive.end_exports_of_version();

-- What is taken along was made before new signatures knew better.
create function archive.end_exports_of_harmful() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform archive.end_exports_with(new.person, array[new.id], new.scanned_at);
  return null;
end $$;
create trigger end_exports_harmful after update of scan on archive.versions
  for each row when (new.scan = 'scanFound' and old.scan <> 'scanFound')
  execute function archive.end_exports_of_harmful();

-- N of archive.md 2: what somebody is told of their archive without having asked. The same list
-- is in domain/archive/told-event.ts; a test plays every event through both.
create table archive.notices (
  event     uuid primary key references archive.events,
  person    uuid not null references people,
  at        timestamptz not null,
  read_at   timestamptz,
  mailed_at timestamptz
);
create index notices_of on archive.notices (person, at desc, event);
create index notices_unread on archive.notices (person) where read_at is null;
create index notices_unmailed on archive.notices (person) where read_at is null and mailed_at is null;

create function archive.is_notice(name text, body jsonb) returns boolean language sql immutable as $$
  select name in ('intakeRejected', 'malwareFound', 'malwareCleared', 'recordVerified', 'recordReturned', 'uploadWithdrawn', 'versionSuperseded',
                  'verificationRevoked', 'retentionExpired', 'recordMarkedPermanent', 'retentionExtended',
                  'destructionRecommended', 'destructionApproved', 'itemWithdrawn', 'recordDestroyed',
                  'holdPlaced', 'holdLifted', 'custodyOffered', 'custodyAccepted')
    and body -> 'silent' is distinct from 'true'::jsonb
$$;

-- Nobody is told what they did themself, nor of a hold that must not be known, whatever comes of it; of
-- a hold over many records they are told once.
create function archive.tell_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from archive.holds h where h.id::text = new.body ->> 'hold' and h.silent) then
    return null;
  end if;
  insert into archive.notices (event, person, at) values (new.id, new.person, new.at);
  return null;
end $$;
create trigger tell after insert on archive.events for each row
  when (new.person is not null and archive.is_notice(new.name, new.body)
    and not (new.actor is not distinct from new.person and new.hat is null)
    and (new.name not in ('holdPlaced', 'holdLifted') or new.record is null or coalesce(new.body ->> 'of', 'record') = 'record'))
  execute function archive.tell_event();

-- A digest a day at the most, on a day of the person's own zone.
create table archive.digests (
  person  uuid primary key references people,
  last_on date not null
);

-- It says how many, and nothing of what: mail is read by others too.
alter table outbox
  drop constraint outbox_kind_check,
  add check (kind in ('notice', 'resetCode', 'correctionCode', 'archiveDigest')),
  drop constraint outbox_check3,
  add check ((kind in ('resetCode', 'correctionCode') and sent_at is null and given_up_at is null) = (sealed is not null)),
  add column notices integer check (notices > 0),
  add column to_mend integer check (to_mend between 0 and notices),
  add check ((kind = 'archiveDigest') = (notices is not null)),
  add check ((notices is null) = (to_mend is null));

alter table archive.share_links enable row level security;
alter table archive.exports enable row level security;
alter table archive.notices enable row level security;
create policy application on archive.share_links to asn_app using (true) with check (true);
create policy application on archive.exports to asn_app using (true) with check (true);
create policy application on archive.notices to asn_app using (true) with check (true);

grant select, insert on archive.share_links to asn_app;
grant update (until, uses_allowed, uses, wrong_pins, ended_at, ended_because) on archive.share_links to asn_app;
grant select, insert, delete on archive.share_openings to asn_app;
grant update (id, browser, opened_at, until) on archive.share_openings to asn_app;
grant select, insert, delete on archive.exports to asn_app;
grant update (state, lease_until, tries, versions, steps, steps_done, store, object, bytes, ready_at, until, ended_at)
  on archive.exports to asn_app;
grant select on archive.notices to asn_app;
grant update (read_at, mailed_at) on archive.notices to asn_app;
grant select, insert, update on archive.digests to asn_app;
