-- What kinds of documents a personnel archive holds (archive.md 3): data that the nation may change.
-- `applies_to`: kinds of people; `cardinality`: one, or one for each row of a history; `parts`: documents
-- that prove one row together. `weight`: hundredths of a point in the score of PNS and CPNS; scored types
-- without one share ten points. `siasn_codes` are a third party's copy: check before data is exchanged.
create table archive.record_types (
  code                   text primary key check (code ~ '^[a-z][A-Za-z0-9]{1,30}$'),
  position               integer not null,
  term                   text not null,
  dms_key                text unique,
  name                   text not null check (name <> ''),
  part_of                text not null check (part_of in ('main', 'conditional')),
  applies_to             text[] not null check (applies_to <> '{}' and applies_to <@ array['pns', 'cpns', 'pppk']),
  cardinality            text not null check (cardinality in ('one', 'perLevel', 'perRank', 'perEvent', 'perAgreement',
                                                              'perYear')),
  required_metadata      text[] not null,
  parts                  jsonb not null check (jsonb_typeof(parts) = 'array'),
  max_bytes              bigint not null default 1048576 check (max_bytes between 1 and 10485760),
  max_pages              integer not null default 300 check (max_pages between 1 and 300),
  security_class         text not null check (security_class in ('restricted', 'secret')),
  classification         jsonb not null,
  process_classification text,
  retention_trigger      text not null,
  weight                 integer check (weight > 0),
  scored                 boolean not null,
  siasn_codes            integer[] not null,
  basis                  text not null check (basis in ('published', 'proposal')),
  check (cardinality <> 'one' or parts = '[]'),
  check (weight is null or (scored and part_of = 'main'))
);

insert into archive.record_types (position, code, term, dms_key, name, part_of, applies_to, cardinality, required_metadata,
  parts, classification, process_classification, security_class, retention_trigger, weight, scored, siasn_codes, basis)
