-- A check that was passed or failed for good is deleted: a row is a check that can still be passed.
create table captchas (
  id         uuid primary key default gen_random_uuid(),
  source     bytea not null,
  state      text not null default 'open' check (state in ('open', 'waiting')),
  wrong      smallint not null default 0 check (wrong between 0 and 2),
  wait_until timestamptz,
  expires_at timestamptz not null,
  check ((state = 'waiting') = (wait_until is not null))
);
create index captchas_waiting on captchas (source) where state = 'waiting';
create index captchas_expiry on captchas (expires_at);

grant select, insert, update, delete on captchas to asn_app;
