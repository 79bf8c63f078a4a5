-- What boards show is counted when it happens, never when it is asked for: by the day of the agency's
-- zone and by month, for each agency and each unit as its people stand when their events are read.

create function day_in(at timestamptz, zone text) returns date language sql immutable as $$
  select (at at time zone case zone
    when 'WIB' then interval '7 hours' when 'WITA' then interval '8 hours' else interval '9 hours' end)::date
$$;

create function counts_on_boards(kind text) returns boolean language sql immutable as $$
  select kind in ('mfaActivated', 'signedIn', 'codesLocked', 'codeWrong', 'codeReplayed', 'passwordReset',
                  'mfaResetGranted', 'frozen', 'unfrozen', 'importChanged', 'frozenByAgency', 'disabledByAgency',
                  'enabledByAgency')
$$;

-- What an event adds one to; the model is measureOf in domain/boards/counts.ts.
create function board_measure(kind text, detail jsonb, had_mfa boolean) returns text language sql immutable as $$
  select case kind
    when 'mfaActivated' then case when not had_mfa then 'activations' end
    when 'signedIn' then 'sign_ins'
    when 'codesLocked' then 'lock_outs'
    when 'codeReplayed' then 'codes_used'
    when 'codeWrong' then case detail ->> 'reason'
      when 'late' then 'codes_late' when 'clockOff' then 'codes_clock' when 'zone' then 'codes_zone'
      when 'oldQr' then 'codes_old_qr' else 'codes_wrong' end
    when 'passwordReset' then 'resets_password'
    when 'mfaResetGranted' then case detail ->> 'by'
      when 'recoveryCode' then 'resets_recovery' when 'email' then 'resets_email' else 'resets_officer' end
  end
$$;

-- Whether an event shows that its person had a second factor; the model is showsMfa beside it.
create function shows_mfa(kind text, detail jsonb) returns boolean language sql immutable as $$
  select kind in ('mfaActivated', 'mfaResetGranted')
    or kind = 'signedIn' and detail ->> 'by' in ('code', 'recoveryCode')
    or kind = 'passwordReset' and detail ->> 'mfa' = 'reactivation'
$$;

-- Ids are given out before they are committed, so that a smaller one may appear after a greater; the
-- number of a transaction says for certain which of them are over (docs/decisions/018).
alter table events add column xid xid8 not null default pg_current_xact_id();
create index events_on_boards on events (xid) where counts_on_boards(kind);

-- Everything of a transaction before `rolled_up_before` has been counted, and nothing else.
create table board_cursor (
  one              boolean primary key default true check (one),
  rolled_up_before xid8 not null,
  rolled_up_at     timestamptz,
  summed_at        timestamptz
);
insert into board_cursor (rolled_up_before) values ('3');

create table board_agency_counts (
  span           text not null check (span in ('day', 'month')),
  agency         uuid not null references agencies,
  starts         date not null,
  activations    integer not null default 0 check (activations >= 0),
  sign_ins       integer not null default 0 check (sign_ins >= 0),
  lock_outs      integer not null default 0 check (lock_outs >= 0),
  codes_used     integer not null default 0 check (codes_used >= 0),
  codes_late     integer not null default 0 check (codes_late >= 0),
  codes_clock    integer not null default 0 check (codes_clock >= 0),
  codes_zone     integer not null default 0 check (codes_zone >= 0),
  codes_old_qr   integer not null default 0 check (codes_old_qr >= 0),
  codes_wrong    integer not null default 0 check (codes_wrong >= 0),
  resets_password integer not null default 0 check (resets_password >= 0),
  resets_recovery integer not null default 0 check (resets_recovery >= 0),
  resets_email    integer not null default 0 check (resets_email >= 0),
  resets_officer  integer not null default 0 check (resets_officer >= 0),
  primary key (span, agency, starts)
);
create index board_agency_counts_span on board_agency_counts (span, starts);

create table board_unit_counts (
  like board_agency_counts including defaults including constraints,
  unit uuid references units,
  unique nulls not distinct (span, agency, unit, starts)
);
create index board_unit_counts_starts on board_unit_counts (starts);

-- The nation asks for all agencies at once: what they come to together, and each over each period.
create table board_nation_counts (like board_agency_counts including defaults including constraints);
alter table board_nation_counts drop column agency, add primary key (span, starts);

create table board_agency_sums (like board_agency_counts including defaults including constraints);
alter table board_agency_sums
  drop column span,
  drop column starts,
  add column period text not null check (period in ('week', 'month', 'quarter', 'all')),
  add primary key (period, agency);

-- Who was told that a clock is wrong, once a day, so that people and not only codes can be counted.
create table board_clock_people (
  agency uuid not null references agencies,
  day    date not null,
  person uuid not null references people,
  unit   uuid references units,
  primary key (agency, day, person)
);
create index board_clock_people_day on board_clock_people (day);

