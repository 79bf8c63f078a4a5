-- The log (archive.md 7): whatever is told becomes a leaf, fixed in the transaction that tells it, by
-- triggers, so that no path can forget one (docs/decisions/031). A leaf names nobody.

do $$
begin
  create role asn_tlog nologin;
exception
  when duplicate_object or unique_violation then null;
end $$;
grant asn_tlog to current_user;
grant usage on schema public, archive to asn_tlog;

-- RFC 2104 for keys of 32 bytes, which pgcrypto would need an extension for. The constants are eight
-- bytes of 36 and of 5c.
create function archive.xor_bytes(key bytea, pad bigint) returns bytea
language sql immutable strict parallel safe as $$
  select int8send(('x' || encode(substr(key, 1, 8), 'hex'))::bit(64)::bigint # pad)
      || int8send(('x' || encode(substr(key, 9, 8), 'hex'))::bit(64)::bigint # pad)
      || int8send(('x' || encode(substr(key, 17, 8), 'hex'))::bit(64)::bigint # pad)
      || int8send(('x' || encode(substr(key, 25, 8), 'hex'))::bit(64)::bigint # pad)
      || int8send(pad) || int8send(pad) || int8send(pad) || int8send(pad)
$$;
create function archive.hmac_sha256(key bytea, message bytea) returns bytea
language sql immutable strict parallel safe as $$
  select sha256(archive.xor_bytes(key, 6655295901103053916)
    || sha256(archive.xor_bytes(key, 3906369333256140342) || message))
$$;

create function archive.utc_text(at timestamptz, shape text) returns text
language sql stable strict parallel safe as $$
  select to_char(at at time zone 'UTC', shape)
$$;

-- Rows of before have no salt yet: `queue_past` gives it, when the log takes them in.
alter table events add column salt bytea check (octet_length(salt) = 32);
alter table events alter column salt set default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
create index events_unlogged on events (id) where salt is null;

-- What `d` of a leaf commits to: the whole row but its salt, as PostgreSQL writes jsonb, in one form: short
-- keys before long ones, then by their bytes, a blank behind each colon and comma.
create function archive.event_json(e archive.events) returns text
language sql stable parallel safe as $$
  select jsonb_build_object('id', e.id, 'record', e.record, 'n', e.n, 'person', e.person,
    'at', archive.utc_text(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'name', e.name, 'actor', e.actor, 'hat', e.hat,
    'body', e.body)::text
$$;
create function archive.account_event_json(e public.events) returns text
language sql stable parallel safe as $$
  select jsonb_build_object('id', e.id, 'at', archive.utc_text(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'kind', e.kind, 'person', e.person, 'actor', e.actor, 'hat', e.hat, 'browser', e.browser,
    'network', e.network, 'detail', e.detail)::text
$$;

-- All else is `recordNoted`: a stranger with the code of one document must not learn of a court case.
create table archive.public_names (name text primary key);
insert into archive.public_names (name) values ('recordVerified'), ('verificationRevoked'), ('versionSuperseded'),
  ('destructionStarted'), ('recordDestroyed'), ('permanentTransferred');

-- `c`: of the version that it is about, or of the list that was destroyed.
create function archive.leaf_of(e archive.events) returns bytea
language sql stable as $$
  select convert_to(concat(
    E'archive-leaf/v1\nt ', archive.utc_text(e.at, 'YYYY-MM-DD"T"HH24:MI"Z"'), E'\n',
    'e ', coalesce((select name from archive.public_names p where p.name = e.name), 'recordNoted'), E'\n',
    case when e.record is not null then concat('r ', replace(e.record::text, '-', ''), E'\nn ', e.n, E'\n',
      'v ', coalesce(about.no, 0), E'\nc ', coalesce(encode(about.commitment, 'hex'), '-'), E'\n') end,
    case when e.record is null and e.name = 'batchClosed' and e.body ? 'manifest' then concat(
      'c ', encode(archive.hmac_sha256(e.salt, decode(e.body ->> 'manifest', 'hex')), 'hex'), E'\n') end,
    'd ', encode(archive.hmac_sha256(e.salt, convert_to(archive.event_json(e), 'UTF8')), 'hex'), E'\n',
    case when e.record is null and e.name in ('copyVerified', 'accessesRooted')
      then concat('h ', e.body ->> 'root', E'\n') end),
    'UTF8')
  from (values (0)) always (one)
  left join archive.versions about on about.record = e.record and about.id::text = e.body ->> 'version'
$$;
create function archive.account_leaf_of(e public.events) returns bytea
language sql stable as $$
  select convert_to(concat(E'archive-leaf/v1\nt ', archive.utc_text(e.at, 'YYYY-MM-DD"T"HH24:MI"Z"'),
    E'\ne accountNoted\nd ', encode(archive.hmac_sha256(e.salt, convert_to(archive.account_event_json(e), 'UTF8')), 'hex'),
    E'\n'), 'UTF8')
$$;

-- Filled by triggers alone, from rows that are there: a reference would cost a lock of each.
alter table archive.log_queue drop constraint log_queue_pkey, drop constraint log_queue_event_fkey;
alter table archive.log_queue alter column event drop not null;
alter table archive.log_queue add column account_event bigint, add column leaf bytea;
update archive.log_queue q set leaf = archive.leaf_of(e) from archive.events e where e.id = q.event;
alter table archive.log_queue alter column leaf set not null, add primary key (seq),
  add check (num_nonnulls(event, account_event) = 1), add check (octet_length(leaf) <= 300);
revoke all on archive.log_queue from asn_app, asn_keyring;

-- The order for ever. An event that a restore lost leaves its leaf with none.
create table archive.log_leaves (
  index         bigint primary key check (index >= 0),
  leaf          bytea not null check (octet_length(leaf) <= 300),
  event         uuid unique references archive.events,
  account_event bigint unique references events,
  check (num_nonnulls(event, account_event) <= 1)
);

-- Every size that was signed, within the last days; of older ones one an hour.
create table archive.log_checkpoints (
  size bigint primary key check (size > 0),
  note text not null,
  at   timestamptz not null
);

create function archive.queue_leaves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive.log_queue (event, leaf)
  select id, archive.leaf_of(told) from told where name <> 'restoredLeaf' order by record, n;
  return null;
end $$;
create trigger leaf after insert on archive.events referencing new table as told
  for each statement execute function archive.queue_leaves();

create function archive.queue_account_leaves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive.log_queue (account_event, leaf)
  select id, archive.account_leaf_of(told) from told order by id;
  return null;
end $$;
create trigger leaf after insert on events referencing new table as told
  for each statement execute function archive.queue_account_leaves();

-- What was told before there was a log, the oldest first: how many rows were taken in.
create function archive.queue_past(most integer) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken bigint[];
begin
  with old as (
    select id from events where salt is null order by id limit most for update
  ), salted as (
    update events e set salt = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    from old where e.id = old.id returning e.id
  )
  select array_agg(id) into taken from salted;
  insert into archive.log_queue (account_event, leaf)
  select e.id, archive.account_leaf_of(e) from events e where e.id = any(taken) order by e.id;
  return coalesce(cardinality(taken), 0);
end $$;
revoke execute on function archive.queue_past(integer) from public;
grant execute on function archive.queue_past(integer) to asn_tlog;

-- T30: what was read, as one root for every five minutes that are over for as long.
create table archive.accesses_told (
  one   boolean primary key default true check (one),
  until timestamptz not null default '-infinity'
);
insert into archive.accesses_told default values;
create index access_log_at on archive.access_log using brin (at);
create function archive.access_digest(l archive.access_log) returns bytea
language sql stable as $$
  select archive.hmac_sha256(l.salt, convert_to(jsonb_build_object('person', l.person, 'n', l.n,
    'at', archive.utc_text(l.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actor', l.actor, 'hat', l.hat, 'share', l.share,
    'opening', l.opening, 'purpose', l.purpose, 'action', l.action, 'record', l.record, 'version', l.version,
    'no', l.version_no)::text, 'UTF8'))
$$;
grant select, update on archive.accesses_told to asn_app;

grant select on archive.log_leaves, archive.log_checkpoints to asn_app, asn_keyring;
grant select on archive.events, archive.records, archive.versions, archive.public_names, archive.access_log, events to asn_tlog;
grant select, delete on archive.log_queue to asn_tlog;
grant select, insert on archive.log_leaves to asn_tlog;
grant select, insert, delete on archive.log_checkpoints to asn_tlog;
create policy tlog on archive.events for select to asn_tlog using (true);
create policy tlog on archive.records for select to asn_tlog using (true);
create policy tlog on archive.versions for select to asn_tlog using (true);
create policy tlog on archive.access_log for select to asn_tlog using (true);
create policy tlog on events for select to asn_tlog using (true);
