-- Destruction of records, from the archivist's list to the certificate (archive.md 6.3). Whatever the
-- program forgets, here nobody sits on two seats of a list, nobody judges their own record, a list
-- moves on only with the signatures that its step takes, and each is of the list as it stands.

create table archive.batches (
  id            uuid primary key,
  agency        uuid not null references agencies,
  state         text not null check (state in ('appraising', 'proposed', 'waiting', 'destroying', 'closed')),
  since         timestamptz not null,
  drawn_up_at   timestamptz not null,
  manifest      integer not null default 1,
  approved_at   timestamptz,
  wait_until    timestamptz check (wait_until >= approved_at + interval '14 days'),
  started_at    timestamptz check (started_at >= wait_until),
  executor      uuid,
  executor_seat text check (executor_seat in ('chair', 'panelArchivist')),
  root_from     integer,
  root_to       integer check (root_to > root_from),
  closed_at     timestamptz,
  check (state not in ('waiting', 'destroying') or wait_until is not null),
  check ((started_at is null) = (executor is null)),
  check ((executor is null) = (executor_seat is null)),
  check (state <> 'destroying' or started_at is not null),
  check ((state = 'closed') = (closed_at is not null))
);
create index batches_agency on archive.batches (agency, drawn_up_at, id);
create index batches_destroying on archive.batches (since) where state = 'destroying';

-- The list by its hash each time it changed; from `base` on things were only taken from it.
create table archive.manifests (
  batch   uuid not null references archive.batches,
  n       integer not null check (n > 0),
  base    integer not null check (base between 1 and n),
  sha256  text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  primary key (batch, n)
);
alter table archive.batches
  add foreign key (id, manifest) references archive.manifests (batch, n) deferrable initially deferred;

-- I4: one seat a person in a batch, and of each but the further appraisers one.
create table archive.batch_parties (
  batch    uuid not null references archive.batches,
  person   uuid not null references people,
  seat     text not null check (seat in ('chair', 'originatingHead', 'panelArchivist', 'appraiser', 'approver',
                                         'legalWitness', 'oversightWitness')),
  hat      uuid not null references mandates,
  taken_at timestamptz not null,
  primary key (batch, person),
  unique (batch, person, seat)
);
create unique index batch_parties_seat on archive.batch_parties (batch, seat) where seat <> 'appraiser';
alter table archive.batches
  add foreign key (id, executor, executor_seat) references archive.batch_parties (batch, person, seat);

-- I5: what is signed is a list by its hash, with a second factor of that moment.
create table archive.batch_signatures (
  batch            uuid not null,
  person           uuid not null,
  manifest         integer not null,
  signed_at        timestamptz not null,
  second_factor_at timestamptz not null,
  primary key (batch, person, manifest),
  foreign key (batch, person) references archive.batch_parties,
  foreign key (batch, manifest) references archive.manifests,
  check (second_factor_at <= signed_at and second_factor_at > signed_at - interval '5 minutes')
);

-- `line`: what the manifest says of it; `year`: of the document, which nothing tells any more once it
-- is gone. `because`, `reason`: why it left the list. The last columns are
-- the executor's: until when one works on it, how often it failed, and on what.
create table archive.batch_items (
  batch         uuid not null references archive.batches,
  record        uuid not null references archive.records,
  subject       uuid not null references people,
  line          text not null,
  year          integer not null,
  approval      text not null check (approval in ('agency', 'nationalArchives')),
  state         text not null check (state in ('unappraised', 'toDestroy', 'keysGone', 'over')),
  appraised_by  uuid references people,
  appraised_at  timestamptz,
  -- Whether what the JRA excepts is so of this record; null where it excepts nothing.
  exception_applies boolean,
  outcome       text check (outcome in ('destroyed', 'withdrawn', 'permanent', 'extended')),
  because       text check (because in ('held', 'objectionAccepted', 'noLongerOver')),
  reason        text,
  over_at       timestamptz,
  claimed_until timestamptz not null default '-infinity',
  failures      integer not null default 0,
  problem       text,
  primary key (batch, record),
  check ((state = 'over') = (outcome is not null)),
  check ((state = 'over') = (over_at is not null)),
  check ((outcome is not distinct from 'withdrawn') = (because is not null)),
  check ((outcome in ('permanent', 'extended')) is not true or reason is not null)
);
create unique index batch_items_open on archive.batch_items (record) where state <> 'over';
create index batch_items_left on archive.batch_items (batch, record) where state <> 'over';
create index batch_items_subject on archive.batch_items (subject) where state <> 'over';