-- How things stand, counted anew agency by agency; `total` leaves out the disabled.
create table board_standing (
  agency    uuid not null references agencies,
  unit      uuid references units,
  total     integer not null check (total >= 0),
  activated integer not null check (activated between 0 and total),
  frozen    integer not null check (frozen between 0 and activated),
  disabled  integer not null check (disabled >= 0),
  bounced   integer not null check (bounced >= 0),
  unique nulls not distinct (agency, unit)
);

-- `stale`: something has changed since that the next count will show.
create table board_recounts (
  agency     uuid primary key references agencies,
  counted_at timestamptz not null,
  stale      boolean not null default false
);

create table board_queues (
  agency  uuid not null references agencies,
  unit    uuid references units,
  queue   text not null check (queue in ('approvals', 'urgentMails', 'mails')),
  waiting integer not null check (waiting > 0),
  oldest  timestamptz not null,
  unique nulls not distinct (agency, unit, queue)
);

grant select, insert, update, delete on board_agency_counts, board_unit_counts, board_clock_people, board_standing,
  board_recounts, board_queues, board_nation_counts, board_agency_sums to asn_app;
grant select, update on board_cursor to asn_app;
grant select (applied_at) on import_runs to asn_app;
grant select on board_cursor, board_recounts, board_agency_counts, board_unit_counts, board_clock_people,
  board_standing, board_queues, board_nation_counts, board_agency_sums to asn_desk;

-- R-AD-01 for numbers: an agency reads its own, a unit its own and those below it; what is counted of
-- a whole agency is not for a unit of it. `nation` reads numbers alone: to is_in_scope it is nobody.
do $$
declare
  kept text;
begin
  foreach kept in array array['board_unit_counts', 'board_clock_people', 'board_standing', 'board_queues'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy application on %I to asn_app using (true) with check (true)', kept);
    execute format($policy$
      create policy scope on %I for select to asn_desk using (
        (select scope_setting('reach')) = 'nation'
        or (select scope_setting('reach')) = 'agency' and agency = (select scope_setting('agency')::uuid)
          and ((select scope_setting('unit')) is null
            or unit in (select unit_and_below((select scope_setting('unit')::uuid)))))
    $policy$, kept);
  end loop;
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['board_nation_counts', 'board_agency_sums'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy application on %I to asn_app using (true) with check (true)', kept);
    execute format('create policy scope on %I for select to asn_desk using ((select scope_setting(''reach'')) = ''nation'')', kept);
  end loop;
end $$;

alter table board_agency_counts enable row level security;
create policy application on board_agency_counts to asn_app using (true) with check (true);
create policy scope on board_agency_counts for select to asn_desk using (
  (select scope_setting('reach')) = 'nation'
  or (select scope_setting('reach')) = 'agency' and (select scope_setting('unit')) is null
    and agency = (select scope_setting('agency')::uuid));

-- The auditor's eyes: events done under a hat, by whom and about whom; no address of a mailbox, no
-- state of an account, and nothing to change. Each look is added to a list of its own.
do $$
begin
  create role asn_auditor nologin;
exception
  when duplicate_object or unique_violation then null;
end $$;
grant asn_auditor to asn_app;

create table audit_reads (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  reader  uuid not null references people,
  hat     uuid not null references mandates,
  asked   jsonb not null,
  browser text not null,
  network text not null
);

-- Somebody has reached the daily limit of what they may do for others (R-AD-03).
create function is_alarm(kind text) returns boolean language sql immutable as $$
  select kind in ('deskLimitReached', 'officerLimitReached')
$$;
create index events_alarms on events (id) where is_alarm(kind);

create index events_in_office on events (id) where hat is not null;
create index events_in_office_by on events (actor, id) where hat is not null;
create index events_in_office_about on events (person, id) where hat is not null;

grant select on agencies, mandates to asn_auditor;
grant select (id, name, agency) on people to asn_auditor;
grant select (identifier, person, kind, valid_to) on login_identifiers to asn_auditor;
grant select (id, at, kind, person, actor, hat, browser, network, detail), insert on events to asn_auditor;
grant insert on audit_reads to asn_auditor;
grant select on notice_kinds to asn_auditor;

create policy auditor on people for select to asn_auditor using (true);
create policy auditor on login_identifiers for select to asn_auditor using (true);
create policy auditor on mandates for select to asn_auditor using (true);
create policy auditor on events for select to asn_auditor using (hat is not null or is_alarm(kind));
-- Whoever looks for one person is seen by that person, like an officer who opens their page.
create policy looks on events for insert to asn_auditor with check (kind = 'employeeViewed' and hat is not null);

insert into notice_kinds (kind, urgency) values ('employeeViewed', 'none') on conflict do nothing;
