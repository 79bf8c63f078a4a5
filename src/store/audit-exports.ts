import type { Role } from '#domain/access/mandate.ts'
import type { AuditAsked } from '#domain/audit/asked.ts'
import type { Origin } from '#domain/audit/event.ts'
import { type Auditor, within } from './auditor.ts'
import type { TransactionSql } from './database.ts'
import type { DeskExport } from './desk/exports.ts'

/** A list that somebody took with them under a hat; `rows` is undefined where it broke off. */
export type OfficeExport = Origin & {
  at: Date
  what: DeskExport['what']
  rows: number | undefined
  by: { name: string; role: Role; agency: string | undefined }
}

/** Newest first, within what is asked for; none where that is about one person, whom no list names. */
export async function listExports(
  tx: TransactionSql,
  auditor: Auditor,
  { asked, limit }: { asked: AuditAsked; limit: number },
): Promise<OfficeExport[]> {
  const { agency, role, kind, officer, subject } = asked
  if (subject || (kind && kind !== 'exports')) return []
  const rows = await tx<Row[]>`
    select e.at, e.what, e.rows, e.browser, e.network, p.name, m.role, a.name as agency
    from desk_exports e join mandates m on m.id = e.hat join people p on p.id = e.person
    left join agencies a on a.id = m.agency
    where true
      ${agency ? tx`and m.agency = ${agency}` : tx``} ${role ? tx`and m.role = ${role}` : tx``}
      ${officer ? tx`and e.person = ${officer}` : tx``}
      ${within(tx, tx`e.at`, asked, auditor)}
    order by e.at desc, e.id limit ${limit}`
  return rows.map(toOfficeExport)
}

type Row = Origin & {
  at: Date
  what: DeskExport['what']
  rows: number | null
  name: string
  role: Role
  agency: string | null
}

function toOfficeExport({ rows, name, role, agency, ...row }: Row): OfficeExport {
  return { ...row, rows: rows ?? undefined, by: { name, role, agency: agency ?? undefined } }
}
