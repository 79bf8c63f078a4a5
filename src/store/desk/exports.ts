import type { MandateId } from '#domain/access/mandate.ts'
import type { Origin } from '#domain/audit/event.ts'
import type { Brand } from '#domain/brand.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql } from '../database.ts'
import { addEvent } from '../events.ts'

export type DeskExportId = Brand<string, 'DeskExportId'>

/** Who takes which rows out of the house; not what was searched, which may be a name. */
export type DeskExport = Origin & {
  id: DeskExportId
  person: PersonId
  hat: MandateId
  at: Date
  what: 'search' | 'list' | 'agency' | 'gaps'
}

/** Before the first row leaves; auditors read of it among what is done under hats. */
export function addDeskExport(sql: Sql, { id, what, ...by }: DeskExport): Promise<void> {
  return inTransaction(sql, async (tx) => {
    await tx`
      insert into desk_exports (id, person, hat, at, what, browser, network)
      values (${id}, ${by.person}, ${by.hat}, ${by.at}, ${what}, ${by.browser}, ${by.network})`
    await addEvent(tx, { ...by, actor: by.person, happening: { kind: 'listExported', of: what } })
  })
}

/** After the last; one that broke off has no number. */
export async function endDeskExport(sql: Sql, id: DeskExportId, rows: number): Promise<void> {
  await sql`select end_desk_export(${id}, ${rows})`
}
