import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'
import type { Claiming } from './claims.ts'

/** How much waits for the verifiers of a hat; `waiting` says no more than COUNTED at most. */
export type QueueLoad = {
  waiting: number
  oldest: Date | undefined
  own: number
  others: number
}

/** Counting on would take longer than anybody needs to know it. */
export const COUNTED = 1000

/** In a transaction of `inScope`. */
export async function findLoad(
  tx: TransactionSql,
  { hat, person, now }: Claiming,
): Promise<QueueLoad> {
  const [row] = await tx<(Omit<QueueLoad, 'oldest'> & { oldest: Date | null })[]>`
    with waiting as (
      select id, place from archive.waiting_in_scope(${COUNTED}) with ordinality as w (id, place))
    select (select count(*)::int from waiting) as waiting,
      (select v.submitted_at from archive.versions v where v.id = (select id from waiting order by place limit 1)) as oldest,
      count(*) filter (where c.by_person = ${person})::int as own,
      count(*) filter (where c.by_person <> ${person})::int as others
    from archive.claims c where c.agency = ${hat.agency ?? null} and c.until > ${now}`
  return { waiting: 0, own: 0, others: 0, ...row, oldest: row?.oldest ?? undefined }
}

/** `part`: why whoever asks is not offered it, if they are not. */
export type QueuedVersion = {
  id: VersionId
  name: string
  nip: string
  typeName: string
  slot: string
  no: number
  pages: number
  submittedAt: Date
  claim: { by: 'own' | 'other'; until: Date } | undefined
  part: 'ownUpload' | 'ownRecord' | 'secret' | undefined
}

/** What has waited longest, in a transaction of `inScope`; a secret one shows that it waits alone. */
export async function listWaiting(
  tx: TransactionSql,
  { hat, person, now }: Claiming,
  atMost: number,
): Promise<QueuedVersion[]> {
  const rows = await tx<Row[]>`
    with first as (
      select v.* from archive.versions v
      where v.id = any(array(select archive.waiting_in_scope(${atMost})))),
    named as (
      select * from archive.names_in_custody(array(select f.person from first f)))
    select f.id, coalesce(n.name, '') as name, coalesce(n.nip, '') as nip, t.name as type_name, r.slot, f.no, f.pages,
      f.submitted_at, c.by_person = ${person} as is_own, c.until,
      case when f.person = ${person} then 'ownRecord' when f.uploaded_by = ${person} then 'ownUpload'
        when t.security_class = 'secret' and not archive.reads_secrets(${hat.id}) then 'secret' end as part
    from first f
    join archive.records r on r.id = f.record
    join archive.record_types t on t.code = r.type
    left join named n on n.person = f.person
    left join archive.claims c on c.version = f.id and c.until > ${now}
    order by f.submitted_at, f.id`
  return rows.map(toQueued)
}

type Row = Omit<QueuedVersion, 'claim' | 'part'> & {
  isOwn: boolean | null
  until: Date | null
  part: QueuedVersion['part'] | null
}

function toQueued({ isOwn, until, part, ...row }: Row): QueuedVersion {
  const claim = until ? ({ by: isOwn ? 'own' : 'other', until } as const) : undefined
  const told = { ...row, claim, part: part ?? undefined }
  return part === 'secret' ? { ...told, name: '', nip: '', slot: '' } : told
}

/** What somebody decided of late, to find it again. */
export type PastDecision = {
  version: VersionId
  name: string
  typeName: string
  at: Date
  what: 'recordVerified' | 'recordReturned'
}

/** In a transaction of `inScope`: of what is in the reach of their hat still, the newest first. */
export async function listDecisions(
  tx: TransactionSql,
  person: PersonId,
  atMost: number,
): Promise<PastDecision[]> {
  return tx<PastDecision[]>`
    with mine as (
      select e.record, e.at, e.name, (e.body ->> 'version')::uuid as version from archive.events e
      where e.actor = ${person} and e.name in ('recordVerified', 'recordReturned')
      order by e.at desc limit ${atMost}),
    named as (
      select * from archive.names_in_custody(array(select r.person from mine m join archive.records r on r.id = m.record)))
    select m.version, coalesce(n.name, '') as name, t.name as type_name, m.at, m.name as what
    from mine m
    join archive.records r on r.id = m.record
    join archive.record_types t on t.code = r.type
    left join named n on n.person = r.person
    order by m.at desc`
}
