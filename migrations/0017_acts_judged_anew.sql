-- When a second factor was given in this session, if it still wears that hat; null if it does not: one
-- question for every act of an office, asked under its locks.
create function hat_proven_at(session bytea, who uuid, worn uuid, at timestamptz) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(s.proven_at, s.started_at)
  from sessions s
  join accounts a on a.person = s.person and a.state = 'active'
  join mandates m on m.id = s.hat and m.person = s.person
  where s.id_hash = session and s.person = who and s.hat = worn
    and s.idle_until > at and s.absolute_until > at and m.valid_from <= at and m.valid_to > at
$$;
revoke execute on function hat_proven_at from public;
grant execute on function hat_proven_at to asn_app, asn_desk;
drop function wears_hat(bytea, uuid, uuid, timestamptz);

-- An account may be frozen that was never activated.
do $$
declare
  bound text;
begin
  select conname into strict bound from pg_constraint
  where conrelid = 'board_standing'::regclass and pg_get_constraintdef(oid) ~ 'frozen <= activated';
  execute format('alter table board_standing drop constraint %I', bound);
end $$;
alter table board_standing add check (frozen >= 0);
