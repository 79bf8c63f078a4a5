-- How long records are kept: rules of each agency (JRA), and the facts that periods run from. Nobody
-- types an end; both lead to it (domain/archive/retention).

create function archive.is_retention_event(name text) returns boolean language sql immutable as $$
  select name in ('decreeIssued', 'serviceEnded', 'contractEnded', 'rightsSettled', 'finalVerdict', 'budgetYearEnded',
                  'dataRenewed', 'appointed', 'identitySet', 'activityDone')
$$;

-- What a rule would do, counted through all records of the agency, piece by piece, as of `on_day`; without
-- `terms`, how things stand. `base`: the version that the terms would replace, 0 for a new rule.
create table archive.retention_forecasts (
  id           uuid primary key,
  agency       uuid not null references agencies,
  rule         uuid,
  base         integer check (base >= 0),
  terms        jsonb,
  on_day       date not null,
  asked_by     uuid references people,
  asked_at     timestamptz not null,
  after_record uuid,
  forecast     jsonb not null,
  sha256       bytea check (octet_length(sha256) = 32),
  done_at      timestamptz,
  check ((terms is null) = (rule is null) and (terms is null) = (base is null)),
  check (terms is null or asked_by is not null),
  check ((done_at is null) = (sha256 is null))
);
create index retention_forecasts_open on archive.retention_forecasts (asked_at) where done_at is null;
-- Whoever asks waits for an answer before the next question, so that nobody keeps the portal counting.
create unique index retention_forecasts_one on archive.retention_forecasts (asked_by) where done_at is null;
create unique index retention_forecasts_standing on archive.retention_forecasts (agency, on_day) where terms is null;

-- T29: asked by one person, with what they saw coming; decided by another, whatever hats they wear.
create table archive.retention_rule_requests (
  id         uuid primary key,
  agency     uuid not null references agencies,
  rule       uuid not null,
  forecast   uuid not null unique references archive.retention_forecasts,
  asked_by   uuid not null references people,
  asked_as   uuid not null references mandates,
  asked_at   timestamptz not null,
  state      text not null check (state in ('open', 'published', 'declined', 'withdrawn')),
  decided_by uuid references people,
  decided_as uuid references mandates,
  decided_at timestamptz,
  check ((state = 'open') = (decided_by is null)),
  check ((decided_by is null) = (decided_as is null) and (decided_by is null) = (decided_at is null)),
  check ((decided_by = asked_by) = (state = 'withdrawn'))
);
create unique index retention_rule_requests_open on archive.retention_rule_requests (agency, rule)
  where state = 'open';
create index retention_rule_requests_agency on archive.retention_rule_requests (agency, asked_at);

-- One row for each version of a rule and each thing known of it: `valid_…` when it holds, `known_…` when
-- the portal knew so. Nothing in a row changes but that it is known no longer.
create table archive.retention_rules (
  id                    uuid not null,
  version               integer not null check (version > 0),
  agency                uuid not null references agencies,
  classification        text not null check (classification <> ''),
  name                  text not null,
  covers                text not null check (covers in ('classification', 'type', 'personalFile')),
  type                  text references archive.record_types,
  active_years          integer not null check (active_years between 0 and 100),
  active_trigger        text not null
                        check (active_trigger in ('notStated', 'none') or archive.is_retention_event(active_trigger)),
  inactive_years        integer not null check (inactive_years between 0 and 100),
  inactive_trigger      text not null check (inactive_trigger in ('notStated', 'none', 'activeEnded')
                                             or archive.is_retention_event(inactive_trigger)),
  count_from            text not null check (count_from in ('immediately', 'monthEnd', 'yearEnd')),
  disposition           text not null check (disposition in ('destroy', 'reappraise', 'permanent', 'mergePersonalFile')),
  exception_text        text,
  exception_disposition text check (exception_disposition in ('destroy', 'reappraise', 'permanent', 'mergePersonalFile')),
  approval              text not null check (approval in ('agency', 'nationalArchives')),
  legal_basis           text not null check (legal_basis <> ''),
  verified              boolean not null,
  request               uuid references archive.retention_rule_requests,
  valid_from            date not null,
  ends_from             date not null check (ends_from >= valid_from),
  valid_until           date check (valid_until >= valid_from),
  known_from            timestamptz not null,
  known_until           timestamptz check (known_until >= known_from),
  primary key (agency, id, version, known_from),
  check ((covers = 'type') = (type is not null)),
  check ((exception_text is null) = (exception_disposition is null)),
  check (covers <> 'personalFile' or disposition <> 'mergePersonalFile'),
  check (active_trigger <> 'none' or active_years = 0),
  check (inactive_trigger <> 'none' or inactive_years = 0),
  -- Nothing is verified that two persons did not publish.
  check (verified = (request is not null))
);
create unique index retention_rules_known on archive.retention_rules (agency, id, version) where known_until is null;

