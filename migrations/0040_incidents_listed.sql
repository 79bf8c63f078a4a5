-- Archivists see which files have no whole copy, not only how many. Of a unit those of its people, and no
-- paper: a hat that reaches a unit alone sees no list of destruction (0025). The nation counts.
drop policy scope on archive.incidents;
create policy scope on archive.incidents for select to asn_desk using (
  (select scope_setting('reach')) = 'nation'
  or (select scope_setting('reach')) = 'agency' and agency = (select scope_setting('agency')::uuid)
    and ((select scope_setting('unit')) is null
      or exists (select from archive.versions v where v.id = incidents.version)));
drop policy scope on archive.paper_incidents;
create policy scope on archive.paper_incidents for select to asn_desk using (
  (select scope_setting('reach')) = 'nation'
  or (select scope_setting('reach')) = 'agency' and agency = (select scope_setting('agency')::uuid)
    and (select scope_setting('unit')) is null);
grant select (version, kind, page) on archive.incidents to asn_desk;
grant select (file) on archive.paper_incidents to asn_desk;

-- In the order of the lists.
drop index archive.incidents_open;
create index incidents_open on archive.incidents (agency, found_at, version) where over_at is null;
create index incidents_over on archive.incidents (agency, over_at, version) where over_at is not null;
create index paper_incidents_over on archive.paper_incidents (agency, over_at, file) where over_at is not null;

-- It goes where its file goes: to the agency that takes it over, and with the key.
create function archive.move_incidents() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.key_gone_at is not null then
    delete from archive.incidents where version = new.id;
  else
    update archive.incidents set agency = new.agency where version = new.id;
  end if;
  return null;
end $$;
create trigger move_incidents after update of agency, key_gone_at on archive.versions for each row
  when (new.agency <> old.agency or (new.key_gone_at is not null and old.key_gone_at is null))
  execute function archive.move_incidents();

delete from archive.incidents i using archive.versions v where v.id = i.version and v.key_gone_at is not null;
update archive.incidents i set agency = v.agency from archive.versions v where v.id = i.version and v.agency <> i.agency;
