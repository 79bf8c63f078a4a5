import type { Role } from '#domain/access/mandate.ts'
import type { AccessAction, Purpose } from '#domain/archive/access.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { ShareId } from '#domain/archive/share/share.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'

/** A line of what others and its person read; `n` is its place. */
export type PastAccess = {
  n: number
  at: Date
  purpose: Purpose
  action: AccessAction
  record: RecordId | undefined
  versionNo: number | undefined
  typeName: string | undefined
  slot: string
  reader: { name: string; role: Role | undefined; agency: string } | undefined
  /** The link by which it was read, as long as that is kept. */
  link: { id: ShareId; recipient: string } | undefined
  objection: { at: Date; answer: string | undefined } | undefined
}

/** `others`: without what the person read; `before`: only what stands before that place. */
export type AccessSpan = {
  person: PersonId
  record: RecordId | undefined
  others: boolean
  before: number | undefined
  limit: number
}

export async function listAccesses(sql: Sql, span: AccessSpan): Promise<PastAccess[]> {
  const { person, record, others, before, limit } = span
  const rows = await sql<Row[]>`
    select l.n, l.at, l.purpose, l.action, l.record, l.version_no, t.name as type_name, coalesce(r.slot, '') as slot,
      a.name as reader_name, l.share, s.recipient, m.role, coalesce(h.name, g.name) as agency, o.at as objected_at, o.answer
    from archive.access_log l
    left join archive.records r on r.id = l.record
    left join archive.record_types t on t.code = r.type
    left join people a on a.id = l.actor
    left join agencies g on g.id = a.agency
    left join mandates m on m.id = l.hat
    left join agencies h on h.id = m.agency
    left join archive.share_links s on s.id = l.share
    left join archive.access_objections o on o.person = l.person and o.n = l.n
    where l.person = ${person} and (${before ?? null}::int is null or l.n < ${before ?? null})
      and (${record ?? null}::uuid is null or l.record = ${record ?? null})
      and (not ${others} or l.purpose <> 'own')
    order by l.n desc limit ${limit}`
  return rows.map(toPast)
}

type Row = Omit<
  PastAccess,
  'record' | 'versionNo' | 'typeName' | 'reader' | 'link' | 'objection'
> & {
  record: RecordId | null
  versionNo: number | null
  typeName: string | null
  readerName: string | null
  share: ShareId | null
  recipient: string | null
  role: Role | null
  agency: string | null
  objectedAt: Date | null
  answer: string | null
}

function toPast(row: Row): PastAccess {
  const {
    n,
    at,
    purpose,
    action,
    slot,
    share,
    recipient,
    readerName,
    role,
    agency,
    objectedAt,
    answer,
  } = row
  return {
    n,
    at,
    purpose,
    action,
    slot,
    record: row.record ?? undefined,
    versionNo: row.versionNo ?? undefined,
    typeName: row.typeName ?? undefined,
    link: share && recipient !== null ? { id: share, recipient } : undefined,
    reader:
      readerName === null
        ? undefined
        : { name: readerName, role: role ?? undefined, agency: agency ?? '' },
    objection: objectedAt ? { at: objectedAt, answer: answer ?? undefined } : undefined,
  }
}
