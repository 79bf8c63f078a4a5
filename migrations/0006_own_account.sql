-- What the owner of an account does with it. `handle` names a session to its owner in an address,
-- where neither its id nor a hash of it belongs, and outlives the new ids of a step-up. `proven_at`
-- is null until a step-up: the sign-in itself was the second factor.
alter table sessions
  add column handle uuid not null default gen_random_uuid(),
  add column proven_at timestamptz check (proven_at >= started_at);

-- "Siapa yang menyentuh akun saya": few rows among the many that people make themselves.
create index events_by_others on events (person, id) where actor <> person;

-- What an owner did a moment ago, and sees on the page that did it, is not told by mail as well.
create or replace function notice_urgency(kind text, detail jsonb) returns text language sql immutable as $$
  select case
    when kind in ('passwordWrong', 'signInRefused', 'signedOut', 'recoveryCodeWrong',
                  'recoveryCodesSaved', 'passwordHashUpgraded', 'resetCodeMade',
                  'steppedUp', 'sessionEnded', 'otherSessionsEnded') then null
    when kind = 'signedIn' and (detail ->> 'browser' <> 'new' or detail ->> 'by' = 'activation') then null
    when kind = 'codeWrong' and detail ->> 'inARow' is distinct from '3' then null
    when kind = 'recoveryCodesMade' and detail ->> 'occasion' = 'activation' then null
    when kind in ('recoveryCodesMade', 'recoveryCodeUsed', 'oldDeviceProven', 'weakPasswordReplaced',
                  'deviceRenamed') then 'soon'
    else 'now'
  end
$$;
