-- The auditor reads of every agency what it holds, and why: also what its subject must not know, for nobody
-- else looks after those who place it. And how archives went from one agency to another, and what was asked
-- of rules and types of records, with what its asker saw coming: numbers alone.
grant select (id, person, agency, type, record, basis, case_no, review_on, silent, placed_by, placed_as, placed_at,
  asked_to_lift_by, asked_to_lift_as, asked_to_lift_at, asked_to_lift_for, lifted_by, lifted_with, lifted_as, lifted_at)
  on archive.holds to asn_auditor;
create policy auditor on archive.holds for select to asn_auditor using (true);
create index holds_placed on archive.holds (placed_at, id);
grant select on archive.custody_transfers to asn_auditor;
create policy auditor on archive.custody_transfers for select to asn_auditor using (true);
create index custody_offered_at on archive.custody_transfers (offered_at, id);
create index custody_taken on archive.custody_transfers (to_agency, offered_at, id);
grant select on archive.retention_rules, archive.retention_rule_requests, archive.record_type_requests to asn_auditor;
grant select (id, agency, rule, base, terms, on_day, forecast, asked_at, done_at, sha256) on archive.retention_forecasts
  to asn_auditor;
create policy auditor on archive.retention_rules for select to asn_auditor using (true);
create policy auditor on archive.retention_rule_requests for select to asn_auditor using (true);
create policy auditor on archive.retention_forecasts for select to asn_auditor using (terms is not null);
create index retention_rule_requests_asked on archive.retention_rule_requests (asked_at, id);

create policy auditor_of_offices on archive.events for select to asn_auditor using (
  name in ('holdPlaced', 'holdReviewed', 'holdLiftAsked', 'holdKept', 'holdLifted',
           'custodyOffered', 'custodyAccepted', 'custodyKept',
           'retentionRulePublished', 'retentionRuleChanged', 'recordTypeChanged'));

-- What a hold is on, or was on until it was lifted, and where it came too late: the keys were gone before it
-- was placed. Whoever may know of the hold asks no record for its person.
create function archive.covered_by(of_hold uuid)
returns table (record uuid, type text, stage text, late_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.type, r.stage, case when gone.at <= h.placed_at then gone.at end
  from archive.holds h
  join archive.records r on r.person = h.person and (h.type is null or r.type = h.type)
    and (h.record is null or r.id = h.record)
  cross join lateral (select coalesce(min(v.key_gone_at), r.destroyed_at) as at from archive.versions v
    where v.record = r.id and r.stage in ('destroying', 'destroyed') and v.status not in ('withdrawn', 'rejectedBySystem')) gone
  where h.id = of_hold and (h.lifted_at is null or coalesce(
    (select e.at from archive.events e where e.record = r.id order by e.n limit 1) <= h.lifted_at, true))
$$;
revoke execute on function archive.covered_by from public;
grant execute on function archive.covered_by to asn_app, asn_auditor;
