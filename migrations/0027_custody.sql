-- T26: the records of somebody who works elsewhere now, offered by the archivist of one agency and accepted
-- by that of the other. `list` and `differences`: ids and counts, as domain/archive/custody.ts has them.
create table archive.custody_transfers (
  id          uuid primary key,
  person      uuid not null references people,
  from_agency uuid not null references agencies,
  to_agency   uuid not null references agencies,
  list        jsonb not null check (jsonb_typeof(list) = 'array'),
  offered_by  uuid not null references people,
  offered_as  uuid not null references mandates,
  offered_at  timestamptz not null,
  state       text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  decided_by  uuid references people,
  decided_as  uuid references mandates,
  decided_at  timestamptz,
  differences jsonb,
  note        text check (char_length(note) <= 1000),
  check (from_agency <> to_agency),
  check ((state = 'offered') = (decided_by is null)),
  check ((decided_by is null) = (decided_as is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'accepted') = (differences is not null)),
  check (decided_by <> offered_by or state = 'withdrawn'),
  check (person not in (offered_by, decided_by))
);
create unique index custody_offered on archive.custody_transfers (person, from_agency) where state = 'offered';
create index custody_received on archive.custody_transfers (to_agency, offered_at, id) where state = 'offered';
create index custody_given on archive.custody_transfers (from_agency, offered_at, id);

-- Whose records an agency has still, though they work elsewhere: noted when they go, so that nobody
-- has to search all records for them.
create table archive.custody_due (
  person uuid not null references people,
  agency uuid not null references agencies,
  since  timestamptz not null,
  primary key (person, agency)
);
create index custody_due_agency on archive.custody_due (agency, since, person);

create function archive.note_move() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive.custody_due (person, agency, since)
  select distinct n.id, r.agency, now()
  from new_people n join old_people o on o.id = n.id join archive.records r on r.person = n.id
  where o.agency <> n.agency and r.agency <> n.agency and r.stage <> 'destroyed'
  on conflict do nothing;
  return null;
end $$;
create trigger custody_follows after update on people referencing old table as old_people new table as new_people
  for each statement execute function archive.note_move();

grant select, insert on archive.custody_transfers to asn_app;
grant update (state, decided_by, decided_as, decided_at, differences, note) on archive.custody_transfers to asn_app;
grant select, insert, delete on archive.custody_due to asn_app;
grant select on archive.custody_transfers, archive.custody_due to asn_desk;

alter table archive.custody_transfers enable row level security;
alter table archive.custody_due enable row level security;
create policy application on archive.custody_transfers to asn_app using (true) with check (true);
create policy application on archive.custody_due to asn_app using (true) with check (true);
create policy scope on archive.custody_transfers for select to asn_desk
  using (scope_setting('reach') = 'agency' and scope_setting('agency')::uuid in (from_agency, to_agency));
create policy scope on archive.custody_due for select to asn_desk
  using (scope_setting('reach') = 'agency' and agency = scope_setting('agency')::uuid);

-- Where somebody works, until the transaction ends: the national data waits to move them on.
create function archive.lock_agency_of(whose uuid) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  select agency from people where id = whose for share
$$;
revoke execute on function archive.lock_agency_of from public;
grant execute on function archive.lock_agency_of to asn_app;

-- What somebody still asks for about a record, and until when (T13, T21): the answer to an objection to
-- how it was read, the second word on its verification, its acceptance by another agency. An objection to
-- destruction is counted with its list; what is being packed to take along is packed anew without it.
create view archive.open_requests as
  select l.record, null::timestamptz as until
  from archive.access_objections o join archive.access_log l on l.person = o.person and l.n = o.n
  where o.answer is null and l.record is not null
  union all
  select v.record, q.expires_at
  from archive.revocations q join archive.versions v on v.id = q.version
  where q.state = 'open'
  union all
  select r.id, null
  from archive.custody_transfers t join archive.records r on r.person = t.person and r.agency = t.from_agency
  where t.state = 'offered';
grant select on archive.open_requests to asn_app;
