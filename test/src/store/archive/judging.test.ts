import { describe, expect, test } from 'vitest'
import { returnVersion } from '#domain/archive/return-version.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { no } from '#domain/result.ts'
import { judgeVersion } from '#src/store/archive/judging.ts'
import { addContent, addRecord, addVersion } from '#test/support/archive.ts'
import { addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { acting, later } from '#test/support/role-acts.ts'
import { accept, addVerifiers, addWaiting } from '#test/support/verifying.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

async function rowOf(id: VersionId) {
  const [row] = await owner`
    select v.status, v.verified_by, v.verified_as, v.metadata, r.stage, r.next_n
    from archive.versions v join archive.records r on r.id = v.record where v.id = ${id}`
  return row
}

async function eventsOf(id: VersionId) {
  return owner`
    select e.n, e.name, e.actor, e.body from archive.events e join archive.versions v on v.record = e.record
    where v.id = ${id} order by e.n`
}

describe('T6 what a verifier accepts', () => {
  test('is verified, its record active, its metadata kept, and all of it told', async () => {
    const { agency, verifier } = await addVerifiers(owner)
    const { id } = await addWaiting(owner, { agency })
    expect((await accept(sql, verifier, id)).ok).toBe(true)
    expect(await rowOf(id)).toEqual({
      status: 'verified',
      verifiedBy: verifier.id,
      verifiedAs: verifier.hat.id,
      metadata: { decreeNumber: '821/17/2010' },
      stage: 'active',
      nextN: 3,
    })
    expect(await eventsOf(id)).toEqual([
      {
        ...{ n: 1, name: 'recordVerified', actor: verifier.id },
        body: { version: id, no: 1, metadata: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
      { n: 2, name: 'recordActivated', actor: null, body: { version: id, no: 1 } },
    ])
    const queued = await owner`
      select from archive.log_queue q join archive.events e on e.id = q.event
      join archive.versions v on v.record = e.record where v.id = ${id}`
    expect(queued).toHaveLength(2)
  })

  test('T11 has its retention counted with the first version', async () => {
    const { agency, verifier } = await addVerifiers(owner)
    const { id, record } = await addWaiting(owner, { agency })
    await accept(sql, verifier, id)
    const [row] = await owner`select retention_reason from archive.records where id = ${record}`
    expect(row?.['retentionReason']).not.toBeNull()
  })

  test('T9 supersedes what was in force', async () => {
    const { agency, verifier, colleague, employee } = await addVerifiers(owner)
    const before = await addWaiting(owner, { agency, employee })
    await accept(sql, colleague, before.id)
    const id = await addVersion(owner, { record: before.record })
    await addContent(owner, id)
    expect((await accept(sql, later(verifier, 60), id)).ok).toBe(true)
    expect((await rowOf(before.id))?.['status']).toBe('superseded')
    expect((await rowOf(id))?.['status']).toBe('verified')
    const names = (await eventsOf(id)).map(({ name }) => name)
    expect(names.slice(2)).toEqual(['recordVerified', 'versionSuperseded'])
  })

  test('counts in the completeness of its person in the same transaction', async () => {
    const { agency, verifier, employee } = await addVerifiers(owner)
    const { id } = await addWaiting(owner, { agency, employee, type: 'drh' })
    const scoreOf = async () => {
      const [row] = await owner`
        select score from archive.completeness where person = ${employee.id}`
      return row?.['score'] as number
    }
    await accept(sql, verifier, id)
    const [row] = await owner`select gaps from archive.completeness where person = ${employee.id}`
    expect(JSON.stringify(row?.['gaps'])).not.toContain('"drh"')
    expect(await scoreOf()).toBeGreaterThan(0)
  })

  test('takes two healthy copies; what nobody looked at is not one', async () => {
    const { agency, verifier } = await addVerifiers(owner)
    const { id } = await addWaiting(owner, { agency })
    await owner`
      update archive.copies set health = 'unchecked' where version = ${id} and store = 'store-1'`
    const refused = no({ kind: 'tooFewCopies', healthy: 1, needed: 2 })
    expect(await accept(sql, verifier, id)).toEqual(refused)
    expect((await rowOf(id))?.['status']).toBe('awaitingVerification')
  })

  test('is nobody else’s to judge: other agencies, other units, other roles', async () => {
    const { agency, verifier } = await addVerifiers(owner)
    const unit = await addUnit(owner, agency)
    const { id } = await addWaiting(owner, { agency })
    const stranger = (await addVerifiers(owner)).verifier
    const elsewhere = await acting(owner, { role: 'verifier', agency })
    await owner`update mandates set unit = ${unit} where id = ${elsewhere.hat.id}`
    const ofUnit = { ...elsewhere, hat: { ...elsewhere.hat, unit } }
    for (const act of [stranger, ofUnit])
      expect(await accept(sql, act, id)).toEqual(no({ kind: 'noSuchVersion' }))
    const nobody = crypto.randomUUID() as VersionId
    expect(await accept(sql, verifier, nobody)).toEqual(no({ kind: 'noSuchVersion' }))
    expect((await accept(sql, verifier, id)).ok).toBe(true)
  })

  test('stays in custody where its person has left for another agency', async () => {
    const { agency, verifier, employee } = await addVerifiers(owner)
    const { id } = await addWaiting(owner, { agency, employee })
    const there = await addVerifiers(owner)
    await owner`update people set agency = ${there.agency} where id = ${employee.id}`
    expect(await accept(sql, there.verifier, id)).toEqual(no({ kind: 'noSuchVersion' }))
    expect((await accept(sql, verifier, id)).ok).toBe(true)
  })

  test('asks anew whether the hat is worn, in force, and was proven within the hour', async () => {
    const { agency, verifier } = await addVerifiers(owner)
    const { id } = await addWaiting(owner, { agency })
    const { session, hat } = verifier
    const noLonger = no({ kind: 'noLonger' })
    const provenAgo = (seconds: number) => owner`
      update sessions set started_at = '2026-01-01', proven_at = ${new Date(NOW.getTime() - seconds * 1000)}
      where id_hash = ${session}`
    await provenAgo(3600)
    expect(await accept(sql, verifier, id)).toEqual(noLonger)
    await provenAgo(3599)
    await owner`update mandates set valid_to = ${NOW} where id = ${hat.id}`
    expect(await accept(sql, verifier, id)).toEqual(noLonger)
    await owner`update mandates set valid_to = '2099-01-01' where id = ${hat.id}`
    expect((await accept(sql, verifier, id)).ok).toBe(true)
  })

  test('of a secret type is for those alone whom their agency named', async () => {
    const { agency, verifier, colleague } = await addVerifiers(owner)
    const { id } = await addWaiting(owner, { agency, type: 'hukumanDisiplin', slot: 'a1' })
    expect(await accept(sql, verifier, id)).toEqual(no({ kind: 'noSuchVersion' }))
    await owner`
      insert into archive.secret_readers (hat, named_by, named_as, named_at)
      values (${verifier.hat.id}, ${colleague.id}, ${colleague.hat.id}, ${NOW})`
    expect((await accept(sql, verifier, id)).ok).toBe(true)
  })

  test('waits for a decision under way and judges what that one left', async () => {
    const { agency, verifier } = await addVerifiers(owner)
    const { id, record } = await addWaiting(owner, { agency })
    const decision = await whileHeld(
      owner,
      async (tx) => {
        await tx`select from archive.records where id = ${record} for update`
        await tx`update archive.versions set status = 'withdrawn' where id = ${id}`
      },
      () => accept(sql, verifier, id),
    )
    expect(decision).toEqual(no({ kind: 'notWaiting', status: 'withdrawn' }))
  })

  test('4 two verifiers at once decide it once', async () => {
    const { agency, verifier, colleague } = await addVerifiers(owner)
    const { id } = await addWaiting(owner, { agency })
    const both = await Promise.all([accept(sql, verifier, id), accept(sql, colleague, id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual(no({ kind: 'notWaiting', status: 'verified' }))
    expect((await eventsOf(id)).filter(({ name }) => name === 'recordVerified')).toHaveLength(1)
  })
})

describe('T7 what a verifier sends back', () => {
  const reasons = {
    codes: ['unreadable', 'pagesMissing'],
    note: 'Halaman dua buram.',
    place: { page: 1, box: { left: 10, top: 20, width: 300, height: 40 } },
  } as const

  test('keeps why, where, and the claim no longer', async () => {
    const { agency, verifier, employee } = await addVerifiers(owner)
    const { id } = await addWaiting(owner, { agency })
    await owner`
      insert into archive.claims (version, person, agency, by_person, by_hat, claimed_at, until)
      select ${id}, ${employee.id}, ${agency}, ${verifier.id}, ${verifier.hat.id}, ${NOW}, ${NOW}::timestamptz + interval '1 minute'`
    const { hat, event } = verifier
    const by = { person: verifier.id, mandate: hat }
    const done = await judgeVersion(sql, verifier, id, (found) =>
      returnVersion(found, { by, now: event.at, reasons }),
    )
    expect(done.ok).toBe(true)
    const [kept] = await owner`
      select status, returned_for from archive.versions where id = ${id}`
    expect(kept).toEqual({ status: 'returned', returnedFor: { ...reasons, by: verifier.id } })
    expect(await owner`select from archive.claims where version = ${id}`).toHaveLength(0)
    const [{ body } = { body: undefined }] = await eventsOf(id)
    expect(body).toEqual({ version: id, no: 1, codes: [...reasons.codes], page: 1 })
  })

  test('I4 the database too refuses a return by who sent it, or whom it is about', async () => {
    const { id, person } = await addWaiting(owner)
    await expect(
      owner`update archive.versions set status = 'returned',
        returned_for = ${owner.json({ ...reasons, by: person } as never)} where id = ${id}`,
    ).rejects.toMatchObject({ code: '23514' })
  })
})

test('I4 the database too refuses a verifier who sent it, by whatever account', async () => {
  const uploader = await addPerson(owner)
  const { employee } = await addVerifiers(owner)
  const record = await addRecord(owner, { person: employee.id })
  const id = await addVersion(owner, { record, uploadedBy: uploader.id })
  for (const by of [uploader.id, employee.id])
    await expect(
      owner`
        update archive.versions set status = 'verified', verified_by = ${by}, verified_at = ${NOW}
        where id = ${id}`,
    ).rejects.toMatchObject({ code: '23514' })
})

test('what commits to metadata tells nothing once they are gone, for its salt goes with them', async () => {
  const { agency, verifier } = await addVerifiers(owner)
  const { id } = await addWaiting(owner, { agency })
  await accept(sql, verifier, id)
  const saltOf = async () =>
    (await owner`select metadata_salt as salt from archive.versions where id = ${id}`)[0]
  expect(await saltOf()).toMatchObject({ salt: expect.any(Buffer) })
  await owner`
    update archive.versions set metadata = null, sealed = null, key_gone_at = now() where id = ${id}`
  expect(await saltOf()).toEqual({ salt: null })
})
