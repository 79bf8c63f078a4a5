-- What is searched in the archive: words of a version's metadata and the name of what it is, never what
-- stands in the document. It goes with the metadata, hence with the version's key.

-- Of each word its stem and the word itself, of whose beginning people search too; `=` marks the type,
-- `@` a year of one of its dates, which no word begins with. Before each stands the agency that has it in
-- custody: an index that held the agency beside the words would read those of the whole nation.
create function archive.tag_of(agency uuid) returns text language sql immutable parallel safe as $$
  select left(agency::text, 8)
$$;

create function archive.words_of(metadata jsonb, its_type text, named text, agency uuid) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array(
    select archive.tag_of(agency) || word from (
      select unnest(tsvector_to_array(to_tsvector('indonesian', w.words))) as word
      union select unnest(tsvector_to_array(to_tsvector('simple', w.words)))
      union select '=' || its_type
      union select '@' || left(m.value, 4) from jsonb_each_text(metadata) m
        where m.value ~ '^(19|20)[0-9]{2}(-[0-9]{2}-[0-9]{2})?$') marked))
  from (
    select lower(regexp_replace(named || ' ' || coalesce(string_agg(m.value, ' '), ''), '[^[:alnum:]]+', ' ', 'g')) as words
    from jsonb_each_text(metadata) m) w
$$;

-- All of the words, each as itself or by its stem, the last one also as a beginning; those that hold no
-- letter or digit ask nothing.
create function archive.query_of(words text[], its_type text, its_year integer, agency uuid) returns tsquery
language sql immutable parallel safe as $$
  select string_agg(part, ' & ')::tsquery from (
    select format('(%s)', concat_ws(' | ',
      (select quote_literal(archive.tag_of(agency) || stem)
       from unnest(tsvector_to_array(to_tsvector('indonesian', word))) stem limit 1),
      quote_literal(archive.tag_of(agency) || lower(word)) || case when n = cardinality(words) then ':*' else '' end)) as part
    from unnest(words) with ordinality as w (word, n) where word ~ '^[[:alnum:]]+$'
    union all select quote_literal(archive.tag_of(agency) || '=' || its_type) where its_type is not null
    union all select quote_literal(archive.tag_of(agency) || '@' || its_year) where its_year is not null) parts
$$;

alter table archive.versions
  add column search tsvector,
  add check (metadata is not null or search is null);

create function archive.keep_words() returns trigger language plpgsql as $$
begin
  new.search := case when new.metadata is not null then (
    select archive.words_of(new.metadata, t.code,
      concat_ws(' ', t.name, p.value ->> 'name', split_part(r.slot, '#', 1)), new.agency)
    from archive.records r
    join archive.record_types t on t.code = r.type
    left join jsonb_array_elements(t.parts) p on p.value ->> 'code' = split_part(r.slot, '#', 2)
    where r.id = new.record) end;
  return new;
end $$;
create trigger words before insert or update of metadata, agency on archive.versions
  for each row execute function archive.keep_words();
update archive.versions set metadata = metadata where metadata is not null;

create index versions_search on archive.versions using gin (search);
create index versions_newest on archive.versions (agency, received_at desc, id desc);
create index versions_sent_back on archive.versions (agency, received_at desc, id desc) where status = 'returned';
create index versions_replaced on archive.versions (agency, received_at desc, id desc) where status = 'superseded';

-- What the hat reaches, the newest first: what lies in its agency's custody, of its units' people. Past
-- the policies, under which no index of words could be used; so it asks for the scope itself. Among the
-- newest is enough of whatever is common; what is not is rare enough to be sorted, whatever the planner
-- would think of it.
create function archive.find_versions(words text[], its_type text, its_year integer, its_status text, its_hat uuid,
  before_at timestamptz, before_id uuid, at_most integer) returns table (id uuid, received_at timestamptz)
language plpgsql stable security definer rows 20
set search_path = public, pg_temp set max_parallel_workers_per_gather = 0 as $$
declare
  newest constant integer := 3000;
  own uuid := scope_setting('agency')::uuid;
  within uuid := scope_setting('unit')::uuid;
  units uuid[] := array(select unit_and_below(within));
  asked tsquery := archive.query_of(words, its_type, its_year, own);
  secret tsquery := (select string_agg(quote_literal(archive.tag_of(own) || '=' || t.code), ' | ')::tsquery
                     from archive.record_types t where t.security_class = 'secret' and not archive.reads_secrets(its_hat));
  wanted text := 'v.search is not null'
    || case when asked is not null then ' and v.search @@ $2' else '' end
    || case when secret is not null then ' and not v.search @@ $8' else '' end
    || case when its_status is null then $q$ and v.status in ('awaitingVerification', 'returned', 'verified')$q$
            else format(' and v.status = %L', its_status) end;
  reached text := case when within is not null
    then ' and exists (select from people p where p.id = v.person and p.unit = any($4))' else '' end;
  older text := case when before_at is not null then ' and (v.received_at, v.id) < ($5, $6)' else '' end;
  source text;
  found integer;
