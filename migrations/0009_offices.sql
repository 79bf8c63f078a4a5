-- Units of an agency (unor): a tree within it.
create table units (
  id     uuid primary key,
  agency uuid not null references agencies,
  parent uuid,
  code   text not null check (code <> ''),
  name   text not null check (name <> ''),
  unique (agency, code),
  unique (agency, id),
  foreign key (agency, parent) references units (agency, id)
);
create index units_parent on units (parent) where parent is not null;

-- Whoever moves to another agency belongs to no unit until the national data names one.
alter table people add column unit uuid;
alter table people add foreign key (agency, unit) references units (agency, id);

create function unit_and_below(top uuid) returns setof uuid language sql stable as $$
  with recursive below as (
    select id from units where id = top
    union all
    select u.id from units u join below b on u.parent = b.id
  )
  select id from below
$$;

-- `valid_to` moves when a mandate is ended; one that is taken back before it begins was never in
-- force. A mandate reaches its agency, or only a unit of it and what is below.
alter table mandates
  add column id uuid not null default gen_random_uuid(),
  add column unit uuid,
  drop constraint mandates_pkey,
  add primary key (id),
  drop constraint mandates_check,
  add check (valid_to >= valid_from),
  drop constraint mandates_role_check,
  add check (role in ('officer', 'verifier', 'archivist', 'appraiser', 'approver', 'legalOfficer', 'inspector',
                      'agencyAdmin', 'nationalAdmin', 'auditor')),
  add check (unit is null or role in ('officer', 'verifier')),
  add foreign key (agency, unit) references units (agency, id);
create index mandates_person on mandates (person);
create index mandates_agency on mandates (agency, valid_to);

-- The hat that its person wears in this session, in whose name all acts for others are done.
alter table sessions add column hat uuid references mandates;

-- And the one that an event was done under; null where people act for themselves.
alter table events add column hat uuid references mandates;

-- What takes two people. Nobody decides what they asked for, and nobody anything about themselves;
-- `stopped` is the word of the person concerned (Bukan saya) or of the rules, judged again.
create table approval_requests (
  id         uuid primary key,
  kind       text not null check (kind in ('mfaReset', 'emailCorrection', 'mandate')),
  person     uuid not null references people,
  agency     uuid references agencies,
  what       jsonb not null,
  reason     text not null check (char_length(reason) between 20 and 1000),
  asked_by   uuid not null references people,
  asked_as   uuid not null references mandates,
  asked_at   timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  state      text not null check (state in ('open', 'approved', 'declined', 'withdrawn', 'stopped', 'done')),
  decided_by uuid references people,
  decided_as uuid references mandates,
  decided_at timestamptz,
  check (state = 'open' or decided_at is not null),
  check (state not in ('approved', 'declined', 'done') or (decided_by is not null and decided_as is not null)),
  check (decided_by is distinct from asked_by or state = 'withdrawn'),
  check (person <> asked_by),
  check (person is distinct from decided_by)
);
create index approval_requests_open on approval_requests (agency, asked_at) where state in ('open', 'approved');
create index approval_requests_person on approval_requests (person, asked_at);

-- R-AD-01. Whoever acts for others reads and writes under a role that sees no password, no secret
-- and nobody outside its scope, whatever the statement forgets. The scope stands in settings of the
-- transaction (src/store/scope.ts); without them nobody is in it.
do $$
begin
  create role asn_desk nologin;
exception
  when duplicate_object or unique_violation then null;
end $$;
grant asn_desk to asn_app;

create function scope_setting(name text) returns text language sql stable as $$
  select nullif(current_setting('asn.' || name, true), '')
$$;

-- Who may be helped by the national admin alone: those whom no agency may help. Bypasses the
-- policies below, which ask it.
create function holds_high_office(whose uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from mandates m
    where m.person = whose and m.role in ('agencyAdmin', 'nationalAdmin', 'auditor')
      and m.valid_from <= scope_setting('at')::timestamptz and m.valid_to > scope_setting('at')::timestamptz)
$$;

create function is_in_scope(person uuid, agency uuid, unit uuid) returns boolean language sql stable as $$
  select case scope_setting('reach')
    when 'agency' then agency = scope_setting('agency')::uuid
      and (scope_setting('unit') is null or unit in (select unit_and_below(scope_setting('unit')::uuid)))
    when 'offices' then holds_high_office(person)
    else false
  end
$$;

alter table people enable row level security;
create policy application on people to asn_app using (true) with check (true);
create policy scope on people to asn_desk using (is_in_scope(id, agency, unit));

do $$
declare
  kept text;
begin
  foreach kept in array array['login_identifiers', 'mandates', 'accounts', 'devices', 'recovery_sets', 'recovery_codes',
                              'email_addresses', 'events', 'approval_requests'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy application on %I to asn_app using (true) with check (true)', kept);
    execute format('create policy scope on %I to asn_desk using (exists (select from people p where p.id = person)) '
                   'with check (exists (select from people p where p.id = person))', kept);
  end loop;
end $$;

-- Mails are for the sender's eyes; whoever adds an event need not be able to write one.
alter function tell_event() security definer set search_path = public, pg_temp;

grant select on agencies, units, people, login_identifiers, mandates, email_addresses, approval_requests, events to asn_desk;
grant select (person, state, state_since, mfa, code_failures, codes_locked_until, recovery_failures,
              recovery_hour_since, recovery_hour_count, held_until, held_because, last_signed_in_at, closed_from)
  on accounts to asn_desk;
grant select (id, person, name, verified_at, retired_at, put_aside) on devices to asn_desk;
grant select (person, made_at, saved_at) on recovery_sets to asn_desk;
grant select (person, name, used_at) on recovery_codes to asn_desk;
grant insert on events to asn_desk;
grant select on units to asn_app;
grant select, insert, update on approval_requests to asn_app;
grant update (hat) on sessions to asn_app;

-- How soon a happening is told, by kind, where its details do not decide; what stands nowhere is told
-- now. The model is noticeOf in domain/notice/notice.ts.
create table notice_kinds (
  kind    text primary key,
  urgency text not null check (urgency in ('none', 'soon', 'now'))
);
insert into notice_kinds (kind, urgency)
select unnest(array['passwordWrong', 'signInRefused', 'signedOut', 'recoveryCodeWrong', 'recoveryCodesSaved',
                    'passwordHashUpgraded', 'resetCodeMade', 'steppedUp', 'sessionEnded', 'otherSessionsEnded',
                    'imported', 'legacyPasswordDeleted', 'hatChanged']), 'none'
union all
select unnest(array['recoveryCodesMade', 'recoveryCodeUsed', 'oldDeviceProven', 'weakPasswordReplaced',
                    'deviceRenamed']), 'soon';
grant select on notice_kinds to asn_app, asn_desk;

create or replace function notice_urgency(kind text, detail jsonb) returns text language sql stable as $$
  select case
    when kind = 'signedIn' and (detail ->> 'browser' <> 'new' or detail ->> 'by' = 'activation') then null
    when kind = 'codeWrong' and detail ->> 'inARow' is distinct from '3' then null
    when kind = 'recoveryCodesMade' and detail ->> 'occasion' = 'activation' then null
    when kind = 'importChanged' and not ((detail ->> 'activated')::boolean and detail -> 'changes' ?|
      array['agency', 'number', 'userName', 'email', 'closed', 'reopened', 'devices']) then null
    else (select nullif(coalesce(max(k.urgency), 'now'), 'none') from notice_kinds k
      where k.kind = notice_urgency.kind)
  end
$$;
drop function notice_urgency_of_acts(text, jsonb);
