-- Roles are given, and taken away, by the functions below alone: the application's own role may
-- write no mandate, so that none exists which two people did not agree on (docs/decisions/017).

-- The admins by agency, for who may give and who is the last.
create index mandates_admins on mandates (agency, valid_to) where role in ('agencyAdmin', 'nationalAdmin');

-- Giving and taking away in one agency, or in the nation, go one after the other: two admins who
-- leave at the same time would each count the other. After the accounts in the order of locks.
create function lock_roles(where_given uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('roles of ' || coalesce(where_given::text, 'the nation'), 0))
$$;

create function count_admins(where_given uuid, at timestamptz, out agency integer, out nation integer)
language sql stable as $$
  select count(distinct m.person) filter (where m.role = 'agencyAdmin' and m.agency = where_given)::integer,
    count(distinct m.person) filter (where m.role = 'nationalAdmin')::integer
  from mandates m
  where m.role in ('agencyAdmin', 'nationalAdmin') and m.valid_from <= at and m.valid_to > at
$$;

-- Null, and nothing done, unless somebody other than the one who asked approved this very request
-- today, and the person is where the role is. The row of the person is locked, for the import moves people.
create function give_mandate(request uuid, at timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked approval_requests;
  given uuid;
begin
  select * into asked from approval_requests r
    where r.id = request and r.kind = 'mandate' and r.state = 'approved' and r.expires_at > give_mandate.at
      and r.decided_by <> r.asked_by for update;
  if not found then return null; end if;
  perform from people p
    where p.id = asked.person and ((asked.what ->> 'agency') is null or p.agency = (asked.what ->> 'agency')::uuid)
    for share;
  if not found then return null; end if;
  insert into mandates (person, role, agency, unit, valid_from, valid_to)
  values (asked.person, asked.what ->> 'role', (asked.what ->> 'agency')::uuid, (asked.what ->> 'unit')::uuid,
          greatest((asked.what ->> 'from')::timestamptz, give_mandate.at), (asked.what ->> 'until')::timestamptz)
  returning id into given;
  update approval_requests r set state = 'done' where r.id = request;
  return given;
end $$;

-- Never later than it would have ended. What its holder asked for and nobody decided yet stops too:
-- a request speaks for an office.
create function end_mandate(ended uuid, at timestamptz) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with over as (
    update mandates m set valid_to = greatest(m.valid_from, end_mandate.at)
    where m.id = ended and m.valid_to > end_mandate.at
    returning m.id
  ), stopped as (
    update approval_requests r set state = 'stopped', decided_at = end_mandate.at
    where r.asked_as = (select id from over) and r.state = 'open'
  )
  select exists (select from over)
$$;

-- The roles that a hat looks after: of the own agency, or those that only the nation gives; with the
-- names of holders who moved away since.
create function roles_given() returns table (
  id uuid, person uuid, name text, nip text, role text, agency uuid, agency_name text, zone text,
  unit_name text, valid_from timestamptz, valid_to timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.person, p.name,
    (select identifier from login_identifiers n
      where n.person = m.person and n.kind in ('nip', 'niPppk') and n.valid_to is null
      order by n.valid_from desc limit 1),
    m.role, m.agency, coalesce(g.name, h.name), coalesce(g.zone, h.zone), u.name, m.valid_from, m.valid_to
  from mandates m
  join people p on p.id = m.person
  join agencies h on h.id = p.agency
  left join agencies g on g.id = m.agency
  left join units u on u.id = m.unit
  where case scope_setting('reach')
    when 'agency' then m.agency = scope_setting('agency')::uuid and scope_setting('unit') is null
    when 'offices' then m.role in ('agencyAdmin', 'nationalAdmin', 'auditor')
      or m.agency in (select a.id from agencies a
        where (select agency from count_admins(a.id, scope_setting('at')::timestamptz)) < 2)
    else false end
$$;

-- Requests about roles that this hat may decide on, or made.
create function role_requests() returns table (
  id uuid, person uuid, name text, nip text, agency_name text, zone text, unit_name text, what jsonb, reason text,
  asked_by uuid, asker_name text, asked_at timestamptz, expires_at timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.person, p.name,
    (select identifier from login_identifiers n
      where n.person = r.person and n.kind in ('nip', 'niPppk') and n.valid_to is null
      order by n.valid_from desc limit 1),
    g.name, g.zone, u.name, r.what, r.reason, r.asked_by, a.name, r.asked_at, r.expires_at
  from approval_requests r
  join people p on p.id = r.person
  join agencies g on g.id = p.agency
  join people a on a.id = r.asked_by
  left join units u on u.id = (r.what ->> 'unit')::uuid
  where r.kind = 'mandate' and r.state = 'open' and r.expires_at > scope_setting('at')::timestamptz
    and case scope_setting('reach')
      when 'agency' then scope_setting('unit') is null
        and coalesce((r.what ->> 'agency')::uuid = scope_setting('agency')::uuid, false)
        and (r.agency is not null or r.what ->> 'role' <> 'agencyAdmin')
      when 'offices' then r.agency is null
      else false end
$$;

-- R-AU-02. Whom a role may be given to, by number or by id: in the own agency, or for the national
-- admin anybody, since those who hold nothing yet are in no scope of theirs. No look without its event.
create function look_for_role(
  by_number text, by_id uuid, looking uuid, hat uuid, at timestamptz, browser text, network text
) returns table (
  person uuid, name text, nip text, agency uuid, agency_name text, zone text,
  state text, mfa text, serves boolean, mandates jsonb, admins integer
) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_one people;
begin
  select p.* into found_one from people p
    where p.id = coalesce(by_id, (select n.person from login_identifiers n
        where n.identifier = by_number and n.kind in ('nip', 'niPppk') and n.valid_to is null))
      and (scope_setting('reach') = 'offices'
        or scope_setting('reach') = 'agency' and scope_setting('unit') is null
          and p.agency = scope_setting('agency')::uuid);
  if not found then return; end if;
  insert into events (at, kind, person, actor, hat, browser, network)
    select look_for_role.at, 'employeeViewed', found_one.id, looking, look_for_role.hat,
      look_for_role.browser, look_for_role.network
    where found_one.id <> looking and not exists (select from events e
      where e.person = found_one.id and e.actor = looking and e.kind = 'employeeViewed'
        and e.at > look_for_role.at - interval '1 day');
  return query
    select found_one.id, found_one.name,
      (select n.identifier from login_identifiers n
        where n.person = found_one.id and n.kind in ('nip', 'niPppk') and n.valid_to is null
        order by n.valid_from desc limit 1),
      g.id, g.name, g.zone, a.state, a.mfa,
      not ends_mandates(found_one.legal_position, found_one.end_of_service),
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'agency', m.agency,
          'unit', m.unit, 'agencyName', null, 'unitName', null,
          'from', m.valid_from, 'until', m.valid_to)), '[]')
        from mandates m where m.person = found_one.id),
      (select c.agency from count_admins(found_one.agency, look_for_role.at) c)
    from accounts a join agencies g on g.id = found_one.agency
    where a.person = found_one.id;
