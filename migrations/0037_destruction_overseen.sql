-- The auditor reads of every agency how its records are destroyed: the procedure, its papers, and of each
-- record its type, year and retention. What a record is of (slot, metadata, files), and by what it was
-- known in the list, stays out.
grant select on archive.batches, archive.manifests, archive.batch_parties, archive.batch_signatures, archive.papers,
  archive.objections, archive.destruction_steps, archive.log_leaves to asn_auditor;
grant select (batch, record, subject, year, approval, state, appraised_by, appraised_at, exception_applies, outcome,
  because, reason, over_at, failures, problem) on archive.batch_items to asn_auditor;
grant select (id, type, retention_end, retention_reason) on archive.records to asn_auditor;
grant select (id, record, person, n, at, name, actor, hat, body) on archive.events to asn_auditor;
grant select (number) on people to asn_auditor;
create policy auditor on archive.records for select to asn_auditor using (true);
create policy auditor on archive.events for select to asn_auditor using (body ? 'batch');
do $$
declare
  kept text;
begin
  foreach kept in array array['batches', 'manifests', 'batch_parties', 'batch_signatures', 'batch_items', 'objections',
                              'destruction_steps', 'papers'] loop
    execute format('create policy auditor on archive.%I for select to asn_auditor using (true)', kept);
  end loop;
end $$;
create index batches_drawn_up on archive.batches (drawn_up_at, id);

-- Certificates and papers are kept for ever, so the boards of care say how their copies are: in the sums
-- of everything, and by themselves.
alter table archive.care_sums add column what text not null default 'records' check (what in ('records', 'papers'));
alter table archive.care_sums drop constraint care_sums_pkey, add primary key (walk, agency, store, what);

-- As archive.incidents, of a certificate or paper of which no copy is whole.
create table archive.paper_incidents (
  file     uuid primary key references archive.batch_files,
  agency   uuid not null references agencies,
  found_at timestamptz not null,
  over_at  timestamptz
);
create index paper_incidents_open on archive.paper_incidents (agency) where over_at is null;
alter table archive.paper_incidents enable row level security;
create policy application on archive.paper_incidents to asn_app using (true) with check (true);
create policy scope on archive.paper_incidents for select to asn_desk using (
  (select scope_setting('reach')) = 'nation'
  or (select scope_setting('reach')) = 'agency' and agency = (select scope_setting('agency')::uuid));
grant select, insert, update on archive.paper_incidents to asn_app;
grant select (agency, found_at, over_at) on archive.paper_incidents to asn_desk;
