import {
  type AfterVerification,
  type LaterLeaf,
  type Standing,
  standingOf,
} from '#domain/verification/standing.ts'
import type { Sql } from '../database.ts'

type About = Omit<AfterVerification, 'later'> & { record: string; n: number }
type Later = Omit<LaterLeaf, 'leaf'> & { leaf: number | null }

/** What became of the version whose verification stands there in the log; undefined where none does. */
export async function standingAt(sql: Sql, index: number): Promise<Standing | undefined> {
  const [about] = await sql<About[]>`
    select r.id as record, r.stage, v.status, v.no as version, e.n
    from archive.log_leaves l
    join archive.events e on e.id = l.event and e.name = 'recordVerified'
    join archive.records r on r.id = e.record
    join archive.versions v on v.record = e.record and v.id::text = e.body ->> 'version'
    where l.index = ${index}`
  if (!about) return undefined
  const later = await sql<Later[]>`
    select e.name as event, coalesce(v.no, 0) as version, l.index as leaf
    from archive.events e
    left join archive.versions v on v.record = e.record and v.id::text = e.body ->> 'version'
    left join archive.log_leaves l on l.event = e.id
      and l.index < (select max(size) from archive.log_checkpoints)
    where e.record = ${about.record} and e.n > ${about.n}
      and e.name in ('recordVerified', 'verificationRevoked', 'recordDestroyed')
    order by e.n`
  const leaves = later.map((one) => ({ ...one, leaf: one.leaf ?? undefined }))
  return standingOf({ ...about, later: leaves })
}
