import { expect, test, vi } from 'vitest'
import { makeIntake } from '#src/intake/intake.ts'
import { passDay } from '#src/jobs/retention.ts'
import { addSamplePeople } from '#src/sample/people.ts'
import { addSampleRecords } from '#src/sample/records.ts'
import { DOCUMENTS, RETIRED } from '#src/sample/retired.ts'
import { makeSealer } from '#src/sample/secrets.ts'
import { careOf } from '#test/support/archive-deps.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { someKeys } from '#test/support/keys.ts'
import { receivingOf } from '#test/support/receiving.ts'
import { passwords } from '#test/support/secrets.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a desk begins with records that are due by a verified rule, brought by the way of every file', async () => {
  const sql = await testDatabase()
  await addSamplePeople(sql, makeSealer(someKeys(), passwords))
  const { place, checking, now } = await receivingOf(sql)
  const { inspect } = makeIntake({ children: 1, waiting: 1 })
  const bring = () =>
    addSampleRecords({ ...place, ...checking, inspect, care: careOf(sql, checking.blobs) })
  await Promise.all([bring(), bring()])
  // As in time they are cleared away.
  await sql`delete from archive.uploads`
  await bring()
  await passDay(asApplication(sql), () => now.at)
  const records = await sql`
    select r.type, r.stage, r.retention_end::text as ends, v.status
    from archive.records r join archive.versions v on v.record = r.id join people p on p.id = r.person
    where p.number = ${RETIRED} order by r.type`
  const due = { stage: 'retentionEnded', ends: '2020-12-31', status: 'verified' }
  const types = DOCUMENTS.map(({ type }) => type).sort()
  expect(records).toEqual(types.map((type) => ({ type, ...due })))
})
