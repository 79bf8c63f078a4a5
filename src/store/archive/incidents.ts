import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { PaperKind } from '#domain/archive/destruction/paper.ts'
import { type LostPart, toldSince } from '#domain/archive/incident.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { inScope } from '../scope.ts'

/** `at`: since when nothing of it is whole or, of what has ended, since when all is again. */
export type Incident = { id: string; at: Date } & (LostFile | LostPaper)

/** A version of a record of somebody; of what has ended, the parts are those that were lost. */
type LostFile = {
  of: 'file'
  person: PersonId
  name: string
  nip: string
  unitName: string | undefined
  record: RecordId
  type: string
  slot: string
  no: number
  status: VersionStatus
  stage: Stage
  held: boolean
  parts: readonly LostPart[]
}

/** A certificate or paper of a destruction; `number`: of its list, '' where that has none yet. */
type LostPaper = { of: 'paper'; batch: BatchId; paper: PaperKind; number: string }

export type IncidentList = 'open' | 'ended'
export type IncidentPlace = { at: Date; id: string }

export const INCIDENTS_ON_A_PAGE = 30

/**
 * Files and papers that the agency of the hat has in custody: those of which nothing is whole, the oldest
 * first, or those that were mended of late, the newest first. One version is one, whatever is lost of it.
 */
export async function listIncidents(
  sql: Sql,
  hat: Hat,
  { list, after }: { list: IncidentList; after: IncidentPlace | undefined },
  now: Date,
): Promise<Incident[]> {
  const found = await inScope(sql, scopeOf(hat), now, (tx) =>
    list === 'open' ? findOpen(tx, hat, after) : findEnded(tx, hat, after, now),
  )
  const files = new Map((await nameFiles(sql, found, list)).map((one) => [one.id, one]))
  const papers = new Map((await namePapers(sql, found)).map((one) => [one.id, one]))
  return found.flatMap(({ id, at }) => {
    const named = files.get(id) ?? papers.get(id)
    return named ? [{ ...named, at }] : []
  })
}

const MOST = INCIDENTS_ON_A_PAGE + 1

/** Cut from the index: each version by what was found out first. */
async function findOpen(tx: TransactionSql, { agency }: Hat, after: IncidentPlace | undefined) {
  const following = (id: 'version' | 'file') =>
    after ? tx`(i.found_at, ${tx(`i.${id}`)}) > (${after.at}, ${after.id}::uuid)` : tx`true`
  return await tx<IncidentPlace[]>`
    (select i.version as id, i.found_at as at from archive.incidents i
      where i.agency = ${agency ?? null} and i.over_at is null and ${following('version')}
        and not exists (select from archive.incidents o where o.version = i.version and o.over_at is null
          and (o.found_at, o.kind, o.page) < (i.found_at, i.kind, i.page))
      order by i.found_at, i.version limit ${MOST})
    union all
    (select i.file, i.found_at from archive.paper_incidents i
      where i.agency = ${agency ?? null} and i.over_at is null and ${following('file')}
      order by i.found_at, i.file limit ${MOST})
    order by at, id limit ${MOST}`
}

/** Each version by what was mended last, once all of it is. */
async function findEnded(
  tx: TransactionSql,
  { agency }: Hat,
  after: IncidentPlace | undefined,
  now: Date,
) {
  const following = (id: 'version' | 'file') =>
    after ? tx`(i.over_at, ${tx(`i.${id}`)}) < (${after.at}, ${after.id}::uuid)` : tx`true`
  return await tx<IncidentPlace[]>`
    (select i.version as id, i.over_at as at from archive.incidents i
      where i.agency = ${agency ?? null} and i.over_at >= ${toldSince(now)} and ${following('version')}
        and not exists (select from archive.incidents o where o.version = i.version and o.over_at is null)
        and not exists (select from archive.incidents o where o.version = i.version
          and (o.over_at, o.kind, o.page) > (i.over_at, i.kind, i.page))
      order by i.over_at desc, i.version desc limit ${MOST})
    union all
    (select i.file, i.over_at from archive.paper_incidents i
      where i.agency = ${agency ?? null} and i.over_at >= ${toldSince(now)} and ${following('file')}
      order by i.over_at desc, i.file desc limit ${MOST})
    order by at desc, id desc limit ${MOST}`
}

type Named<Lost> = { id: string } & Lost

/** Of those that the scope let through: who moved away is in custody here still. */
async function nameFiles(
  sql: Sql,
  found: readonly IncidentPlace[],
  list: IncidentList,
): Promise<Named<LostFile>[]> {
  const rows = await sql<(Named<Omit<LostFile, 'of'>> & { unitName: string | null })[]>`
    select v.id, r.person, p.name, coalesce(p.number, '') as nip, u.name as unit_name, v.record, r.type, r.slot, v.no,
      v.status, r.stage, archive.is_held(r.id) as held,
      (select json_agg(json_build_object('kind', i.kind, 'page', i.page) order by i.kind, i.page)
        from archive.incidents i where i.version = v.id and (i.over_at is null) = ${list === 'open'}) as parts
    from archive.versions v
    join archive.records r on r.id = v.record
    join people p on p.id = r.person
    left join units u on u.id = p.unit
    where v.id = any(${found.map(({ id }) => id)}::uuid[]) and v.key_gone_at is null and r.stage <> 'destroyed'`
  return rows.map((row) => ({
    ...row,
    of: 'file',
    unitName: row.unitName ?? undefined,
    parts: row.parts ?? [],
  }))
}

async function namePapers(sql: Sql, found: readonly IncidentPlace[]): Promise<Named<LostPaper>[]> {
  const rows = await sql<Named<Omit<LostPaper, 'of'>>[]>`
    select f.id, f.batch, f.paper, coalesce(l.number, '') as number
    from archive.batch_files f
    left join archive.papers l on l.batch = f.batch and l.kind = 'proposalList'
    where f.id = any(${found.map(({ id }) => id)}::uuid[])`
  return rows.map((row) => ({ ...row, of: 'paper' }))
}
