import { randomUUID } from 'node:crypto'
import type { AgencyId } from '#domain/agency.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { RetentionRule, RuleId } from '#domain/archive/retention/rule.ts'
import type { PersonId } from '#domain/person.ts'
import { addRule } from '#src/store/archive/retention/rules.ts'
import type { Sql } from '#src/store/database.ts'
import { addRecord, addVersion } from './archive.ts'
import { addPerson, NOW } from './builders.ts'
import { day, rule } from './retention.ts'

const LONG_AGO = new Date('2020-01-01T00:00:00Z')

/** A rule of the agency as if two persons had published it; unverified if the test says so. */
export async function addSomeRule(
  owner: Sql,
  agency: AgencyId,
  fields: Partial<RetentionRule> = {},
): Promise<RetentionRule> {
  const added = rule({
    id: randomUUID() as RuleId,
    agency,
    from: day('2000-01-01'),
    endsFrom: day('2000-01-01'),
    ...fields,
  })
  const [asker, decider] = [
    await addPerson(owner, { agency, role: 'archivist' }),
    await addPerson(owner, { agency, role: 'approver' }),
  ]
  const [forecast, request] = [randomUUID(), randomUUID()]
  if (added.verified)
    await owner`
      with foreseen as (
        insert into archive.retention_forecasts (id, agency, rule, base, terms, on_day, asked_by, asked_at, forecast,
          done_at, sha256)
        values (${forecast}, ${agency}, ${added.id}, 0, '{}', '2020-01-01', ${asker.id}, ${LONG_AGO}, '{}',
          ${LONG_AGO}, sha256('')))
      insert into archive.retention_rule_requests (id, agency, rule, forecast, asked_by, asked_as, asked_at, state,
        decided_by, decided_as, decided_at)
      select ${request}, ${agency}, ${added.id}, ${forecast}, ${asker.id}, a.id, ${LONG_AGO}, 'published', ${decider.id},
        d.id, ${LONG_AGO}
      from mandates a, mandates d where a.person = ${asker.id} and d.person = ${decider.id}`
  await owner.begin((tx) =>
    addRule(tx, added, { request: added.verified ? (request as never) : undefined, at: LONG_AGO }),
  )
  return added
}

/** Somebody whose service ended on that day, by the national data and by a verified decree. */
export async function addRetired(
  owner: Sql,
  on: string,
  fields: { agency?: AgencyId; position?: string } = {},
): Promise<{ id: PersonId; agency: AgencyId }> {
  const { id } = await addPerson(owner, fields.agency ? { agency: fields.agency } : {})
  await owner`
    update people set legal_position = ${fields.position ?? '99'}, end_of_service = '1' where id = ${id}`
  const decree = await addRecord(owner, {
    person: id,
    type: 'pemberhentian',
    slot: 'e1',
    stage: 'active',
  })
  await addVerified(owner, decree, { effectiveDate: on })
  const [row] = await owner<{ agency: AgencyId }[]>`select agency from people where id = ${id}`
  if (!row) throw new Error('nobody was added')
  return { id, agency: row.agency }
}

/** A verified version of the record, by a verifier from anywhere. */
export async function addVerified(
  owner: Sql,
  record: RecordId,
  metadata: Record<string, string>,
): Promise<void> {
  const verifier = await addPerson(owner)
  await addVersion(owner, { record, status: 'verified', verifiedBy: verifier.id, metadata })
}

export async function keptOf(owner: Sql, id: RecordId) {
  const [row] = await owner<
    { stage: Stage; retentionEnd: string | null; activeEnd: string | null; reason: string | null }[]
  >`
    select stage, retention_end::text as retention_end, active_end::text as active_end,
      coalesce(retention_reason ->> 'because', retention_reason ->> 'kind') as reason
    from archive.records where id = ${id}`
  if (!row) throw new Error('no such record')
  return row
}

/** What happened to it, in the order of its numbers. */
export async function eventsOf(owner: Sql, record: RecordId) {
  const rows = await owner<{ name: string; body: Record<string, unknown> }[]>`
    select name, body from archive.events where record = ${record} order by n`
  return rows.map(({ name, body }) => [name, body] as const)
}

export async function addHold(owner: Sql, person: PersonId): Promise<void> {
  const officer = await addPerson(owner, { role: 'legalOfficer' })
  await owner`
    insert into archive.holds (id, person, basis, case_no, review_on, placed_by, placed_as, placed_at)
    select ${randomUUID()}, ${person}, 'Perkara tata usaha negara', '12/G/2026', '2027-01-01', ${officer.id}, m.id, ${NOW}
    from mandates m where m.person = ${officer.id}`
}
