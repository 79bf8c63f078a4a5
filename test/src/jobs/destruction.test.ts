import { describe, expect, test, vi } from 'vitest'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { after as later } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { type DestructionPlaces, destroyRound } from '#src/jobs/destruction.ts'
import { deleteKeys } from '#src/store/archive/destruction/delete-keys.ts'
import { countUnrecorded } from '#src/store/archive/destruction/intents.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { givePlaces } from '#src/store/tlog/places.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { asLogKeeper, testDatabase } from '#test/support/database.ts'
import {
  AFTER_WAIT,
  actAt,
  addEnded,
  addFiles,
  approved,
  begun,
  destroying,
  eventsOf,
  type Office,
  openOffice,
  placesOf,
  recommended,
  stageOf,
  stateOf,
  witnessed,
} from '#test/support/destruction.ts'
import { wantedHold } from '#test/support/holds.ts'
import { logOf } from '#test/support/tlog.ts'

vi.setConfig({ testTimeout: 120_000 })

const owner = await testDatabase()
const archive = archiveOf(owner)

/** A list that is being destroyed, with files under keys. */
async function underway(count: number) {
  const office = await openOffice(owner)
  const { person, records } = await addEnded(office, count)
  for (const record of records) await addFiles(owner, archive, record)
  const id = await destroying(office)
  return { office, id, person, records: records.sort() }
}

async function hold(office: Office, person: PersonId, record: RecordId) {
  const act = await actAt(owner, office.acts.legal, AFTER_WAIT)
  const scope = { of: 'record', record } as const
  const wanted = wantedHold({ person, agency: office.agency, scope })
  return placeHold(office.sql, wanted, act)
}

function places(fields: Partial<DestructionPlaces> = {}, now = AFTER_WAIT) {
  const failures: unknown[] = []
  const all = { ...placesOf(owner, (problem) => failures.push(problem), now), ...fields }
  return { failures, places: all }
}

describe('fault 4: two executors at once', () => {
  test('destroy each record once, and the batch is closed once', async () => {
    const { office, id, records } = await underway(6)
    const { places: one, failures } = places()
    await Promise.all([destroyRound(one), destroyRound(one), destroyRound(one)])
    await destroyRound(one)
    expect(failures).toEqual([])
    for (const record of records) {
      const events = await eventsOf(owner, record)
      expect(events.filter((name) => name === 'recordDestroyed')).toHaveLength(1)
    }
    expect(await stateOf(office, id)).toBe('closed')
    const closings = await owner`
      select from archive.events where name = 'batchClosed' and body ->> 'batch' = ${id}`
    expect(closings).toHaveLength(1)
  })
})

describe('faults 3 and 5: a hold on one of many', () => {
  test('keeps that one, and the rest goes on', async () => {
    const { office, id, person, records } = await underway(4)
    const [held = '' as RecordId, ...others] = records
    expect((await hold(office, person, held)).ok).toBe(true)
    await destroyRound(places().places)
    expect(await stageOf(owner, held)).toBe('inactive')
    for (const record of others) expect(await stageOf(owner, record)).toBe('destroyed')
    expect(await stateOf(office, id)).toBe('closed')
    const [item] = await owner`
      select outcome, because from archive.batch_items where batch = ${id} and record = ${held}`
    expect(item).toEqual({ outcome: 'withdrawn', because: 'held' })
  })

  test('that the program forgot to look at is seen when the key is to go', async () => {
    const { office, person, records } = await underway(1)
    const [record = '' as RecordId] = records
    await owner`
      insert into archive.holds (id, agency, person, record, basis, case_no, review_on, placed_by, placed_as, placed_at)
      select gen_random_uuid(), ${office.agency}, ${person}, ${record}, 'Perkara tata usaha negara', '12/G', '2027-01-01',
        ${office.acts.legal.id}, ${office.acts.legal.hat.id}, now()`
    await destroyRound(places().places)
    expect(await stageOf(owner, record)).toBe('inactive')
    const [kept] = await owner`select key_gone_at from archive.versions where record = ${record}`
    expect(kept).toEqual({ keyGoneAt: null })
  })

  test('that comes after the key step comes too late, and says so', async () => {
    const { office, person, records } = await underway(1)
    const [record = '' as RecordId] = records
    const away = archive.blobs.others.map(({ name }) => name)
    const stores = placesOf(owner, () => {}).stores.filter(({ name }) => !away.includes(name))
    await destroyRound(places({ stores }).places)
    expect(await stageOf(owner, record)).toBe('destroying')
    await hold(office, person, record)
    await destroyRound(places({}, later(AFTER_WAIT, 3600)).places)
    expect(await stageOf(owner, record)).toBe('destroyed')
  })
})

