-- find_versions of 0028 looked among the 3,000 newest of any status for those of the one that was asked
-- for, and found too few of the rare ones there: what was sent back and what was replaced have indexes
-- of their own (versions_sent_back, versions_replaced), of which the newest are looked through instead.
create or replace function archive.find_versions(words text[], its_type text, its_year integer, its_status text, its_hat uuid,
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
  older text := case when before_at is not null then ' and (v.received_at, v.id) < ($5, $6)' else '' end
    || case when its_status in ('returned', 'superseded') then format(' and v.status = %L', its_status) else '' end;
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
