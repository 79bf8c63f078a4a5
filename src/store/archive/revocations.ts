import type { Hat } from '#domain/access/hat.ts'
import type { MandateId } from '#domain/access/mandate.ts'
import {
  type AskRefused,
  askRevocation,
  type DecidedRevocation,
  decideRevocation,
  type Revocation,
  type RevocationId,
  type RevocationRefused,
} from '#domain/archive/revoke-verification.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { areInForce } from '../office-acts.ts'
import { actorOf, isStillWorn, type OfficeAct } from '../worn-hat.ts'
import { keepJudged, lockToJudge, type MayNotJudge } from './judging.ts'

/** The first of two persons who say that a verification was wrong. */
export function addRevocation(
  sql: Sql,
  act: OfficeAct,
  { id, version, reason }: { id: RevocationId; version: VersionId; reason: Reason },
): Promise<Result<Revocation, AskRefused | MayNotJudge>> {
  return inTransaction(sql, async (tx) => {
    const found = await lockFor(tx, act, version)
    if (!found.ok) return found
    const now = act.event.at
    const open = await findOpen(tx, version)
    const asked = askRevocation(found.value, open, { id, reason, askedBy: actorOf(act), now })
    if (!asked.ok) return asked
    const { person, agency } = found.value.version
    const { askedBy, askedAt, expiresAt } = asked.value
    await tx`
      insert into archive.revocations (id, version, person, agency, reason, asked_by, asked_as, asked_at, expires_at)
      values (${id}, ${version}, ${person}, ${agency}, ${reason}, ${askedBy.person}, ${askedBy.hat ?? null},
        ${askedAt}, ${expiresAt})`
    return ok(asked.value)
  })
}

export type Deciding = { id: RevocationId; decision: DecidedRevocation['state'] }

/** The second; whoever asked must hold that office still, or there is nothing left to agree with. */
export function changeRevocation(
  sql: Sql,
  act: OfficeAct,
  { id, decision }: Deciding,
): Promise<Result<DecidedRevocation, RevocationRefused | MayNotJudge>> {
  return inTransaction(sql, async (tx) => {
    const asked = await findRevocation(tx, id)
    if (!asked) return no({ kind: 'noSuchVersion' })
    const found = await lockFor(tx, act, asked.version)
    if (!found.ok) return found
    const revocation = (await findRevocation(tx, id)) ?? asked
    const { hat } = revocation.askedBy
    if (decision === 'revoked' && hat && !(await areInForce(tx, [hat], act.event.at)))
      return no({ kind: 'over' })
    const by = actorOf(act)
    const decided = decideRevocation(found.value, revocation, { decision, by, now: act.event.at })
    if (!decided.ok) return decided
    const { version, events } = decided.value
    await keepDecision(tx, decided.value.revocation)
    if (version) await keepJudged(tx, found.value, { version, events }, act.event.at)
    return ok(decided.value.revocation)
  })
}

/** Under the lock of its record, within the reach of the hat. */
async function lockFor(tx: TransactionSql, act: OfficeAct, version: VersionId) {
  await tx`select from accounts where person = ${act.event.actor} for update`
  if (!(await isStillWorn(tx, act))) return no({ kind: 'noLonger' })
  const found = await lockToJudge(tx, act, version)
  return found ? ok(found) : no({ kind: 'noSuchVersion' })
}

async function keepDecision(tx: TransactionSql, decided: DecidedRevocation): Promise<void> {
  const { id, state, decidedBy, decidedAt } = decided
  await tx`
    update archive.revocations
    set state = ${state}, decided_by = ${decidedBy.person}, decided_as = ${decidedBy.hat ?? null},
      decided_at = ${decidedAt}
    where id = ${id}`
}

async function findOpen(tx: TransactionSql, version: VersionId): Promise<Revocation | undefined> {
  const [row] = await tx<RevocationRow[]>`
    select ${columns(tx)} from archive.revocations v where v.version = ${version}
    order by v.asked_at desc limit 1`
  return row && toRevocation(row)
}

