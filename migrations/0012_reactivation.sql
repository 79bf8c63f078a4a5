-- Where an agency wants a second officer for every MFA reset, not only for those who hold an office.
alter table agencies add column two_person_resets boolean not null default false;

-- An MFA reset that BKPSDM has given a code for, until its person types it (R-AD-02).
alter table mfa_resets
  drop constraint mfa_resets_way_check,
  add check (way in ('recoveryCode', 'email', 'agencyCode')),
  drop constraint mfa_resets_state_check,
  add check (state in ('issued', 'granted', 'waiting', 'done', 'cancelled')),
  drop constraint mfa_resets_check3,
  add check ((state in ('issued', 'waiting')) = (closes_at is not null)),
  add check (state <> 'issued' or way = 'agencyCode');
create unique index mfa_resets_issued on mfa_resets (person) where state = 'issued';

-- `mac` is keyed and not a slow hash: 59 bits of which nothing can be tried without the key, and five
-- times with it. The clear code lies sealed for the officer's session alone, until it is put away.
create table reactivation_codes (
  reset       uuid primary key references mfa_resets on delete cascade,
  made_by     uuid not null references people,
  made_as     uuid not null references mandates,
  made_at     timestamptz not null,
  mac         bytea not null,
  tries       smallint not null default 0 check (tries between 0 and 5),
  shown_to    bytea,
  shown_until timestamptz,
  key_id      text,
  sealed      bytea,
  check ((sealed is null) = (shown_to is null)),
  check ((sealed is null) = (shown_until is null)),
  check ((sealed is null) = (key_id is null))
);
create index reactivation_codes_made on reactivation_codes (made_by, made_at);
create index reactivation_codes_shown on reactivation_codes (shown_to) where shown_to is not null;

alter table resets
  drop constraint resets_proof_check,
  add check (proof in ('mailbox', 'factor', 'oldDevice', 'agencyCode'));

-- Two officers have agreed on an address, and a code is on its way there (R-AD-05). `replaces`: what
-- stood in the slot when it was proposed.
create table email_corrections (
  id          uuid primary key references approval_requests,
  person      uuid not null references people,
  slot        smallint not null check (slot in (1, 2)),
  address     text not null check (address ~ '^[^@[:space:][:cntrl:],;:<>()"]+@[^@[:space:][:cntrl:],;:<>()"]+$'),
  replaces    text,
  approved_by uuid not null references people,
  approved_as uuid not null references mandates,
  state       text not null check (state in ('sent', 'proven', 'stopped')),
  made_at     timestamptz not null,
  expires_at  timestamptz not null check (expires_at > made_at),
  mac         bytea not null,
  tries       smallint not null default 0 check (tries between 0 and 5),
  check (char_length(address) <= 254)
);
create unique index email_corrections_sent on email_corrections (person) where state = 'sent';

-- The code that proves a new mailbox travels like that of a reset.
alter table outbox
  drop constraint outbox_kind_check,
  add check (kind in ('notice', 'resetCode', 'correctionCode')),
  drop constraint outbox_check3,
  add check ((kind <> 'notice' and sent_at is null and given_up_at is null) = (sealed is not null));

-- Bukan saya ends these too. Whoever calls has locked the account, and said since when it stands so.
create or replace function stop_pending(whose uuid) returns void language sql as $$
  delete from sign_ins where person = whose;
  delete from resets where person = whose;
  update mfa_resets set state = 'cancelled', opens_at = null, closes_at = null
    where person = whose and state in ('issued', 'granted', 'waiting');
  update email_corrections set state = 'stopped' where person = whose and state = 'sent';
  update approval_requests r set state = 'stopped', decided_at = greatest(r.asked_at, a.state_since)
    from accounts a where a.person = whose and r.person = whose and r.state in ('open', 'approved');
  delete from sessions where person = whose;
  delete from known_browsers where person = whose;
$$;

insert into notice_kinds (kind, urgency)
select unnest(array['agencyCodeWrong', 'emailCorrectionWrong', 'twoPersonResetsSet']), 'none';

-- R-AD-03: the admins of the place where the hat acts hear of a limit that was reached, whose agency
-- that is; of a national admin the others do. tellsAdmins in domain/notice/notice.ts.
create or replace function alarm_admins() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into outbox (kind, person, address, event, urgent, made_at, due_at)
    select 'notice', e.person, e.address, new.id, true, new.at, new.at
    from mandates worn
    join mandates m on m.agency is not distinct from worn.agency
      and m.role = case when worn.agency is null then 'nationalAdmin' else 'agencyAdmin' end
    join email_addresses e on e.person = m.person
    where worn.id = new.hat and m.valid_from <= new.at and m.valid_to > new.at
      and m.person <> new.person and e.ended_at is null;
  return null;
end $$;

create or replace trigger alarm after insert on events for each row
  when (new.kind in ('deskLimitReached', 'officerLimitReached')) execute function alarm_admins();

-- A code of BKPSDM beside a right password (`sign_in`) or a proven mailbox (`flow`): counted in the
-- journey, and of the code that is out, before it is looked at (R-RL-06). The model is admitAgencyCode
-- in domain/reset/try-agency-code.ts.
create function admit_agency_code_try(
  sign_in bytea, flow uuid, whose uuid, at timestamptz,
  out outcome text, out journey integer, out tries integer, out code uuid, out mac bytea
) language plpgsql set enable_seqscan = off as $$
declare
  issued reactivation_codes;
begin
  perform from accounts where person = whose for update;
  if sign_in is not null then
    select s.tries into journey from sign_ins s
      where s.id_hash = sign_in and s.person = whose and s.state = 'passwordProven' and s.expires_at > at
      for update;
  else
    select r.tries into journey from resets r
      where r.id = flow and r.person = whose and r.state = 'emailProven' and r.expires_at > at for update;
  end if;
  if not found then outcome := 'elsewhere'; return; end if;
  if journey >= 5 then outcome := 'triesSpent'; return; end if;
  journey := journey + 1;
  if sign_in is not null then
    update sign_ins s set tries = journey where s.id_hash = sign_in;
  else
    update resets r set tries = journey where r.id = flow;
  end if;
  select c.* into issued from reactivation_codes c join mfa_resets m on m.id = c.reset
    where m.person = whose and m.state = 'issued' and m.closes_at > at and c.tries < 5 for update of m, c;
  if found then
    tries := issued.tries + 1;
    update reactivation_codes c set tries = admit_agency_code_try.tries where c.reset = issued.reset;
    code := issued.reset;
    mac := issued.mac;
  end if;
  outcome := 'admitted';
end $$;

-- A code from the new mailbox, for whoever is named, account or not. The model is admitCorrectionCode
-- in domain/email/try-code.ts.
create function admit_correction_try(
  whose uuid, at timestamptz, out correction uuid, out tries integer, out mac bytea
) language plpgsql set enable_seqscan = off as $$
declare
  sent email_corrections;
begin
  select * into sent from email_corrections c
    where c.person = whose and c.state = 'sent' and c.expires_at > at and c.tries < 5 for update;
  if not found then return; end if;
  tries := sent.tries + 1;
  update email_corrections c set tries = admit_correction_try.tries where c.id = sent.id;
  correction := sent.id;
  mac := sent.mac;
end $$;

grant update (two_person_resets) on agencies to asn_app;
grant select, insert, update on reactivation_codes, email_corrections to asn_app;
grant insert, update (ended_at) on email_addresses to asn_app;
