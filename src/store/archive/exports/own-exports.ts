import type { AccountHold } from '#domain/account/hold.ts'
import type { ArchiveExport, Asking, ExportId } from '#domain/archive/export/archive-export.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { no, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { addOwnEvent, lockOwnAccount, type NoLonger, type OwnAct } from '../../own-account.ts'
import { addArchiveEvent } from '../events.ts'
import { endExports } from './ending.ts'
import { type ExportRow, exportColumns, toExport } from './export-rows.ts'
import { listExportableIds } from './exportable.ts'

const DAY = 24 * 3600

/** T30, under the lock of the account: one at a time of each person. */
export function addExport<Refused>(
  sql: Sql,
  act: OwnAct,
  id: ExportId,
  decide: (
    living: ArchiveExport | undefined,
    asking: Asking,
  ) => Result<{ replaces: ExportId | undefined }, Refused>,
): Promise<Result<{ replaces: ExportId | undefined }, Refused | NoLonger>> {
  return inTransaction(sql, async (tx) => {
    const { person, at } = act.event
    if (!(await lockOwnAccount(tx, act))) return no({ kind: 'noLonger' })
    const living = await findLiving(tx, person)
    const decided = decide(living, await askingOf(tx, person, at))
    if (!decided.ok) return decided
    const { replaces } = decided.value
    if (replaces) await endExports(tx, [replaces], at)
    await tx`insert into archive.exports (id, person, asked_at) values (${id}, ${person}, ${at})`
    await addArchiveEvent(tx, {
      name: 'archiveExported',
      record: undefined,
      person,
      actor: { person, hat: undefined },
      at,
      body: { export: id, step: 'asked' },
    })
    await addOwnEvent(tx, act, { kind: 'archiveAsked' })
    return decided
  })
}

/** The newest, whatever became of it. */
export async function findNewestExport(
  sql: Sql,
  person: PersonId,
): Promise<ArchiveExport | undefined> {
  const [row] = await sql<ExportRow[]>`
    select ${exportColumns(sql)} from archive.exports e
    where e.person = ${person} order by e.asked_at desc, e.id limit 1`
  return row && toExport(row)
}

/** Where it lies, for its person alone. */
export type PlacedExport = {
  found: ArchiveExport
  versions: VersionId[]
  store: string
  object: string
}

export async function findPlacedExport(
  sql: Sql,
  { person, id }: { person: PersonId; id: ExportId },
): Promise<PlacedExport | undefined> {
  const [row] = await sql<(ExportRow & Omit<PlacedExport, 'found'>)[]>`
    select ${exportColumns(sql)}, e.versions, e.store, e.object from archive.exports e
    where e.id = ${id} and e.person = ${person} and e.state = 'ready'`
  if (!row) return undefined
  const { versions, store, object } = row
  return { found: toExport(row), versions, store, object }
}

/** A download that goes on after a break is the same one. */
export async function hasTaken(sql: Sql, person: PersonId, since: Date): Promise<boolean> {
  const taken = await sql`
    select from archive.access_log
    where person = ${person} and action = 'archiveExported' and at >= ${since} and actor = ${person} limit 1`
  return taken.length > 0
}

async function findLiving(
  tx: TransactionSql,
  person: PersonId,
): Promise<ArchiveExport | undefined> {
  const [row] = await tx<ExportRow[]>`
    select ${exportColumns(tx)} from archive.exports e
    where e.person = ${person} and e.state in ('asked', 'building', 'ready') for update`
  return row && toExport(row)
}

async function askingOf(tx: TransactionSql, person: PersonId, now: Date): Promise<Asking> {
  const [row] = await tx<
    { askedOfLate: number; until: Date | null; because: AccountHold['because'] | null }[]
  >`
    select held_until as until, held_because as because,
      (select count(*)::int from archive.exports e
        where e.person = ${person} and e.asked_at > ${after(now, -DAY)} and e.ended_because is null) as asked_of_late
    from accounts where person = ${person}`
  const verified = (await listExportableIds(tx, person)).length
  const hold = row?.until && row.because ? { until: row.until, because: row.because } : undefined
  return { verified, askedOfLate: row?.askedOfLate ?? 0, hold, now }
}
