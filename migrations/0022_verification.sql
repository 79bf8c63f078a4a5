-- Who has which waiting version before them; after `until` it is anybody's again.
create table archive.claims (
  version    uuid primary key references archive.versions,
  person     uuid not null references people,
  agency     uuid not null references agencies,
  by_person  uuid not null references people,
  by_hat     uuid not null references mandates,
  claimed_at timestamptz not null,
  until      timestamptz not null,
  check (until > claimed_at),
  check (by_person <> person)
);
create index claims_agency on archive.claims (agency, until);

-- T10: one verifier says that a verification was wrong, another says so too.
create table archive.revocations (
  id         uuid primary key,
  version    uuid not null references archive.versions,
  person     uuid not null references people,
  agency     uuid not null references agencies,
  reason     text not null check (char_length(reason) between 20 and 1000),
  asked_by   uuid not null references people,
  asked_as   uuid not null references mandates,
  asked_at   timestamptz not null,
  expires_at timestamptz not null,
  state      text not null default 'open' check (state in ('open', 'revoked', 'declined', 'withdrawn')),
  decided_by uuid references people,
  decided_as uuid references mandates,
  decided_at timestamptz,
  check (asked_by <> person and decided_by <> person),
  check (decided_by <> asked_by or state = 'withdrawn'),
  check ((state = 'open') = (decided_by is null)),
  check ((state = 'open') = (decided_as is null)),
  check ((state = 'open') = (decided_at is null))
);
create index revocations_open on archive.revocations (agency, asked_at, id) where state = 'open';
create index revocations_version on archive.revocations (version, asked_at);

-- I4 holds for sending back too.
alter table archive.versions add check (
  returned_for is null
  or ((returned_for ->> 'by') <> uploaded_by::text and (returned_for ->> 'by') <> person::text));

-- Officers whom their agency names for records of secret types; nobody else reads or judges those.
create table archive.secret_readers (
  hat      uuid not null references mandates,
  named_by uuid not null references people,
  named_as uuid not null references mandates,
  named_at timestamptz not null,
  ended_at timestamptz,
  primary key (hat, named_at)
);
create unique index secret_readers_now on archive.secret_readers (hat) where ended_at is null;

create function archive.reads_secrets(its_hat uuid) returns boolean language sql stable as $$
  select exists (select from archive.secret_readers s where s.hat = its_hat and s.ended_at is null)
$$;

-- What waits for the verifiers of a hat, oldest first: ids alone, as many as are asked for. A policy is
-- asked of every row that it may hide, which for a unit of a large agency is nearly all that wait.
-- `offset 0`: person by person, for a plan that knows no unit would compare all of these with all of those.
create function archive.waiting_in_scope(most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid := scope_setting('agency')::uuid;
  units uuid[] := array(select unit_and_below(scope_setting('unit')::uuid));
begin
  if scope_setting('reach') is distinct from 'agency' then return; end if;
  if scope_setting('unit') is null then
    return query select v.id from archive.versions v
      where v.agency = own and v.status = 'awaitingVerification' order by v.submitted_at, v.id limit most;
  else
    return query select v.id from archive.versions v
      where v.agency = own and v.status = 'awaitingVerification'
        and exists (select from people p where p.id = v.person and p.unit = any(units) offset 0)
      order by v.submitted_at, v.id limit most;
  end if;
end $$;

-- What pages call those whose records are in custody, wherever they work by now; null names an officer
-- of another time and place as little as anybody else.
create function archive.names_in_custody(of_people uuid[]) returns table (person uuid, name text, nip text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.number from people p
  where p.id = any(of_people) and exists (
    select from archive.records r where r.person = p.id and archive.in_custody(r.person, r.agency))
$$;

-- Who sent a version in custody, or judged it: a name is all that is told of them.
create function archive.officers_of(of_versions uuid[]) returns table (person uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.name from archive.versions v join people p on p.id in (v.uploaded_by, v.verified_by)
  where v.id = any(of_versions) and archive.in_custody(v.person, v.agency)
$$;

-- Whether the same file lies in somebody else's archive, and no more of it than that.
create function archive.has_twin_elsewhere(its_version uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from archive.versions v join archive.versions t on t.twin_tag = v.twin_tag and t.person <> v.person
    where v.id = its_version and t.status not in ('rejectedBySystem', 'withdrawn')
      and archive.in_custody(v.person, v.agency))
$$;

do $$
declare
  kept text;
begin
  foreach kept in array array['claims', 'revocations'] loop
    execute format('alter table archive.%I enable row level security', kept);
    execute format('create policy application on archive.%I to asn_app using (true) with check (true)', kept);
    execute format('create policy scope on archive.%I for select to asn_desk using (archive.in_custody(person, agency))', kept);
  end loop;
end $$;

grant select on archive.claims, archive.revocations, archive.secret_readers to asn_app, asn_desk;
grant insert, update, delete on archive.claims to asn_app;
grant insert on archive.revocations, archive.secret_readers to asn_app;
grant update (state, decided_by, decided_as, decided_at) on archive.revocations to asn_app;
grant update (ended_at) on archive.secret_readers to asn_app;
