-- Files about units (unor), and the code of a unit in files about people.
alter table import_runs
  drop constraint import_runs_source_check,
  add check (source in ('agencies', 'units', 'people', 'keycloak'));

alter table import_people add column unit text;

-- A unit is its code within the agency. `refused`: by what only the whole file shows.
create unlogged table import_units (
  file        integer not null,
  line        integer not null,
  id          uuid not null,
  agency      text not null,
  code        text not null,
  name        text not null,
  parent_code text,
  refused     text
);

-- What the desk looks for names in, in the order in which it lists them. Common words are found on the
-- way through an agency, seldom ones by their trigrams: the planner knows which are which.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
alter table people add column name_key text collate "C" not null generated always as (lower(name)) stored;
create index people_by_name on people (agency, name_key, id) include (unit);
create index people_by_trigrams on people using gin (agency, name_key gin_trgm_ops);

-- The number in force, beside the agency, where beginnings of numbers are looked up. Only this trigger
-- and the import, which knows it beforehand, write it.
alter table people add column number text;
create index people_by_number on people (agency, number collate "C");
create function keep_number() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update people p set number = n.identifier from new_names n
  where p.id = n.person and n.kind <> 'userName' and n.valid_to is null and p.number is distinct from n.identifier;
  return null;
end $$;
create trigger number_added after insert on login_identifiers referencing new table as new_names
  for each statement execute function keep_number();
create trigger number_changed after update on login_identifiers referencing new table as new_names
  for each statement execute function keep_number();
update people p set number = i.identifier from login_identifiers i
where i.person = p.id and i.kind <> 'userName' and i.valid_to is null;

-- Those who hold high office: see holds_high_office.
create function high_officers() returns setof uuid language sql stable as $$
  select person from mandates
  where role in ('agencyAdmin', 'nationalAdmin', 'auditor')
    and valid_from <= scope_setting('at')::timestamptz and valid_to > scope_setting('at')::timestamptz
$$;

-- The policies of 0009 would be asked of each row before `like`, which may tell what it sees, so that
-- no index would serve. These two ask the scope themselves and give away ids alone, by name and id,
-- after the place that is given. Dynamic, for a plan made for these very words.
create function people_in_scope(matching text, after_name text, after_id uuid, at_most integer) returns setof uuid
language plpgsql stable security definer
set search_path = public, pg_temp set max_parallel_workers_per_gather = 0 as $$
declare
  own uuid := scope_setting('agency')::uuid;
  units uuid[] := array(select unit_and_below(scope_setting('unit')::uuid));
  reached text := case scope_setting('reach')
    when 'agency' then 'p.agency = $1' || case when scope_setting('unit') is not null then ' and p.unit = any($2)' else '' end
    when 'offices' then 'p.id in (select high_officers())'
    else 'false'
  end;
  following text := case when after_name is not null then ' and (p.name_key, p.id) > (lower($3), $4)' else '' end;
begin
  return query execute format('select p.id from people p where %s%s and %s order by p.name_key, p.id limit $5',
                              reached, following, matching)
    using own, units, after_name, after_id, at_most;
end $$;
revoke execute on function people_in_scope(text, text, uuid, integer) from public;

-- Each of the words stands somewhere in the name.
create function find_people(words text[], after_name text, after_id uuid, at_most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select people_in_scope(coalesce((
    select string_agg(format('p.name_key like %L', '%' || regexp_replace(lower(word), '([\\%_])', '\\\1', 'g') || '%'), ' and ')
    from unnest(words) word), 'true'), after_name, after_id, at_most)
$$;

-- Their number begins so; all eighteen digits also find whose number it was.
create function find_by_number(beginning text, after_name text, after_id uuid, at_most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select people_in_scope(case length(beginning)
      when 18 then format('p.id = (select person from login_identifiers where identifier = %L)', beginning)
      else format('p.number collate "C" between %L and %L', rpad(beginning, 18, '0'), rpad(beginning, 18, '9'))
    end, after_name, after_id, at_most)
  where beginning ~ '^[0-9]{1,18}$'
$$;

revoke execute on function find_people(text[], text, uuid, integer), find_by_number(text, text, uuid, integer),
  high_officers() from public;
grant execute on function find_people(text[], text, uuid, integer), find_by_number(text, text, uuid, integer) to asn_desk;

-- A file that a national admin sent by the page; it lies in a folder of ours until it is applied,
-- discarded or a day old. People give orders in `state`, a job does the work; one at a time.
create table import_uploads (
  id          uuid primary key,
  name        text not null check (name <> '' and char_length(name) <= 100),
  kind        text not null check (kind in ('.csv', '.ndjson', '.jsonl', '.json')),
  bytes       bigint not null check (bytes >= 0),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  sent_by     uuid not null references people,
  sent_as     uuid not null references mandates,
  state       text not null check (state in ('waiting', 'reading', 'unreadable', 'read', 'due', 'applying', 'applied',
                                             'discarded')),
  run         uuid references import_runs,
  problem     jsonb,
  done        bigint not null default 0,
  total       bigint not null default 0,
  applied_by  uuid references people,
  applied_as  uuid references mandates,
  taken       jsonb,
  ended_at    timestamptz,
  cleared     boolean not null default false,
  check ((state = 'unreadable') = (problem is not null) or state = 'discarded'),
  check (state not in ('read', 'due', 'applying', 'applied') or run is not null),
  check (state not in ('due', 'applying', 'applied') or (applied_by is not null and applied_as is not null)),
  check ((state = 'applied') = (taken is not null)),
  check ((state in ('unreadable', 'applied', 'discarded')) = (ended_at is not null))
);
create unique index import_uploads_one on import_uploads ((true))
  where state in ('waiting', 'reading', 'read', 'due', 'applying');
create index import_uploads_newest on import_uploads (received_at desc, id);

-- What was found is read page by page, as it stands in the files, which know their run.
alter table import_files add column run uuid;
create index import_findings_in_order on import_findings (file, line, reason);

insert into notice_kinds (kind, urgency) values ('importReceived', 'none'), ('importOrdered', 'none');

-- Millions of them come at once, and nobody is told: not even the question is asked.
create or replace trigger tell after insert on events for each row
  when (new.kind <> 'imported' and notice_urgency(new.kind, new.detail) is not null) execute function tell_event();

grant select, insert on import_uploads to asn_app;
grant update (state, applied_by, applied_as, ended_at) on import_uploads to asn_app;
grant select (id, source, state, report, started_at, applied_at) on import_runs to asn_app;
grant select on import_files, import_findings to asn_app;