create table archive.objections (
  batch       uuid not null,
  record      uuid not null,
  person      uuid not null references people,
  reason      text not null check (char_length(reason) between 20 and 1000),
  filed_at    timestamptz not null,
  accepted    boolean,
  because     text check (char_length(because) between 20 and 1000),
  answered_by uuid references people check (answered_by <> person),
  answered_as uuid references mandates,
  answered_at timestamptz,
  primary key (batch, record),
  foreign key (batch, record) references archive.batch_items,
  check ((accepted is null) = (because is null)),
  check ((accepted is null) = (answered_by is null)),
  check ((accepted is null) = (answered_as is null)),
  check ((accepted is null) = (answered_at is null))
);
create index objections_open on archive.objections (batch) where accepted is null;

create table archive.destruction_steps (
  batch  uuid not null,
  record uuid not null,
  step   text not null check (step in ('keysDeleted', 'objectsDeleted', 'proven', 'recorded')),
  at     timestamptz not null,
  primary key (batch, record, step),
  foreign key (batch, record) references archive.batch_items
);

-- A file of a batch, sealed under a key of its own that stays in the keyring for ever under this id:
-- the certificate with its list, which the portal writes, and each paper as it was sent.
create table archive.batch_files (
  id      uuid primary key,
  batch   uuid not null references archive.batches,
  paper   text not null check (paper in ('panelDecree', 'proposalList', 'minutes', 'recommendation',
                                         'agencyApproval', 'nationalApproval', 'destructionOrder', 'certificate')),
  made_at timestamptz not null,
  unique (id, batch, paper)
);
create index batch_files_batch on archive.batch_files (batch);
create unique index batch_files_certificate on archive.batch_files (batch) where paper = 'certificate';

-- `sha256` is of what lies in the store.
create table archive.batch_file_copies (
  file   uuid not null references archive.batch_files,
  store  text not null,
  object uuid not null unique,
  sha256 bytea not null check (octet_length(sha256) = 32),
  bytes  bigint not null check (bytes > 0),
  health        text not null default 'unchecked' check (health in ('unchecked', 'healthy', 'damaged', 'missing')),
  last_result   text check (last_result in ('ok', 'bad', 'notChecked')),
  checked_at    timestamptz,
  next_check_at timestamptz not null,
  primary key (file, store)
);
create index batch_file_copies_due on archive.batch_file_copies (store, next_check_at);

-- What each step leaves on paper; it is kept for ever, like the batch. `file_sha256` is of the file as
-- it was sent; that of the certificate is written by the portal once the batch is over.
create table archive.papers (
  batch    uuid not null references archive.batches,
  kind     text not null check (kind in ('panelDecree', 'proposalList', 'minutes', 'recommendation',
                                         'agencyApproval', 'nationalApproval', 'destructionOrder', 'certificate')),
  number   text not null check (char_length(number) between 1 and 100),
  dated    date not null,
  issuer   text not null check (char_length(issuer) between 1 and 200),
  added_by uuid not null references people,
  added_as uuid not null references mandates,
  added_at timestamptz not null,
  file        uuid,
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (batch, kind),
  foreign key (file, batch, kind) references archive.batch_files (id, batch, paper),
  check ((file is null) = (file_sha256 is null)),
  check (kind <> 'certificate' or file is null)
);

