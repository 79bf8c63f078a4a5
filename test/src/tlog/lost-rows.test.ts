import { beforeAll, describe, expect, test, vi } from 'vitest'
import { after } from '#domain/instant.ts'
import type { TransactionSql } from '#src/store/database.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { NOW } from '#test/support/builders.ts'
import { type HonestArchive, honestArchive } from '#test/support/honest-archive.ts'
import { differencesOf } from '#test/support/looking-through.ts'
import { snapshotOf } from '#test/support/restoring.ts'
import { addAccountEvents } from '#test/support/tlog.ts'
import { arriveTold, behindOurBack } from '#test/support/told-archive.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let honest: HonestArchive

beforeAll(async () => {
  honest = await honestArchive()
})

/** In a copy of the tables; the files stay as they are. */
async function afterwards(work: (tx: TransactionSql) => Promise<unknown>) {
  const tables = await snapshotOf(honest.owner)
  await behindOurBack(tables, async (tx) => void (await work(tx)))
  return differencesOf(honest.owner, { tables })
}

describe('fault 17: a row that is gone is found', () => {
  test('an event of a record, by its leaf', async () => {
    const { record } = honest
    const found = await afterwards(
      (tx) => tx`delete from archive.events where record = ${record} and n = 3`,
    )
    expect(found[0]).toMatchObject({ what: 'eventMissing', n: 3 })
    expect(found).toContainEqual({ what: 'gap', record, n: 3 })
  })

  test('an event of an account, by its leaf', async () => {
    const found = await afterwards(
      (tx) => tx`delete from public.events where detail ->> 'run' = '301'`,
    )
    expect(found).toMatchObject([{ what: 'eventMissing' }])
  })

  test('a leaf, by its place', async () => {
    const found = await afterwards((tx) => tx`delete from archive.log_leaves where index = 400`)
    expect(found[0]).toEqual({ what: 'leafMissing', index: 400 })
  })

  test('all of a record', async () => {
    const { record } = honest
    const found = await afterwards(async (tx) => {
      await tx`delete from archive.versions where record = ${record}`
      await tx`delete from archive.records where id = ${record}`
    })
    expect(found).toContainEqual({
      ...{ what: 'rowMissing', table: 'archive.records', row: record, record },
    })
  })

  test('a version that once was verified', async () => {
    const { record, first } = honest
    const found = await afterwards((tx) => tx`delete from archive.versions where id = ${first}`)
    expect(found).toContainEqual({
      ...{ what: 'rowMissing', table: 'archive.versions', row: first, record },
    })
  })

  test('a hold', async () => {
    const { hold } = honest
    const found = await afterwards((tx) => tx`delete from archive.holds where id = ${hold}`)
    expect(found).toContainEqual({ what: 'rowMissing', table: 'archive.holds', row: hold })
  })

  test('a reading', async () => {
    const found = await afterwards((tx) => tx`delete from archive.access_log where n = 1`)
    expect(found).toMatchObject([{ what: 'accessesDiffer', told: 2, found: 1 }])
  })
})

describe('fault 17: what nobody told is found', () => {
  test('a record and its version that were put in', async () => {
    const tables = await snapshotOf(honest.owner)
    const record = await addRecord(tables, { person: honest.person, slot: 'z' })
    const version = await addVersion(tables, { record: honest.record, status: 'quarantined' })
    const found = await differencesOf(honest.owner, { tables })
    expect(found).toContainEqual({
      ...{ what: 'untold', table: 'archive.records', row: record, record },
    })
    expect(found).toContainEqual({
      ...{ what: 'untold', table: 'archive.versions', row: version },
      ...{ record: honest.record, version: 3 },
    })
  })

  test.each([true, false])('an event that never came to the log (full: %s)', async (isFull) => {
    const tables = await snapshotOf(honest.owner)
    await behindOurBack(tables, async (tx) => {
      await tx`
        insert into archive.events (id, person, at, name, body, salt)
        values (gen_random_uuid(), ${honest.person}, now(), 'recordViewed', '{}', decode(repeat('00', 32), 'hex'))`
      await tx`
        insert into events (at, kind, person, browser, network, detail)
        values (now(), 'imported', ${honest.person}, 'asn', '-', '{}')`
    })
    const found = await differencesOf(honest.owner, { tables, isFull })
    expect(found).toMatchObject([
      { what: 'untold', table: 'archive.events' },
      { what: 'untold', table: 'public.events' },
    ])
  })
})

