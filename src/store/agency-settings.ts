import type { AgencyId } from '#domain/agency.ts'
import type { Sql } from './database.ts'
import { inTransaction } from './database.ts'
import { addActEvent } from './office-acts.ts'
import { isStillWorn, type OfficeAct } from './worn-hat.ts'

export async function asksTwoForResets(sql: Sql, agency: AgencyId): Promise<boolean> {
  const [row] = await sql<{ twoPersonResets: boolean }[]>`
    select two_person_resets from agencies where id = ${agency}`
  return row?.twoPersonResets ?? false
}

/** Of the agency that the hat is for, and no other. */
export function setTwoForResets(
  sql: Sql,
  { act, agency, on }: { act: OfficeAct; agency: AgencyId; on: boolean },
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const { actor } = act.event
    await tx`select from accounts where person = ${actor} for update`
    if (!(await isStillWorn(tx, act))) return
    const changed = await tx`
      update agencies set two_person_resets = ${on}
      where id = ${agency} and two_person_resets <> ${on} returning 1`
    if (changed.length > 0) await addActEvent(tx, act, actor, { kind: 'twoPersonResetsSet', on })
  })
}
