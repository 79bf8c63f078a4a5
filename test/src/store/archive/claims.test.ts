import { describe, expect, test } from 'vitest'
import { scopeOf } from '#domain/access/scope.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { no, ok } from '#domain/result.ts'
import { claimNext, claimThis } from '#src/store/archive/claims.ts'
import { findLoad, listWaiting } from '#src/store/archive/verification-queue.ts'
import type { TransactionSql } from '#src/store/database.ts'
import { inScope } from '#src/store/scope.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { later } from '#test/support/role-acts.ts'
import { addVerifiers, addWaiting, claimingOf } from '#test/support/verifying.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const since = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

async function threeWaiting() {
  const cast = await addVerifiers(owner)
  const ids: VersionId[] = []
  for (const minutes of [30, 20, 10]) {
    const { id } = await addWaiting(owner, { agency: cast.agency, submittedAt: since(minutes) })
    ids.push(id)
  }
  return { ...cast, ids: ids as [VersionId, VersionId, VersionId] }
}

const next = (act: OfficeAct, skipped?: VersionId) =>
  claimNext(sql, claimingOf(act), skipped && { version: skipped, how: 'skipped' })
const nextAfter = (act: OfficeAct, judged: VersionId) =>
  claimNext(sql, claimingOf(act), { version: judged, how: 'judged' })

describe('archive.md 4.8 the next of the queue', () => {
  test('is what waited longest and nobody else has', async () => {
    const { verifier, colleague, ids } = await threeWaiting()
    expect(await next(verifier)).toBe(ids[0])
    expect(await next(colleague)).toBe(ids[1])
  })

  test('is the own one again for who was cut off, for fifteen minutes', async () => {
    const { verifier, colleague, ids } = await threeWaiting()
    await next(verifier)
    expect(await next(later(verifier, 899))).toBe(ids[0])
    expect(await next(later(colleague, 899 + 899))).toBe(ids[1])
    expect(await next(later(colleague, 899 + 900 + 900))).toBe(ids[0])
  })

  test('comes after the one that is passed over, which colleagues get at once', async () => {
    const { verifier, colleague, ids } = await threeWaiting()
    await next(verifier)
    expect(await next(verifier, ids[0])).toBe(ids[1])
    expect(await next(colleague)).toBe(ids[0])
    expect(await next(verifier, ids[1])).toBe(ids[2])
    expect(await next(verifier, ids[2])).toBeUndefined()
  })

  test('does not come back to what was passed over after each one that is judged, but at the end', async () => {
    const { verifier, ids } = await threeWaiting()
    const judge = (id: VersionId) =>
      owner`update archive.versions set status = 'returned', returned_for = '{"codes":["other"]}' where id = ${id}`
    await next(verifier)
    expect(await next(verifier, ids[0])).toBe(ids[1])
    await judge(ids[1])
    expect(await nextAfter(verifier, ids[1])).toBe(ids[2])
    await judge(ids[2])
    expect(await nextAfter(verifier, ids[2])).toBe(ids[0])
    await judge(ids[0])
    expect(await nextAfter(verifier, ids[0])).toBeUndefined()
  })

  test('I4 is never the own upload, nor the own record', async () => {
    const { agency, verifier, colleague } = await addVerifiers(owner)
    await addWaiting(owner, { agency, uploadedBy: verifier.id })
    const [own] = await owner`select id, agency from people where id = ${verifier.id}`
    await addWaiting(owner, { agency, employee: own as never })
    expect(await next(verifier)).toBeUndefined()
    expect(await next(colleague)).toBeDefined()
  })

  test('is of the own agency alone', async () => {
    const { verifier } = await addVerifiers(owner)
    const { ids } = await threeWaiting()
    expect(await next(verifier)).toBeUndefined()
    expect(await claimThis(sql, ids[0], claimingOf(verifier))).toEqual(
      no({ kind: 'noSuchVersion' }),
    )
  })

  test('4 while a colleague is just taking the first, the second is given without waiting', async () => {
    const { verifier, colleague, ids } = await threeWaiting()
    const given = await owner.begin(async (tx) => {
      await tx`
        select from archive.records where id = (select record from archive.versions where id = ${ids[0]}) for update`
      return next(verifier)
    })
    expect(given).toBe(ids[1])
    const both = await Promise.all([next(later(verifier, 900)), next(later(colleague, 900))])
    expect(new Set(both).size).toBe(2)
  })
})

