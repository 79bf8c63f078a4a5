-- The personnel archive: one row a document of a person (record), one row a file of it (version).
-- Nothing here is ever deleted by the application; what destruction takes away becomes null.
create schema archive;
grant usage on schema archive to asn_app, asn_desk, asn_auditor;

-- Whoever makes, uses or destroys the key of a version works under this role alone (0018).
do $$
begin
  create role asn_keyring nologin;
exception
  when duplicate_object or unique_violation then null;
end $$;
grant asn_keyring to current_user;
grant usage on schema public, archive to asn_keyring;
create policy keyring on people to asn_keyring using (true);
create policy keyring on accounts to asn_keyring using (true);
create policy keyring on mandates to asn_keyring using (true);

-- Every pair that a version's status or a record's stage may go through, and by which event
-- (domain/archive/moves.ts says the same; a test compares them).
create table archive.status_moves (
  from_status text not null,
  to_status   text not null,
  event       text not null,
  primary key (from_status, to_status)
);
insert into archive.status_moves (from_status, to_status, event) values
  ('quarantined', 'rejectedBySystem', 'intakeRejected'),
  ('quarantined', 'awaitingVerification', 'intakePassed'),
  ('quarantined', 'withdrawn', 'uploadWithdrawn'),
  ('awaitingVerification', 'verified', 'recordVerified'),
  ('awaitingVerification', 'returned', 'recordReturned'),
  ('awaitingVerification', 'withdrawn', 'uploadWithdrawn'),
  ('returned', 'withdrawn', 'uploadWithdrawn'),
  ('verified', 'superseded', 'versionSuperseded'),
  ('verified', 'awaitingVerification', 'verificationRevoked');

create table archive.stage_moves (
  from_stage text not null,
  to_stage   text not null,
  event      text not null,
  primary key (from_stage, to_stage, event)
);
insert into archive.stage_moves (from_stage, to_stage, event) values
  ('draft', 'active', 'recordActivated'),
  ('active', 'inactive', 'recordInactivated'),
  ('inactive', 'retentionEnded', 'retentionExpired'),
  ('retentionEnded', 'inactive', 'retentionRecomputed'),
  ('retentionEnded', 'permanent', 'recordMarkedPermanent'),
  ('underAppraisal', 'permanent', 'recordMarkedPermanent'),
  ('retentionEnded', 'underAppraisal', 'appraisalStarted'),
  ('underAppraisal', 'inactive', 'retentionExtended'),
  ('underAppraisal', 'proposedForDestruction', 'destructionRecommended'),
  ('proposedForDestruction', 'waitingPeriod', 'destructionApproved'),
  ('underAppraisal', 'inactive', 'itemWithdrawn'),
  ('proposedForDestruction', 'inactive', 'itemWithdrawn'),
  ('waitingPeriod', 'inactive', 'itemWithdrawn'),
  ('destroying', 'inactive', 'itemWithdrawn'),
  ('waitingPeriod', 'destroying', 'destructionStarted'),
  ('destroying', 'destroyed', 'recordDestroyed');

-- `agency` has it in custody: that moves when the other agency accepts it, not when the person does.
-- `next_n` and `next_no` number the events and the versions of a record without a gap. `held` serves
-- lists; whether a hold is on is asked of the holds.
create table archive.records (
  id               uuid primary key,
  person           uuid not null references people,
  agency           uuid not null references agencies,
  type             text not null,
  slot             text not null,
  stage            text not null default 'draft'
                   check (stage in ('draft', 'active', 'inactive', 'retentionEnded', 'underAppraisal',
                                    'proposedForDestruction', 'waitingPeriod', 'destroying', 'destroyed',
                                    'permanent', 'transferred')),
  stage_since      timestamptz not null,
  next_n           integer not null default 1 check (next_n > 0),
  next_no          integer not null default 1 check (next_no > 0),
  retention_end    date,
  retention_reason jsonb,
  held             boolean not null default false,
  destroyed_at     timestamptz,
  check ((stage = 'destroyed') = (destroyed_at is not null))
);
create unique index records_slot on archive.records (person, type, slot) where stage <> 'destroyed';
create index records_person on archive.records (person);
create index records_ending on archive.records (retention_end, id) where stage = 'inactive' and not held;
create index records_ended on archive.records (agency, retention_end, id) where stage = 'retentionEnded';