-- Rows to begin with, which belong to nobody, so that no query of an agency's rules can meet them.
create table archive.retention_examples (
  source                text not null,
  position              integer not null,
  classification        text not null,
  name                  text not null,
  covers                text not null,
  active_years          integer not null,
  active_trigger        text not null,
  inactive_years        integer not null,
  inactive_trigger      text not null,
  disposition           text not null,
  exception_text        text,
  exception_disposition text,
  legal_basis           text not null,
  primary key (source, position)
);

-- The last day known of each event of a person, from the national data and from verified papers.
create table archive.retention_facts (
  person  uuid not null references people,
  kind    text not null check (archive.is_retention_event(kind)),
  on_date date not null,
  how     text check (how in ('retired', 'died', 'left')),
  primary key (person, kind),
  check (how is null or kind = 'serviceEnded')
);

-- T17: what a panel granted beside the rules; of several the last counts.
create table archive.retention_extensions (
  record     uuid not null references archive.records,
  until_date date not null,
  reason     text not null check (reason <> ''),
  decided_by uuid not null references people,
  decided_as uuid not null references mandates,
  decided_at timestamptz not null,
  primary key (record, decided_at)
);

-- T12 goes by the end of the active period as T13 does by that of retention.
alter table archive.records add column active_end date;
create index records_activity on archive.records (active_end, id) where stage = 'active' and active_end is not null;
create index records_agency on archive.records (agency, id);

-- Where the records of an agency are counted anew, and how far that is: `asked_at` after `begun_at` starts
-- it again. `counted_on`: as of which day it was last done.
create table archive.retention_recounts (
  agency       uuid primary key references agencies,
  asked_at     timestamptz not null,
  begun_at     timestamptz,
  after_record uuid,
  seen         integer not null default 0 check (seen >= 0),
  changed      integer not null default 0 check (changed >= 0),
  counted_on   date,
  done_at      timestamptz,
  check (begun_at is not null or (after_record is null and done_at is null)),
  check (done_at is null or counted_on is not null)
);
create index retention_recounts_open on archive.retention_recounts (asked_at) where done_at is null;

-- Whose facts may have changed; the portal counts their records anew within minutes. One note a change,
-- so that nobody who writes one waits for whoever works them off.
create table archive.retention_stale (
  id     bigint generated always as identity primary key,
  person uuid not null references people
);

create function archive.note_service() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive.retention_stale (person)
  select n.id from new_people n join old_people o on o.id = n.id
  where (o.legal_position, o.end_of_service, o.kind) is distinct from (n.legal_position, n.end_of_service, n.kind)
    and exists (select from archive.records r where r.person = n.id);
  return null;
end $$;
create trigger retention_follows after update on people referencing old table as old_people new table as new_people
  for each statement execute function archive.note_service();

create function archive.note_history() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive.retention_stale (person)
  select distinct h.person from new_rows h
  where exists (select from archive.records r where r.person = h.person);
  return null;
end $$;
create trigger retention_follows_added after insert on archive.history referencing new table as new_rows
  for each statement execute function archive.note_history();
create trigger retention_follows_removed after delete on archive.history referencing old table as new_rows
  for each statement execute function archive.note_history();
create trigger retention_follows_changed after update on archive.history referencing new table as new_rows
  for each statement execute function archive.note_history();

create function archive.note_paper() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive.retention_stale (person) values (new.person);
  return null;
end $$;
create trigger retention_follows after update of status, metadata on archive.versions
  for each row when (new.status = 'verified' or old.status = 'verified') execute function archive.note_paper();

-- Other versions of the record that nobody has judged yet (T13).
create function archive.has_pending_version(of_record uuid) returns boolean language sql stable as $$
  select exists (select from archive.versions v
                 where v.record = of_record and v.status in ('quarantined', 'awaitingVerification'))
$$;

grant select, insert on archive.retention_forecasts, archive.retention_rule_requests, archive.retention_rules,
  archive.retention_extensions to asn_app;
grant update (after_record, forecast, sha256, done_at) on archive.retention_forecasts to asn_app;
grant update (state, decided_by, decided_as, decided_at) on archive.retention_rule_requests to asn_app;
grant update (known_until) on archive.retention_rules to asn_app;
grant select on archive.retention_examples to asn_app;
grant select, insert, update, delete on archive.retention_facts, archive.retention_recounts to asn_app;
grant select, delete, update on archive.retention_stale to asn_app;
grant update (active_end) on archive.records to asn_app, asn_keyring;
grant select on archive.retention_rules, archive.retention_extensions, archive.retention_facts to asn_keyring;
grant execute on function archive.has_pending_version(uuid) to asn_app, asn_keyring;
grant select on archive.retention_rules, archive.retention_forecasts, archive.retention_rule_requests,
  archive.retention_facts, archive.retention_extensions, archive.retention_recounts to asn_desk;