describe('a claim on a version that was chosen', () => {
  test('is refused while a colleague has it, and says until when', async () => {
    const { verifier, colleague, ids } = await threeWaiting()
    const until = new Date(NOW.getTime() + 900_000)
    expect(await claimThis(sql, ids[2], claimingOf(verifier))).toEqual(
      ok({ version: ids[2], by: verifier.id, until }),
    )
    expect(await claimThis(sql, ids[2], claimingOf(colleague))).toEqual(
      no({ kind: 'claimedByOther', until }),
    )
  })
})

test('nobody hoards the queue: who takes another gives the first one back', async () => {
  const { verifier, colleague, ids } = await threeWaiting()
  for (const id of ids) await claimThis(sql, id, claimingOf(verifier))
  expect(await next(colleague)).toBe(ids[0])
  expect((await claimThis(sql, ids[1], claimingOf(colleague))).ok).toBe(true)
  expect((await claimThis(sql, ids[2], claimingOf(colleague))).ok).toBe(false)
})

describe('the load of the queue', () => {
  const look = <Found>(act: OfficeAct, read: (tx: TransactionSql) => Promise<Found>) =>
    inScope(sql, scopeOf(act.hat), act.event.at, read)

  test('is how many wait, since when, and who has how many', async () => {
    const { verifier, colleague } = await threeWaiting()
    await next(verifier)
    await next(colleague)
    expect(await look(verifier, (tx) => findLoad(tx, claimingOf(verifier)))).toEqual({
      waiting: 3,
      oldest: since(30),
      own: 1,
      others: 1,
    })
  })

  test('lists the oldest first, and tells why something is not offered', async () => {
    const { agency, verifier, colleague, ids } = await threeWaiting()
    await next(colleague)
    const own = await addWaiting(owner, { agency, uploadedBy: verifier.id, submittedAt: since(5) })
    const secret = await addWaiting(owner, {
      agency,
      type: 'hukumanDisiplin',
      slot: 'a1',
      submittedAt: since(4),
    })
    const listed = await look(verifier, (tx) => listWaiting(tx, claimingOf(verifier), 20))
    expect(listed.map(({ id, part, claim, name }) => [id, part, claim?.by, name])).toEqual([
      [ids[0], undefined, 'other', 'Dewi Lestari'],
      [ids[1], undefined, undefined, 'Dewi Lestari'],
      [ids[2], undefined, undefined, 'Dewi Lestari'],
      [own.id, 'ownUpload', undefined, 'Dewi Lestari'],
      [secret.id, 'secret', undefined, ''],
    ])
  })

  test('of a unit is that of its people alone', async () => {
    const { agency, verifier, ids } = await threeWaiting()
    const unit = await addUnit(owner, agency)
    const { id } = await addWaiting(owner, { agency, unit, submittedAt: since(1) })
    const ofUnit = { ...verifier, hat: { ...verifier.hat, unit } }
    const load = await look(ofUnit, (tx) => findLoad(tx, claimingOf(ofUnit)))
    expect(load).toEqual({ waiting: 1, oldest: since(1), own: 0, others: 0 })
    const listed = await look(ofUnit, (tx) => listWaiting(tx, claimingOf(ofUnit), 20))
    expect(listed.map((one) => one.id)).toEqual([id])
    expect(await next(ofUnit)).toBe(id)
    expect(await claimThis(sql, ids[0], claimingOf(ofUnit))).toEqual(no({ kind: 'noSuchVersion' }))
  })
})
