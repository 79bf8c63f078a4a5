import type { MandateId } from '#domain/access/mandate.ts'
import { TOLD_SECONDS, type TypeChange } from '#domain/archive/type-change.ts'
import {
  askTypeChange,
  type DecidedTypeRequest,
  decideTypeRequest,
  type OpenTypeRequest,
  type TypeDecision,
  type TypeDecisionRefused,
  type TypeRequest,
  type TypeRequestId,
} from '#domain/archive/type-request.ts'
import type { TermsRefused, TypeTerms } from '#domain/archive/type-terms.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { actorOf, isInOffice, isStillWorn, type OfficeAct } from '../worn-hat.ts'
import { addArchiveEvent } from './events.ts'
import { listRecordTypes } from './record-types.ts'

type NotAsked =
  | { kind: 'noLonger' | 'noSuchType' | 'alreadyAsked' }
  | { kind: 'terms'; problem: TermsRefused }

export type AskedTypeChange = { id: TypeRequestId; type: string; terms: TypeTerms }

/** Of each type one change waits at a time. */
export function addTypeRequest(
  sql: Sql,
  act: OfficeAct,
  { id, type: code, terms }: AskedTypeChange,
): Promise<Result<OpenTypeRequest, NotAsked>> {
  return inTransaction(sql, async (tx) => {
    if (!(await lockNational(tx, act))) return no({ kind: 'noLonger' })
    const types = await listRecordTypes(tx)
    const type = types.find((one) => one.code === code)
    if (!type) return no({ kind: 'noSuchType' })
    const by = { askedBy: actorOf(act), askedAt: act.event.at }
    const asked = askTypeChange(type, { id, terms, ...by }, types)
    if (!asked.ok || (await keepRequest(tx, asked.value))) return asked
    return no({ kind: 'alreadyAsked' })
  })
}

type NotDecided = { kind: 'noLonger' | 'noSuchRequest' } | TypeDecisionRefused

/**
 * The account, the request, then all types are locked, for no other may come by the same name meanwhile; the
 * change, its event and the recount are one.
 */
export function decideOnType(
  sql: Sql,
  act: OfficeAct,
  { id, decision }: { id: TypeRequestId; decision: TypeDecision },
): Promise<Result<TypeDecision, NotDecided>> {
  return inTransaction(sql, async (tx) => {
    if (!(await lockNational(tx, act))) return no({ kind: 'noLonger' })
    const [row] = await tx<RequestRow[]>`
      select ${requestColumns(tx)} from archive.record_type_requests q where q.id = ${id} for update`
    if (!row) return no({ kind: 'noSuchRequest' })
    const request = toRequest(row)
    await tx`select from archive.record_types order by code for no key update`
    const types = await listRecordTypes(tx)
    const type = types.find(({ code }) => code === request.type)
    if (!type) return no({ kind: 'noSuchRequest' })
    const [by, now] = [actorOf(act), act.event.at]
    const askerInOffice = await isInOffice(tx, request.askedBy, now)
    const deciding = { by, type, types, askerInOffice, now }
    const decided = decideTypeRequest(request, decision, deciding)
    if (!decided.ok) return decided
    await keepDecision(tx, decided.value)
    if (decision === 'applied') await apply(tx, decided.value)
    return ok(decision)
  })
}

/** Those that wait for a decision, the oldest first. */
export async function listTypeRequests(sql: Sql): Promise<TypeRequest[]> {
  const rows = await sql<RequestRow[]>`
    select ${requestColumns(sql)} from archive.record_type_requests q
    where q.state = 'open' order by q.asked_at, q.id`
  return rows.map(toRequest)
}

const MOST_TOLD = 20

/** Applied not so long ago that nobody need be told any more, the newest first; of all types or of one. */
export async function listTypeChanges(sql: Sql, now: Date, type?: string): Promise<TypeChange[]> {
  return await sql<TypeChange[]>`
    select type, before, terms, decided_at as at from archive.record_type_requests
    where state = 'applied' and decided_at > ${after(now, -TOLD_SECONDS)}
      and (${type ?? null}::text is null or type = ${type ?? null})
    order by decided_at desc, id limit ${MOST_TOLD}`
}

export async function countTypeRequests(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from archive.record_type_requests where state = 'open'`
  return row?.count ?? 0
}

async function lockNational(tx: TransactionSql, act: OfficeAct): Promise<boolean> {
  await tx`select from accounts where person = ${act.event.actor} for update`
  return act.hat.role === 'nationalAdmin' && (await isStillWorn(tx, act))
}

/** False where a change of the type waits already. */
async function keepRequest(tx: TransactionSql, request: OpenTypeRequest): Promise<boolean> {
  const { id, type, before, terms, askedBy, askedAt, state } = request
  const added = await tx`
    insert into archive.record_type_requests (id, type, before, terms, asked_by, asked_as, asked_at, state)
    values (${id}, ${type}, ${tx.json(before as never)}, ${tx.json(terms as never)}, ${askedBy.person},
            ${askedBy.hat}, ${askedAt}, ${state})
    on conflict do nothing returning id`
  return added.length === 1
}

async function keepDecision(tx: TransactionSql, request: DecidedTypeRequest): Promise<void> {
  const { id, state, decidedBy, decidedAt } = request
  await tx`
    update archive.record_type_requests
    set state = ${state}, decided_by = ${decidedBy.person}, decided_as = ${decidedBy.hat}, decided_at = ${decidedAt}
    where id = ${id}`
}

/** Whom it lets expect something else is counted anew by a trigger and a job. */
async function apply(
  tx: TransactionSql,
  { id, type, before, terms, askedBy, decidedBy, decidedAt }: DecidedTypeRequest,
): Promise<void> {
  const { name, appliesTo, requiredMetadata, maxBytes, maxPages, securityClass } = terms
  await tx`
    update archive.record_types
    set name = ${name}, applies_to = ${[...appliesTo]}, required_metadata = ${[...requiredMetadata]},
      max_bytes = ${maxBytes}, max_pages = ${maxPages}, security_class = ${securityClass}
    where code = ${type}`
  await addArchiveEvent(tx, {
    name: 'recordTypeChanged',
    record: undefined,
    person: undefined,
    actor: decidedBy,
    at: decidedAt,
    body: {
      type,
      request: id,
      askedBy: askedBy.person,
      renamed: name !== before.name,
      appliesTo,
      requiredMetadata,
      maxBytes,
      maxPages,
      securityClass,
    },
  })
}

/** For a statement that has requests as q. */
export function requestColumns(sql: Sql | TransactionSql) {
  return sql`q.id, q.type, q.before, q.terms, q.asked_by, q.asked_as, q.asked_at, q.state, q.decided_by, q.decided_as,
    q.decided_at`
}

export type RequestRow = {
  id: TypeRequestId
  type: string
  before: TypeTerms
  terms: TypeTerms
  askedBy: PersonId
  askedAs: MandateId
  askedAt: Date
  state: TypeRequest['state']
  decidedBy: PersonId | null
  decidedAs: MandateId | null
  decidedAt: Date | null
}

export function toRequest(row: RequestRow): TypeRequest {
  const { id, type, before, terms, askedAt, state } = row
  const asked = {
    id,
    type,
    before,
    terms,
    askedBy: { person: row.askedBy, hat: row.askedAs },
    askedAt,
  }
  if (state === 'open') return { ...asked, state }
  const decidedBy = { person: filled(row.decidedBy), hat: filled(row.decidedAs) }
  return { ...asked, state, decidedBy, decidedAt: filled(row.decidedAt) }
}
