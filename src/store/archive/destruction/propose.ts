import type { AgencyId } from '#domain/agency.ts'
import {
  type Acting,
  type Batch,
  type BatchId,
  isProven,
} from '#domain/archive/destruction/batch.ts'
import type { Item } from '#domain/archive/destruction/item.ts'
import type { Paper } from '#domain/archive/destruction/paper.ts'
import {
  type Candidate,
  type ProposalRefused,
  proposeRecord,
} from '#domain/archive/destruction/propose-record.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import { isOver } from '#domain/archive/retention/retention.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { inTransactionOrNot, type Sql, type TransactionSql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { letHoldsPass, passGate } from '../gate.ts'
import { judgeRecords, retentionDay } from '../retention/recompute.ts'
import { lockActing } from './batches.ts'
import { addManifest, currentLines, hashManifest } from './manifests.ts'
import { moveItems } from './move-items.ts'
import { keepPaper } from './papers.ts'

/** Which of the records whose retention is over: of one type or all, ended until that day. */
export type Choice = { type: string | undefined; until: CivilDate }

export type ProposingRefused = { kind: 'noLonger' } | { kind: 'nothingToPropose' }

const MOST = 100_000
const AT_ONCE = 1000

/** T16: draws up the list of all that is chosen and may be on one, under its number and date. */
export async function proposeRecords(
  sql: Sql,
  act: OfficeAct,
  { id, choice, paper }: { id: BatchId; choice: Choice; paper: Paper },
): Promise<Result<BatchId, ProposingRefused>> {
  let refused: ProposingRefused = { kind: 'nothingToPropose' }
  await letHoldsPass(sql)
  const isDrawn = await inTransactionOrNot(sql, async (tx) => {
    await passGate(tx)
    const by = await lockActing(tx, act)
    const { agency, unit } = act.hat
    if (!by || !isProven(by, act.event.at) || !agency || unit) {
      refused = { kind: 'noLonger' }
      return false
    }
    const drawing = { id, agency, by, at: act.event.at }
    await addBatch(tx, drawing)
    if ((await addItems(tx, { ...drawing, choice })) === 0) return false
    await finish(tx, drawing, paper)
    return true
  })
  return isDrawn ? ok(id) : no(refused)
}

async function finish(tx: TransactionSql, { id, by, at }: Drawing, paper: Paper): Promise<void> {
  const { person, hat } = by
  await addManifest(tx, id, { n: 1, base: 1, sha256: await hashManifest(tx, id) }, at)
  await keepPaper(tx, id, paper, by, at)
  const actor = { person, hat }
  await moveItems(tx, id, { to: 'underAppraisal', event: 'appraisalStarted', actor, at })
}

type Drawing = { id: BatchId; agency: AgencyId; by: Acting; at: Date }

async function addBatch(tx: TransactionSql, { id, agency, by, at }: Drawing) {
  const state: Batch['state'] = 'appraising'
  await tx`
    insert into archive.batches (id, agency, state, since, drawn_up_at)
    values (${id}, ${agency}, ${state}, ${at}, ${at})`
  await tx`
    insert into archive.batch_parties (batch, person, seat, hat, taken_at)
    values (${id}, ${by.person}, 'panelArchivist', ${by.hat}, ${at})`
}

/** How many there are; each is judged under its lock. */
async function addItems(tx: TransactionSql, { choice, ...drawing }: Drawing & { choice: Choice }) {
  let added = 0
  for (let after: RecordId | undefined; added < MOST; ) {
    const rows = await tx<CandidateRow[]>`
      ${candidates(tx, { ...choice, agency: drawing.agency })}
        and r.id > coalesce(${after ?? null}, '00000000-0000-0000-0000-000000000000'::uuid)
      order by r.id limit ${AT_ONCE} for update of r`
    added += await addJudged(tx, drawing, rows)
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)?.record
  }
  return added
}

async function addJudged(
  tx: TransactionSql,
  { id, agency, by, at }: Drawing,
  rows: readonly CandidateRow[],
): Promise<number> {
  const ids = rows.map(({ record }) => record)
  const lines = await currentLines(tx, ids)
  const judged = await judgeCandidates(tx, rows, { by, agency, now: at })
  const items = judged.flatMap(({ record, year, proposed }) => {
    const line = lines.get(record)
    return proposed.ok && line ? [{ ...toRow(id, proposed.value, line), year }] : []
  })
  if (items.length > 0) await tx`insert into archive.batch_items ${tx(items)}`
  return items.length
}

export type JudgedCandidate = CandidateRow & {
  approval: Candidate['approval']
  proposed: Result<Item, ProposalRefused>
}

type Judging = { by: Pick<Acting, 'person' | 'role'>; agency: AgencyId; now: Date }

/** By rules and facts as they are now, whatever was counted last. */
export async function judgeCandidates(
  tx: TransactionSql,
  rows: readonly CandidateRow[],
  { by, agency, now }: Judging,
): Promise<JudgedCandidate[]> {
  const today = retentionDay(now)
  const ids = rows.map(({ record }) => record)
  const judged = new Map(
    (await judgeRecords(tx, ids, today)).map((one) => [one.record.id, one.retention] as const),
  )
  return rows.map((row) => {
    const retention = judged.get(row.record)
    const { approval, disposition } = retention?.follows ?? UNKNOWN
    const stage = retention && isOver(retention, today) ? row.stage : 'inactive'
    const candidate = { ...row, stage, approval, disposition } as const
    return { ...row, approval, proposed: proposeRecord(candidate, { ...by, agency }) }
  })
}

const UNKNOWN = { approval: 'nationalArchives', disposition: 'undecided' } as const

function toRow(batch: BatchId, { record, subject, approval, state }: Item, line: string) {
  return { batch, record, subject, approval, state, line }
}

/** Chosen and over, in the words of a statement that others go on with. */
export function candidates(
  sql: Sql | TransactionSql,
  { agency, type, until }: Choice & { agency: AgencyId },
) {
  return sql`
    select r.id as record, r.person as subject, r.agency, r.type, r.slot, r.stage,
      r.retention_end::text as ends_on, archive.is_held(r.id) as held,
      coalesce((select left(coalesce(v.metadata ->> 'decreeDate', v.metadata ->> 'letterDate',
          v.metadata ->> 'effectiveDate'), 4)::integer
        from archive.versions v where v.record = r.id and v.status = 'verified'),
        extract(year from r.retention_end)::integer) as year,
      exists (select from archive.batch_items i where i.record = r.id and i.state <> 'over') as listed
    from archive.records r
    where r.agency = ${agency} and r.stage = 'retentionEnded'
      and r.retention_end <= ${civilDateText(until)}::date
      and (${type ?? null}::text is null or r.type = ${type ?? null})`
}

export type CandidateRow = {
  record: RecordId
  subject: PersonId
  agency: AgencyId
  type: string
  slot: string
  stage: Stage
  endsOn: string
  year: number
  held: boolean
  listed: boolean
}
