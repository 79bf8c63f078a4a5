-- Every key of the archive, each wrapped by the one above it: root (a file, never here), shard,
-- person, version. No other table refers to these and no query joins them with others, so that they
-- are dumped, loaded and lost alone: older tables can be restored beside them without losing what
-- lives or bringing back what was destroyed.
create schema keyring;
grant usage on schema keyring to asn_keyring;

-- `epoch`: of the root key that wraps now; its file is root-<epoch>.key. While that key is being
-- changed, some shards are still wrapped by the one before. `twin_wrapped`: the secret of twin tags.
create table keyring.root (
  one            boolean primary key default true check (one),
  epoch          integer not null default 1 check (epoch > 0),
  rotating_since timestamptz,
  rotated_at     timestamptz not null default now(),
  twin_wrapped   bytea check (octet_length(twin_wrapped) = 60)
);
insert into keyring.root default values;

-- `no`: which key it is of those that were there before. `dirty`: a key of a version went under it,
-- so that the next change of the root key changes it too.
create table keyring.shard_keys (
  shard   integer primary key check (shard > 0),
  no      integer not null check (no > 0),
  epoch   integer not null check (epoch > 0),
  wrapped bytea not null check (octet_length(wrapped) = 60),
  people  integer not null default 0 check (people between 0 and 4096),
  dirty   boolean not null default false
);
create index shard_keys_epoch on keyring.shard_keys (epoch);

create table keyring.person_keys (
  person   uuid primary key,
  no       integer not null check (no > 0),
  shard    integer not null references keyring.shard_keys,
  shard_no integer not null check (shard_no > 0),
  wrapped  bytea not null check (octet_length(wrapped) = 60)
);
create index person_keys_shard on keyring.person_keys (shard);

create table keyring.version_keys (
  version   uuid primary key,
  person    uuid not null references keyring.person_keys,
  person_no integer not null check (person_no > 0),
  wrapped   bytea not null check (octet_length(wrapped) = 60)
);
create index version_keys_person on keyring.version_keys (person);

-- I1: a hold wins until the key is gone, whoever deletes it and whatever was judged before.
create function keyring.refuse_under_hold() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from archive.versions v where v.id = old.version and archive.is_held(v.record))
    or exists (
      select from archive.holds h
      where h.person = old.person and h.lifted_at is null and h.type is null and h.record is null)
  then
    raise exception 'a key under a hold does not go' using errcode = 'check_violation';
  end if;
  return old;
end $$;
create trigger under_hold before delete on keyring.version_keys
  for each row execute function keyring.refuse_under_hold();

grant select, update on keyring.root to asn_keyring;
grant select, insert, update on keyring.shard_keys, keyring.person_keys to asn_keyring;
grant select, insert, update, delete on keyring.version_keys to asn_keyring;
