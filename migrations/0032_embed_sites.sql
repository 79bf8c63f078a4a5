-- Web sites that may show our pages of /sematan in theirs (R-EM-01): asked for by one national admin,
-- decided on by another person. Shapes of origins are in domain/embed/origin.ts; here only that none
-- can end its word in a header.
create function are_origins(listed text[]) returns boolean language sql immutable strict as $$
  select cardinality(listed) between 1 and 5
    and coalesce(bool_and(one ~ '^https?://[a-z0-9.-]{1,253}(:[0-9]{1,5})?$'), false)
    and count(*) = count(distinct one)
  from unnest(listed) one
$$;

-- `site`: its key, drawn when it is asked for. `before`: as the asker saw it. `effective_at` is written
-- by the function below alone, so that a request takes effect once.
create table embed_site_requests (
  id           uuid primary key,
  kind         text not null check (kind in ('add', 'change', 'end')),
  site         text not null check (site ~ '^[A-Za-z0-9_-]{21}[AQgw]$'),
  agency       uuid not null references agencies,
  before       jsonb check (jsonb_typeof(before) = 'object'),
  name         text check (char_length(name) between 3 and 100),
  origins      text[] check (are_origins(origins)),
  reason       text not null check (reason <> ''),
  asked_by     uuid not null references people,
  asked_as     uuid not null references mandates,
  asked_at     timestamptz not null,
  state        text not null check (state in ('open', 'applied', 'declined', 'withdrawn', 'stopped')),
  decided_by   uuid references people,
  decided_as   uuid references mandates,
  decided_at   timestamptz,
  answer       text check (answer <> ''),
  effective_at timestamptz,
  check (effective_at is null or state = 'applied'),
  check ((kind = 'add') = (before is null)),
  check ((kind = 'end') = (name is null) and (kind = 'end') = (origins is null)),
  check ((state = 'open') = (decided_at is null)),
  check ((state in ('open', 'stopped')) = (decided_by is null) and (decided_by is null) = (decided_as is null)),
  check ((decided_by = asked_by) = (state = 'withdrawn')),
  check ((state in ('applied', 'declined')) = (answer is not null))
);
create unique index embed_site_requests_open on embed_site_requests (site) where state = 'open';
create unique index embed_site_requests_new on embed_site_requests (agency, name) where state = 'open' and kind = 'add';
create unique index embed_site_requests_add on embed_site_requests (site) where kind = 'add';
create index embed_site_requests_of on embed_site_requests (site, asked_at);

-- `request`: the last that two people agreed on.
create table embed_sites (
  key      text primary key check (key ~ '^[A-Za-z0-9_-]{21}[AQgw]$'),
  agency   uuid not null references agencies,
  name     text not null check (char_length(name) between 3 and 100),
  origins  text[] not null check (are_origins(origins)),
  since    timestamptz not null,
  ended_at timestamptz,
  request  uuid not null unique references embed_site_requests
);
create index embed_sites_of on embed_sites (agency, name, key);

-- The application's own role may write no site, so that none is in force, or otherwise, which two
-- people did not agree on. False, and nothing done, unless another than the asker agreed to this very
-- request, it has had no effect yet, and the site is still there.
create function apply_embed_site_request(applied uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked embed_site_requests;
begin
  select * into asked from embed_site_requests q
    where q.id = applied and q.state = 'applied' and q.decided_by <> q.asked_by
      and q.effective_at is null for update;
  if not found then return false; end if;
  if asked.kind = 'add' then
    insert into embed_sites (key, agency, name, origins, since, request)
    select asked.site, asked.agency, asked.name, asked.origins, asked.decided_at, asked.id
    where exists (select from agencies g where g.id = asked.agency and g.code <> '0000')
    on conflict do nothing;
  else
    update embed_sites s
    set name = coalesce(asked.name, s.name), origins = coalesce(asked.origins, s.origins), request = asked.id,
      ended_at = case asked.kind when 'end' then asked.decided_at end
    where s.key = asked.site and s.agency = asked.agency and s.ended_at is null;
  end if;
  if not found then return false; end if;
  update embed_site_requests q set effective_at = asked.decided_at where q.id = applied;
  return true;
end $$;
revoke execute on function apply_embed_site_request from public;

-- Bukan saya of an admin, and whatever else closes the account, stops what was asked for in that name:
-- it may have been the thief, and the account may open again.
create function stop_embed_site_requests() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update embed_site_requests set state = 'stopped', decided_at = new.state_since
  where asked_by = new.person and state = 'open';
  return null;
end $$;
create trigger stop_embed_site_requests after update of state on accounts
  for each row when (new.state <> old.state and new.state <> 'active') execute function stop_embed_site_requests();
create index embed_site_requests_asked on embed_site_requests (asked_by) where state = 'open';

grant execute on function apply_embed_site_request to asn_app;
grant select on embed_sites to asn_app;
grant select, insert on embed_site_requests to asn_app;
grant update (state, decided_by, decided_as, decided_at, answer) on embed_site_requests to asn_app;

-- Nobody is mailed: who decides sees them at /nasional. The model is noticeOf in domain/notice/notice.ts.
insert into notice_kinds (kind, urgency)
values ('embedSiteAsked', 'none'), ('embedSiteRequestOver', 'none'), ('embedSiteAdded', 'none'),
  ('embedSiteChanged', 'none'), ('embedSiteEnded', 'none');
