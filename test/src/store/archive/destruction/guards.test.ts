import { describe, expect, test, vi } from 'vitest'
import type { Verdict } from '#domain/archive/destruction/appraise-item.ts'
import { PAPERS_OF_PANEL } from '#domain/archive/destruction/paper.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { after as later } from '#domain/instant.ts'
import { no } from '#domain/result.ts'
import { appraiseItem } from '#src/store/archive/destruction/appraise.ts'
import { readBatch } from '#src/store/archive/destruction/batches.ts'
import { objectTo } from '#src/store/archive/destruction/objections.ts'
import { takeSeat } from '#src/store/archive/destruction/seats.ts'
import { approveBatch, attend, signManifest } from '#src/store/archive/destruction/sign.ts'
import { startDestruction } from '#src/store/archive/destruction/start.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  AFTER_WAIT,
  actAt,
  addEnded,
  appraised,
  approved,
  drawnUp,
  hashOf,
  openOffice,
  recommended,
  signed,
  stageOf,
  stateOf,
  withPanel,
  withPapers,
  witnessed,
} from '#test/support/destruction.ts'
import { whileHeld } from '#test/support/held.ts'
import { wantedHold } from '#test/support/holds.ts'
import { mandatesOf } from '#test/support/office.ts'
import { answerRequests, OPEN_REQUEST_NAMES, OPEN_REQUESTS } from '#test/support/open-requests.ts'

vi.setConfig({ testTimeout: 120_000 })

const owner = await testDatabase()
const REFUSED = { code: '23514' }
const REASON = 'Masih diperlukan untuk perkara.' as Reason

describe('I4 one seat a person, whoever writes', () => {
  test('fault 7: the same person in two hats gets no second seat', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await recommended(office)
    const { chair } = office.acts
    await owner`
      insert into mandates (person, role, agency, valid_from, valid_to)
      values (${chair.id}, 'approver', ${office.agency}, '2020-01-01', '2099-01-01')`
    const hat = (await mandatesOf(owner, chair.id)).find(({ role }) => role === 'approver')
    if (!hat) throw new Error('the second hat is missing')
    await owner`update sessions set hat = ${hat.id} where id_hash = ${chair.session}`
    await withPapers(office, id, ['agencyApproval', 'destructionOrder'])
    const act = { ...(await actAt(owner, chair, NOW)), hat }
    const asked = { batch: id, seen: await hashOf(office, id), waitDays: 30 }
    expect(await approveBatch(office.sql, act, asked)).toEqual(
      no({ kind: 'alreadySeated', seat: 'chair' }),
    )
    await expect(owner`
      insert into archive.batch_parties (batch, person, seat, hat, taken_at)
      values (${id}, ${chair.id}, 'approver', ${hat.id}, now())`).rejects.toMatchObject({
      code: '23505',
    })
  })

  test('fault 8: whoever has a record on the list sits nowhere', async () => {
    const office = await openOffice(owner)
    const { records } = await addEnded(office)
    await owner`
      update archive.records set person = ${office.acts.chair.id} where id = ${records[0] ?? ''}`
    await owner`
      insert into archive.retention_facts (person, kind, on_date, how)
      values (${office.acts.chair.id}, 'serviceEnded', '2010-05-01', 'retired')`
    const id = await drawnUp(office)
    const act = await actAt(owner, office.acts.chair, NOW)
    expect(await takeSeat(office.sql, act, id, 'chair')).toEqual(no({ kind: 'ownRecord' }))
    await expect(owner`
      insert into archive.batch_parties (batch, person, seat, hat, taken_at)
      values (${id}, ${office.acts.chair.id}, 'chair', ${act.hat.id}, now())`).rejects.toMatchObject(
      REFUSED,
    )
  })

  test('of two who take a seat at the same time one gets it', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await drawnUp(office)
    const acts = [
      await actAt(owner, office.acts.chair, NOW),
      await actAt(owner, office.acts.head, NOW),
    ]
    const taken = await Promise.all(acts.map((act) => takeSeat(office.sql, act, id, 'chair')))
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('I2 a batch moves on by its signatures alone, whoever writes', () => {
  test.each([
    ['appraising', 'proposed', 'has not signed this list'],
    ['appraising', 'waiting', 'does not go from'],
    ['appraising', 'closed', 'is not over'],
  ])('not from %s to %s', async (_, to, message) => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await drawnUp(office)
    await expect(owner`
      update archive.batches set state = ${to}, wait_until = now() + interval '20 days', approved_at = now(),
        closed_at = ${to === 'closed' ? NOW : null} where id = ${id}`).rejects.toThrow(message)
  })

  test('nor does it wait for fewer than fourteen days', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await recommended(office)
    await withPapers(office, id, ['agencyApproval', 'destructionOrder'])
    const act = await actAt(owner, office.acts.approver, NOW)
    await approveBatch(office.sql, act, { batch: id, seen: await hashOf(office, id), waitDays: 1 })
    const batch = await readBatch(office.sql, { agency: office.agency, id })
    expect(batch).toMatchObject({ state: 'waiting', waitUntil: later(NOW, 14 * 24 * 3600) })
  })
})

