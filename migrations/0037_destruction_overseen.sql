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
