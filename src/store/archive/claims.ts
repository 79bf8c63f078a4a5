import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import { type Claim, type ClaimRefused, claimVersion } from '#domain/archive/claim-version.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { setScope } from '../scope.ts'
import { findClaim } from './judging.ts'
import { lockVersion } from './versions.ts'

/** A verifier in the hat they wear. */
export type Claiming = { hat: Hat; person: PersonId; now: Date }

/** Where the queue goes on from; what was skipped is given back first. */
export type Passed = { version: VersionId; how: 'skipped' | 'judged' }

/**
 * What has waited longest of all that this verifier may judge and no colleague has before them. Their
 * own claim comes first, so that whoever was cut off goes on where they were. Behind what was judged the
 * queue goes on, so that what was skipped does not come back after each one; it comes at the end.
 */
export function claimNext(
  sql: Sql,
  claiming: Claiming,
  passed?: Passed,
): Promise<VersionId | undefined> {
  return inTransaction(sql, async (tx) => {
    await setScope(tx, scopeOf(claiming.hat), claiming.now)
    if (passed?.how === 'skipped') await giveBack(tx, passed.version, claiming.person)
    const held = passed ? undefined : await findOwn(tx, claiming)
    if (held) return (await claim(tx, held, claiming)).ok ? held : undefined
    const next = await claimFirst(tx, claiming, passed?.version)
    return next || passed?.how !== 'judged' ? next : claimFirst(tx, claiming, undefined)
  })
}

/** This very version; nothing that the hat does not reach. */
export function claimThis(
  sql: Sql,
  id: VersionId,
  claiming: Claiming,
): Promise<Result<Claim, ClaimRefused | { kind: 'noSuchVersion' }>> {
  return inTransaction(sql, async (tx) => {
    await setScope(tx, scopeOf(claiming.hat), claiming.now)
    const reached = await tx`
      select from ${reachable(tx)} where v.id = ${id} and ${isReached(tx, claiming)}`
    return reached.length === 0 ? no({ kind: 'noSuchVersion' }) : claim(tx, id, claiming)
  })
}

async function giveBack(
  tx: Sql | TransactionSql,
  version: VersionId,
  person: PersonId,
): Promise<void> {
  await tx`delete from archive.claims where version = ${version} and by_person = ${person}`
}

/** A colleague may have taken it between the look and the lock: then it is seen at the next look. */
async function claimFirst(
  tx: TransactionSql,
  claiming: Claiming,
  behind: VersionId | undefined,
): Promise<VersionId | undefined> {
  for (;;) {
    const id = await lockFirst(tx, claiming, behind)
    if (!id || (await claim(tx, id, claiming)).ok) return id
  }
}

async function lockFirst(
  tx: TransactionSql,
  claiming: Claiming,
  behind: VersionId | undefined,
): Promise<VersionId | undefined> {
  const { hat, person, now } = claiming
  const [row] = await tx<{ id: VersionId }[]>`
    select v.id from ${reachable(tx)}
    where v.agency = ${hat.agency ?? null} and v.status = 'awaitingVerification'
      and v.uploaded_by <> ${person} and v.person <> ${person} and ${isOfUnit(tx, hat)} and ${isReached(tx, claiming)}
      and not exists (select from archive.claims c where c.version = v.id and c.until > ${now} and c.by_person <> ${person})
      and (${behind ?? null}::uuid is null or (v.submitted_at, v.id) >
        (select s.submitted_at, s.id from archive.versions s where s.id = ${behind ?? null}))
    order by v.submitted_at, v.id limit 1 for update of r skip locked`
  return row?.id
}

/** The claim under the lock of its version; the one that they had goes back, so nobody hoards the queue. */
async function claim(
  tx: TransactionSql,
  id: VersionId,
  { hat, person, now }: Claiming,
): Promise<Result<Claim, ClaimRefused | { kind: 'noSuchVersion' }>> {
  const version = await lockVersion(tx, id)
  if (!version) return no({ kind: 'noSuchVersion' })
  const claimed = claimVersion(version, await findClaim(tx, id), person, now)
  if (!claimed.ok) return claimed
  await tx`delete from archive.claims where by_person = ${person} and version <> ${id}`
  await tx`
    insert into archive.claims (version, person, agency, by_person, by_hat, claimed_at, until)
    values (${id}, ${version.person}, ${version.agency}, ${person}, ${hat.id}, ${now}, ${claimed.value.until})
    on conflict (version) do update
    set by_person = excluded.by_person, by_hat = excluded.by_hat, claimed_at = excluded.claimed_at,
      until = excluded.until`
  return ok(claimed.value)
}

async function findOwn(tx: TransactionSql, claiming: Claiming): Promise<VersionId | undefined> {
  const [row] = await tx<{ id: VersionId }[]>`
    select v.id from ${reachable(tx)} join archive.claims c on c.version = v.id
    where c.by_person = ${claiming.person} and c.until > ${claiming.now}
      and c.agency = ${claiming.hat.agency ?? null}
      and v.status = 'awaitingVerification' and ${isReached(tx, claiming)}
    order by c.claimed_at limit 1`
  return row?.id
}

function reachable(tx: TransactionSql) {
  return tx`archive.versions v join archive.records r on r.id = v.record
    join archive.record_types t on t.code = r.type`
}

/** For statements with versions as v, records as r and types as t. */
function isReached(tx: TransactionSql, { hat }: Claiming) {
  return tx`(archive.in_custody(r.person, r.agency)
    and (t.security_class <> 'secret' or archive.reads_secrets(${hat.id})))`
}

/** `in_custody` says so too, but looks for all units below each time. */
function isOfUnit(tx: TransactionSql, { agency, unit }: Hat) {
  if (!unit) return tx`true`
  return tx`exists (select from people p
    where p.id = v.person and p.agency = ${agency ?? null} and p.unit = any(array(select unit_and_below(${unit}))) offset 0)`
}