-- R-AD-01: rules and numbers are for whom a whole agency is in reach, facts go with the records.
do $$
declare
  kept text;
begin
  foreach kept in array array['retention_rules', 'retention_forecasts', 'retention_rule_requests', 'retention_recounts'] loop
    execute format('alter table archive.%I enable row level security', kept);
    execute format('create policy application on archive.%I to asn_app using (true) with check (true)', kept);
    execute format('create policy keyring on archive.%I to asn_keyring using (true)', kept);
    execute format($policy$
      create policy scope on archive.%I for select to asn_desk using (
        (select scope_setting('reach')) = 'agency' and agency = (select scope_setting('agency')::uuid))
    $policy$, kept);
  end loop;
  foreach kept in array array['retention_facts', 'retention_extensions'] loop
    execute format('alter table archive.%I enable row level security', kept);
    execute format('create policy application on archive.%I to asn_app using (true) with check (true)', kept);
    execute format('create policy keyring on archive.%I to asn_keyring using (true)', kept);
  end loop;
end $$;
create policy scope on archive.retention_facts for select to asn_desk
  using (exists (select from archive.records r where r.person = retention_facts.person));
create policy scope on archive.retention_extensions for select to asn_desk
  using (exists (select from archive.records r where r.id = record));

-- Two agencies' JRA as others wrote them down (domain.md 5.4): examples that nobody has verified.
insert into archive.retention_examples (source, position, classification, name, covers, active_years, active_trigger,
  inactive_years, inactive_trigger, disposition, exception_text, exception_disposition, legal_basis)
