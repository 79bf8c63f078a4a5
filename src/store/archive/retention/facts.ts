import type { Fact, Facts, Leaving } from '#domain/archive/retention/facts.ts'
import { daysOf, type Paper, TELLING_TYPES } from '#domain/archive/retention/papers.ts'
import { factsOfPerson } from '#domain/archive/retention/person-facts.ts'
import type { RetentionEvent } from '#domain/archive/retention/rule.ts'
import type { EndOfService, LegalPosition } from '#domain/import/service.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText } from '#domain/zone-day.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { toCivilDate } from '../civil-dates.ts'

/** Reads anew what the national data and verified papers say of these people, and keeps it. */
export async function refreshFacts(tx: TransactionSql, people: readonly PersonId[]): Promise<void> {
  const known = await readSources(tx, people)
  const facts = known.flatMap(({ person, ...source }) =>
    Object.entries(factsOfPerson(toKnown(source))).map(([kind, fact]) =>
      toFactRow(person, kind, fact),
    ),
  )
  const [persons, kinds] = [facts.map(({ person }) => person), facts.map(({ kind }) => kind)]
  await tx`
    delete from archive.retention_facts f where f.person = any(${[...people]}::uuid[])
      and (f.person, f.kind) not in (select * from unnest(${persons}::uuid[], ${kinds}::text[]))`
  await tx`
    insert into archive.retention_facts (person, kind, on_date, how)
    select * from unnest(${persons}::uuid[], ${kinds}::text[], ${facts.map(({ on }) => on)}::date[],
      ${facts.map(({ how }) => how)}::text[])
    on conflict (person, kind) do update set on_date = excluded.on_date, how = excluded.how
      where (retention_facts.on_date, retention_facts.how) is distinct from (excluded.on_date, excluded.how)`
}

/** What is kept of these people; who has no fact is not among them. */
export async function listFacts(
  sql: Sql | TransactionSql,
  people: readonly PersonId[],
): Promise<Map<PersonId, Facts>> {
  const rows = await sql<FactRow[]>`
    select person, kind, on_date::text as on, how from archive.retention_facts
    where person = any(${[...people]}::uuid[])`
  const facts = new Map<PersonId, Facts>()
  for (const { person, kind, on, how } of rows) {
    const fact: Fact = { on: toCivilDate(on), ...(how && { how }) }
    facts.set(person, { ...facts.get(person), [kind]: fact })
  }
  return facts
}

type FactRow = { person: PersonId; kind: RetentionEvent; on: string; how: Leaving | null }

function toFactRow(person: PersonId, kind: string, { on, how }: Fact) {
  return { person, kind, on: civilDateText(on), how: how ?? null }
}

/**
 * Of histories the national data alone: what people add about themselves ends nothing. Of whoever has
 * no record left, nothing is known any more.
 */
async function readSources(tx: TransactionSql, people: readonly PersonId[]): Promise<SourceRow[]> {
  const [types, kinds] = [
    TELLING_TYPES.map(({ type }) => type),
    TELLING_TYPES.map(({ kind }) => kind),
  ]
  return await tx<SourceRow[]>`
    select p.id as person, p.legal_position, p.end_of_service,
      array(select h.on_date::text from archive.history h
        where h.person = p.id and h.type = 'pemberhentian' and h.source = 'national' and h.on_date is not null) as national,
      (select coalesce(jsonb_agg(jsonb_build_object('type', r.type, 'metadata', v.metadata)), '[]')
        from archive.records r join archive.versions v on v.record = r.id and v.status = 'verified'
        where r.person = p.id and r.type = any(${types}) and v.metadata is not null) as papers,
      (select coalesce(jsonb_agg(jsonb_build_object('type', t.type, 'on', f.on_date)), '[]')
        from unnest(${types}::text[], ${kinds}::text[]) as t (type, kind)
        join archive.retention_facts f on f.person = p.id and f.kind = t.kind
        where exists (select from archive.records r join archive.versions v on v.record = r.id
          where r.person = p.id and r.type = t.type and v.status = 'verified' and v.key_gone_at is not null)) as remembered
    from people p
    where p.id = any(${[...people]}::uuid[])
      and exists (select from archive.records r where r.person = p.id and r.stage <> 'destroyed')`
}

type SourceRow = {
  person: PersonId
  legalPosition: LegalPosition | null
  endOfService: EndOfService | null
  national: string[]
  papers: Paper[]
  remembered: { type: string; on: string }[]
}

function toKnown({ legalPosition, endOfService, ...row }: Omit<SourceRow, 'person'>) {
  const service = { position: legalPosition ?? undefined, ending: endOfService ?? undefined }
  const remembered = row.remembered.map(({ type, on }) => ({ type, on: toCivilDate(on) }))
  const national = row.national.map(toCivilDate)
  return { service, ...daysOf({ papers: row.papers, remembered, national }) }
}
