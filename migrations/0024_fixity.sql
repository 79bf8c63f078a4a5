-- The care of copies (archive.md 5.4): each is read whole within a day and then every 90 days.
-- `last_result` is written before a look begins, so that one that was killed leaves it not checked.
alter table archive.copies add check (last_result in ('ok', 'bad', 'notChecked'));
create index copies_seen_whole on archive.copies (checked_at) where last_result = 'ok';

-- Stores that were begun: what lies in a folder is only believed where its marker is too.
create table archive.stores (name text primary key);
grant select, insert on archive.stores to asn_keyring;

-- Up to when looks that found copies whole were told, as one root for every five minutes (T28).
create table archive.fixity_told (
  one   boolean primary key default true check (one),
  until timestamptz not null default '-infinity'
);
insert into archive.fixity_told default values;

-- No copy of it is whole: nothing here mends that, so people must see it.
create table archive.incidents (
  version  uuid not null references archive.versions,
  kind     text not null,
  page     integer not null,
  agency   uuid not null references agencies,
  found_at timestamptz not null,
  over_at  timestamptz,
  primary key (version, kind, page)
);
create index incidents_open on archive.incidents (agency) where over_at is null;

-- One walk after the other through all versions, a piece at a time: what lacks a copy gets it, and the
-- numbers of the boards are summed up on the way. Those of the walk before this one are shown, which
-- ended at `counted_at`.
create table archive.care_walk (
  one        boolean primary key default true check (one),
  no         integer not null default 1 check (no > 0),
  after      uuid not null default '00000000-0000-0000-0000-000000000000',
  begun_at   timestamptz,
  over_at    timestamptz,
  counted_at timestamptz
);
insert into archive.care_walk default values;

create table archive.care_sums (
  walk      integer not null,
  agency    uuid not null references agencies,
  store     text not null,
  copies    bigint not null,
  bytes     bigint not null,
  covered   bigint not null,
  damaged   bigint not null,
  missing   bigint not null,
  unchecked bigint not null,
  lacking   bigint not null,
  primary key (walk, agency, store)
);

grant select, update on archive.fixity_told, archive.care_walk to asn_app;
grant select, insert, update on archive.incidents to asn_app;
grant select, insert, update, delete on archive.care_sums to asn_app;

-- Numbers alone: an agency reads its own, whoever reads the nation's all.
do $$
declare
  kept text;
begin
  foreach kept in array array['care_sums', 'incidents'] loop
    execute format('alter table archive.%I enable row level security', kept);
    execute format('create policy application on archive.%I to asn_app using (true) with check (true)', kept);
    execute format($policy$
      create policy scope on archive.%I for select to asn_desk using (
        (select scope_setting('reach')) = 'nation'
        or (select scope_setting('reach')) = 'agency' and agency = (select scope_setting('agency')::uuid))
    $policy$, kept);
  end loop;
end $$;
grant select on archive.care_sums, archive.care_walk to asn_desk;
grant select (agency, found_at, over_at) on archive.incidents to asn_desk;