describe('6.3 each paper has a file', () => {
  test('and nothing is approved before those of the approval are there', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await recommended(office)
    await withPapers(office, id, ['agencyApproval', 'destructionOrder'])
    await owner`
      update archive.papers set file = null, file_sha256 = null
      where batch = ${id} and kind = 'destructionOrder'`
    const act = await actAt(owner, office.acts.approver, NOW)
    const asked = { batch: id, seen: await hashOf(office, id), waitDays: 30 }
    expect(await approveBatch(office.sql, act, asked)).toEqual(
      no({ kind: 'filesMissing', papers: ['destructionOrder'] }),
    )
    expect(await stateOf(office, id)).toBe('proposed')
  })

  test('the application itself names none, for it makes no key', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await recommended(office)
    await expect(
      office.sql`update archive.papers set file = null, file_sha256 = null where batch = ${id}`,
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('I5 what was signed stays, whoever writes', () => {
  test('a list takes nothing more once it was recommended', async () => {
    const office = await openOffice(owner)
    await addEnded(office, 2)
    const id = await recommended(office)
    const { records } = await addEnded(office)
    await expect(owner`
      insert into archive.batch_items (batch, record, subject, line, year, approval, state)
      select ${id}, r.id, r.person, 'x', 2000, 'agency', 'toDestroy' from archive.records r
      where r.id = ${records[0] as RecordId}`).rejects.toThrow('takes nothing more')
    await expect(owner`
      update archive.batch_items set line = 'x' where batch = ${id}`).rejects.toThrow(
      'takes nothing more',
    )
  })

  test('a wait that was begun becomes no shorter', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await recommended(office)
    await approved(office, id)
    await expect(office.sql`
      update archive.batches set approved_at = approved_at - interval '1 year',
        wait_until = wait_until - interval '1 year' where id = ${id}`).rejects.toMatchObject(
      REFUSED,
    )
  })
})

describe('fault 6: the list changes after it was signed', () => {
  test('by mere removal signatures stand, and the list that was seen is no longer it', async () => {
    const office = await openOffice(owner)
    const { person, records } = await addEnded(office, 3)
    const id = await recommended(office)
    const seen = await hashOf(office, id)
    const scope = { of: 'record', record: records[0] as RecordId } as const
    const hold = wantedHold({ person, agency: office.agency, scope })
    await placeHold(office.sql, hold, await actAt(owner, office.acts.legal, NOW))
    expect(await hashOf(office, id)).not.toBe(seen)
    await withPapers(office, id, ['agencyApproval', 'destructionOrder'])
    const act = await actAt(owner, office.acts.approver, NOW)
    const old = await approveBatch(office.sql, act, { batch: id, seen, waitDays: 30 })
    expect(old).toEqual(no({ kind: 'listChanged' }))
    const fresh = { batch: id, seen: await hashOf(office, id), waitDays: 30 }
    expect((await approveBatch(office.sql, act, fresh)).ok).toBe(true)
  })

  test('and one from which everything was taken is over', async () => {
    const office = await openOffice(owner)
    const { person } = await addEnded(office, 2)
    const id = await recommended(office)
    const hold = wantedHold({ person, agency: office.agency })
    await placeHold(office.sql, hold, await actAt(owner, office.acts.legal, NOW))
    expect(await stateOf(office, id)).toBe('closed')
  })

  test('what the panel keeps leaves it with its reason', async () => {
    const office = await openOffice(owner)
    const { records } = await addEnded(office, 3)
    const id = await withPanel(office)
    const act = await actAt(owner, office.acts.chair, NOW)
    const until = { year: 2030, month: 12, day: 31 }
    const [permanent, extended] = records as [RecordId, RecordId]
    const judge = (record: RecordId, verdict: Parameters<typeof appraiseItem>[2]['verdict']) =>
      appraiseItem(office.sql, act, { batch: id, record, verdict })
    expect((await judge(permanent, { kind: 'permanent', reason: REASON })).ok).toBe(true)
    expect((await judge(extended, { kind: 'extend', reason: REASON, until })).ok).toBe(true)
    expect(await stageOf(owner, permanent)).toBe('permanent')
    expect(await stageOf(owner, extended)).toBe('inactive')
    const [row] = await owner`
      select retention_end::text as ends, retention_reason ->> 'kind' as kind
      from archive.records where id = ${extended}`
    expect(row).toEqual({ ends: '2030-12-31', kind: 'extended' })
    await withPapers(office, id, PAPERS_OF_PANEL)
    await appraised(office, id)
    await signed(office, id)
    expect(await stateOf(office, id)).toBe('proposed')
  })

  test('6.1 where the JRA makes an exception the panel answers it for each record', async () => {
    const exception = { text: 'yang berakibat hukum', disposition: 'permanent' } as const
    const office = await openOffice(owner, { exception })
    const { records } = await addEnded(office)
    const [record = '' as RecordId] = records
    const id = await withPanel(office)
    const act = await actAt(owner, office.acts.chair, NOW)
    const judge = (applies: boolean | undefined, verdict: Verdict = { kind: 'destroy' }) =>
      appraiseItem(office.sql, act, { batch: id, record, verdict, applies })
    expect(await judge(undefined)).toEqual(no({ kind: 'exceptionUnanswered' }))
    expect(await judge(true)).toEqual(no({ kind: 'exceptionKeeps' }))
    expect((await judge(false)).ok).toBe(true)
    const answered = await owner`
      select state, exception_applies as applies from archive.batch_items where record = ${record}`
    expect(answered).toEqual([{ state: 'toDestroy', applies: false }])
    const permanent = { kind: 'permanent', reason: REASON } as const
    expect((await judge(true, permanent)).ok).toBe(true)
    expect(await stageOf(owner, record)).toBe('permanent')
  })
})

describe('T21 the start', () => {
  test('waits for the answer to an objection', async () => {
    const office = await openOffice(owner)
    const { person, records } = await addEnded(office, 2)
    const id = await recommended(office)
    await approved(office, id)
    const objection = { record: records[0] as RecordId, person, reason: REASON }
    expect((await objectTo(office.sql, objection, NOW)).ok).toBe(true)
    await witnessed(office, id)
    const act = await actAt(owner, office.acts.chair, AFTER_WAIT)
    const asked = { batch: id, seen: await hashOf(office, id) }
    expect(await startDestruction(office.sql, act, asked)).toEqual(
      no({ kind: 'objectionsOpen', count: 1 }),
    )
  })

  test.each(OPEN_REQUEST_NAMES)(
    'waits for the answer to whatever is asked of a record: %s',
    async (name) => {
      const office = await openOffice(owner)
      const { person, records } = await addEnded(office, 2)
      const id = await recommended(office)
      await approved(office, id)
      await witnessed(office, id)
      await OPEN_REQUESTS[name](owner, { record: records[0] as RecordId, person, at: AFTER_WAIT })
      const act = await actAt(owner, office.acts.chair, AFTER_WAIT)
      const asked = { batch: id, seen: await hashOf(office, id) }
      const waits = await startDestruction(office.sql, act, asked)
      expect(waits).toMatchObject(no({ kind: 'requestsOpen' }))
      expect(await stageOf(owner, records[0] as RecordId)).toBe('waitingPeriod')
      await answerRequests(owner)
      expect((await startDestruction(office.sql, act, asked)).ok).toBe(true)
    },
  )

  test('waits for witnesses who are there now, in office, each proven', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await recommended(office)
    await approved(office, id)
    await witnessed(office, id)
    const seen = await hashOf(office, id)
    const start = async (at: Date) =>
      startDestruction(office.sql, await actAt(owner, office.acts.chair, at), { batch: id, seen })
    expect(await start(later(AFTER_WAIT, 15 * 60))).toEqual(
      no({ kind: 'witnessAway', seat: 'legalWitness' }),
    )
    const { oversight } = office.acts
    await owner`update mandates set valid_to = ${AFTER_WAIT} where id = ${oversight.hat.id}`
    expect(await start(later(AFTER_WAIT, 60))).toEqual(
      no({ kind: 'witnessAway', seat: 'oversightWitness' }),
    )
    await owner`update mandates set valid_to = '2099-01-01' where id = ${oversight.hat.id}`
    const late = await actAt(owner, office.acts.chair, AFTER_WAIT)
    await owner`
      update sessions set started_at = ${later(AFTER_WAIT, -301)}, proven_at = ${later(AFTER_WAIT, -301)}
      where id_hash = ${late.session}`
    expect(await startDestruction(office.sql, late, { batch: id, seen })).toEqual(
      no({ kind: 'proofDue' }),
    )
    expect((await start(later(AFTER_WAIT, 60))).ok).toBe(true)
  })

  test('comes before the end of the wait for nobody', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await recommended(office)
    await approved(office, id)
    const soon = later(NOW, 30 * 24 * 3600 - 1)
    const seen = await hashOf(office, id)
    const witness = await actAt(owner, office.acts.legal, soon)
    const there = await attend(office.sql, witness, { batch: id, seen, seat: 'legalWitness' })
    expect(there).toMatchObject({ ok: false, problem: { kind: 'waitNotOver' } })
  })
})

describe('a change of a batch', () => {
  test('waits for one under way and judges what that one left', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await withPanel(office)
    await withPapers(office, id, ['panelDecree', 'minutes', 'recommendation'])
    await appraised(office, id)
    const act = await actAt(owner, office.acts.chair, NOW)
    const seen = await hashOf(office, id)
    const answer = await whileHeld(
      owner,
      async (tx) => {
        await tx`select from archive.batches where id = ${id} for update`
        await tx`update archive.manifests set sha256 = ${'0'.repeat(64)} where batch = ${id}`
      },
      () => signManifest(office.sql, act, { batch: id, seen }),
    )
    expect(answer).toEqual(no({ kind: 'listChanged' }))
  })
})
