-- As in 0030, and that a row of one's history was removed by somebody else: what is asked for changes with it.
create or replace function archive.is_notice(name text, body jsonb) returns boolean language sql immutable as $$
  select name in ('intakeRejected', 'malwareFound', 'malwareCleared', 'recordVerified', 'recordReturned', 'uploadWithdrawn', 'versionSuperseded',
                  'verificationRevoked', 'retentionExpired', 'recordMarkedPermanent', 'retentionExtended',
                  'destructionRecommended', 'destructionApproved', 'itemWithdrawn', 'recordDestroyed',
                  'holdPlaced', 'holdLifted', 'custodyOffered', 'custodyAccepted', 'historyRowRemoved')
    and body -> 'silent' is distinct from 'true'::jsonb
$$;
