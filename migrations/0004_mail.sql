-- Where a person is written to. Two addresses at most are in force, each in a slot of its own;
-- `usable_from`: from when on a reset may be asked with it (R-RS-05).
create table email_addresses (
  id          uuid primary key default gen_random_uuid(),
  person      uuid not null references people,
  slot        smallint not null default 1 check (slot in (1, 2)),
  address     text not null check (address ~ '^[^@[:space:][:cntrl:],;:<>()"]+@[^@[:space:][:cntrl:],;:<>()"]+$'),
  since       timestamptz not null,
  usable_from timestamptz not null check (usable_from >= since),
  bounced_at  timestamptz,
  ended_at    timestamptz check (ended_at >= since),
  check (char_length(address) <= 254)
);
create unique index email_addresses_slots on email_addresses (person, slot) where ended_at is null;
create unique index email_addresses_once on email_addresses (person, lower(address)) where ended_at is null;

insert into email_addresses (person, address, since, usable_from)
select id, email, now(), now() from people
where email ~ '^[^@[:space:][:cntrl:],;:<>()"]+@[^@[:space:][:cntrl:],;:<>()"]+$' and char_length(email) <= 254;
alter table people drop column email;

-- An account is frozen since its state is `frozen`: there is no second clock to keep right.
alter table accounts add column frozen_at timestamptz
  generated always as (case when state = 'frozen' then state_since end) stored;

-- A mail that must go out: written in the transaction of what it tells, sent by src/jobs. A notice
-- tells an event, to its owner or, where `person` is another, to an officer; what a mail must carry
-- in secret lies sealed here for as long as it waits, bound to the row's id.
create table outbox (
  id          uuid primary key default gen_random_uuid(),
  kind        text not null check (kind in ('notice', 'resetCode')),
  person      uuid not null references people,
  address     text not null,
  event       bigint references events,
  key_id      text,
  sealed      bytea,
  urgent      boolean not null,
  made_at     timestamptz not null,
  due_at      timestamptz not null,
  tries       integer not null default 0 check (tries >= 0),
  sent_at     timestamptz,
  given_up_at timestamptz,
  failure     text check (failure ~ '^[a-zA-Z]{1,40}$'),
  check ((kind = 'notice') = (event is not null)),
  check (sent_at is null or given_up_at is null),
  check ((sealed is null) = (key_id is null)),
  check ((kind = 'resetCode' and sent_at is null and given_up_at is null) = (sealed is not null)),
  check (given_up_at is null or failure is not null)
);
create index outbox_due on outbox (urgent desc, due_at) where sent_at is null and given_up_at is null;
create index outbox_given_up on outbox (given_up_at) where given_up_at is not null;
create index outbox_made on outbox (made_at);
create index mandates_officers on mandates (agency) where role = 'officer';

-- R-NO-01: how soon a happening is told, null if not at all. The pure model is noticeOf in
-- domain/notice/notice.ts; a test plays every happening through both. What is not named here is
-- told: to forget a new happening costs a mail too many, never one too few.
create function notice_urgency(kind text, detail jsonb) returns text language sql immutable as $$
  select case
    when kind in ('passwordWrong', 'signInRefused', 'signedOut', 'recoveryCodeWrong',
                  'recoveryCodesSaved', 'passwordHashUpgraded') then null
    when kind = 'signedIn' and (detail ->> 'browser' <> 'new' or detail ->> 'by' = 'activation') then null
    when kind = 'codeWrong' and detail ->> 'inARow' is distinct from '3' then null
    when kind = 'recoveryCodesMade' and detail ->> 'occasion' = 'activation' then null
    when kind in ('recoveryCodesMade', 'recoveryCodeUsed', 'oldDeviceProven', 'weakPasswordReplaced') then 'soon'
    else 'now'
  end
$$;

-- Whether the officers of the person's agency are told too.
create function notice_to_officers(kind text) returns boolean language sql immutable as $$
  select kind = 'frozen'
$$;

-- Mail and record stand both or neither (T-CRASH): whoever adds an event cannot forget its mail.
create function tell_event() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  is_urgent constant boolean := notice_urgency(new.kind, new.detail) = 'now';
begin
  insert into outbox (kind, person, address, event, urgent, made_at, due_at)
    select 'notice', e.person, e.address, new.id, is_urgent, new.at, new.at
    from email_addresses e where e.person = new.person and e.ended_at is null;
  if notice_to_officers(new.kind) then
    insert into outbox (kind, person, address, event, urgent, made_at, due_at)
      select 'notice', e.person, e.address, new.id, is_urgent, new.at, new.at
      from mandates m join email_addresses e on e.person = m.person
      where m.agency = (select agency from people where id = new.person) and m.role = 'officer'
        and m.valid_from <= new.at and m.valid_to > new.at
        and m.person <> new.person and e.ended_at is null;
  end if;
  return null;
end $$;

create trigger tell after insert on events for each row
  when (notice_urgency(new.kind, new.detail) is not null) execute function tell_event();

-- Somebody without an address gets no mail, and wakes nobody.
create function wake_mail_sender() returns trigger language plpgsql as $$
begin
  if exists (select from added) then perform pg_notify('outbox', ''); end if;
  return null;
end $$;

create trigger wake after insert on outbox referencing new table as added
  for each statement execute function wake_mail_sender();

-- Everything that is on its way for a person ends, as does everything that is open (R-NO-02).
-- Whoever calls has locked the account first.
create function stop_pending(whose uuid) returns void language sql as $$
  delete from sign_ins where person = whose;
  delete from sessions where person = whose;
  delete from known_browsers where person = whose;
$$;

grant select on email_addresses to asn_app;
grant update (bounced_at) on email_addresses to asn_app;
grant select, insert, update, delete on outbox to asn_app;
