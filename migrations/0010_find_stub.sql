-- Stands in for the search functions of the import until they are merged; never to be merged itself.
alter table people add column name_key text collate "C" not null generated always as (lower(name)) stored;
create index people_by_name on people (agency, name_key, id);

create function find_people(words text[], after_name text, after_id uuid, at_most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from people p
  where is_in_scope(p.id, p.agency, p.unit)
    and not exists (select from unnest(words) w where position(lower(w) in p.name_key) = 0)
    and (after_id is null or (p.name_key, p.id) > (lower(after_name) collate "C", after_id))
  order by p.name_key, p.id limit at_most
$$;

create function find_by_number(beginning text, after_name text, after_id uuid, at_most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from people p
  where is_in_scope(p.id, p.agency, p.unit)
    and exists (select from login_identifiers n
      where n.person = p.id and n.kind in ('nip', 'niPppk') and n.identifier like beginning || '%')
    and (after_id is null or (p.name_key, p.id) > (lower(after_name) collate "C", after_id))
  order by p.name_key, p.id limit at_most
$$;
revoke execute on function find_people, find_by_number from public;
grant execute on function find_people, find_by_number to asn_desk;