describe('T23 a step that fails', () => {
  test('stays visible, is told in the record, and is tried again after a pause', async () => {
    const { office, id, records } = await underway(2)
    const [record = '' as RecordId] = records
    const stores = placesOf(owner, () => {}).stores.map((store) => ({
      ...store,
      delete: async () => Promise.reject(Object.assign(new Error('away'), { code: 'EIO' })),
    }))
    await destroyRound(places({ stores }).places)
    const [item] = await owner`
      select failures, problem from archive.batch_items where record = ${record}`
    expect(item).toEqual({ failures: 1, problem: 'storeAway' })
    expect(await eventsOf(owner, record)).toContain('destructionStepFailed')
    const { places: well } = places()
    await destroyRound(well)
    expect(await stageOf(owner, record)).toBe('destroying')
    await destroyRound(places({}, later(AFTER_WAIT, 61)).places)
    expect(await stageOf(owner, record)).toBe('destroyed')
    expect(await stateOf(office, id)).toBe('closed')
  })

  test('is not called done while a store still has the file', async () => {
    const { records } = await underway(1)
    const [record = '' as RecordId] = records
    const stores = placesOf(owner, () => {}).stores.map((store) => ({
      ...store,
      delete: async () => {},
    }))
    await destroyRound(places({ stores }).places)
    expect(await stageOf(owner, record)).toBe('destroying')
    const [item] = await owner`select problem from archive.batch_items where record = ${record}`
    expect(item).toEqual({ problem: 'stillThere' })
  })

  test('is not called done while a key still opens', async () => {
    const { records } = await underway(1)
    const [record = '' as RecordId] = records
    const { keyring } = archive
    const lazy = { ...keyring, deleteVersionKeys: async () => 0 }
    await destroyRound(places({ keyring: lazy }).places)
    const [item] = await owner`select problem from archive.batch_items where record = ${record}`
    expect(item).toEqual({ problem: 'stillOpens' })
  })
})

