-- Disabled by an officer, from which state and since when that was: a frozen account stays frozen
-- whoever disables and enables it. What the national data closed has `closed_from` instead.
alter table accounts
  add column disabled_from text check (disabled_from in ('created', 'active', 'frozen')),
  add column disabled_from_since timestamptz,
  add check (disabled_from is null or (state = 'disabled' and closed_from is null)),
  add check ((disabled_from is null) = (disabled_from_since is null));

-- What an officer pasted, for their eyes alone and a day.
create table desk_lists (
  id         uuid primary key,
  owner      uuid not null references people,
  hat        uuid not null references mandates,
  made_at    timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  repeated   integer not null check (repeated >= 0),
  entries    jsonb not null
);
create index desk_lists_expires on desk_lists (expires_at);

-- Who took which list out of the house; `rows` is known when its last row was sent.
create table desk_exports (
  id      uuid primary key,
  person  uuid not null references people,
  hat     uuid not null references mandates,
  at      timestamptz not null,
  what    text not null check (what in ('search', 'list', 'agency')),
  browser text not null,
  network text not null,
  rows    integer check (rows >= 0)
);
create index desk_exports_at on desk_exports (at);
create index desk_exports_person on desk_exports (person, at);

grant select, insert, delete on desk_lists to asn_app;
grant select, insert on desk_exports to asn_app;

create function end_desk_export(ended uuid, sent integer) returns void
language sql security definer set search_path = public, pg_temp as $$
  update desk_exports e set rows = sent where e.id = ended and e.rows is null
$$;

-- Acts of an officer, within the scope of the policies; nothing else of an account is theirs to write.
grant select (disabled_from, disabled_from_since, sso_disabled) on accounts to asn_desk;
grant update (state, state_since, closed_from, disabled_from, disabled_from_since, codes_locked_until)
  on accounts to asn_desk;
grant select (drift) on devices to asn_desk;
grant select (person, way, state, asked_at, opens_at, closes_at) on mfa_resets to asn_desk;
alter table mfa_resets enable row level security;
create policy application on mfa_resets to asn_app using (true) with check (true);
create policy scope on mfa_resets to asn_desk using (exists (select from people p where p.id = person));

-- The functions below see past the policies and so ask for the scope themselves.
create function in_scope_of_desk(whose uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from people p where p.id = whose and is_in_scope(p.id, p.agency, p.unit))
$$;

-- Whether somebody still acts under this hat in this session: judged again under the lock.
create function wears_hat(session bytea, who uuid, worn uuid, at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from sessions s join mandates m on m.id = s.hat
    where s.id_hash = session and s.person = who and s.hat = worn and m.person = who
      and s.idle_until > at and s.absolute_until > at and m.valid_from <= at and m.valid_to > at)
$$;

create function desk_stops_pending(whose uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  select stop_pending(whose) where in_scope_of_desk(whose)
$$;

-- keys: HMACs of `whose`, made by the caller: known browsers, unknown browsers, in the order of locks.
create function desk_password_failures(whose uuid, keys bytea[]) returns integer[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(select coalesce((select t.count from throttles t where t.key = k.key), 0)
    from unnest(keys) with ordinality as k (key, place) order by k.place)
  where in_scope_of_desk(whose)
$$;

create function desk_reopens_passwords(whose uuid, keys bytea[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one bytea;
begin
  if not in_scope_of_desk(whose) then return; end if;
  foreach one in array keys loop
    delete from throttles where key = one;
  end loop;
end $$;

-- What officers did about somebody, with the names of those who may belong to another unit.
create function desk_record(whose uuid, at_most integer)
returns table (id bigint, at timestamptz, kind text, detail jsonb, name text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.at, e.kind, e.detail, p.name, m.role
  from events e join mandates m on m.id = e.hat join people p on p.id = e.actor
  where e.person = whose and e.actor is distinct from e.person and e.kind <> 'employeeViewed'
    and in_scope_of_desk(whose)
  order by e.id desc limit at_most
$$;

revoke execute on function end_desk_export, in_scope_of_desk, wears_hat, desk_stops_pending,
  desk_password_failures, desk_reopens_passwords, desk_record from public;
grant execute on function end_desk_export to asn_app;
grant execute on function in_scope_of_desk, wears_hat, desk_stops_pending, desk_password_failures,
  desk_reopens_passwords, desk_record to asn_desk;

insert into notice_kinds (kind, urgency) values ('employeeViewed', 'none'), ('deskNoted', 'soon');

-- R-AD-03: the admins of the place where the hat acts hear of a limit that was reached, whose
-- agency that is; of a national admin the others do. tellsAdmins in domain/notice/notice.ts.
create function alarm_admins() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into outbox (kind, person, address, event, urgent, made_at, due_at)
    select 'notice', e.person, e.address, new.id, true, new.at, new.at
    from mandates worn
    join mandates m on m.agency is not distinct from worn.agency
      and m.role = case when worn.agency is null then 'nationalAdmin' else 'agencyAdmin' end
    join email_addresses e on e.person = m.person
    where worn.id = new.hat and m.valid_from <= new.at and m.valid_to > new.at
      and m.person <> new.person and e.ended_at is null;
  return null;
end $$;

create trigger alarm after insert on events for each row
  when (new.kind = 'deskLimitReached') execute function alarm_admins();
