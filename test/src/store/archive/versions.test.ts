import { describe, expect, test } from 'vitest'
import type { VersionStatus } from '#domain/archive/version.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { keepVersion, lockVersion } from '#src/store/archive/versions.ts'
import { inTransaction } from '#src/store/database.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

const STATUSES: readonly VersionStatus[] = [
  'quarantined',
  'rejectedBySystem',
  'awaitingVerification',
  'returned',
  'verified',
  'superseded',
  'withdrawn',
]

test.each(STATUSES)('a version that is %s comes back as it was kept', async (status) => {
  const person = await addPerson(owner)
  const verifier = await addPerson(owner, { role: 'verifier' })
  const [hat] = await owner`select id from mandates where person = ${verifier.id}`
  const record = await addRecord(owner, { person: person.id })
  const by = { verifiedBy: verifier.id, verifiedAs: hat?.['id'] }
  const id = await addVersion(owner, { record, status, ...by })
  const found = await inTransaction(sql, async (tx) => {
    const version = await lockVersion(tx, id)
    if (version) await keepVersion(tx, version)
    return version
  })
  expect(found).toMatchObject({ id, record, status, no: 1, person: person.id })
  expect(await inTransaction(sql, (tx) => lockVersion(tx, id))).toEqual(found)
})

describe('I8 events of a record', () => {
  test('are numbered without a gap, also from many sides at once, and wait for the log', async () => {
    const person = await addPerson(owner)
    const record = await addRecord(owner, { person: person.id })
    const event = { record, person: person.id, actor: 'system', at: NOW, body: { v: 1 } } as const
    await Promise.all(
      Array.from({ length: 12 }, () =>
        inTransaction(sql, (tx) => addArchiveEvent(tx, { ...event, name: 'recordViewed' })),
      ),
    )
    const rows = await owner`
      select e.n, q.event is not null as waits, octet_length(e.salt) as salt
      from archive.events e left join archive.log_queue q on q.event = e.id where e.record = ${record} order by n`
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
    expect(rows.every(({ waits, salt }) => waits && salt === 32)).toBe(true)
  })

  test('leave no number behind when their transaction fails', async () => {
    const person = await addPerson(owner)
    const record = await addRecord(owner, { person: person.id })
    const event = { record, person: person.id, actor: 'system', at: NOW, body: {} } as const
    const failing = inTransaction(sql, async (tx) => {
      await addArchiveEvent(tx, { ...event, name: 'recordViewed' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await inTransaction(sql, (tx) => addArchiveEvent(tx, { ...event, name: 'recordViewed' }))
    const rows = await owner`select n from archive.events where record = ${record}`
    expect(rows.map(({ n }) => n)).toEqual([1])
  })

  test('of no record have no number', async () => {
    await inTransaction(sql, (tx) =>
      addArchiveEvent(tx, {
        name: 'rootEpochRotated',
        record: undefined,
        person: undefined,
        actor: 'system',
        at: NOW,
        body: { epoch: 2 },
      }),
    )
    const rows = await owner`select n, record from archive.events where name = 'rootEpochRotated'`
    expect(rows).toMatchObject([{ n: null, record: null }])
  })
})
