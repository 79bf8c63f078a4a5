import { expect, test, vi } from 'vitest'
import type { RecordId } from '#domain/archive/record.ts'
import { no } from '#domain/result.ts'
import { appraiseToDestroy } from '#src/store/archive/destruction/appraise.ts'
import { passGate } from '#src/store/archive/gate.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { inTransaction } from '#src/store/database.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  actAt,
  addEnded,
  type Office,
  openOffice,
  propose,
  withPanel,
} from '#test/support/destruction.ts'
import { untilSomeoneWaits } from '#test/support/held.ts'
import { wantedHold } from '#test/support/holds.ts'

vi.setConfig({ testTimeout: 120_000 })

const owner = await testDatabase()

async function panelOf(office: Office) {
  const batch = await withPanel(office)
  const act = await actAt(owner, office.acts.chair, NOW)
  const appraise = (records: readonly RecordId[]) =>
    appraiseToDestroy(office.sql, act, { batch, records })
  return { batch, appraise }
}

function itemsOf(batch: string) {
  return owner`
    select record, state, appraised_by as by from archive.batch_items where batch = ${batch} order by record`
}

test('T18 all of these may go, and who found it stands at each', async () => {
  const office = await openOffice(owner)
  const { records } = await addEnded(office, 3)
  const { batch, appraise } = await panelOf(office)
  const [one, two, three] = records
  expect((await appraise(records.slice(0, 2))).ok).toBe(true)
  const by = office.acts.chair.id
  expect(await itemsOf(batch)).toEqual([
    { record: one, state: 'toDestroy', by },
    { record: two, state: 'toDestroy', by },
    { record: three, state: 'unappraised', by: null },
  ])
})

test('T18 of none, where one was taken out by a hold meanwhile, or is on another list', async () => {
  const office = await openOffice(owner)
  const { records } = await addEnded(office, 2)
  const [held = '' as RecordId, free = '' as RecordId] = records
  const { batch, appraise } = await panelOf(office)
  const { person } = await addEnded(office)
  const others = await panelOf(office)
  const [elsewhere] = await itemsOf(others.batch)
  expect(await appraise([free, elsewhere?.['record']])).toEqual(no({ kind: 'noSuchItem' }))
  const [item] = await owner<{ subject: typeof person }[]>`
    select subject from archive.batch_items where record = ${held}`
  const scope = { of: 'record', record: held } as const
  const hold = wantedHold({ person: item?.subject ?? person, agency: office.agency, scope })
  await placeHold(office.sql, hold, await actAt(owner, office.acts.legal, NOW))
  expect(await appraise([free, held])).toEqual(no({ kind: 'itemOver' }))
  expect(await itemsOf(batch)).toMatchObject([
    { record: held, state: 'over' },
    { record: free, state: 'unappraised', by: null },
  ])
})

test('I1 a list that is to be drawn up while a hold waits for another is drawn up after it', async () => {
  const office = await openOffice(owner)
  const { person } = await addEnded(office, 2)
  const act = await actAt(owner, office.acts.archivist, NOW)
  const legal = await actAt(owner, office.acts.legal, NOW)
  const { placing, drawing } = await owner.begin(async (other) => {
    await passGate(other)
    const placing = placeHold(office.sql, wantedHold({ person, agency: office.agency }), legal)
    await untilSomeoneWaits(owner)
    const drawing = propose(office, act)
    await untilSomeoneWaits(owner, 2)
    // As between two tries of the hold.
    await inTransaction(owner, passGate)
    return { placing, drawing }
  })
  expect(await placing).toMatchObject({ ok: true, value: { taken: [] } })
  expect(await drawing).toEqual(no({ kind: 'nothingToPropose' }))
})
