import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { type AuditAsked, alarmsSince, looksAt } from '#domain/audit/asked.ts'
import type { Happening, Origin } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import { listExports, type OfficeExport } from './audit-exports.ts'
import { type Auditor, asAuditor, keepAsked, within } from './auditor.ts'
import type { Sql, TransactionSql } from './database.ts'
import { addView, isNewView } from './desk/views.ts'
import { type HappeningRow, toHappening } from './events.ts'

/** An event done under a hat: by whom, where that hat reaches, and about whom. */
export type OfficeEvent = Origin & {
  id: number
  at: Date
  happening: Happening
  reason: string | undefined
  by: { id: PersonId; name: string; role: Role | undefined; agency: string | undefined }
  about: { id: PersonId; name: string; nip: string }
}

type Page = { asked: AuditAsked; before: number | undefined; limit: number }

/** What an auditor sees, and with it what others can see that they saw. */
export function readOfficeEvents(
  sql: Sql,
  reader: Auditor,
  page: Page & { exports: number },
): Promise<{ events: OfficeEvent[]; alarms: OfficeEvent[]; exports: OfficeExport[] }> {
  return asAuditor(sql, async (tx) => {
    await keepLook(tx, reader, page)
    const alarms = await listAlarms(tx, reader.at)
    const exports = await listExports(tx, reader, { asked: page.asked, limit: page.exports })
    return { events: await listEvents(tx, reader, page), alarms, exports }
  })
}

/** The agency with that code, or the only one of that name. */
export function findAgencyOf(sql: Sql, typed: string): Promise<AgencyId | undefined> {
  return asAuditor(sql, async (tx) => {
    const rows = await tx<{ id: AgencyId }[]>`
      select id from agencies where code = ${typed} or lower(name) = lower(${typed}) limit 2`
    return rows.length === 1 ? rows[0]?.id : undefined
  })
}

export function findPersonOf(sql: Sql, identifier: string): Promise<PersonId | undefined> {
  return asAuditor(sql, async (tx) => {
    const [row] = await tx<{ person: PersonId }[]>`
      select person from login_identifiers where identifier = ${identifier}`
    return row?.person
  })
}

/** How a form says who and where is asked for. */
export function nameAsked(
  sql: Sql,
  { agency, officer, subject }: AuditAsked,
): Promise<{ agency: string; officer: string; subject: string }> {
  return asAuditor(sql, async (tx) => {
    const [row] = await tx<{ agency: string; officer: string; subject: string }[]>`
      select coalesce((select code from agencies where id = ${agency ?? null}), '') as agency,
        coalesce(${nipOf(tx, officer ?? null)}, '') as officer,
        coalesce(${nipOf(tx, subject ?? null)}, '') as subject`
    return row ?? { agency: '', officer: '', subject: '' }
  })
}

/** One look a day is told to the person asked for, as where an officer opens their page. */
async function keepLook(tx: TransactionSql, reader: Auditor, { asked, before }: Page) {
  const { at, person, hat, browser, network } = reader
  await keepAsked(tx, reader, { ...asked, before: before ?? null })
  const subject = looksAt(asked, person)
  if (!subject) return
  const view = { at, person: subject, actor: person, hat, browser, network }
  if (await isNewView(tx, view)) await addView(tx, view)
}

async function listEvents(tx: TransactionSql, reader: Auditor, { asked, before, limit }: Page) {
  if (asked.kind === 'exports') return []
  const rows = await tx<Row[]>`
    ${selectEvents(tx)}
    where (e.hat is not null or is_alarm(e.kind)) ${conditions(tx, reader, asked)}
      ${before === undefined ? tx`` : tx`and e.id < ${before}`}
    order by e.id desc limit ${limit}`
  return rows.map(toOfficeEvent)
}

async function listAlarms(tx: TransactionSql, now: Date): Promise<OfficeEvent[]> {
  const rows = await tx<Row[]>`
    ${selectEvents(tx)}
    where is_alarm(e.kind) and e.at > ${alarmsSince(now)} order by e.id desc limit 10`
  return rows.map(toOfficeEvent)
}

function selectEvents(tx: TransactionSql) {
  return tx`
    select e.id, e.at, e.kind, e.detail, e.browser, e.network, e.actor as by_id, o.name as by_name,
      m.role, a.name as agency, e.person as about_id, p.name as about_name,
      coalesce(${nipOf(tx, tx`e.person`)}, '-') as nip
    from events e join people o on o.id = e.actor join people p on p.id = e.person
    left join mandates m on m.id = e.hat left join agencies a on a.id = m.agency`
}

function nipOf(tx: TransactionSql, person: PersonId | null | ReturnType<typeof tx>) {
  return tx`(select identifier from login_identifiers
    where person = ${person} and kind in ('nip', 'niPppk') and valid_to is null limit 1)`
}

function conditions(tx: TransactionSql, reader: Auditor, asked: AuditAsked) {
  const { agency, role, kind, officer, subject } = asked
  return tx`
    ${agency ? tx`and m.agency = ${agency}` : tx``} ${role ? tx`and m.role = ${role}` : tx``}
    ${officer ? tx`and e.actor = ${officer}` : tx``}
    ${subject ? tx`and e.person = ${subject}` : tx``}
    ${kind === 'views' ? tx`and e.kind = 'employeeViewed'` : tx``}
    ${kind === 'acts' ? tx`and e.kind <> 'employeeViewed'` : tx``}
    ${kind === 'alarms' ? tx`and is_alarm(e.kind)` : tx``}
    ${within(tx, tx`e.at`, asked, reader)}`
}

type Row = HappeningRow &
  Origin & {
    id: number
    at: Date
    byId: PersonId
    byName: string
    role: Role | null
    agency: string | null
    aboutId: PersonId
    aboutName: string
    nip: string
  }

function toOfficeEvent({ kind, detail, id, at, browser, network, ...row }: Row): OfficeEvent {
  const { byId, byName, role, agency, aboutId, aboutName, nip } = row
  const { reason } = detail
  return {
    ...{ id, at, browser, network },
    happening: toHappening({ kind, detail }),
    reason: typeof reason === 'string' ? reason : undefined,
    by: { id: byId, name: byName, role: role ?? undefined, agency: agency ?? undefined },
    about: { id: aboutId, name: aboutName, nip },
  }
}
