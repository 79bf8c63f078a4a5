-- Siapa melihat berkas saya: one row for each reading of a record, written before its first byte leaves
-- (I9). `n` has no gap within a person: the next one is in `access_counters`, whose row is locked first.
-- A view counts once for each viewer, version and quarter of an hour; each download counts. Who reads by
-- a shared link is no person here: `share` is that link.
create table archive.access_counters (
  person uuid primary key references people,
  next_n integer not null default 1 check (next_n > 0)
);

create table archive.access_log (
  person     uuid not null references people,
  n          integer not null check (n > 0),
  at         timestamptz not null,
  actor      uuid references people,
  hat        uuid references mandates,
  share      uuid,
  opening    uuid,
  purpose    text not null check (purpose in ('own', 'verification', 'service', 'audit', 'legal', 'support', 'share')),
  action     text not null check (action in ('recordViewed', 'recordDownloaded', 'recordShared', 'archiveExported')),
  record     uuid references archive.records,
  version    uuid references archive.versions,
  version_no integer check (version_no > 0),
  viewed_in  timestamptz,
  salt       bytea not null check (octet_length(salt) = 32),
  primary key (person, n),
  check ((purpose = 'own') = (actor = person and hat is null)),
  check ((actor is null) = (share is not null and action in ('recordViewed', 'recordDownloaded'))),
  check ((share is null) = (opening is null)),
  check (purpose in ('own', 'share') or hat is not null),
  check ((record is null) = (version is null)),
  check ((version is null) = (version_no is null)),
  check (version is not null or action = 'archiveExported'),
  check ((viewed_in is null) = (action <> 'recordViewed'))
) partition by hash (person);

do $$
begin
  for part in 0..31 loop
    execute format('create table archive.access_log_%s partition of archive.access_log '
                   'for values with (modulus 32, remainder %s)', part, part);
  end loop;
end $$;
create unique index access_log_views on archive.access_log (person, version, actor, viewed_in)
  where action = 'recordViewed' and share is null;
create unique index access_log_shared_views on archive.access_log (person, version, opening, viewed_in)
  where action = 'recordViewed' and share is not null;
create index access_log_record on archive.access_log (person, record, n);
create index access_log_others on archive.access_log (person, n) where purpose <> 'own';

-- UU PDP 31-32: its person does not agree that somebody looked, and the agency says why they did.
create table archive.access_objections (
  id          uuid primary key,
  person      uuid not null,
  n           integer not null,
  agency      uuid not null references agencies,
  at          timestamptz not null,
  answer      text check (char_length(answer) between 20 and 1000),
  answered_by uuid references people,
  answered_as uuid references mandates,
  answered_at timestamptz,
  unique (person, n),
  foreign key (person, n) references archive.access_log (person, n),
  check (answered_by <> person),
  check ((answer is null) = (answered_by is null)),
  check ((answer is null) = (answered_as is null)),
  check ((answer is null) = (answered_at is null))
);
create index access_objections_open on archive.access_objections (agency, at, id) where answer is null;

-- What people of an agency object to, for those who answer for it as a whole: who looked, and why.
create function archive.objections_in_scope(answered boolean, most integer) returns table (
  id uuid, person uuid, at timestamptz, answer text, answered_at timestamptz, seen_at timestamptz, purpose text,
  action text, type_name text, subject text, nip text, reader uuid, reader_name text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.person, o.at, o.answer, o.answered_at, l.at, l.purpose, l.action, t.name, p.name, p.number, a.id,
    a.name, m.role
  from archive.access_objections o
  join archive.access_log l on l.person = o.person and l.n = o.n
  join people p on p.id = o.person
  left join archive.records r on r.id = l.record
  left join archive.record_types t on t.code = r.type
  left join people a on a.id = l.actor
  left join mandates m on m.id = l.hat
  where scope_setting('reach') = 'agency' and scope_setting('unit') is null
    and o.agency = scope_setting('agency')::uuid and (o.answer is not null) = answered
  order by o.at desc, o.id limit most
$$;

alter table archive.access_log enable row level security;
alter table archive.access_objections enable row level security;
create policy application on archive.access_log to asn_app using (true) with check (true);
create policy application on archive.access_objections to asn_app using (true) with check (true);

grant select, insert on archive.access_log, archive.access_objections to asn_app;
grant select, insert, update (next_n) on archive.access_counters to asn_app;
grant update (answer, answered_by, answered_as, answered_at) on archive.access_objections to asn_app;
revoke execute on function archive.objections_in_scope(boolean, integer) from public;
grant execute on function archive.objections_in_scope(boolean, integer) to asn_desk, asn_app;