begin
  if scope_setting('reach') is distinct from 'agency' then return; end if;
  return query execute format(
    'select v.id, v.received_at from (
       select * from archive.versions v where v.agency = $1%s order by v.received_at desc, v.id desc limit %s) v
     where %s%s order by v.received_at desc, v.id desc limit $7', older, newest, wanted, reached)
    using own, asked, its_status, units, before_at, before_id, at_most, secret;
  get diagnostics found = row_count;
  if found = at_most then return; end if;
  execute format('select v.received_at, v.id from archive.versions v where v.agency = $1%s
                  order by v.received_at desc, v.id desc offset %s limit 1', older, newest - 1)
    into before_at, before_id using own, asked, its_status, units, before_at, before_id;
  if before_at is null then return; end if;
  source := case when within is not null and asked is null
    then 'people p join archive.records r on r.person = p.id join archive.versions v on v.record = r.id where p.unit = any($4) and '
    else 'archive.versions v where ' end;
  return query execute format(
    'with rare as %s (select v.id, v.received_at from %sv.agency = $1 and (v.received_at, v.id) < ($5, $6) and %s%s)
     select rare.id, rare.received_at from rare order by rare.received_at desc, rare.id desc limit $7',
    case when asked is null and within is null then 'not materialized' else 'materialized' end, source, wanted,
    case when asked is null then '' else reached end)
    using own, asked, its_status, units, before_at, before_id, at_most - found, secret;
end $$;

-- Documents of somebody in scope that lie in the custody of another agency still (T26): where they are
-- expected, and nothing of them.
create function archive.slots_elsewhere(of_person uuid) returns table (type text, slot text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.type, r.slot from archive.records r
  join people p on p.id = r.person
  join archive.record_types t on t.code = r.type and t.security_class <> 'secret'
  where r.person = of_person and r.stage <> 'destroyed' and is_in_scope(p.id, p.agency, p.unit)
    and not archive.in_custody(r.person, r.agency)
$$;

-- What boards show of archives, counted by a job as in 0014: of people by how complete theirs are, and of
-- what waits for verifiers by the day on which it was sent.
create table archive.completeness_counts (
  agency uuid not null references agencies,
  unit   uuid,
  rank   text not null check (rank in ('veryComplete', 'complete', 'fairlyComplete', 'poorlyComplete', 'noScore', 'uncounted')),
  people integer not null check (people > 0),
  unique nulls not distinct (agency, unit, rank)
);
create table archive.waiting_counts (
  agency       uuid not null references agencies,
  unit         uuid,
  submitted_on date not null,
  waiting      integer not null check (waiting > 0),
  unique nulls not distinct (agency, unit, submitted_on)
);
create table archive.counts_made (
  what       text primary key check (what in ('completeness', 'waiting')),
  counted_at timestamptz not null
);

do $$
declare
  kept text;
begin
  foreach kept in array array['completeness_counts', 'waiting_counts'] loop
    execute format('alter table archive.%I enable row level security', kept);
    execute format('create policy application on archive.%I to asn_app using (true) with check (true)', kept);
    execute format($policy$
      create policy scope on archive.%I for select to asn_desk using (
        (select scope_setting('reach')) = 'agency' and agency = (select scope_setting('agency')::uuid)
          and ((select scope_setting('unit')) is null
            or unit in (select unit_and_below((select scope_setting('unit')::uuid)))))
    $policy$, kept);
  end loop;
end $$;
grant select, insert, delete on archive.completeness_counts, archive.waiting_counts to asn_app;
grant select, insert, update on archive.counts_made to asn_app;
grant select on archive.completeness_counts, archive.waiting_counts, archive.counts_made to asn_desk;

alter table desk_exports drop constraint desk_exports_what_check,
  add check (what in ('search', 'list', 'agency', 'gaps'));

revoke execute on function archive.find_versions(text[], text, integer, text, uuid, timestamptz, uuid, integer),
  archive.slots_elsewhere(uuid) from public;
grant execute on function archive.find_versions(text[], text, integer, text, uuid, timestamptz, uuid, integer),
  archive.slots_elsewhere(uuid) to asn_desk;
grant execute on function archive.tag_of(uuid), archive.words_of(jsonb, text, text, uuid),
  archive.query_of(text[], text, integer, uuid) to asn_app, asn_desk, asn_keyring;
