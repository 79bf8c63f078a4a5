import { describe, expect, test, vi } from 'vitest'
import { after as later } from '#domain/instant.ts'
import { no } from '#domain/result.ts'
import { destroyRound } from '#src/jobs/destruction.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  actAt,
  addEnded,
  addFiles,
  approved,
  destroying,
  drawnUp,
  eventsOf,
  openOffice,
  placesOf,
  propose,
  recommended,
  stageOf,
  started,
  stateOf,
  witnessed,
} from '#test/support/destruction.ts'

vi.setConfig({ testTimeout: 60_000 })

const owner = await testDatabase()

describe('the ten steps, one after the other', () => {
  test('T16 the archivist proposes what is over, and nothing of their own', async () => {
    const office = await openOffice(owner)
    const { records } = await addEnded(office, 2)
    const own = await addEnded(office)
    await owner`update archive.records set person = ${office.acts.archivist.id} where id = ${own.records[0] ?? ''}`
    const id = await drawnUp(office)
    const items =
      await owner`select record from archive.batch_items where batch = ${id} order by record`
    expect(items.map(({ record }) => record)).toEqual(records.sort())
    expect(await stageOf(owner, records[0] as never)).toBe('underAppraisal')
    expect(await stageOf(owner, own.records[0] as never)).toBe('retentionEnded')
  })

  test('T16 nobody proposes who proved nothing within five minutes', async () => {
    const office = await openOffice(owner)
    await addEnded(office)
    const act = await actAt(owner, office.acts.archivist, NOW)
    await owner`update sessions set started_at = ${later(NOW, -300)}, proven_at = ${later(NOW, -300)} where id_hash = ${act.session}`
    expect(await propose(office, act)).toEqual(no({ kind: 'noLonger' }))
    expect(await owner`select from archive.batches where agency = ${office.agency}`).toEqual([])
  })

  test('T22 what six persons agreed on is gone from keys and stores, and a stub is left', async () => {
    const office = await openOffice(owner)
    const { records } = await addEnded(office, 3)
    const archive = archiveOf(owner)
    const filed = []
    for (const record of records) filed.push(...(await addFiles(owner, archive, record)))
    const id = await destroying(office)
    const failures: unknown[] = []
    await destroyRound(placesOf(owner, (problem) => failures.push(problem)))
    expect(failures).toEqual([])
    expect(await stateOf(office, id)).toBe('closed')
    for (const record of records) {
      expect(await stageOf(owner, record)).toBe('destroyed')
      expect(await eventsOf(owner, record)).toEqual([
        'appraisalStarted',
        'destructionRecommended',
        'destructionApproved',
        'destructionStarted',
        'recordDestroyed',
      ])
    }
    for (const { version, objects } of filed) {
      expect(await archive.keyring.openVersionKey(archive.keyring.sql, version)).toBeUndefined()
      for (const { store, object } of objects)
        expect(await archive.blobs.named(store)?.head(object)).toBeUndefined()
    }
    const [left] = await owner`
      select metadata, sealed, twin_tag, commitment from archive.versions where record = ${records[0] ?? ''}`
    expect(left).toMatchObject({ metadata: null, sealed: null, twinTag: null })
    expect(left?.['commitment']).toHaveLength(32)
    expect(await owner`select from archive.copies`).toEqual([])
  })

  test('T21 nothing is written towards destruction before both witnesses are there', async () => {
    const office = await openOffice(owner)
    const { records } = await addEnded(office)
    const id = await recommended(office)
    await approved(office, id)
    await expect(started(office, id)).rejects.toThrow('certificateMissing')
    await witnessed(office, id)
    await started(office, id)
    expect(await stageOf(owner, records[0] as never)).toBe('destroying')
  })
})
