import {
  type BatchId,
  type ClosedBatch,
  standingSignature,
} from '#domain/archive/destruction/batch.ts'
import type {
  Certificate,
  CertificateLog,
  CertifiedRecord,
} from '#domain/archive/destruction/certificate.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql, type TransactionSql } from '../../database.ts'
import { newestNote } from '../../tlog/checkpoints.ts'
import { type BatchKey, readBatch } from './batches.ts'
import { leafOf } from './intents.ts'
import { listPapers } from './papers.ts'

/** Of a batch that is over and destroyed something; `stores`: all there are, each of which was asked for proof. */
export async function readCertificate(
  sql: Sql,
  key: BatchKey,
  stores: readonly { name: string }[],
): Promise<Certificate | undefined> {
  const { id } = key
  const batch = await readBatch(sql, key)
  if (batch?.state !== 'closed') return undefined
  const sums = await sumsOf(sql, id)
  if (sums.counts.records === 0) return undefined
  return {
    ...(await whenAndWhere(sql, id)),
    ...(await peopleOf(sql, batch)),
    papers: await listPapers(sql, id),
    ...sums,
    stores: stores.map(({ name }) => name),
    left: await listLeft(sql, id),
    manifest: await findManifests(sql, id),
    log: await findInLog(sql, id),
  }
}

/** Batches that are over, destroyed something, have no file that says so, and are in a signed log. */
export async function listUncertified(sql: Sql): Promise<BatchKey[]> {
  return sql<BatchKey[]>`
    select b.id, b.agency from archive.batches b
    where b.state = 'closed' and b.root_to is not null and exists (select ${closingLeaf(sql)})
      and not exists (select from archive.batch_files f where f.batch = b.id and f.paper = 'certificate')
    order by b.closed_at`
}

async function peopleOf(
  sql: Sql,
  { parties, ...batch }: ClosedBatch,
): Promise<Pick<Certificate, 'parties' | 'executor'>> {
  const rows = await sql<{ id: PersonId; name: string; nip: string }[]>`
    select id, name, coalesce(number, '') as nip from people
    where id = any(${parties.map(({ person }) => person)}::uuid[])`
  const names = new Map(rows.map(({ id, ...named }) => [id, named] as const))
  const nameOf = (person: PersonId) => names.get(person) ?? { name: '', nip: '' }
  return {
    parties: parties.map(({ person, seat }) => ({
      seat,
      ...nameOf(person),
      signedAt: standingSignature({ ...batch, parties }, person)?.at,
    })),
    executor: batch.executor && nameOf(batch.executor),
  }
}

type When = Pick<
  Certificate,
  | 'agencyName'
  | 'zone'
  | 'drawnUpAt'
  | 'approvedAt'
  | 'waitUntil'
  | 'startedAt'
  | 'closedAt'
  | 'rotation'
>

async function whenAndWhere(sql: Sql, id: BatchId): Promise<When> {
  const [row] = await sql<
    (Pick<When, 'agencyName' | 'zone'> &
      Record<'drawnUpAt' | 'approvedAt' | 'waitUntil' | 'startedAt' | 'closedAt', Date | null> &
      Record<'rootFrom' | 'rootTo', number | null>)[]
  >`
    select g.name as agency_name, g.zone, b.drawn_up_at, b.approved_at, b.wait_until, b.started_at, b.closed_at,
      b.root_from, b.root_to
    from archive.batches b join agencies g on g.id = b.agency where b.id = ${id}`
  const { agencyName, zone, rootFrom, rootTo, drawnUpAt, closedAt, ...at } = filled(row ?? null)
  return {
    agencyName,
    zone,
    drawnUpAt: filled(drawnUpAt),
    closedAt: filled(closedAt),
    approvedAt: at.approvedAt ?? undefined,
    waitUntil: at.waitUntil ?? undefined,
    startedAt: at.startedAt ?? undefined,
    rotation: rootFrom !== null && rootTo !== null ? { from: rootFrom, to: rootTo } : undefined,
  }
}

type Sums = Pick<Certificate, 'counts' | 'years' | 'units' | 'rules' | 'objections'>

