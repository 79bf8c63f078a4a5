-- Whoever waits for the gate lets nobody else pass: a hold that waits while a list of a hundred thousand is
-- drawn up would stop every upload for as long. So it waits by the second, and those behind it pass between.
create function archive.gate_closes(gate bigint) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
begin
  perform pg_advisory_xact_lock(gate);
  return true;
exception when lock_not_available then
  return false;
end $$;
revoke execute on function archive.gate_closes(bigint) from public;
grant execute on function archive.gate_closes(bigint) to asn_app;
