-- What the national data says of a person beside name, kind and agency (domain/import). A code
-- that is missing was never told.
alter table people
  add column legal_position text check (legal_position ~ '^[0-9]{2}$'),
  add column end_of_service text check (end_of_service ~ '^[0-9]{1,2}$');

-- An account closed by national data or by the old SSO is disabled and knows where to go back to.
alter table accounts
  add column sso_disabled boolean not null default false,
  add column closed_from text check (closed_from in ('created', 'active', 'frozen')),
  add check (closed_from is null or state = 'disabled');

-- `must_change`: whoever knows it has to choose another one. `imported_at`: since when a hash of the
-- old SSO waits for its owner, who has 180 days (R-HA-05).
alter table passwords
  add column must_change boolean not null default false,
  add column imported_at timestamptz default now();
create index passwords_legacy on passwords (imported_at) where kind = 'keycloak';

-- `told`: the national data named this address when it last named any. One that was corrected here
-- stays told, or the next file would bring the dead mailbox back.
alter table email_addresses add column told boolean not null default false;
update email_addresses set told = true;
create index email_addresses_corrected on email_addresses (person) where told and ended_at is not null;

-- What a file brings has no person who did it: the run that it names says who started that.
alter table events
  alter column actor drop not null,
  add check (actor is not null or kind in ('imported', 'importChanged', 'legacyPasswordDeleted'));

-- Whom an old SSO knows and the national data has not named yet; nobody has a mandate here.
insert into agencies (id, code, name, zone)
values ('00000000-0000-4000-8000-000000000000', '0000', 'Instansi belum ditetapkan', 'WIB');

create table import_runs (
  id          uuid primary key,
  source      text not null check (source in ('agencies', 'people', 'keycloak')),
  fingerprint text not null,
  path        text not null,
  with_otp    boolean not null,
  started_by  text not null,
  state       text not null check (state in ('staging', 'staged', 'applying', 'applied', 'replaced')),
  started_at  timestamptz not null,
  applied_at  timestamptz,
  report      jsonb,
  check ((state = 'applied') = (applied_at is not null)),
  check (state not in ('staged', 'applying') or report is not null)
);
create unique index import_runs_one on import_runs ((true)) where state in ('staging', 'staged', 'applying');

-- A batch is a range of blocks of import_people; what is done stays done, whoever is killed.
create table import_batches (
  run        uuid not null references import_runs,
  from_block bigint not null,
  to_block   bigint not null check (to_block > from_block),
  done_at    timestamptz,
  done       jsonb,
  primary key (run, from_block),
  check ((done_at is null) = (done is null))
);

-- One run at a time lies here. Not logged: a crash of the server empties it and the file is read
-- again, but no hash and no seed stays behind in the log or goes to a replica.
create unlogged table import_people (
  file           integer not null,
  line           integer not null,
  fresh_id       uuid not null,
  nip            text not null,
  former_nip     text,
  user_name      text,
  name           text,
  kind           text,
  agency         text,
  legal_position text,
  end_of_service text,
  emails         text[] not null,
  sso_disabled   boolean,
  hash           jsonb,
  must_change    boolean not null,
  devices        jsonb,
  refused        text
);

create unlogged table import_agencies (
  file integer not null,
  line integer not null,
  id   uuid not null,
  code text not null,
  name text not null,
  zone text not null
);

create unlogged table import_files (
  file integer primary key,
  name text not null
);

-- What a file has that was refused (the record) or left out (an address, a credential).
create unlogged table import_findings (
  file    integer not null,
  line    integer not null,
  nip     text,
  agency  text,
  refused boolean not null,
  reason  text not null
);

-- The model is accountAfter in domain/import/account-standing.ts: whether national data closes an
-- account. 'reviewByOfficer' and 'readOnly' leave it open; 2 and 6 are a death.
create function closes_account(legal_position text, end_of_service text) returns boolean language sql immutable as $$
  select coalesce(legal_position in ('14', '51', '66', '67', '68', '69', '70', '77', '90', '92'), false)
    or coalesce(end_of_service in ('2', '6'), false)
$$;

-- The model is servesState in the same file: who does not serve, serves in no role.
create function ends_mandates(legal_position text, end_of_service text) returns boolean language sql immutable as $$
  select coalesce(legal_position in ('14', '51', '52', '66', '67', '68', '69', '70', '77', '88', '89', '90', '92',
                                     '98', '99'), false)
    or end_of_service is not null
$$;

-- The happenings of the import beside those that people cause. A first import is told to nobody.
alter function notice_urgency(text, jsonb) rename to notice_urgency_of_acts;
create function notice_urgency(kind text, detail jsonb) returns text language sql immutable as $$
  select case
    when kind in ('imported', 'legacyPasswordDeleted') then null
    when kind = 'importChanged' then
      case when (detail ->> 'activated')::boolean
            and detail -> 'changes' ?| array['agency', 'number', 'userName', 'email', 'closed', 'reopened', 'devices']
        then 'now' end
    else notice_urgency_of_acts(kind, detail)
  end
$$;
create or replace trigger tell after insert on events for each row
  when (notice_urgency(new.kind, new.detail) is not null) execute function tell_event();

-- R-HA-05. The portal's own role may delete no password; this deletes those that nobody used in
-- time, and it is the server's clock that says so.
create function delete_unused_legacy_passwords() returns bigint
language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from passwords
    where kind = 'keycloak' and imported_at < now() - interval '180 days'
    returning person
  ), told as (
    insert into events (at, kind, person, actor, browser, network)
    select now(), 'legacyPasswordDeleted', person, null, 'asn', '-' from gone
  )
  select count(*) from gone
$$;
revoke execute on function delete_unused_legacy_passwords() from public;
grant execute on function delete_unused_legacy_passwords() to asn_app;

-- An import changes people too, and nobody is its actor.
drop index events_by_others;
create index events_by_others on events (person, id) where actor is distinct from person;