describe('fault 17: an order that was changed is found', () => {
  test('of two leaves in the table', async () => {
    const found = await afterwards(async (tx) => {
      await tx`update archive.log_leaves set index = 9000 where index = 20`
      await tx`update archive.log_leaves set index = 20 where index = 21`
      await tx`update archive.log_leaves set index = 21 where index = 9000`
    })
    expect(found[0]).toEqual({ what: 'leafDiffers', index: 20 })
  })

  test('of two events of a record', async () => {
    const { record } = honest
    const found = await afterwards(async (tx) => {
      await tx`update archive.events set n = 900 where record = ${record} and n = 1`
      await tx`update archive.events set n = 1 where record = ${record} and n = 2`
      await tx`update archive.events set n = 2 where record = ${record} and n = 900`
    })
    expect(found[0]).toMatchObject({ what: 'eventDiffers', record })
    expect(found).toContainEqual({ what: 'impossible', record, n: 1 })
  })

  test('of two leaves before they had their places', async () => {
    const other = await honestArchive()
    await arriveTold(other.owner, { record: other.record, seenAt: after(NOW, 3 * 3600) })
    await behindOurBack(other.owner, async (tx) => {
      await tx`
        with gone as (
          delete from archive.log_queue q using archive.events e
          where e.id = q.event and e.record = ${other.record} returning q.*
        )
        insert into archive.log_queue (seq, event, leaf) overriding system value
        select 1000000 - seq, event, leaf from gone`
    })
    await other.log.sequence()
    const found = await differencesOf(other.owner, { isFull: false })
    expect(found).toMatchObject([{ what: 'outOfOrder', record: other.record }])
  })
})

describe('what was set back is found', () => {
  test('the tables, behind what was signed', async () => {
    const other = await honestArchive()
    const tables = await snapshotOf(other.owner)
    await addAccountEvents(other.owner, other.person, 40)
    await other.log.sequence()
    const found = await differencesOf(other.owner, { tables })
    expect(found.map(({ what }) => what)).toEqual(['tablesBehind', 'tablesBehind'])
    expect(await differencesOf(other.owner)).toEqual([])
  })

  test('the files, behind what was signed', async () => {
    const other = await honestArchive()
    const old = new Map(other.log.stored)
    await addAccountEvents(other.owner, other.person, 40)
    await other.log.sequence()
    const { stored } = other.log
    for (const path of stored.keys()) if (path.startsWith('/log/')) stored.delete(path)
    for (const [path, bytes] of old) if (path.startsWith('/log/')) stored.set(path, bytes)
    const found = await differencesOf(other.owner)
    expect(found[0]).toMatchObject({ what: 'placeBehind', in: 'files' })
    expect(found).toContainEqual(expect.objectContaining({ what: 'bundleDiffers' }))
  })

  test('both, to one and the same older state, by the second place', async () => {
    const other = await honestArchive()
    const tables = await snapshotOf(other.owner)
    const old = new Map(other.log.stored)
    await addAccountEvents(other.owner, other.person, 40)
    await other.log.sequence()
    const { stored } = other.log
    for (const [path, bytes] of old) if (path.startsWith('/log/')) stored.set(path, bytes)
    const found = await differencesOf(other.owner, { tables })
    expect(found).toMatchObject([{ what: 'tablesBehind', in: 'second' }])
  })
})