-- `metadata`, `sealed`, `twin_tag` and `text_pages` go when the version's key goes; `sealed` holds under
-- that key the file's name, its plain hash and the salt of `commitment`. `notes`: what was found and
-- does not matter, like a signature that nobody has checked.
create table archive.versions (
  id             uuid primary key,
  record         uuid not null references archive.records,
  no             integer not null check (no > 0),
  person         uuid not null references people,
  agency         uuid not null references agencies,
  status         text not null
                 check (status in ('quarantined', 'rejectedBySystem', 'awaitingVerification', 'returned',
                                   'verified', 'superseded', 'withdrawn')),
  scan           text not null default 'notScanned' check (scan in ('scanClean', 'scanFound', 'notScanned')),
  scanned_by     text,
  scanned_at     timestamptz,
  bytes          bigint not null check (bytes >= 0),
  pages          integer check (pages > 0),
  notes          text[] not null default '{}',
  digitised      boolean not null default false,
  metadata       jsonb,
  sealed         bytea,
  twin_tag       bytea,
  commitment     bytea not null,
  uploaded_by    uuid not null references people,
  uploaded_as    uuid references mandates,
  received_at    timestamptz not null,
  status_since   timestamptz not null,
  submitted_at   timestamptz,
  refusal        text,
  returned_for   jsonb,
  verified_by    uuid references people,
  verified_as    uuid references mandates,
  verified_at    timestamptz,
  superseded_at  timestamptz,
  key_gone_at    timestamptz,
  unique (record, no),
  check ((status = 'rejectedBySystem') = (refusal is not null)),
  check (status <> 'returned' or returned_for is not null),
  check ((status in ('verified', 'superseded')) = (verified_by is not null)),
  check ((verified_by is null) = (verified_at is null)),
  check ((status = 'superseded') = (superseded_at is not null)),
  check (status not in ('awaitingVerification', 'returned', 'verified', 'superseded')
         or (submitted_at is not null and pages is not null)),
  check (verified_by <> uploaded_by and verified_by <> person),
  check (key_gone_at is null or (metadata is null and sealed is null and twin_tag is null))
);
create unique index versions_verified on archive.versions (record) where status = 'verified';
-- `person`: of a unit's people, without a look at all that wait in its agency.
create index versions_queue on archive.versions (agency, submitted_at, id) include (person)
  where status = 'awaitingVerification';
create index versions_intake on archive.versions (received_at, id) where status = 'quarantined';
create index versions_twin on archive.versions (twin_tag) where twin_tag is not null;
create index versions_returned on archive.versions (status_since, id) where status = 'returned';
create index versions_rejected on archive.versions (status_since, id)
  where status = 'rejectedBySystem' and key_gone_at is null;

-- What lies where: `sha256` is of the ciphertext, so that it can be checked without a key.
create table archive.copies (
  version       uuid not null references archive.versions,
  kind          text not null check (kind in ('content', 'thumbnail', 'preview', 'text')),
  page          integer not null check (page >= 0 and (page = 0) = (kind = 'content')),
  store         text not null,
  object        uuid not null unique,
  sha256        bytea not null check (octet_length(sha256) = 32),
  bytes         bigint not null check (bytes > 0),
  health        text not null default 'unchecked' check (health in ('unchecked', 'healthy', 'damaged', 'missing')),
  last_result   text,
  checked_at    timestamptz,
  next_check_at timestamptz not null,
  primary key (version, kind, page, store)
);
create index copies_due on archive.copies (store, next_check_at);

-- Penahanan: on a person, on one type of their records, or on one record.
create table archive.holds (
  id          uuid primary key,
  person      uuid not null references people,
  type        text,
  record      uuid references archive.records,
  basis       text not null check (char_length(basis) between 10 and 1000),
  case_no     text not null check (char_length(case_no) between 1 and 100),
  review_on   date not null,
  silent      boolean not null default false,
  placed_by   uuid not null references people,
  placed_as   uuid not null references mandates,
  placed_at   timestamptz not null,
  asked_to_lift_by uuid references people,
  lifted_by   uuid references people,
  lifted_with uuid references people,
  lifted_at   timestamptz,
  lift_reason text,
  check (record is null or type is null),
  check (lifted_by <> lifted_with),
  check ((lifted_at is null) = (lifted_by is null)),
  check ((lifted_at is null) = (lifted_with is null)),
  check ((lifted_at is null) = (lift_reason is null))
);
create index holds_on on archive.holds (person) where lifted_at is null;

create function archive.is_held(of_record uuid) returns boolean language sql stable as $$
  select exists (
    select from archive.records r join archive.holds h on h.person = r.person
    where r.id = of_record and h.lifted_at is null
      and (h.record is null or h.record = r.id) and (h.type is null or h.type = r.type))
$$;

-- I8: what happened to a record, in the transaction that did it; `n` without a gap within the record.
-- `body` has codes and ids, never a name, NIP or title: it is what a leaf of the log commits to.
create table archive.events (
  id     uuid primary key,
  record uuid references archive.records,
  n      integer check (n > 0),
  person uuid references people,
  at     timestamptz not null,
  name   text not null,
  actor  uuid references people,
  hat    uuid references mandates,
  body   jsonb not null,
  salt   bytea not null check (octet_length(salt) = 32),
  check ((record is null) = (n is null)),
  unique (record, n)
);
create index events_person on archive.events (person, at);
create index events_actor on archive.events (actor, at) where actor is not null;

