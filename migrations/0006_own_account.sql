-- What the owner of an account does with it. `handle` names a session to its owner in an address,
-- where neither its id nor a hash of it belongs, and outlives the new ids of a step-up. `proven_at`
-- is null until a step-up: the sign-in itself was the second factor.
alter table sessions
  add column handle uuid not null default gen_random_uuid(),
  add column proven_at timestamptz check (proven_at >= started_at);

-- "Siapa yang menyentuh akun saya": few rows among the many that people make themselves.
create index events_by_others on events (person, id) where actor <> person;

