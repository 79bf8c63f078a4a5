import type { ArchiveActor } from '#domain/archive/archive-event.ts'
import type { Version, VersionId } from '#domain/archive/version.ts'
import { type WithdrawRefused, withdrawVersion } from '#domain/archive/withdraw-version.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type TransactionSql } from '../database.ts'
import { actorOf, type OfficeAct } from '../worn-hat.ts'
import { recomputeCompleteness } from './completeness.ts'
import { addArchiveEvent } from './events.ts'
import { passGate } from './gate.ts'
import type { Keyring } from './keyring.ts'
import { lockActor } from './lock-actor.ts'
import { isHeld } from './records.ts'
import { findUploadRight } from './upload-facts.ts'
import { keepVersion, lockVersion } from './versions.ts'

type NotWithdrawn = WithdrawRefused | { kind: 'noSuchVersion' } | { kind: 'noLonger' }

/**
 * `person`: whose archive the address is about; a version of another does not exist there. `by`: somebody
 * of their own, or an act of an office.
 */
export type Withdrawing = {
  id: VersionId
  person: PersonId
  by: { person: PersonId } | OfficeAct
}

/** T8, with its key; under a hold the key stays until that is lifted, and nobody is told why. */
export function withdraw(
  keyring: Keyring,
  { id, person, by }: Withdrawing,
  now: Date,
): Promise<Result<true, NotWithdrawn>> {
  return inTransaction(keyring.sql, async (tx) => {
    await passGate(tx)
    if ('session' in by && !(await lockActor(tx, by))) return no({ kind: 'noLonger' })
    const actor = 'session' in by ? actorOf(by) : { ...by, hat: undefined }
    const version = await lockVersion(tx, id)
    if (version?.person !== person) return no({ kind: 'noSuchVersion' })
    const sender = { person, sentBy: actor.person, sentAs: actor.hat }
    const right = await findUploadRight(tx, sender, now)
    const wasVerified = await wasEverVerified(tx, version)
    const { uploader, subject } = right
    const withdrawn = withdrawVersion(version, { by: uploader, subject, wasVerified, now })
    if (!withdrawn.ok) return withdrawn
    await keepWithdrawn(tx, keyring, withdrawn.value, actor)
    return ok(true)
  })
}

/** T8 by the portal itself: what was returned and left lying. Answers how many went. */
export async function withdrawStale(keyring: Keyring, now: Date): Promise<number> {
  const stale = await keyring.sql<{ id: VersionId }[]>`
    select id from archive.versions
    where status = 'returned' and status_since <= ${now}::timestamptz - interval '1 year'
    order by status_since, id limit 100`
  for (const { id } of stale) await withdrawOneStale(keyring, id, now)
  return stale.length
}

function withdrawOneStale(keyring: Keyring, id: VersionId, now: Date): Promise<void> {
  return inTransaction(keyring.sql, async (tx) => {
    await passGate(tx)
    const version = await lockVersion(tx, id)
    if (!version) return
    const wasVerified = await wasEverVerified(tx, version)
    const withdrawn = withdrawVersion(version, { by: 'system', wasVerified, now })
    if (withdrawn.ok) await keepWithdrawn(tx, keyring, withdrawn.value, 'system')
  })
}

/** Its events tell, for the columns of a verification go with it (T10). */
async function wasEverVerified(tx: TransactionSql, { id, record }: Version): Promise<boolean> {
  const found = await tx`
    select from archive.events
    where record = ${record} and name = 'recordVerified' and body ->> 'version' = ${id} limit 1`
  return found.length > 0
}

async function keepWithdrawn(
  tx: TransactionSql,
  keyring: Keyring,
  version: Extract<Version, { status: 'withdrawn' }>,
  actor: ArchiveActor,
): Promise<void> {
  const { id, record, no: number, person, since: at } = version
  await keepVersion(tx, version)
  await tx`delete from archive.intake_work where version = ${id}`
  const keyGoes = !(await isHeld(tx, record))
  await addArchiveEvent(tx, {
    name: 'uploadWithdrawn',
    record,
    person,
    actor,
    at,
    body: { version: id, no: number },
  })
  if (keyGoes) await destroyVersion(tx, keyring, version, at)
  await recomputeCompleteness(tx, person)
}

type Doomed = Pick<Version, 'id' | 'person'>

/** The key, and all that only it could open; what lies in the stores is swept as nobody's. */
async function destroyVersion(
  tx: TransactionSql,
  keyring: Keyring,
  { id, person }: Doomed,
  at: Date,
): Promise<void> {
  await keyring.deleteVersionKeys(tx, { versions: [id], person })
  await tx`
    update archive.versions set metadata = null, sealed = null, twin_tag = null, key_gone_at = ${at}
    where id = ${id}`
  await tx`
    with gone as (delete from archive.copies where version = ${id} returning object, store)
    insert into archive.loose_objects (object, store, since)
    select object, store, '-infinity' from gone`
}

/**
 * Keys of what was rejected 30 days ago (T3), and of what was withdrawn under a hold that is lifted by
 * now (T8). Answers how many went.
 */
export async function destroyDueKeys(keyring: Keyring, now: Date): Promise<number> {
  const due = await keyring.sql<{ id: VersionId }[]>`
    select id from archive.versions
    where status = 'rejectedBySystem' and key_gone_at is null and not archive.is_held(record)
      and status_since <= ${now}::timestamptz - interval '30 days'
    union all
    select id from archive.versions
    where status = 'withdrawn' and key_gone_at is null and not archive.is_held(record)
    limit 100`
  let gone = 0
  for (const { id } of due) if (await destroyIfDue(keyring, id, now)) gone += 1
  return gone
}

function destroyIfDue(keyring: Keyring, id: VersionId, now: Date): Promise<boolean> {
  return inTransaction(keyring.sql, async (tx) => {
    await passGate(tx)
    const version = await lockVersion(tx, id)
    if (!version || (await isHeld(tx, version.record))) return false
    await destroyVersion(tx, keyring, version, now)
    return true
  })
}
