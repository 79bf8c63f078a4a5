-- The application's own role: it owns nothing, so it can neither change a table nor grant itself
-- anything. Roles belong to the whole server, so several databases may try to make it at once.
do $$
begin
  create role asn_app nologin;
exception
  when duplicate_object or unique_violation then null;
end $$;

grant asn_app to current_user;

create table agencies (
  id   uuid primary key,
  code text not null unique,
  name text not null check (name <> ''),
  zone text not null check (zone in ('WIB', 'WITA', 'WIT'))
);

create table people (
  id     uuid primary key,
  name   text not null check (name <> ''),
  agency uuid not null references agencies,
  kind   text not null check (kind in ('pns', 'cpns', 'pppk')),
  email  text
);

-- What people type to say who they are; a name of the past stays, so that it is never given again.
create table login_identifiers (
  identifier text primary key check (identifier ~ '^[a-z0-9_@+]+$'),
  person     uuid not null references people,
  kind       text not null check (kind in ('nip', 'niPppk', 'userName')),
  valid_from timestamptz not null,
  valid_to   timestamptz check (valid_to > valid_from)
);
create index login_identifiers_person on login_identifiers (person);

create table mandates (
  person     uuid not null references people,
  role       text not null check (role in ('officer', 'verifier', 'archivist', 'appraiser', 'approver',
                                           'legalOfficer', 'inspector', 'nationalAdmin', 'auditor')),
  agency     uuid references agencies,
  valid_from timestamptz not null,
  valid_to   timestamptz not null check (valid_to > valid_from),
  primary key (person, role, valid_from),
  check ((agency is null) = (role in ('nationalAdmin', 'auditor')))
);

create table accounts (
  person               uuid primary key references people,
  state                text not null check (state in ('created', 'active', 'frozen', 'disabled')),
  state_since          timestamptz not null,
  mfa                  text not null check (mfa in ('none', 'inUse', 'reactivation')),
  code_failures        integer not null default 0 check (code_failures >= 0),
  codes_locked_until   timestamptz not null default 'epoch',
  recovery_failures    integer not null default 0 check (recovery_failures >= 0),
  recovery_hour_since  timestamptz not null default 'epoch',
  recovery_hour_count  integer not null default 0 check (recovery_hour_count >= 0),
  held_until           timestamptz,
  held_because         text check (held_because in ('firstActivation', 'reactivation')),
  last_signed_in_at    timestamptz,
  hashing_until        timestamptz not null default 'epoch',
  check ((held_until is null) = (held_because is null)),
  check (state <> 'created' or mfa = 'none')
);

create table passwords (
  person    uuid primary key references people,
  kind      text not null check (kind in ('own', 'keycloak')),
  body      jsonb not null,
  judged_at timestamptz
);

-- Times of codes are steps of 30 seconds since 1970 (RFC 6238).
create table devices (
  id          uuid primary key,
  person      uuid not null references people,
  name        text not null check (name <> ''),
  name_key    text not null,
  key_id      text not null,
  sealed      bytea not null,
  last_step   bigint not null,
  drift       integer not null default 0 check (drift between -10 and 10),
  verified_at timestamptz not null,
  retired_at  timestamptz check (retired_at >= verified_at)
);
create unique index devices_in_use on devices (person, name_key) where retired_at is null;
create index devices_person on devices (person);

-- Steps whose code was told as a clock error: they are never accepted, and two that agree name it.
create table told_steps (
  device  uuid not null references devices on delete cascade,
  step    bigint not null,
  at_step bigint not null,
  primary key (device, step)
);

-- A secret shown as QR code and not yet verified; it serves the one browser it was shown to.
create table enrolments (
  id         uuid primary key,
  person     uuid not null references people,
  browser    uuid not null,
  name       text,
  key_id     text not null,
  sealed     bytea not null,
  started_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > started_at)
);
create index enrolments_person on enrolments (person, started_at);

create table recovery_sets (
  person      uuid primary key references people,
  made_at     timestamptz not null,
  saved_at    timestamptz,
  shown_to    bytea,
  shown_until timestamptz,
  key_id      text,
  sealed      bytea,
  check (sealed is null or shown_to is not null),
  check ((sealed is null) = (shown_until is null)),
  check ((sealed is null) = (key_id is null)),
  check (saved_at is null or sealed is null)
);

create table recovery_codes (
  person  uuid not null references recovery_sets on delete cascade,
  name    text not null check (name ~ '^[A-Z2-7]{2}$'),
  body    jsonb not null,
  used_at timestamptz,
  primary key (person, name)
);

create table sign_ins (
  id_hash       bytea primary key,
  browser       uuid not null,
  person        uuid not null references people,
  state         text not null check (state in ('passwordProven', 'secondFactorProven', 'finished')),
  weak_password boolean not null,
  tries         integer not null default 0 check (tries between 0 and 5),
  started_at    timestamptz not null,
  expires_at    timestamptz not null check (expires_at > started_at),
  check (state <> 'secondFactorProven' or weak_password)
);
create index sign_ins_person on sign_ins (person);
create index sign_ins_expires on sign_ins (expires_at);

create table sessions (
  id_hash          bytea primary key,
  person           uuid not null references people,
  started_at       timestamptz not null,
  idle_seconds     integer not null check (idle_seconds > 0),
  idle_until       timestamptz not null,
  absolute_until   timestamptz not null check (absolute_until > started_at),
  browser_label    text not null,
  network          text not null,
  failed_elsewhere integer not null default 0 check (failed_elsewhere >= 0),
  previous_at      timestamptz
);
create index sessions_person on sessions (person);
create index sessions_absolute on sessions (absolute_until);

create table known_browsers (
  token_hash bytea not null,
  person     uuid not null references people,
  since      timestamptz not null,
  until      timestamptz not null,
  primary key (token_hash, person)
);
create index known_browsers_person on known_browsers (person);

-- Keys are HMACs: the table tells nobody's name and no address. `lasting` rows count a person's
-- failures in a row, which no passing of time may forget (NIST SP 800-63B-4, 3.2.2).
create table throttles (
  key        bytea primary key,
  count      integer not null check (count >= 0),
  since      timestamptz not null,
  held_until timestamptz not null default 'epoch',
  lasting    boolean not null default false
);
create index throttles_since on throttles (since) where not lasting;

-- What happened, for ever in the order it happened; the application may add and read, nothing else.
create table events (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  kind    text not null,
  person  uuid not null references people,
  actor   uuid not null references people,
  browser text not null,
  network text not null,
  detail  jsonb not null default '{}'
);
create index events_person on events (person, id);

grant select on migrations, agencies, people, login_identifiers, mandates to asn_app;
grant select, update on accounts to asn_app;
grant select, insert, update on passwords to asn_app;
grant select, insert, update, delete on devices, told_steps, enrolments, recovery_sets, recovery_codes, sign_ins,
  sessions, known_browsers, throttles to asn_app;
grant select, insert on events to asn_app;
