-- What is searched in the archive: words of a version's metadata and the name of what it is, never what
-- stands in the document. It goes with the metadata, hence with the version's key.

-- Of each word its stem and the word itself, of whose beginning people search too; `=` marks the type,
-- `@` a year of one of its dates. No word that people type begins so.
create function archive.words_of(metadata jsonb, its_type text, named text) returns tsvector
language sql immutable parallel safe as $$
  select strip(to_tsvector('indonesian', w.words) || to_tsvector('simple', w.words))
    || array_to_tsvector(array['=' || its_type] || array(
      select distinct '@' || left(m.value, 4) from jsonb_each_text(metadata) m
      where m.value ~ '^(19|20)[0-9]{2}(-[0-9]{2}-[0-9]{2})?$'))
  from (
    select lower(regexp_replace(named || ' ' || coalesce(string_agg(m.value, ' '), ''), '[^[:alnum:]]+', ' ', 'g')) as words
    from jsonb_each_text(metadata) m) w
$$;

-- All of the words, each as its stem or as a beginning; those that hold no letter or digit ask nothing.
create function archive.query_of(words text[], its_type text, its_year integer) returns tsquery
language sql immutable parallel safe as $$
  select string_agg(part, ' & ')::tsquery from (
    select format('(%s)', concat_ws(' | ', nullif(to_tsquery('indonesian', quote_literal(word))::text, ''),
                                    to_tsquery('simple', quote_literal(word) || ':*'))) as part
    from unnest(words) word where word ~ '^[[:alnum:]]+$'
    union all select quote_literal('=' || its_type) where its_type is not null
    union all select quote_literal('@' || its_year) where its_year is not null) parts
$$;

alter table archive.versions
  add column search tsvector,
  add check (metadata is not null or search is null);

create function archive.keep_words() returns trigger language plpgsql as $$
begin
  new.search := case when new.metadata is not null then (
    select archive.words_of(new.metadata, t.code, concat_ws(' ', t.name, p.value ->> 'name', split_part(r.slot, '#', 1)))
    from archive.records r
    join archive.record_types t on t.code = r.type
    left join jsonb_array_elements(t.parts) p on p.value ->> 'code' = split_part(r.slot, '#', 2)
    where r.id = new.record) end;
  return new;
end $$;
create trigger words before insert or update of metadata on archive.versions
  for each row execute function archive.keep_words();
update archive.versions set metadata = metadata where metadata is not null;

-- Rare words are found by the first, common ones by going back in time along the second.
create index versions_search on archive.versions using gin (agency, search);
create index versions_newest on archive.versions (agency, received_at desc, id desc);

-- What the hat reaches, the newest first: those that lie in its agency's custody, of its units' people.
-- Past the policies, under which no index of words could be used; so it asks for the scope itself.
create function archive.find_versions(words text[], its_type text, its_year integer, its_status text, its_hat uuid,
  before_at timestamptz, before_id uuid, at_most integer) returns table (id uuid, received_at timestamptz)
language plpgsql stable security definer
set search_path = public, pg_temp set max_parallel_workers_per_gather = 0 as $$
declare
  own uuid := scope_setting('agency')::uuid;
  units uuid[] := array(select unit_and_below(scope_setting('unit')::uuid));
  asked tsquery := archive.query_of(words, its_type, its_year);
  secret text[] := array(select t.code from archive.record_types t
                         where t.security_class = 'secret' and not archive.reads_secrets(its_hat));
  conditions text := case when asked is not null then ' and v.search @@ $2' else '' end
    || case when its_status is null then $q$ and v.status in ('awaitingVerification', 'returned', 'verified')$q$
            else ' and v.status = $3' end
    || case when scope_setting('unit') is not null
            then ' and exists (select from people p where p.id = v.person and p.unit = any($4))' else '' end
    || case when before_at is not null then ' and (v.received_at, v.id) < ($5, $6)' else '' end;
begin
  if scope_setting('reach') is distinct from 'agency' then return; end if;
  return query execute format(
    'select v.id, v.received_at from archive.versions v
     where v.agency = $1 and v.search is not null%s
       and not exists (select from archive.records r where r.id = v.record and r.type = any($8))
     order by v.received_at desc, v.id desc limit $7', conditions)
    using own, asked, its_status, units, before_at, before_id, at_most, secret;
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

alter table desk_exports drop constraint desk_exports_what_check,
  add check (what in ('search', 'list', 'agency', 'gaps'));

revoke execute on function archive.find_versions(text[], text, integer, text, uuid, timestamptz, uuid, integer),
  archive.slots_elsewhere(uuid) from public;
grant execute on function archive.find_versions(text[], text, integer, text, uuid, timestamptz, uuid, integer),
  archive.slots_elsewhere(uuid) to asn_desk;
grant execute on function archive.words_of(jsonb, text, text), archive.query_of(text[], text, integer)
  to asn_app, asn_desk, asn_keyring;
