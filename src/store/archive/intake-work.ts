import type { IntakeOutcome } from '#domain/archive/judge-intake.ts'
import { nextLook } from '#domain/archive/judge-intake.ts'
import type { ScanAnswer } from '#domain/archive/scan.ts'
import type { Version, VersionId } from '#domain/archive/version.ts'
import { no, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { recomputeCompleteness } from './completeness.ts'
import { addCopies, type Copy } from './copies.ts'
import { addArchiveEvent } from './events.ts'
import { engineText } from './scans.ts'
import { findTwin } from './twins.ts'
import { keepVersion, lockVersion } from './versions.ts'

/** A version in quarantine that is this process's to look at, for as long as it says so again. */
export type ClaimedIntake = {
  version: VersionId
  tries: number
  bytes: number
  maxPages: number
}

const LEASE_MS = 120_000

/** The one that has waited longest; a lease that ran out was a killed process's. */
export async function claimIntake(sql: Sql, now: Date): Promise<ClaimedIntake | undefined> {
  const [claimed] = await sql<ClaimedIntake[]>`
    with claimed as (
      update archive.intake_work set lease_until = ${leaseEnd(now)}, tries = tries + 1
      where version = (
        select version from archive.intake_work
        where due_at <= ${now} and (lease_until is null or lease_until < ${now})
        order by due_at limit 1 for update skip locked)
      returning version, tries)
    select v.id as version, c.tries, v.bytes, coalesce(t.max_pages, 300) as max_pages
    from claimed c join archive.versions v on v.id = c.version
    join archive.records r on r.id = v.record left join archive.record_types t on t.code = r.type`
  return claimed
}

export async function renewIntake(sql: Sql, version: VersionId, now: Date): Promise<void> {
  await sql`
    update archive.intake_work set lease_until = ${leaseEnd(now)} where version = ${version}`
}

/** It is not known what is wrong with it, if anything is: looked at again after a pause. */
export async function postponeIntake(
  sql: Sql | TransactionSql,
  { version, tries }: Pick<ClaimedIntake, 'version' | 'tries'>,
  why: 'scan' | 'inspection' | 'copy',
  now: Date,
): Promise<void> {
  await sql`
    update archive.intake_work set lease_until = null, due_at = ${nextLook(tries, now)}, why = ${why}
    where version = ${version}`
}

/** Withdrawn or done with meanwhile. */
export async function dropIntake(sql: Sql, version: VersionId): Promise<void> {
  await sql`delete from archive.intake_work where version = ${version}`
}

/** What was seen; `copies`: what a version that passes has from now on. */
export type Seen = { scan: ScanAnswer; copies: readonly Copy[]; now: Date }

type Judge = (version: Version, hasTwin: boolean) => Result<IntakeOutcome, 'notQuarantined'>

/** T3, T4, T5: judged under the lock of the record, for it may have been withdrawn meanwhile. */
export function finishIntake(
  sql: Sql,
  claimed: ClaimedIntake,
  seen: Seen,
  judge: Judge,
): Promise<Result<IntakeOutcome, 'notQuarantined'>> {
  return inTransaction(sql, async (tx) => {
    const version = await lockVersion(tx, claimed.version)
    if (!version) return no('notQuarantined')
    const judged = judge(version, await hasTwin(tx, version))
    if (!judged.ok) {
      await tx`delete from archive.intake_work where version = ${version.id}`
      return judged
    }
    const outcome = judged.value
    if (outcome.kind === 'deferred') await postponeIntake(tx, claimed, outcome.why, seen.now)
    else await keepOutcome(tx, outcome, seen)
    return judged
  })
}

type Settled = Exclude<IntakeOutcome, { kind: 'deferred' }>

async function keepOutcome(tx: TransactionSql, outcome: Settled, seen: Seen): Promise<void> {
  const { version } = outcome
  await keepVersion(tx, version)
  await keepScan(tx, version.id, seen)
  if (outcome.kind === 'passed') {
    await tx`
      update archive.versions set notes = ${[...outcome.notes]} where id = ${version.id}`
    await addCopies(tx, version.id, seen.copies, seen.now)
  }
  await tx`delete from archive.intake_work where version = ${version.id}`
  await addArchiveEvent(tx, eventOf(outcome, seen.now))
  await recomputeCompleteness(tx, version.person)
}

async function keepScan(tx: TransactionSql, id: VersionId, { scan, now }: Seen): Promise<void> {
  if (scan.kind === 'notScanned') return
  const by = engineText(scan.by)
  await tx`update archive.versions set scanned_by = ${by}, scanned_at = ${now} where id = ${id}`
}

async function hasTwin(tx: TransactionSql, { id, person }: Version): Promise<boolean> {
  const [row] = await tx<{ twinTag: Buffer | null }[]>`
    select twin_tag from archive.versions where id = ${id}`
  return !!row?.twinTag && (await findTwin(tx, person, row.twinTag, { besides: id })) !== undefined
}

function eventOf(outcome: Settled, at: Date) {
  const { id, no: number, record, person, scan } = outcome.version
  const about = { record, person, actor: 'system', at } as const
  const body = { version: id, no: number, scan }
  return outcome.kind === 'rejected'
    ? {
        ...about,
        name: 'intakeRejected' as const,
        body: { ...body, reason: outcome.version.refusal },
      }
    : {
        ...about,
        name: 'intakePassed' as const,
        body: { ...body, pages: outcome.version.pages, notes: outcome.notes },
      }
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS)
}
