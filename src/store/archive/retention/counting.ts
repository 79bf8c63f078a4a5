import type { AgencyId } from '#domain/agency.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import { latestFacts } from '#domain/archive/retention/facts.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import { factsOfRecord, type KeptMetadata } from '#domain/archive/retention/record-facts.ts'
import type { RetainedRecord } from '#domain/archive/retention/retained.ts'
import type { Counting } from '#domain/archive/retention/retention.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { toOptionalDate } from '../civil-dates.ts'
import { listFacts } from './facts.ts'

/** A record with all that its retention is counted from, but for the rules of its agency. */
export type CountedRecord = RetainedRecord & {
  id: RecordId
  person: PersonId
  agency: AgencyId
  counting: Counting
}

/** Of records that are locked, or only looked at: what they are counted from, in the order of ids. */
export async function listCounted(
  sql: Sql | TransactionSql,
  records: readonly RecordId[],
): Promise<CountedRecord[]> {
  const rows = await sql<CountedRow[]>`
    select r.id, r.person, r.agency, r.type, r.stage, r.active_end::text as active_end,
      r.retention_end::text as retention_end, r.retention_reason, archive.is_held(r.id) as held, t.classification, t.process_classification, p.kind,
      (select v.metadata from archive.versions v where v.record = r.id and v.status = 'verified') as metadata,
      (select max(e.until_date)::text from archive.retention_extensions e where e.record = r.id) as extended
    from archive.records r join archive.record_types t on t.code = r.type join people p on p.id = r.person
    where r.id = any(${[...records]}::uuid[]) order by r.id`
  const facts = await listFacts(sql, [...new Set(rows.map(({ person }) => person))])
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    agency: row.agency,
    stage: row.stage,
    activeEnd: toOptionalDate(row.activeEnd),
    end: toOptionalDate(row.retentionEnd),
    reason: row.retentionReason ?? undefined,
    held: row.held,
    counting: {
      record: classifiedOf(row),
      facts: latestFacts([facts.get(row.person) ?? {}, factsOfRecord(row.metadata ?? {})]),
      extended: toOptionalDate(row.extended),
    },
  }))
}

type CountedRow = {
  id: RecordId
  person: PersonId
  agency: AgencyId
  type: string
  stage: Stage
  activeEnd: string | null
  retentionEnd: string | null
  retentionReason: RetentionReason | null
  held: boolean
  classification: Partial<Record<PersonKind, string>>
  processClassification: string | null
  kind: PersonKind
  metadata: KeptMetadata | null
  extended: string | null
}

/** A record from before somebody changed their kind is filed under whatever code its type has. */
function classifiedOf({ type, classification, kind, processClassification }: CountedRow) {
  const own = classification[kind]
  return {
    type,
    fileCodes: own ? [own] : Object.values(classification),
    processCode: processClassification ?? undefined,
  }
}