end $$;

-- What a holder and the admins were told about the end of a role, once each.
create table mandate_warnings (
  mandate uuid not null references mandates on delete cascade,
  days    smallint not null check (days in (30, 7)),
  event   bigint not null references events,
  primary key (mandate, days)
);
grant select, insert on mandate_warnings to asn_app;

-- Nobody is behind the first admins, nor behind a role that ends by itself.
alter table events drop constraint events_check;
alter table events add constraint events_actor check (actor is not null
  or kind in ('imported', 'importChanged', 'legacyPasswordDeleted', 'mandateGiven', 'mandateEnding'));

-- What waits for a national admin; the agency that stands for none has none.
create function nation_waits(
  out requests integer, out agencies integer, out without_admin integer, out import_state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from role_requests())::integer, count(*)::integer,
    (count(*) filter (where not exists (select from mandates m
      where m.agency = g.id and m.role = 'agencyAdmin'
        and m.valid_from <= scope_setting('at')::timestamptz
        and m.valid_to > scope_setting('at')::timestamptz)))::integer,
    (select r.state from import_runs r where r.state in ('staging', 'staged', 'applying'))
  from agencies g where g.code <> '0000' and scope_setting('reach') = 'offices'
$$;

-- Agencies by name or code; `admins` are those in force.
create function agencies_of_nation(sought text, without_admin boolean, skipped integer, at_most integer)
returns table (id uuid, code text, name text, zone text, two_person_resets boolean, admins integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select * from (
    select g.id, g.code, g.name, g.zone,
      g.two_person_resets,
      (select agency from count_admins(g.id, scope_setting('at')::timestamptz)) as admins
    from agencies g
    where g.code <> '0000' and scope_setting('reach') = 'offices'
      and (sought = '' or position(lower(sought) in lower(g.name)) > 0 or g.code = sought
        or g.id::text = sought)
  ) found
  where not without_admin or found.admins = 0
  order by found.name, found.code offset skipped limit at_most
$$;

-- False where another agency has that code, or somebody else than a national admin asks.
create function keep_agency(kept uuid, its_code text, its_name text, its_zone text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if scope_setting('reach') is distinct from 'offices' or its_code = '0000' then return false; end if;
  update agencies g set name = its_name, zone = its_zone where g.id = kept and g.code <> '0000';
  if found then return true; end if;
  insert into agencies (id, code, name, zone) values (kept, its_code, its_name, its_zone)
    on conflict (code) do nothing;
  return found;
end $$;

revoke execute on function give_mandate, end_mandate, roles_given, role_requests, look_for_role,
  nation_waits, agencies_of_nation, keep_agency from public;
grant execute on function give_mandate, end_mandate to asn_app;
grant execute on function roles_given, role_requests, look_for_role, nation_waits, agencies_of_nation,
  keep_agency to asn_desk;

insert into notice_kinds (kind, urgency)
values ('employeeViewed', 'none'), ('mandateAsked', 'none'), ('mandateRequestOver', 'none'),
  ('agencyAdded', 'none'), ('agencyChanged', 'none'), ('mandateEnding', 'soon')
on conflict (kind) do nothing;