async function findRevocation(
  tx: TransactionSql,
  id: RevocationId,
): Promise<Revocation | undefined> {
  const [row] = await tx<RevocationRow[]>`
    select ${columns(tx)} from archive.revocations v where v.id = ${id}`
  return row && toRevocation(row)
}

/** Why the verification of a version was taken back, the last time; for those who may see the version. */
export async function findRevokedFor(
  sql: Sql | TransactionSql,
  version: VersionId,
): Promise<Reason | undefined> {
  const [row] = await sql<{ reason: Reason }[]>`
    select reason from archive.revocations where version = ${version} and state = 'revoked'
    order by decided_at desc limit 1`
  return row?.reason
}

/** A request with the names that a page needs. */
export type ListedRevocation = {
  revocation: Revocation
  name: string
  typeName: string
  askedByName: string
}

/** In a transaction of `inScope`: those that are open, the oldest first. */
export async function listRevocations(
  tx: TransactionSql,
  hat: Hat,
  now: Date,
  atMost: number,
): Promise<ListedRevocation[]> {
  const rows = await tx<ListedRow[]>`
    select ${columns(tx)}, ${names(tx)} ${joins(tx)}
    where v.state = 'open' and v.expires_at > ${now} and ${isOpenTo(tx, hat)}
    order by v.asked_at, v.id limit ${atMost}`
  return rows.map(toListed)
}

/** Likewise one, decided or not. */
export async function findListed(
  tx: TransactionSql,
  hat: Hat,
  id: RevocationId,
): Promise<ListedRevocation | undefined> {
  const [row] = await tx<ListedRow[]>`
    select ${columns(tx)}, ${names(tx)} ${joins(tx)} where v.id = ${id} and ${isOpenTo(tx, hat)}`
  return row && toListed(row)
}

function names(tx: TransactionSql) {
  return tx`coalesce(n.name, '') as name, t.name as type_name, coalesce(a.name, '') as asked_by_name`
}

function joins(tx: TransactionSql) {
  return tx`
    from archive.revocations v
    join archive.versions f on f.id = v.version
    join archive.records r on r.id = f.record
    join archive.record_types t on t.code = r.type
    left join archive.names_in_custody(array[v.person]) n on n.person = v.person
    left join people a on a.id = v.asked_by`
}

function isOpenTo(tx: TransactionSql, { id }: Hat) {
  return tx`(t.security_class <> 'secret' or archive.reads_secrets(${id}))`
}

type ListedRow = RevocationRow & { name: string; typeName: string; askedByName: string }

function toListed({ name, typeName, askedByName, ...row }: ListedRow): ListedRevocation {
  return { revocation: toRevocation(row), name, typeName, askedByName }
}

function columns(tx: TransactionSql) {
  return tx`v.id, v.version, v.reason, v.asked_by, v.asked_as, v.asked_at, v.expires_at, v.state, v.decided_by,
    v.decided_as, v.decided_at`
}

type RevocationRow = {
  id: RevocationId
  version: VersionId
  reason: Reason
  askedBy: PersonId
  askedAs: MandateId
  askedAt: Date
  expiresAt: Date
  state: Revocation['state']
  decidedBy: PersonId | null
  decidedAs: MandateId | null
  decidedAt: Date | null
}

function toRevocation(row: RevocationRow): Revocation {
  const { id, version, reason, askedAt, expiresAt, state } = row
  const askedBy = { person: row.askedBy, hat: row.askedAs }
  const asked = { id, version, reason, askedBy, askedAt, expiresAt }
  if (state === 'open') return { ...asked, state }
  const decidedBy = { person: filled(row.decidedBy), hat: filled(row.decidedAs) }
  return { ...asked, state, decidedBy, decidedAt: filled(row.decidedAt) }
}