values
  (1, 'drh', 'curriculumVitae', 'drh', 'Daftar Riwayat Hidup (DRH)', 'main',
   '{cpns,pns,pppk}', 'one',
   '{documentDate}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', 750, true, '{}', 'published'),
  (2, 'd2np', 'nipDetermination', 'd2np', 'D2NP/D2NIP (penetapan NIP)', 'main', '{cpns,pns}', 'one',
   '{letterNumber,letterDate}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1"}', null, 'restricted', 'serviceEnded', 750, true, '{}', 'published'),
  (3, 'cpns', 'candidateAppointmentDecree', 'cpns', 'SK CPNS', 'main', '{cpns,pns}', 'one',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,rankGrade}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1"}', null, 'restricted', 'serviceEnded', 750, true, '{889}', 'published'),
  (4, 'spmtCpns', 'dutyCommencementLetter', 'spmt_cpns', 'SPMT CPNS', 'main', '{cpns,pns}', 'one',
   '{letterNumber,letterDate,effectiveDate}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1"}', null, 'restricted', 'serviceEnded', null, false, '{888}', 'published'),
  (5, 'pns', 'appointmentDecree', 'pns', 'SK PNS', 'main', '{pns}', 'one',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,rankGrade}', '[]',
   '{"pns": "800.1.13.1"}', null, 'restricted', 'serviceEnded', 750, true, '{887}', 'published'),
  (6, 'pendidikan', 'diploma', 'pendidikan', 'Riwayat Pendidikan (ijazah dan transkrip)', 'main',
   '{cpns,pns,pppk}', 'perLevel',
   '{educationLevel,institution,diplomaNumber,graduationDate}',
   '[{"code": "ijazah", "name": "Ijazah", "isRequired": true, "siasnCode": null},
     {"code": "transkrip", "name": "Transkrip nilai", "isRequired": true, "siasnCode": null},
     {"code": "skPencantumanGelar", "name": "SK Pencantuman Gelar", "isRequired": false, "siasnCode": null}]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', 1500, true, '{}', 'published'),
  (7, 'golongan', 'promotionDecree', 'golongan', 'Riwayat Golongan/Kenaikan Pangkat (SK KP)', 'main', '{cpns,pns}', 'perRank',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,rankGrade,promotionKind}',
   '[{"code": "skKp", "name": "SK KP", "isRequired": true, "siasnCode": null},
     {"code": "pertekKp", "name": "Pertek KP", "isRequired": false, "siasnCode": null}]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1"}', '800.1.3.2', 'restricted', 'serviceEnded', 1500, true, '{}', 'published'),
  (8, 'jabatan', 'positionDecree', 'jabatan', 'Riwayat Jabatan (SK Jabatan, Surat Pelantikan)', 'main',
   '{cpns,pns,pppk}', 'perEvent',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,positionKind,positionName,orgUnit}',
   '[{"code": "skJabatan", "name": "SK Jabatan", "isRequired": true, "siasnCode": 872},
     {"code": "suratPelantikan", "name": "Surat Pelantikan", "isRequired": false, "siasnCode": 873}]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   '800.1.3.3', 'restricted', 'serviceEnded', 1500, true, '{872,873}', 'published'),
  (9, 'diklat', 'trainingCertificate', 'diklat', 'Riwayat Diklat (sertifikat)', 'main',
   '{cpns,pns,pppk}', 'perEvent',
   '{trainingKind,trainingName,organiser,certificateNumber,certificateDate,lessonHours}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', 1500, true, '{874}', 'published'),
  (10, 'niPppk', 'niPppkDetermination', null, 'Penetapan NI PPPK', 'main', '{pppk}', 'one',
   '{letterNumber,letterDate}', '[]',
   '{"pppk": "800.1.13.2"}', null, 'restricted', 'serviceEnded', null, false, '{}', 'proposal'),
  (11, 'skPppk', 'contractAppointmentDecree', null, 'SK Pengangkatan PPPK', 'main', '{pppk}', 'perAgreement',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,agreementNumber}', '[]',
   '{"pppk": "800.1.13.2"}', null, 'restricted', 'contractEnded', null, false, '{}', 'proposal'),
  (12, 'perjanjianKerja', 'workAgreement', null, 'Perjanjian Kerja', 'main', '{pppk}', 'perAgreement',
   '{letterNumber,letterDate,agreementNumber,startDate,endDate}', '[]',
   '{"pppk": "800.1.13.2"}', null, 'restricted', 'contractEnded', null, false, '{}', 'proposal'),
  (13, 'spmtPppk', 'dutyCommencementLetter', null, 'SPMT PPPK', 'main', '{pppk}', 'perAgreement',
   '{letterNumber,letterDate,effectiveDate,agreementNumber}', '[]',
   '{"pppk": "800.1.13.2"}', null, 'restricted', 'contractEnded', null, false, '{}', 'proposal'),
  (14, 'pindahInstansi', 'agencyTransfer', 'pindah_instansi', 'Pindah Instansi/Mutasi', 'conditional', '{cpns,pns}', 'perEvent',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,fromAgency,toAgency}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1"}', null, 'restricted', 'serviceEnded', null, true, '{}', 'published'),
  (15, 'cltn', 'unpaidLeaveDecree', 'cltn', 'SK Cuti di Luar Tanggungan Negara (CLTN)', 'conditional', '{pns}', 'perEvent',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,startDate,endDate}', '[]',
   '{"pns": "800.1.13.1"}', '800.1.11.7', 'restricted', 'serviceEnded', null, true, '{}', 'published'),
  (16, 'pmk', 'servicePeriodReview', 'pmk', 'Peninjauan Masa Kerja (PMK)', 'conditional', '{cpns,pns}', 'perEvent',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,addedYears,addedMonths}',
   '[{"code": "skPmk", "name": "SK PMK", "isRequired": true, "siasnCode": null}]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1"}', null, 'restricted', 'serviceEnded', null, true, '{}', 'published'),
  (17, 'penghargaan', 'award', 'penghargaan', 'Penghargaan/Tanda Jasa', 'conditional',
   '{cpns,pns,pppk}', 'perEvent',
   '{awardName,decreeNumber,decreeDate}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', null, true, '{892}', 'published'),
  (18, 'angkaKredit', 'creditPointAssessment', 'angka_kredit', 'Penetapan Angka Kredit (PAK)', 'conditional',
   '{cpns,pns,pppk}', 'perEvent',
   '{decreeNumber,decreeDate,startDate,endDate,creditPoints}',
   '[{"code": "skPak", "name": "SK PAK", "isRequired": true, "siasnCode": 880},
     {"code": "dokPak", "name": "Dok PAK", "isRequired": true, "siasnCode": 879}]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', null, true, '{880,879}', 'published'),
  (19, 'skp22', 'performancePlan', 'skp22', 'SKP/Kinerja (sejak 2022)', 'conditional',
   '{cpns,pns,pppk}', 'perYear',
   '{performanceYear,performanceResult,issuingOfficial}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   '800.1.4.4', 'restricted', 'notStated', null, true, '{1179,890,891}', 'published'),
  (20, 'kursus', 'courseCertificate', null, 'Kursus', 'conditional',
   '{cpns,pns,pppk}', 'perEvent',
   '{trainingName,organiser,certificateNumber,certificateDate}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', null, false, '{881}', 'published'),
  (21, 'sertifikasi', 'certification', null, 'Sertifikasi', 'conditional',
   '{cpns,pns,pppk}', 'perEvent',
   '{title,organiser,certificateNumber,certificateDate}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', null, false, '{}', 'published'),
  (22, 'paten', 'patent', null, 'Paten', 'conditional',
   '{cpns,pns,pppk}', 'perEvent',
   '{title,certificateNumber,certificateDate}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', null, false, '{}', 'published'),
  (23, 'penulisanIlmiah', 'scientificWriting', null, 'Penulisan Ilmiah', 'conditional',
   '{cpns,pns,pppk}', 'perEvent',
   '{title,documentDate}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   null, 'restricted', 'serviceEnded', null, false, '{}', 'published'),
  (24, 'hukumanDisiplin', 'disciplinarySanction', null, 'SK Hukuman Disiplin', 'conditional',
   '{cpns,pns,pppk}', 'perEvent',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,sanctionKind}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   '800.1.6.2', 'secret', 'serviceEnded', null, false, '{882}', 'proposal'),
  (25, 'pemberhentian', 'endOfServiceDecree', null, 'SK Pemberhentian/Pensiun', 'conditional',
   '{cpns,pns,pppk}', 'perEvent',
   '{decreeNumber,decreeDate,effectiveDate,issuingOfficial,endReason}', '[]',
   '{"cpns": "800.1.13.1", "pns": "800.1.13.1", "pppk": "800.1.13.2"}',
   '800.1.6.3', 'restricted', 'serviceEnded', null, false, '{}', 'proposal');

alter table archive.records add foreign key (type) references archive.record_types;

-- The model is isHistoryKey in domain/archive/history.ts.
create function archive.is_history_key(cardinality text, key text) returns boolean language sql immutable as $$
  select case cardinality
    when 'perRank' then key ~ '^(I|II|III)/[a-d]$|^IV/[a-e]$'
    when 'perYear' then key ~ '^(19|20)[0-9]{2}$'
    when 'perAgreement' then key ~ '^[1-9]$'
    when 'perLevel' then key ~ '^[A-Za-z0-9]([A-Za-z0-9 ._/()+-]{0,62}[A-Za-z0-9.)+])?$'
    when 'perEvent' then key ~ '^[A-Za-z0-9]([A-Za-z0-9 ._/()+-]{0,62}[A-Za-z0-9.)+])?$'
    else false
  end
$$;

-- The events of a career, each of which a document is expected to prove. What the national data says
-- (`run`: in which import) stands above what a person, or an officer for them, added with an upload.
create table archive.history (
  person   uuid not null references people on delete cascade,
  type     text not null references archive.record_types,
  key      text not null check (key <> '' and key !~ '#' and char_length(key) <= 64),
  label    text not null check (label <> '' and char_length(label) <= 200),
  on_date  date,
  source   text not null check (source in ('national', 'person', 'officer')),
  run      uuid references import_runs,
  added_by uuid references people,
  added_as uuid references mandates,
  added_at timestamptz not null,
  primary key (person, type, key),
  check ((source = 'national') = (added_by is null)),
  check ((source = 'officer') = (added_as is not null)),
  check (source = 'person' or added_by is distinct from person)
);

-- Held by whatever is received for a row, and by whoever takes back one that was added by mistake.
create function archive.lock_history_row(of_person uuid, of_type text, of_key text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from archive.history where person = of_person and type = of_type and key = of_key for update;
end $$;
revoke all on function archive.lock_history_row(uuid, text, text) from public;
grant execute on function archive.lock_history_row(uuid, text, text) to asn_app, asn_keyring;

-- What somebody's archive comes to, for lists and boards; a page about one person counts anew. `score` in
-- hundredths, none for PPPK; `gaps`: type, slot and reason of what is missing or came back, without
-- secret types. `stale`: something changed beside the archive that the next count will show.
create table archive.completeness (
  person   uuid primary key references people on delete cascade,
  agency   uuid not null references agencies,
  unit     uuid,
  scheme   text not null check (scheme in ('pns', 'cpns', 'pppk')),
  score    integer check (score between 0 and 10000),
  missing  integer not null default 0 check (missing >= 0),
  waiting  integer not null default 0 check (waiting >= 0),
  returned integer not null default 0 check (returned >= 0),
  lacking  integer not null generated always as (missing + returned) stored,
  gaps     jsonb not null default '[]',
  stale    boolean not null default true,
  check (score is null or scheme <> 'pppk')
);
create index completeness_score on archive.completeness (agency, score, person) where score is not null;
create index completeness_lacking on archive.completeness (agency, lacking desc, person) include (unit) where lacking > 0;
create index completeness_stale on archive.completeness (person) where stale;

insert into archive.completeness (person, agency, unit, scheme) select id, agency, unit, kind from people;

-- Everybody has a row from the first day on, and it follows them to another agency at once.
create function archive.begin_completeness() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive.completeness (person, agency, unit, scheme)
  select id, agency, unit, kind from new_people on conflict do nothing;
  return null;
end $$;
create trigger completeness_begins after insert on people referencing new table as new_people
  for each statement execute function archive.begin_completeness();

create function archive.follow_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update archive.completeness c
  set agency = n.agency, unit = n.unit, stale = c.stale or (o.kind, o.number) is distinct from (n.kind, n.number)
  from new_people n join old_people o on o.id = n.id
  where c.person = n.id and (o.agency, o.unit, o.kind, o.number) is distinct from (n.agency, n.unit, n.kind, n.number);
  return null;
end $$;
create trigger completeness_follows after update on people referencing old table as old_people new table as new_people
  for each statement execute function archive.follow_person();

-- Other types are expected, or count otherwise, from now on: everybody is marked for a new count piece by
-- piece, so that whoever changes a type does not hold millions of rows. `after_person`: how far that is.
create table archive.completeness_marks (
  id           bigint generated always as identity primary key,
  after_person uuid not null default '00000000-0000-0000-0000-000000000000'
);
create function archive.count_everybody_anew() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive.completeness_marks default values;
  return null;
end $$;
create trigger types_changed after insert or delete on archive.record_types
  for each statement execute function archive.count_everybody_anew();
create trigger type_changed after update on archive.record_types for each row
  when ((old.code, old.part_of, old.applies_to, old.cardinality, old.parts, old.security_class, old.weight, old.scored)
    is distinct from
    (new.code, new.part_of, new.applies_to, new.cardinality, new.parts, new.security_class, new.weight, new.scored))
  execute function archive.count_everybody_anew();

-- A change of a type: asked by one national admin, with what they saw, and decided by another person.
create table archive.record_type_requests (
  id         uuid primary key,
  type       text not null references archive.record_types,
  before     jsonb not null check (jsonb_typeof(before) = 'object'),
  terms      jsonb not null check (jsonb_typeof(terms) = 'object'),
  asked_by   uuid not null references people,
  asked_as   uuid not null references mandates,
  asked_at   timestamptz not null,
  state      text not null check (state in ('open', 'applied', 'declined', 'withdrawn')),
  decided_by uuid references people,
  decided_as uuid references mandates,
  decided_at timestamptz,
  check ((state = 'open') = (decided_by is null)),
  check ((decided_by is null) = (decided_as is null) and (decided_by is null) = (decided_at is null)),
  check ((decided_by = asked_by) = (state = 'withdrawn'))
);
create unique index record_type_requests_open on archive.record_type_requests (type) where state = 'open';

-- Files about histories, one run at a time as for people; `refused`: by what only the whole file shows.
alter table import_runs
  drop constraint import_runs_source_check,
  add check (source in ('agencies', 'units', 'people', 'keycloak', 'history'));
create unlogged table import_history (
  file    integer not null,
  line    integer not null,
  nip     text not null,
  type    text not null,
  key     text not null,
  label   text,
  on_date date,
  refused text
);

-- R-AD-01 here too: whoever acts for others reads what is in their scope, and nothing of secret types.
alter table archive.history enable row level security;
alter table archive.completeness enable row level security;
create policy application on archive.history to asn_app using (true) with check (true);
create policy application on archive.completeness to asn_app using (true) with check (true);
create policy keyring on archive.history to asn_keyring using (true);
create policy removal on archive.history as restrictive for delete to asn_app using (source <> 'national');
create policy keyring on archive.completeness to asn_keyring using (true) with check (true);
create policy scope on archive.completeness for select to asn_desk using (
  (select scope_setting('reach')) = 'agency' and agency = (select scope_setting('agency')::uuid)
    and ((select scope_setting('unit')) is null
      or unit in (select unit_and_below((select scope_setting('unit')::uuid)))));
-- `offset 0`: looked up person by person, never read for the whole agency first.
create policy scope on archive.history for select to asn_desk using (
  exists (select from archive.completeness c where c.person = history.person offset 0)
  and exists (select from archive.record_types t where t.code = type and t.security_class <> 'secret'));

grant select on archive.record_types to asn_app, asn_desk, asn_keyring, asn_auditor;
grant update (name, applies_to, required_metadata, max_bytes, max_pages, security_class) on archive.record_types
  to asn_app;
grant select, insert on archive.record_type_requests to asn_app;
grant update (state, decided_by, decided_as, decided_at) on archive.record_type_requests to asn_app;
grant select, delete, update (after_person) on archive.completeness_marks to asn_app;
grant select, insert, delete on archive.history to asn_app;
grant select on archive.history to asn_desk, asn_keyring;
grant select, insert, update on archive.completeness to asn_app, asn_keyring;
grant select on archive.completeness to asn_desk;
grant execute on function archive.is_history_key(text, text) to asn_app;
