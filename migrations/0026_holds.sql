-- A hold is looked after by the agency whose legal officer placed it, wherever its person goes. Its
-- lifting is asked for by one, who says why, and agreed to by another.
alter table archive.holds
  add column agency uuid references agencies,
  add column asked_to_lift_as uuid references mandates,
  add column asked_to_lift_at timestamptz,
  add column asked_to_lift_for text check (char_length(asked_to_lift_for) between 20 and 1000),
  add column lifted_as uuid references mandates,
  add check (person not in (placed_by, asked_to_lift_by, lifted_by, lifted_with)),
  add check ((asked_to_lift_by is null) = (asked_to_lift_at is null)
    and (asked_to_lift_by is null) = (asked_to_lift_as is null)
    and (asked_to_lift_by is null) = (asked_to_lift_for is null)),
  add check (lifted_by is null or lifted_by = asked_to_lift_by),
  add check ((lifted_at is null) = (lifted_as is null));
create index holds_of_agency on archive.holds (agency, review_on, id) where lifted_at is null;
create index holds_lifted on archive.holds (agency, lifted_at, id) where lifted_at is not null;
create index holds_person on archive.holds (person);

-- I1: what holds once is never changed into what holds less, and what was lifted is past.
create function archive.check_hold() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.agency := (select m.agency from mandates m where m.id = new.placed_as);
  elsif old.lifted_at is not null then
    raise exception 'a hold that was lifted stays so' using errcode = 'check_violation';
  elsif (new.person, new.type, new.record, new.basis, new.case_no, new.silent, new.placed_by, new.placed_as,
         new.placed_at, new.agency) is distinct from
        (old.person, old.type, old.record, old.basis, old.case_no, old.silent, old.placed_by, old.placed_as,
         old.placed_at, old.agency) then
    raise exception 'a hold is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger checked before insert or update on archive.holds for each row execute function archive.check_hold();

-- A record that begins under a hold is held; it waits for a hold that is being placed (the gate of
-- src/store/archive/gate.ts).
create function archive.hold_new_record() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(4112041);
  new.held := exists (select from archive.holds h
    where h.person = new.person and h.lifted_at is null and h.record is null and (h.type is null or h.type = new.type));
  return new;
end $$;
create trigger held before insert on archive.records for each row execute function archive.hold_new_record();

grant update (asked_to_lift_as, asked_to_lift_at, asked_to_lift_for, lifted_as, review_on) on archive.holds to asn_app;

-- The agency that looks after a hold sees it though the person and all their records went elsewhere.
create policy placed on archive.holds to asn_desk using (agency = scope_setting('agency')::uuid);

-- Whom a hat may place a hold on: its people, and those whose records its agency has in custody still.
create function archive.reaches(whose uuid) returns boolean language sql stable as $$
  select exists (select from people p where p.id = whose and is_in_scope(p.id, p.agency, p.unit))
    or exists (select from archive.records r where r.person = whose and archive.in_custody(r.person, r.agency))
$$;

-- As in 0017, but that the keys of what was withdrawn or rejected long before stand against no hold.
create or replace function archive.check_stage_move() returns trigger language plpgsql as $$
begin
  if not exists (select from archive.stage_moves m where m.from_stage = old.stage and m.to_stage = new.stage) then
    raise exception 'a record does not go from % to %', old.stage, new.stage using errcode = 'check_violation';
  end if;
  if new.stage in ('retentionEnded', 'underAppraisal', 'proposedForDestruction', 'waitingPeriod', 'destroying')
     and archive.is_held(new.id) then
    raise exception 'a hold is on the record' using errcode = 'check_violation';
  end if;
  if old.stage = 'destroying' and exists (select from archive.versions v where v.record = new.id
       and (v.key_gone_at is null) = (new.stage = 'destroyed')
       and (new.stage = 'destroyed' or v.status not in ('withdrawn', 'rejectedBySystem'))) then
    raise exception 'a key stands against it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
