import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import { MOST_A_DAY, MOST_OPEN, UPLOAD_DAYS } from '#domain/archive/upload.ts'
import { addUploadBatch, type BatchId } from '#src/store/archive/upload-batches.ts'
import {
  addUpload,
  deleteUpload,
  findOwnUpload,
  listOpenUploads,
  setArrived,
} from '#src/store/archive/uploads.ts'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { receivingOf, someBegun } from '#test/support/receiving.ts'
import { acting } from '#test/support/role-acts.ts'

const sql = await testDatabase()
const application = asApplication(sql)
const desk = await receivingOf(sql)

async function begin(fields: Parameters<typeof someBegun>[0]) {
  const begun = someBegun(fields)
  return { begun, added: await addUpload(application, begun, undefined) }
}

async function officer(fields: Parameters<typeof addPerson>[1]) {
  const one = await addPerson(sql, { role: 'officer', ...fields })
  const [mandate] = await sql<{ id: MandateId }[]>`select id from mandates where person = ${one.id}`
  if (!mandate) throw new Error('an officer without a mandate')
  return { sentBy: one.id, sentAs: mandate.id }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

describe('T1', () => {
  test('keeps what is begun, for its sender to find again', async () => {
    const { id: person } = await addPerson(sql)
    const { begun } = await begin({ person, metadata: { decreeNumber: '1' } })
    const key = { id: begun.id, sentBy: person, sentAs: undefined }
    expect(await findOwnUpload(application, key, NOW)).toEqual({ ...begun, state: 'arriving' })
    expect(await listOpenUploads(application, key, NOW)).toEqual([{ ...begun, state: 'arriving' }])
    await setArrived(application, begun.id)
    expect(await findOwnUpload(application, key, NOW)).toMatchObject({ state: 'arrived' })
  })

  test('gives it to nobody else, in no other hat, and not when its days are over', async () => {
    const { id: person } = await addPerson(sql)
    const { begun } = await begin({ person })
    const own = { id: begun.id, sentBy: person, sentAs: undefined }
    const { id: stranger } = await addPerson(sql)
    const { sentAs } = await officer({})
    const end = new Date(NOW.getTime() + UPLOAD_DAYS * 24 * 3_600_000)
    expect(await findOwnUpload(application, { ...own, sentBy: stranger }, NOW)).toBeUndefined()
    expect(await findOwnUpload(application, { ...own, sentAs }, NOW)).toBeUndefined()
    expect(await findOwnUpload(application, own, end)).toBeUndefined()
    expect(await deleteUpload(application, { ...own, sentBy: stranger })).toBe(false)
    expect(await deleteUpload(application, own)).toBe(true)
    expect(await findOwnUpload(application, own, NOW)).toBeUndefined()
  })

  test('R-RL-06 begins five at most, however many are asked for at once', async () => {
    const { id: person } = await addPerson(sql)
    const all = await Promise.all(Array.from({ length: 12 }, () => begin({ person })))
    expect(all.filter(({ added }) => added.ok)).toHaveLength(MOST_OPEN)
    expect(all.find(({ added }) => !added.ok)?.added).toEqual({
      ok: false,
      problem: { kind: 'tooManyOpen', most: MOST_OPEN },
    })
  })

  test('R-RL-06 begins so many a day in one archive, whoever sends them and whatever became of them', async () => {
    const { id: person } = await addPerson(sql)
    await sql`
      insert into archive.uploads (id, person, sent_by, type, slot, form, bytes, state, started_at, expires_at)
      select gen_random_uuid(), ${person}, ${person}, 'pns', '', 'document', 1, 'received', ${NOW},
        ${NOW}::timestamptz + interval '7 days' from generate_series(1, ${MOST_A_DAY}::int)`
    expect((await begin({ person })).added).toEqual({
      ok: false,
      problem: { kind: 'tooManyToday', most: MOST_A_DAY },
    })
    await sql`update archive.uploads set started_at = started_at - interval '1 day' where person = ${person}`
    expect((await begin({ person })).added.ok).toBe(true)
  })

  test('judges an officer’s reach anew: agency, unit, and the term of the office', async () => {
    const agency = await addAgency(sql)
    const [unit, other] = [await addUnit(sql, agency), await addUnit(sql, agency)]
    const { id: person } = await addPerson(sql, { agency, unit })
    const inUnit = await officer({ agency })
    await sql`update mandates set unit = ${unit} where id = ${inUnit.sentAs}`
    const elsewhere = await officer({ agency })
    await sql`update mandates set unit = ${other} where id = ${elsewhere.sentAs}`
    const over = await officer({ agency })
    await sql`update mandates set valid_to = ${NOW} where id = ${over.sentAs}`
    const answers = []
    for (const by of [inUnit, elsewhere, over, await officer({}), await officer({ agency })])
      answers.push((await begin({ person, ...by })).added.ok)
    expect(answers).toEqual([true, false, false, false, true])
  })

  test('takes nobody else’s hat', async () => {
    const agency = await addAgency(sql)
    const { id: person } = await addPerson(sql, { agency })
    const { sentAs } = await officer({ agency })
    const { id: sentBy } = await addPerson(sql, { agency })
    expect((await begin({ person, sentBy, sentAs })).added).toMatchObject({
      problem: { kind: 'noRight' },
    })
  })

  test('begins nothing for a record whose end has begun', async () => {
    const { id: person } = await addPerson(sql)
    await addRecord(sql, { person, stage: 'waitingPeriod' })
    expect((await begin({ person })).added).toMatchObject({
      problem: { kind: 'recordClosed', stage: 'waitingPeriod' },
    })
  })
})

describe('archive.md 4.1 a file that is there already', () => {
  test('begins nothing, within the archive of its person alone', async () => {
    const { id: person } = await addPerson(sql)
    const id = await desk.send(Buffer.from('sama'), { person })
    const [sha256, other256] = ['sama', 'lain'].map(hashOf) as [string, string]
    expect(await desk.uploads.findTwin(person, other256, undefined)).toBeUndefined()
    expect(await desk.uploads.findTwin(person, sha256, undefined)).toEqual({
      version: id,
      status: 'quarantined',
      type: 'pns',
      slot: '',
    })
    const { id: other } = await addPerson(sql)
    expect(await desk.uploads.findTwin(other, sha256, undefined)).toBeUndefined()
    const note = { name: 'x.pdf', sha256 }
    const again = await desk.uploads.begin(someBegun({ person }), note)
    expect(again).toMatchObject({ problem: { kind: 'identicalTwin', twin: { version: id } } })
    expect((await desk.uploads.begin(someBegun({ person: other }), note)).ok).toBe(true)
  })

  test('is sent again where it was rejected or withdrawn', async () => {
    const { id: person } = await addPerson(sql)
    const id = await desk.send(Buffer.from('ditarik'), { person })
    await sql`update archive.versions set status = 'withdrawn' where id = ${id}`
    const note = { name: 'x.pdf', sha256: hashOf('ditarik') }
    expect((await desk.uploads.begin(someBegun({ person }), note)).ok).toBe(true)
  })

  test.each([
    [['dataDiffers'], true],
    [['wrongDocument', 'other'], true],
    [['unreadable'], false],
    [['dataDiffers', 'pagesMissing'], false],
  ])('is sent again after %j only if the same bytes can mend it', async (codes, goesOn) => {
    const { id: person } = await addPerson(sql)
    const id = await desk.send(Buffer.from('kembali'), { person })
    while (await desk.check());
    await sql`
      update archive.versions set status = 'returned', returned_for = ${sql.json({ codes })}
      where id = ${id}`
    const note = { name: 'x.pdf', sha256: hashOf('kembali') }
    expect((await desk.uploads.begin(someBegun({ person }), note)).ok).toBe(goesOn)
  })
})

test('R-SE-06 a list of files is begun by nobody whose account is frozen meanwhile', async () => {
  const by = await acting(sql, { role: 'officer' })
  const begun = await whileHeld(
    sql,
    (tx) => tx`update accounts set state = 'frozen' where person = ${by.id}`,
    () => addUploadBatch(application, crypto.randomUUID() as BatchId, by, []),
  )
  expect(begun).toBe(false)
})
