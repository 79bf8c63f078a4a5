-- What main tables that were restored have to learn (archive.md 5.5): it lies beside the keys, is dumped
-- with them and is written in the transaction that it tells of.

-- Every event of a record, until no backup of the main tables is as old.
create table keyring.journal (
  event  uuid primary key,
  record uuid not null,
  n      integer not null check (n > 0),
  name   text not null,
  at     timestamptz not null
);
create index journal_record on keyring.journal (record, n);
create index journal_at on keyring.journal (at);

-- Every key that went: with its record's destruction, or with a version alone.
create table keyring.gone (
  version   uuid primary key,
  record    uuid not null,
  destroyed boolean not null,
  at        timestamptz not null default now()
);
create index gone_record on keyring.gone (record);

-- The same number on both sides, and a new one every hour and after each dump of the keyring: whichever
-- side has the lower one was restored. `settled_at`: events up to then that the main tables lack are
-- known to be of records that they lack too. `dumped_at`: of the newest dump that this keyring knows of,
-- which a dump says of itself too.
create table keyring.mark (
  one        boolean primary key default true check (one),
  no         bigint not null default 1 check (no > 0),
  settled_at timestamptz not null default '-infinity',
  dumped_at  timestamptz not null default '-infinity'
);
create table archive.mark (
  one boolean primary key default true check (one),
  no  bigint not null default 1 check (no >= 0)
);
insert into keyring.mark default values;
insert into archive.mark default values;

create function keyring.keep_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into keyring.journal (event, record, n, name, at) values (new.id, new.record, new.n, new.name, new.at)
  on conflict (event) do nothing;
  return null;
end $$;
create trigger journal after insert on archive.events
  for each row when (new.record is not null) execute function keyring.keep_event();

create function keyring.keep_gone() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into keyring.gone (version, record, destroyed)
  select v.id, v.record, r.stage in ('destroying', 'destroyed')
  from archive.versions v join archive.records r on r.id = v.record where v.id = old.version
  on conflict (version) do nothing;
  return null;
end $$;
create trigger gone after delete on keyring.version_keys
  for each row execute function keyring.keep_gone();

-- As in 0026, but that a hold which no agency placed is looked after by the one that has the record.
create or replace function archive.check_hold() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.agency := coalesce((select m.agency from mandates m where m.id = new.placed_as),
      (select r.agency from archive.records r where r.id = new.record));
  elsif old.lifted_at is not null then
    raise exception 'a hold that was lifted stays so' using errcode = 'check_violation';
  elsif (new.person, new.type, new.record, new.basis, new.case_no, new.silent, new.placed_by, new.placed_as,
         new.placed_at, new.agency) is distinct from
        (old.person, old.type, old.record, old.basis, old.case_no, old.silent, old.placed_by, old.placed_as,
         old.placed_at, old.agency) then
    raise exception 'a hold is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;

grant select, delete on keyring.journal to asn_keyring;
grant select on keyring.gone to asn_keyring;
grant select, update on keyring.mark, archive.mark to asn_keyring;