create function archive.check_no_subject() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'batch_items' then
    if exists (select from archive.batch_parties p where p.batch = new.batch and p.person = new.subject)
       or new.subject is distinct from (select r.person from archive.records r where r.id = new.record) then
      raise exception 'nobody is in a batch with a record of their own' using errcode = 'check_violation';
    end if;
  elsif exists (select from archive.batch_items i where i.batch = new.batch and i.subject = new.person) then
    raise exception 'nobody is in a batch with a record of their own' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger no_subject before insert or update of subject, record on archive.batch_items
  for each row execute function archive.check_no_subject();
create trigger no_subject before insert or update of person on archive.batch_parties
  for each row execute function archive.check_no_subject();

-- Whether whoever has that seat signed the list as it is, or a longer one that it was taken from.
create function archive.is_signed(of_batch uuid, by_seat text) returns boolean language sql stable as $$
  select exists (select from archive.batch_parties p where p.batch = of_batch and p.seat = by_seat)
    and not exists (
      select from archive.batch_parties p where p.batch = of_batch and p.seat = by_seat
        and not exists (
          select from archive.batch_signatures s
            join archive.batches b on b.id = s.batch
            join archive.manifests m on m.batch = b.id and m.n = b.manifest
          where s.batch = p.batch and s.person = p.person and s.manifest between m.base and m.n))
$$;

create function archive.check_batch_move() returns trigger language plpgsql as $$
declare
  needed text[];
  seat text;
begin
  if (old.state, new.state) not in (('appraising', 'proposed'), ('proposed', 'waiting'), ('waiting', 'destroying'))
     and new.state <> 'closed' then
    raise exception 'a batch does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'closed' then
    if exists (select from archive.batch_items i where i.batch = new.id
      and (i.state <> 'over' or i.outcome = 'destroyed' and (old.state <> 'destroying' or new.root_to is null))) then
      raise exception 'a batch is not over' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  needed := array['chair', 'originatingHead', 'panelArchivist'];
  if new.state <> 'proposed' then needed := needed || 'approver'::text; end if;
  if new.state = 'destroying' then needed := needed || array['legalWitness', 'oversightWitness']; end if;
  foreach seat in array needed loop
    if not archive.is_signed(new.id, seat) then
      raise exception 'the % has not signed this list', seat using errcode = 'check_violation';
    end if;
  end loop;
  if exists (select from archive.batch_items i where i.batch = new.id and i.state = 'unappraised') then
    raise exception 'a record was not appraised' using errcode = 'check_violation';
  end if;
  if new.state = 'destroying' and exists (
    select from archive.objections o where o.batch = new.id and o.accepted is null) then
    raise exception 'an objection has no answer' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger batch_move before update of state on archive.batches
  for each row when (old.state is distinct from new.state) execute function archive.check_batch_move();
create trigger beginning before insert on archive.batches
  for each row when (new.state <> 'appraising') execute function archive.check_beginning();

-- I5: what was recommended only ever becomes less, and the time to object that was given stays given.
create function archive.check_list() returns trigger language plpgsql as $$
begin
  if not exists (select from archive.batches b where b.id = new.batch and b.state = 'appraising') then
    raise exception 'a list takes nothing more once it was recommended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger list before insert or update of batch, record, subject, line, approval on archive.batch_items
  for each row execute function archive.check_list();

create function archive.check_wait() returns trigger language plpgsql as $$
begin
  if (old.approved_at, old.wait_until) is distinct from (new.approved_at, new.wait_until) then
    raise exception 'a wait that was begun is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger wait before update of approved_at, wait_until on archive.batches
  for each row when (old.wait_until is not null) execute function archive.check_wait();

-- An item is open once, goes on or leaves, and comes back from nowhere.
create function archive.check_item_move() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('unappraised', 'toDestroy'), ('unappraised', 'over'), ('toDestroy', 'over'),
                                    ('toDestroy', 'keysGone'), ('keysGone', 'over'))
     or (new.outcome is not distinct from 'destroyed') <> (old.state = 'keysGone') and new.state = 'over' then
    raise exception 'an item does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger item_move before update of state on archive.batch_items
  for each row when (old.state is distinct from new.state) execute function archive.check_item_move();