values
  ('A', 1, '800.1.1.1', 'Perencanaan Kebutuhan ASN (Analisis, Pengolahan Data)', 'classification', 2, 'notStated', 3, 'activeEnded', 'destroy',
   null, null, 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 2, '800.1.2.1', 'Formasi ASN (Usulan, Persetujuan, Penetapan)', 'classification', 2, 'notStated', 3, 'activeEnded', 'destroy',
   'Musnah, Kecuali Penetapan Formasi Khusus Permanen', 'permanent', 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 3, '800.1.2.2', 'Proses Rekrutmen/Pengadaan ASN', 'classification', 2, 'notStated', 3, 'activeEnded', 'destroy',
   null, null, 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 4, '800.1.3.2', 'Kenaikan Pangkat/Golongan/Jabatan', 'classification', 1, 'notStated', 1, 'activeEnded', 'destroy',
   'Musnah, Kecuali Nota dan SK Masuk Berkas Perseorangan Permanen', 'mergePersonalFile', 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 5, '800.1.3.3', 'Pengangkatan dan Pemberhentian Jabatan Struktural/Fungsional', 'classification', 1, 'notStated', 1, 'activeEnded', 'destroy',
   'Musnah, Kecuali SK Masuk Berkas Perseorangan Permanen', 'mergePersonalFile', 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 6, '800.1.4.4', 'Standar Kinerja Pegawai (SKP) dan Penilaian Prestasi Kerja', 'classification', 1, 'notStated', 1, 'activeEnded', 'destroy',
   null, null, 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 7, '800.1.6.1', 'Kode Etik Pegawai', 'classification', 2, 'notStated', 3, 'activeEnded', 'permanent',
   null, null, 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 8, '800.1.6.2', 'Disiplin Pegawai', 'classification', 2, 'notStated', 3, 'activeEnded', 'destroy',
   null, null, 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 9, '800.1.6.3', 'Pemberhentian Dengan Hormat', 'classification', 2, 'notStated', 3, 'activeEnded', 'destroy',
   'Musnah, Kecuali SK Masuk Berkas Perseorangan Permanen', 'mergePersonalFile', 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 10, '800.1.6.6', 'Pensiun ASN (Administrasi, Penetapan, Pertimbangan Teknis)', 'classification', 1, 'notStated', 1, 'activeEnded', 'destroy',
   'Musnah, Kecuali Pensiun Pejabat Tinggi Pratama/Madya/Utama, Pejabat Negara dan Janda/Dudanya Permanen', 'permanent', 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 11, '800.1.11.1', 'Surat Perintah Dinas / Surat Tugas', 'classification', 1, 'notStated', 1, 'activeEnded', 'destroy',
   null, null, 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 12, '800.1.13.1', 'Berkas Perseorangan PNS', 'classification', 3, 'notStated', 7, 'activeEnded', 'destroy',
   null, null, 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('A', 13, '800.1.13.3', 'Berkas Perseorangan Pejabat Negara dan yang Disetarakan', 'classification', 1, 'notStated', 1, 'activeEnded', 'permanent',
   null, null, 'contoh Perbup Kab. Pekalongan 63/2024'),
  ('B', 1, 'KP.01.05.a', '', 'classification', 2, 'dataRenewed', 3, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 2, 'KP.01.06.a', '', 'classification', 2, 'budgetYearEnded', 3, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 3, 'KP.01.07.a', '', 'classification', 2, 'appointed', 3, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 4, 'KP.01.07.c', '', 'classification', 2, 'appointed', 3, 'activeEnded', 'mergePersonalFile',
   null, null, 'contoh LPP TVRI'),
  ('B', 5, 'KP.01.07.f', '', 'classification', 2, 'notStated', 2, 'activeEnded', 'destroy',
   'Musnah kecuali Surat Keputusan masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 6, 'KP.01.07.h', '', 'classification', 2, 'contractEnded', 3, 'activeEnded', 'destroy',
   'Musnah kecuali eselon 1 Permanen', 'permanent', 'contoh LPP TVRI'),
  ('B', 7, 'KP.02.01', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 8, 'KP.02.03', '', 'classification', 3, 'notStated', 4, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 9, 'KP.02.04', '', 'classification', 1, 'notStated', 0, 'none', 'mergePersonalFile',
   null, null, 'contoh LPP TVRI'),
  ('B', 10, 'KP.03.01', '', 'classification', 2, 'finalVerdict', 3, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 11, 'KP.04.01', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'mergePersonalFile',
   null, null, 'contoh LPP TVRI'),
  ('B', 12, 'KP.04.05', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'destroy',
   'Musnah, kecuali Surat Keputusan masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 13, 'KP.05.05', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'mergePersonalFile',
   null, null, 'contoh LPP TVRI'),
  ('B', 14, 'KP.07.01', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'mergePersonalFile',
   null, null, 'contoh LPP TVRI'),
  ('B', 15, 'KP.07.02', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'destroy',
   'Musnah, kecuali Surat Keputusan masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 16, 'KP.07.03.a', '', 'classification', 2, 'serviceEnded', 3, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 17, 'KP.07.03.c', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'destroy',
   'Musnah, Kecuali Surat Keputusan masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 18, 'KP.08.01.c', '', 'classification', 1, 'finalVerdict', 2, 'activeEnded', 'destroy',
   'Musnah, kecuali Surat Keputusan masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 19, 'KP.09.01', '', 'classification', 2, 'activityDone', 2, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 20, 'KP.09.02', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'destroy',
   'Musnah, Kecuali Cuti Diluar Tanggungan Negara masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 21, 'KP.10.01', '', 'classification', 1, 'identitySet', 0, 'none', 'destroy',
   'Musnah kecuali hasil uji kesehatan/medical check up, masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 22, 'KP.10.02', '', 'classification', 1, 'serviceEnded', 2, 'activeEnded', 'destroy',
   null, null, 'contoh LPP TVRI'),
  ('B', 23, 'KP.12.01', '', 'classification', 2, 'finalVerdict', 3, 'activeEnded', 'destroy',
   'Musnah, kecuali Surat Keputusan masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 24, 'KP.15.01.a', '', 'personalFile', 1, 'serviceEnded', 2, 'activeEnded', 'destroy',
   'Musnah, Kecuali Direktur Utama, dan Pejabat lain yang secara individual ditentukan oleh Lembaga Penyiaran Publik Televisi Republik Indonesia dan Aparatur Sipil Negara yang berjasa/terlibat dalam peristiwa Berskala Nasional Permanen', 'permanent', 'contoh LPP TVRI'),
  ('B', 25, 'KP.15.01.b', '', 'personalFile', 1, 'serviceEnded', 2, 'rightsSettled', 'destroy',
   'Musnah, Kecuali Direktur Utama, dan Pejabat lain yang secara individual ditentukan oleh Lembaga Penyiaran Publik Televisi Republik Indonesia dan Aparatur Sipil Negara yang berjasa/terlibat dalam peristiwa Berskala Nasional Permanen', 'permanent', 'contoh LPP TVRI'),
  ('B', 26, 'KP.16.01', '', 'classification', 2, 'decreeIssued', 3, 'activeEnded', 'destroy',
   'Musnah kecuali Sertifikat masuk berkas Perseorangan', 'mergePersonalFile', 'contoh LPP TVRI'),
  ('B', 27, 'KP.16.02.f', '', 'classification', 1, 'dataRenewed', 0, 'none', 'destroy',
   null, null, 'contoh LPP TVRI');