async function sumsOf(sql: Sql, id: BatchId): Promise<Sums> {
  const [row] = await sql<
    (Certificate['counts'] & { from: number; until: number; units: string[]; rules: string[] })[]
  >`
    with gone as (
      select i.record, i.subject, i.year, split_part(i.line, ' ', 5) as rule from archive.batch_items i
      where i.batch = ${id} and i.outcome = 'destroyed'
    ), files as (
      select count(*) as versions, coalesce(sum(v.bytes), 0)::bigint as bytes,
        count(*) filter (where v.status in ('verified', 'superseded')) as verified
      from gone g join archive.versions v on v.record = g.record
    )
    select (select count(*) from gone) as records, (select count(distinct subject) from gone) as persons,
      files.*, (select min(year) from gone) as from, (select max(year) from gone) as until,
      (select coalesce(array_agg(distinct u.name), '{}') from gone g join people p on p.id = g.subject
        join units u on u.id = p.unit) as units,
      (select coalesce(array_agg(distinct r.classification || ' ' || r.legal_basis || ' (versi ' || r.version || ')'), '{}')
        from gone g join archive.batches b on b.id = ${id}
        join archive.retention_rules r on r.agency = b.agency and r.id::text || '@' || r.version = g.rule) as rules
    from files`
  const { from, until, units, rules, ...counts } = filled(row ?? null)
  const [objections] = await sql<Certificate['objections'][]>`
    select count(*) as filed, count(*) filter (where accepted) as accepted
    from archive.objections where batch = ${id}`
  const years = { from, until }
  return { counts, years, units, rules, objections: filled(objections ?? null) }
}

/** How many left the list otherwise, and why. */
export async function listLeft(
  sql: Sql | TransactionSql,
  id: BatchId,
): Promise<Certificate['left']> {
  const rows = await sql<
    (Omit<Certificate['left'][number], 'because'> & {
      because: Certificate['left'][number]['because'] | null
    })[]
  >`
    select outcome, because, count(*) from archive.batch_items
    where batch = ${id} and outcome <> 'destroyed' group by outcome, because order by outcome, because`
  return rows.map(({ because, ...row }) => ({ ...row, because: because ?? undefined }))
}

/** The one that the panel signed first, and the one of what is gone in the end. */
async function findManifests(sql: Sql, id: BatchId): Promise<Certificate['manifest']> {
  const [row] = await sql<Certificate['manifest'][]>`
    select now.sha256 as destroyed, first.sha256 as signed
    from archive.batches b
    join archive.manifests now on now.batch = b.id and now.n = b.manifest
    join archive.manifests first on first.batch = b.id
      and first.n = (select min(manifest) from archive.batch_signatures s where s.batch = b.id
        and s.manifest between now.base and now.n)
    where b.id = ${id}`
  return filled(row ?? null)
}

/** For a statement that has batches as b. Of nobody and at that time there are few events. */
function closingLeaf(sql: Sql) {
  return sql`
    from archive.events e join archive.log_leaves l on l.event = e.id
    where e.person is null and e.at = b.closed_at and e.name = 'batchClosed' and e.body ->> 'batch' = b.id::text
      and l.index < (select max(size) from archive.log_checkpoints)`
}

export async function findInLog(sql: Sql, id: BatchId): Promise<CertificateLog | undefined> {
  const [row] = await sql<{ leaf: number; salt: string | null }[]>`
    select found.* from archive.batches b cross join lateral (
      select l.index as leaf, case when e.body ? 'manifest' then encode(e.salt, 'hex') end as salt
      ${closingLeaf(sql)}) found
    where b.id = ${id}`
  const checkpoint = await newestNote(sql)
  return row && checkpoint ? { leaf: row.leaf, salt: row.salt ?? undefined, checkpoint } : undefined
}

const AT_ONCE = 500

type CertifiedRow = Omit<CertifiedRecord, 'active' | 'inactive' | 'year' | 'leaves'> & {
  record: string
  intent: number | null
  outcome: number | null
  year: number
  active: number | null
  inactive: number | null
}

/** What was destroyed, in the order of the list, by so many that none of it is ever whole in memory. */
export async function* readCertified(sql: Sql, id: BatchId): AsyncGenerator<CertifiedRecord> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await sql<CertifiedRow[]>`
      select i.record, coalesce(u.name, '') as unit, coalesce(q.classification, '') as classification, r.type, r.slot,
        i.year, (select count(*) from archive.versions v where v.record = r.id) as files,
        exists (select from archive.versions v where v.record = r.id and v.digitised) as digitised,
        coalesce(right(p.number, 4), '') as last_four, coalesce(q.legal_basis, '') as rule,
        q.active_years as active, q.inactive_years as inactive, i.over_at as destroyed_at,
        ${leafOf(sql, 'destructionStarted')} as intent, ${leafOf(sql, 'recordDestroyed')} as outcome
      from archive.batch_items i
      join archive.batches b on b.id = i.batch
      join archive.records r on r.id = i.record
      join people p on p.id = i.subject
      left join units u on u.id = p.unit
      left join lateral (select classification, legal_basis, active_years, inactive_years
        from archive.retention_rules q
        where q.agency = b.agency and q.id::text || '@' || q.version = split_part(i.line, ' ', 5)
        order by q.known_from desc limit 1) q on true
      where i.batch = ${id} and i.outcome = 'destroyed' and i.record > ${after}
      order by i.record limit ${AT_ONCE}`
    for (const { active, inactive, intent, outcome, ...row } of rows)
      yield {
        ...row,
        active: active ?? undefined,
        inactive: inactive ?? undefined,
        leaves: { intent: intent ?? undefined, outcome: outcome ?? undefined },
      }
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.record
  }
}