grant select, insert on archive.batches, archive.manifests, archive.batch_parties, archive.batch_signatures,
  archive.batch_items, archive.objections, archive.papers to asn_app;
grant select on archive.destruction_steps to asn_app;
grant update (state, since, manifest, approved_at, wait_until, started_at, executor, executor_seat, closed_at)
  on archive.batches to asn_app;
-- Only who never signed: the signatures refer to the seat.
grant delete on archive.batch_parties to asn_app;
grant update (signed_at, second_factor_at) on archive.batch_signatures to asn_app;
grant update (state, appraised_by, appraised_at, exception_applies, outcome, because, reason, over_at)
  on archive.batch_items to asn_app;
grant update (accepted, because, answered_by, answered_as, answered_at) on archive.objections to asn_app;
grant update (number, dated, issuer, added_by, added_as, added_at) on archive.papers to asn_app;

-- A paper comes with the key of its file.
grant insert on archive.papers to asn_keyring;
grant update (number, dated, issuer, added_by, added_as, added_at, file, file_sha256) on archive.papers to asn_keyring;
-- The executor, who deletes keys and writes the certificate.
grant select, insert on archive.batch_files, archive.batch_file_copies to asn_keyring;
grant select on archive.batch_files, archive.batch_file_copies to asn_app;
-- The care of copies reads, mends and adds to them like all others.
grant insert, update (health, last_result, checked_at, next_check_at, object, sha256, bytes)
  on archive.batch_file_copies to asn_app;
grant select on units to asn_keyring;
grant select on archive.batches, archive.manifests, archive.batch_parties, archive.batch_signatures,
  archive.batch_items, archive.objections, archive.papers, archive.destruction_steps to asn_keyring;
grant insert on archive.manifests, archive.destruction_steps to asn_keyring;
grant update (state, since, manifest, root_from, root_to, closed_at) on archive.batches to asn_keyring;
grant update (state, outcome, because, reason, over_at, claimed_until, failures, problem)
  on archive.batch_items to asn_keyring;

do $$
declare
  kept text;
begin
  foreach kept in array array['batches', 'manifests', 'batch_parties', 'batch_signatures', 'batch_items', 'objections',
                              'destruction_steps', 'papers'] loop
    execute format('alter table archive.%I enable row level security', kept);
    execute format('create policy application on archive.%I to asn_app using (true) with check (true)', kept);
    execute format('create policy keyring on archive.%I to asn_keyring using (true) with check (true)', kept);
    if kept <> 'batches' then
      execute format('create policy scope on archive.%I to asn_desk using (exists (select from archive.batches b '
                     'where b.id = batch))', kept);
    end if;
  end loop;
end $$;
-- Seats are of the whole agency: a hat that reaches a unit alone sees no batch.
create policy scope on archive.batches to asn_desk using (
  scope_setting('reach') = 'agency' and scope_setting('unit') is null and agency = scope_setting('agency')::uuid);
grant select on archive.batches, archive.manifests, archive.batch_parties, archive.batch_signatures,
  archive.batch_items, archive.objections, archive.destruction_steps, archive.papers to asn_desk;

-- Names of those who sit in a batch or have a record in it, also of who moved to another agency since.
create function archive.named_in_batch(of_batch uuid, persons uuid[])
returns table (person uuid, name text, nip text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.number from people p
  where p.id = any(persons)
    and exists (select from archive.batches b where b.id = of_batch
      and scope_setting('reach') = 'agency' and scope_setting('unit') is null
      and b.agency = scope_setting('agency')::uuid)
    and (exists (select from archive.batch_parties s where s.batch = of_batch and s.person = p.id)
      or exists (select from archive.batch_items i where i.batch = of_batch and i.subject = p.id))
$$;
revoke execute on function archive.named_in_batch from public;
grant execute on function archive.named_in_batch to asn_desk;
