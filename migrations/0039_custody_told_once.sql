-- As in 0030, and that somebody is told of a transfer of their archive once, not once for each record in it.
drop trigger tell on archive.events;
create trigger tell after insert on archive.events for each row
  when (new.person is not null and archive.is_notice(new.name, new.body)
    and not (new.actor is not distinct from new.person and new.hat is null)
    and (new.name not in ('holdPlaced', 'holdLifted') or new.record is null or coalesce(new.body ->> 'of', 'record') = 'record')
    and (new.name not in ('custodyOffered', 'custodyAccepted') or new.record is null))
  execute function archive.tell_event();
