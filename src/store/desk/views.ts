import type { AuditEvent } from '#domain/audit/event.ts'
import { VIEW_SECONDS } from '#domain/desk/limits.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'
import { addEvent } from '../events.ts'

/** Who looks at whom, when, under which hat. */
export type View = Omit<AuditEvent, 'happening'> & { actor: PersonId }

/** Whether this would be a view that the record does not have yet; undefined: nobody in scope. */
export async function isNewView(
  tx: TransactionSql,
  { person, actor, at }: View,
): Promise<boolean | undefined> {
  const [row] = await tx<{ isNew: boolean }[]>`
    select not exists (select from events e
      where e.person = p.id and e.actor = ${actor} and e.kind = 'employeeViewed'
        and e.at > ${after(at, -VIEW_SECONDS)}) as is_new
    from people p where p.id = ${person}`
  return row?.isNew
}

/** R-AU-02: the person sees it among those who touched their account. */
export function addView(tx: TransactionSql, view: View): Promise<void> {
  return addEvent(tx, { ...view, happening: { kind: 'employeeViewed' } })
}
