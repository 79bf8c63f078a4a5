-- The auditor reads who took which list of people out of the desk, and how many rows left.
grant select on desk_exports to asn_auditor;
create index desk_exports_under_hat on desk_exports (hat, at);
