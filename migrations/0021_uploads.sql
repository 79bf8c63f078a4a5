-- Files on their way into the archive (T1, `uploading`): a row here and, in a folder of ours, the bytes
-- that have come, with the file's name and hash, which no backup of a database needs to know. An
-- upload's id becomes that of its version (T2); the row then only tells a client who asks again.
create table archive.uploads (
  id         uuid primary key,
  person     uuid not null references people,
  sent_by    uuid not null references people,
  sent_as    uuid references mandates,
  type       text not null,
  slot       text not null,
  form       text not null check (form in ('document', 'photos')),
  metadata   jsonb not null default '{}',
  bytes      bigint not null check (bytes > 0),
  state      text not null default 'arriving' check (state in ('arriving', 'arrived', 'received', 'refused')),
  refusal    jsonb,
  started_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > started_at),
  check ((sent_as is null) = (sent_by = person)),
  check ((state = 'refused') = (refusal is not null)),
  check (state <> 'received' or metadata = '{}')
);
create index uploads_open on archive.uploads (sent_by, started_at) where state in ('arriving', 'arrived');
create index uploads_of_person on archive.uploads (person, started_at);
create index uploads_over on archive.uploads (expires_at);
create index uploads_arrived on archive.uploads (started_at) where state = 'arrived';

-- What is in quarantine and waits for its checks (T3–T5). `lease_until`: somebody is at it.
create table archive.intake_work (
  version     uuid primary key references archive.versions,
  due_at      timestamptz not null,
  lease_until timestamptz,
  tries       integer not null default 0,
  why         text check (why in ('scan', 'inspection', 'copy'))
);
create index intake_work_due on archive.intake_work (due_at);

-- Objects that were, or will be, put into a store before a row of `copies` names them, and those that no
-- row names any more: whatever stays here for an hour is removed from the store.
create table archive.loose_objects (
  object uuid primary key,
  store  text not null,
  since  timestamptz not null
);
create index loose_objects_since on archive.loose_objects (since);

-- Keys that are to go with the next round: of what was withdrawn while a hold was on.
create index versions_withdrawn on archive.versions (status_since, id)
  where status = 'withdrawn' and key_gone_at is null;

-- What a scanner has not looked at yet, or not with what it knows now: those first whose turn it is.
create index versions_scans on archive.versions (scanned_at nulls first, id)
  where key_gone_at is null and status in ('awaitingVerification', 'returned', 'verified', 'superseded');

-- Many files of many people in one act of an officer: what was recognised in their names, and which of
-- them have gone on their way. Names may hold a NIP: the rows go with the batch.
create table archive.upload_batches (
  id         uuid primary key,
  sent_by    uuid not null references people,
  sent_as    uuid not null references mandates,
  made_at    timestamptz not null,
  expires_at timestamptz not null
);
create index upload_batches_of on archive.upload_batches (sent_by, made_at desc);
create index upload_batches_over on archive.upload_batches (expires_at);

create table archive.upload_batch_files (
  batch   uuid not null references archive.upload_batches on delete cascade,
  n       integer not null check (n > 0),
  name    text not null check (char_length(name) between 1 and 200),
  bytes   bigint not null check (bytes >= 0),
  person  uuid references people,
  type    text,
  slot    text,
  problem text,
  refused text,
  upload  uuid,
  primary key (batch, n),
  check ((problem is null) = (person is not null and type is not null and slot is not null))
);

-- A right is asked anew in the transaction that receives (T2), within units too.
-- Whoever acts in an office is locked first, also where keys go (T8), by a role that changes no account.
create function archive.lock_account(whose uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  select from accounts where person = whose for update
$$;
revoke execute on function archive.lock_account from public;
grant execute on function archive.lock_account to asn_app, asn_keyring;
grant execute on function hat_proven_at to asn_keyring;
grant select on units to asn_keyring;

grant select, insert, delete on archive.uploads to asn_app;
grant update (state, refusal, metadata) on archive.uploads to asn_app;
grant select, update (state, refusal, metadata) on archive.uploads to asn_keyring;
grant select, insert, update, delete on archive.intake_work to asn_app, asn_keyring;
grant select, insert, update, delete on archive.loose_objects to asn_app, asn_keyring;
grant select, insert, delete on archive.upload_batches, archive.upload_batch_files to asn_app;
grant update (upload, refused) on archive.upload_batch_files to asn_app;
