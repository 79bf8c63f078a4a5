import { randomBytes } from 'node:crypto'
import { scopeOf } from '#domain/access/scope.ts'
import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { Claim } from '#domain/archive/claim-version.ts'
import type { Waiting } from '#domain/archive/judge-version.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type {
  SupersededVersion,
  VerifiedVersion,
  Version,
  VersionId,
} from '#domain/archive/version.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { setScope } from '../scope.ts'
import { isStillWorn, type OfficeAct } from '../worn-hat.ts'
import { recomputeCompleteness } from './completeness.ts'
import { addArchiveEvent } from './events.ts'
import { findRecordType } from './record-types.ts'
import { lockRecord, setStage } from './records.ts'
import { recomputeRecord } from './retention/recompute.ts'
import { keepVersion, lockVersion, toVersion, type VersionRow, versionColumns } from './versions.ts'

const SALT_BYTES = 32

/** A waiting version as it stands under the lock; `healthy`: copies of its file that the last look found whole. */
export type ToJudge = Waiting & { type: RecordType; healthy: number }

/** What a decision made of it. */
export type Judged = {
  version: Version
  superseded?: SupersededVersion | undefined
  activated?: boolean
  metadata?: Metadata
  events: readonly ArchiveEvent[]
}

/** `noLonger`: the session, its hat or its second factor are not what they were. */
export type MayNotJudge = { kind: 'noSuchVersion' } | { kind: 'noLonger' }

/**
 * Account, then record and version are locked; only then is asked whether the hat is still worn and
 * reaches it. A no changes nothing; with a yes all that it brings stands together (I8).
 */
export function judgeVersion<Refused>(
  sql: Sql,
  act: OfficeAct,
  id: VersionId,
  decide: (found: ToJudge) => Result<Judged, Refused>,
): Promise<Result<Judged, Refused | MayNotJudge>> {
  return inTransaction(sql, async (tx) => {
    await tx`select from accounts where person = ${act.event.actor} for update`
    if (!(await isStillWorn(tx, act, 'verification'))) return no({ kind: 'noLonger' })
    const found = await lockToJudge(tx, act, id)
    if (!found) return no({ kind: 'noSuchVersion' })
    const decided = decide(found)
    if (!decided.ok) return decided
    await keepJudged(tx, found, decided.value, act.event.at)
    return ok(decided.value)
  })
}

/** Nothing that its hat does not reach, nor of a secret type that its owner is not named for. */
export async function lockToJudge(
  tx: TransactionSql,
  { hat, event: { at } }: OfficeAct,
  id: VersionId,
): Promise<ToJudge | undefined> {
  const version = await lockVersion(tx, id)
  const record = version && (await lockRecord(tx, version.record))
  if (!version || !record) return undefined
  await setScope(tx, scopeOf(hat), at)
  const [reached] = await tx<{ healthy: number }[]>`
    select (select count(*)::int from archive.copies c
      where c.version = ${id} and c.kind = 'content' and c.health = 'healthy' and c.last_result = 'ok') as healthy
    from archive.record_types t
    where t.code = ${record.type} and archive.in_custody(${record.person}, ${record.agency})
      and (t.security_class <> 'secret' or archive.reads_secrets(${hat.id}))`
  const type = reached && (await findRecordType(tx, record.type))
  if (!type) return undefined
  const current = await findVerified(tx, version)
  return {
    version,
    record,
    type,
    current,
    claim: await findClaim(tx, id),
    healthy: reached.healthy,
  }
}

export async function keepJudged(
  tx: TransactionSql,
  { record, version: { id, person } }: Pick<ToJudge, 'record' | 'version'>,
  { version, superseded, activated, metadata, events }: Judged,
  at: Date,
): Promise<void> {
  if (superseded) await keepVersion(tx, superseded)
  await keepVersion(tx, version)
  const digest = metadata && (await keepMetadata(tx, id, metadata))
  if (activated) await setStage(tx, record, 'active', at)
  for (const event of events) await addArchiveEvent(tx, withDigest(event, digest))
  if (version.status === 'verified') await recomputeRecord(tx, record.id, at)
  await tx`delete from archive.claims where version = ${id}`
  await recomputeCompleteness(tx, person)
}

/** Answers what commits to it, under a salt that goes when the metadata go. */
async function keepMetadata(
  tx: TransactionSql,
  id: VersionId,
  metadata: Metadata,
): Promise<string | undefined> {
  const [kept] = await tx<{ digest: string }[]>`
    update archive.versions v set metadata = ${tx.json(metadata)}, metadata_salt = ${randomBytes(SALT_BYTES)}
    where v.id = ${id} returning archive.metadata_digest(v) as digest`
  return kept?.digest
}

function withDigest(event: ArchiveEvent, metadata: string | undefined): ArchiveEvent {
  const isOfIt = event.name === 'recordVerified' && metadata !== undefined
  return isOfIt ? { ...event, body: { ...event.body, metadata } } : event
}

export async function findClaim(
  tx: TransactionSql,
  version: VersionId,
): Promise<Claim | undefined> {
  const [claim] = await tx<Claim[]>`
    select version, by_person as by, until from archive.claims where version = ${version}`
  return claim
}

async function findVerified(
  tx: TransactionSql,
  { record }: Version,
): Promise<VerifiedVersion | undefined> {
  const [row] = await tx<VersionRow[]>`
    select ${versionColumns(tx)} from archive.versions v
    where v.record = ${record} and v.status = 'verified' for update`
  const version = row && toVersion(row)
  return version?.status === 'verified' ? version : undefined
}
