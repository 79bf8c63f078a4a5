-- What somebody could still come in by, asked for when they were less than they are now, or somebody
-- else than they say. Whoever calls has locked the account.
create function stop_ways_in(whose uuid, at timestamptz) returns void language sql as $$
  delete from sign_ins where person = whose;
  delete from resets where person = whose;
  update mfa_resets set state = 'cancelled', opens_at = null, closes_at = null
    where person = whose and state in ('issued', 'granted', 'waiting');
  update email_corrections set state = 'stopped' where person = whose and state = 'sent';
  update approval_requests r set state = 'stopped', decided_at = greatest(r.asked_at, stop_ways_in.at)
    where r.person = whose and r.kind <> 'mandate' and r.state in ('open', 'approved');
  delete from sessions where person = whose;
$$;

-- Bukan saya of an officer, and whatever else closes the account, ends too what was asked for, agreed
-- to or handed out in that name and not used yet: it may have been the thief. Corrections come last,
-- for a request that is agreed to at this moment becomes one.
create or replace function stop_pending(whose uuid) returns void language sql as $$
  select stop_ways_in(whose, (select a.state_since from accounts a where a.person = whose));
  update approval_requests r set state = 'stopped', decided_at = greatest(r.asked_at, a.state_since)
    from accounts a where a.person = whose and r.state in ('open', 'approved')
      and (r.person = whose or r.asked_by = whose or r.decided_by = whose);
  update mfa_resets m set state = 'cancelled', closes_at = null
    from reactivation_codes c where c.reset = m.id and c.made_by = whose and m.state = 'issued';
  update email_corrections c set state = 'stopped'
    from approval_requests r where r.id = c.id and c.state = 'sent' and whose in (r.asked_by, c.approved_by);
  delete from known_browsers where person = whose;
$$;

create index approval_requests_asked on approval_requests (asked_by) where state in ('open', 'approved');
create index approval_requests_decided on approval_requests (decided_by) where state in ('open', 'approved');

-- What leaves the house is read by auditors like every act under a hat.
insert into notice_kinds (kind, urgency) values ('listExported', 'none');

-- One admin alone may loosen it: the others of the agency hear of it. tellsAdmins in domain/notice/notice.ts.
update notice_kinds set urgency = 'now' where kind = 'twoPersonResetsSet';
create or replace trigger alarm after insert on events for each row
  when (new.kind in ('deskLimitReached', 'officerLimitReached', 'twoPersonResetsSet'))
  execute function alarm_admins();