describe('T21 before its intent is in a signed checkpoint of the log', () => {
  const SOON = later(AFTER_WAIT, 3600)
  /** For that would have the log catch up. */
  const NOT_CERTIFYING = { certify: async () => {} }

  /** The list is being destroyed, and the log is behind. */
  async function unrecorded(count: number) {
    const office = await openOffice(owner)
    const { records } = await addEnded(office, count)
    for (const record of records) await addFiles(owner, archive, record)
    const id = await recommended(office)
    await approved(office, id)
    await witnessed(office, id)
    await begun(office, id)
    return { office, id, records: records.sort() }
  }

  async function untouched(records: readonly RecordId[]): Promise<void> {
    const [touched] = await owner`
      select from archive.destruction_steps where record = any(${[...records]}::uuid[])`
    expect(touched).toBeUndefined()
    for (const record of records) {
      expect(await stageOf(owner, record)).toBe('destroying')
      expect(await eventsOf(owner, record)).not.toContain('destructionStepFailed')
    }
  }

  test('no key of a record is touched, and all of them go once the log has caught up', async () => {
    const { office, id, records } = await unrecorded(3)
    const { places: behind, failures } = places(NOT_CERTIFYING)
    await destroyRound(behind)
    await untouched(records)
    expect(await countUnrecorded(office.sql, id)).toBe(3)
    await logOf(owner).sequence()
    expect(await countUnrecorded(office.sql, id)).toBe(0)
    await destroyRound(behind)
    for (const record of records) expect(await stageOf(owner, record)).toBe('destroyed')
    expect(await stateOf(office, id)).toBe('closed')
    expect(failures).toEqual([])
  })

  test('a place in the log alone is not enough: a sequencer that died before it signed', async () => {
    const { office, id, records } = await unrecorded(2)
    await givePlaces(asLogKeeper(owner), 100_000)
    const [placed] = await owner`
      select l.index from archive.log_leaves l join archive.events e on e.id = l.event
      where e.record = ${records[0] ?? ''} and e.name = 'destructionStarted'`
    expect(placed).toBeDefined()
    await destroyRound(places(NOT_CERTIFYING).places)
    await untouched(records)
    await logOf(owner).sequence()
    await destroyRound(places(NOT_CERTIFYING).places)
    expect(await stateOf(office, id)).toBe('closed')
  })

  test('only what is signed goes, and the rest of the list waits for the next checkpoint', async () => {
    const { office, id, records } = await unrecorded(3)
    await givePlaces(asLogKeeper(owner), 100_000)
    const [, ...waiting] = records
    const first = await leafOfIntent(records[0])
    await owner`
      insert into archive.log_checkpoints (size, note, at) values (${first + 1}, 'signed', ${AFTER_WAIT})`
    await destroyRound(places(NOT_CERTIFYING).places)
    expect(await stageOf(owner, records[0] as RecordId)).toBe('destroyed')
    await untouched(waiting)
    await owner`delete from archive.log_checkpoints where note = 'signed'`
    await logOf(owner).sequence()
    await destroyRound(places(NOT_CERTIFYING, SOON).places)
    expect(await stateOf(office, id)).toBe('closed')
  })

  test('the key step itself asks, whoever claimed the record and why', async () => {
    const { office, id, records } = await unrecorded(1)
    const [record = '' as RecordId] = records
    const [row] = await owner<{ person: PersonId }[]>`
      select person from archive.records where id = ${record}`
    const person = row?.person ?? ('' as PersonId)
    const claimed = { agency: office.agency, batch: id, record, person, done: [] }
    const { keyring } = archive
    const went = await deleteKeys(keyring.sql, keyring.deleteVersionKeys, claimed, AFTER_WAIT)
    expect(went).toBe('unrecorded')
    await untouched(records)
    const [version] = await owner<{ id: VersionId }[]>`
      select id from archive.versions where record = ${record}`
    expect(await keyring.openVersionKey(keyring.sql, version?.id as VersionId)).toBeDefined()
    await logOf(owner).sequence()
    await destroyRound(places(NOT_CERTIFYING).places)
    expect(await stageOf(owner, record)).toBe('destroyed')
  })

  async function leafOfIntent(record: RecordId | undefined): Promise<number> {
    const [leaf] = await owner<{ index: number }[]>`
      select l.index from archive.log_leaves l join archive.events e on e.id = l.event
      where e.record = ${record ?? ''} and e.name = 'destructionStarted'`
    return leaf?.index ?? Number.NaN
  }
})

describe('I3 the guards are judged again where the key goes', () => {
  test.each([
    ['its retention was counted anew', 'retention_end = retention_end + 400'],
    [
      'its rule has another version',
      `retention_reason = jsonb_set(retention_reason, '{rule,version}', '2')`,
    ],
  ])('%s', async (_, change) => {
    const { office, id, records } = await underway(2)
    const [record = '' as RecordId, other = '' as RecordId] = records
    await owner.unsafe(`update archive.records set ${change} where id = '${record}'`)
    await destroyRound(places().places)
    expect(await stageOf(owner, record)).toBe('inactive')
    expect(await stageOf(owner, other)).toBe('destroyed')
    expect(await stateOf(office, id)).toBe('closed')
  })

  test('no key goes before its intent was written down', async () => {
    const { records } = await underway(1)
    const [record = '' as RecordId] = records
    await owner`
      update archive.log_leaves set event = null where event in
        (select id from archive.events where record = ${record} and name = 'destructionStarted')`
    await owner`delete from archive.events where record = ${record} and name = 'destructionStarted'`
    await destroyRound(places().places)
    expect(await stageOf(owner, record)).toBe('destroying')
    const steps = await owner`select from archive.destruction_steps where record = ${record}`
    expect(steps).toEqual([])
  })

  test('a batch whose keys were not rotated is not over', async () => {
    const { office, id } = await underway(1)
    await destroyRound(places({ rotate: async () => 'anotherIsRunning' as const }).places)
    expect(await stateOf(office, id)).toBe('destroying')
    await expect(
      owner`update archive.batches set state = 'closed', closed_at = now() where id = ${id}`,
    ).rejects.toThrow('a batch is not over')
  })
})
