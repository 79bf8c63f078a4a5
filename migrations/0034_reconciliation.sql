-- The log is held against the tables and the files every night (archive.md 7, docs/decisions/034).

-- `recordVerified` says what was verified by a digest under this salt, which goes with the metadata.
-- Versions that were verified before have none.
alter table archive.versions add column metadata_salt bytea
  check (octet_length(metadata_salt) = 32 and (metadata_salt is null or metadata is not null));
grant update (metadata_salt) on archive.versions to asn_app;
create function archive.drop_metadata_salt() returns trigger language plpgsql as $$
begin
  new.metadata_salt := null;
  return new;
end $$;
create trigger metadata_salt before update of metadata on archive.versions
  for each row when (new.metadata is null and new.metadata_salt is not null)
  execute function archive.drop_metadata_salt();
create function archive.metadata_digest(v archive.versions) returns text
language sql stable as $$
  select encode(archive.hmac_sha256(v.metadata_salt, convert_to(v.metadata::text, 'UTF8')), 'hex')
$$;

-- What was told lately, for it may have come to no leaf.
create index events_at on archive.events using brin (at);

-- One look: up to which signed size, and where it has come to. `size` is null where nothing is signed.
create table archive.log_looks (
  id         bigint generated always as identity primary key,
  is_full    boolean not null,
  begun_at   timestamptz not null,
  from_index bigint not null check (from_index >= 0),
  size       bigint check (size > 0),
  root       bytea check (octet_length(root) = 32),
  step       text not null check (step in ('leaves', 'untold', 'accountUntold', 'records', 'over')),
  place      text not null,
  found      integer not null default 0,
  over_at    timestamptz,
  told_at    timestamptz,
  check ((size is null) = (root is null)),
  check ((step = 'over') = (over_at is not null)),
  check (told_at is null or over_at is not null)
);
create unique index log_looks_open on archive.log_looks (is_full) where over_at is null;

-- Where two of the three contradict each other; ids and numbers alone, the first of each look.
create table archive.log_differences (
  look bigint not null references archive.log_looks,
  n    integer not null check (n > 0),
  body jsonb not null,
  primary key (look, n)
);

grant select, insert, update on archive.log_looks to asn_tlog;
grant select, insert on archive.log_differences to asn_tlog;
grant select on archive.log_looks, archive.log_differences to asn_app;
grant update (told_at) on archive.log_looks to asn_app;
grant select on archive.holds, archive.copies, archive.batch_file_copies, archive.status_moves to asn_tlog;
create policy tlog on archive.holds for select to asn_tlog using (true);
grant execute on function archive.is_held(uuid) to asn_tlog;

insert into notice_kinds (kind, urgency) values ('logDiffers', 'now');
-- Nobody is behind it. What stands there already was checked when it was written.
alter table events drop constraint events_actor;
alter table events add constraint events_actor check (actor is not null or kind in
  ('imported', 'importChanged', 'legacyPasswordDeleted', 'mandateGiven', 'mandateEnding', 'logDiffers')) not valid;
