-- As in 0035, and that a link by which somebody shared a document ended by wrong PINs.
create or replace function archive.is_notice(name text, body jsonb) returns boolean language sql immutable as $$
  select (name in ('intakeRejected', 'malwareFound', 'malwareCleared', 'recordVerified', 'recordReturned', 'uploadWithdrawn', 'versionSuperseded',
                   'verificationRevoked', 'retentionExpired', 'recordMarkedPermanent', 'retentionExtended',
                   'destructionRecommended', 'destructionApproved', 'itemWithdrawn', 'recordDestroyed',
                   'holdPlaced', 'holdLifted', 'custodyOffered', 'custodyAccepted', 'historyRowRemoved')
      or (name = 'recordShared' and body ->> 'because' = 'wrongPins'))
    and body -> 'silent' is distinct from 'true'::jsonb
$$;

-- And mailed at once. Whoever typed the PINs has no account: nobody is behind it.
insert into notice_kinds (kind, urgency) values ('sharePinsWrong', 'now');
alter table events drop constraint events_actor;
alter table events add constraint events_actor check (actor is not null or kind in
  ('imported', 'importChanged', 'legacyPasswordDeleted', 'mandateGiven', 'mandateEnding', 'logDiffers',
   'sharePinsWrong')) not valid;