-- What is to become a leaf of the log and has no place in it yet.
create table archive.log_queue (
  event uuid primary key references archive.events,
  seq   bigint generated always as identity
);

create function archive.check_status_move() returns trigger language plpgsql as $$
begin
  if not exists (select from archive.status_moves m where m.from_status = old.status and m.to_status = new.status) then
    raise exception 'a version does not go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger status_move before update of status on archive.versions
  for each row when (old.status is distinct from new.status) execute function archive.check_status_move();

-- I1 and I2 whatever the program forgets: no other way, none towards destruction under a hold, and none
-- out of it once a key is gone, when a hold comes too late.
create function archive.check_stage_move() returns trigger language plpgsql as $$
begin
  if not exists (select from archive.stage_moves m where m.from_stage = old.stage and m.to_stage = new.stage) then
    raise exception 'a record does not go from % to %', old.stage, new.stage using errcode = 'check_violation';
  end if;
  if new.stage in ('retentionEnded', 'underAppraisal', 'proposedForDestruction', 'waitingPeriod', 'destroying')
     and archive.is_held(new.id) then
    raise exception 'a hold is on the record' using errcode = 'check_violation';
  end if;
  if old.stage = 'destroying' and exists (select from archive.versions v where v.record = new.id
       and (v.key_gone_at is null) = (new.stage = 'destroyed')) then
    raise exception 'a key stands against it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stage_move before update of stage on archive.records
  for each row when (old.stage is distinct from new.stage) execute function archive.check_stage_move();

-- New ones begin at the beginning.
create function archive.check_beginning() returns trigger language plpgsql as $$
begin
  raise exception 'a new row of % does not begin there', tg_table_name using errcode = 'check_violation';
end $$;
create trigger beginning before insert on archive.versions
  for each row when (new.status <> 'quarantined') execute function archive.check_beginning();
create trigger beginning before insert on archive.records
  for each row when (new.stage <> 'draft') execute function archive.check_beginning();

grant select on archive.status_moves, archive.stage_moves to asn_app, asn_keyring;
grant select, insert on archive.records, archive.versions, archive.copies, archive.holds, archive.events,
  archive.log_queue to asn_app, asn_keyring;
grant update (agency, stage, stage_since, next_n, next_no, retention_end, retention_reason, held)
  on archive.records to asn_app;
grant update (agency, stage, stage_since, next_n, next_no, retention_end, retention_reason, held, destroyed_at)
  on archive.records to asn_keyring;
grant update (agency, status, scan, scanned_by, scanned_at, pages, notes, metadata, status_since, submitted_at,
  refusal, returned_for, verified_by, verified_as, verified_at, superseded_at) on archive.versions to asn_app;
grant update on archive.versions to asn_keyring;
grant update (health, last_result, checked_at, next_check_at, object, sha256, bytes) on archive.copies to asn_app;
grant update, delete on archive.copies to asn_keyring;
grant update (asked_to_lift_by, lifted_by, lifted_with, lifted_at, lift_reason) on archive.holds to asn_app;
grant select on people, agencies, accounts, mandates to asn_keyring;
grant execute on function archive.is_held(uuid) to asn_app, asn_keyring;

-- Whom a hat reaches here: the records its agency has in custody, of people of its unit and below.
-- National admins read none. Bypasses the policy of people, for who moved away is still in custody.
create function archive.in_custody(of_person uuid, of_agency uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope_setting('reach') = 'agency' and of_agency = scope_setting('agency')::uuid
    and (scope_setting('unit') is null
      or (select p.unit from people p where p.id = of_person) in (select unit_and_below(scope_setting('unit')::uuid)))
$$;

do $$
declare
  kept text;
begin
  foreach kept in array array['records', 'versions', 'holds', 'events'] loop
    execute format('alter table archive.%I enable row level security', kept);
    execute format('create policy application on archive.%I to asn_app using (true) with check (true)', kept);
    execute format('create policy keyring on archive.%I to asn_keyring using (true) with check (true)', kept);
  end loop;
end $$;
create policy scope on archive.records to asn_desk using (archive.in_custody(person, agency));
create policy scope on archive.versions to asn_desk using (archive.in_custody(person, agency));
create policy scope on archive.holds to asn_desk using (exists (select from archive.records r where r.person = holds.person));
create policy scope on archive.events to asn_desk using (exists (select from archive.records r where r.id = record));
grant select on archive.records, archive.versions, archive.holds, archive.events to asn_desk;
