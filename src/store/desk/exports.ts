import type { MandateId } from '#domain/access/mandate.ts'
import type { Origin } from '#domain/audit/event.ts'
import type { Brand } from '#domain/brand.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'

export type DeskExportId = Brand<string, 'DeskExportId'>

/** Who takes which rows out of the house; not what was searched, which may be a name. */
export type DeskExport = Origin & {
  id: DeskExportId
  person: PersonId
  hat: MandateId
  at: Date
  what: 'search' | 'list' | 'agency'
}

/** Before the first row leaves. */
export async function addDeskExport(sql: Sql, { id, what, ...by }: DeskExport): Promise<void> {
  await sql`
    insert into desk_exports (id, person, hat, at, what, browser, network)
    values (${id}, ${by.person}, ${by.hat}, ${by.at}, ${what}, ${by.browser}, ${by.network})`
}

/** After the last; one that broke off has no number. */
export async function endDeskExport(sql: Sql, id: DeskExportId, rows: number): Promise<void> {
  await sql`select end_desk_export(${id}, ${rows})`
}
