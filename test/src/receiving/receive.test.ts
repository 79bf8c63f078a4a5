import { createHash, createHmac } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { receive } from '#src/receiving/receive.ts'
import { openFields } from '#src/secrets/archive/sealed-fields.ts'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { only, receivingOf, someBegun, wholeOf } from '#test/support/receiving.ts'

const sql = await testDatabase()
const desk = await receivingOf(sql)
const { uploads, place, scratch, keyring, blobs } = desk
const FILE = Buffer.from('%PDF-1.7 isi berkas %%EOF')
const SHA256 = createHash('sha256').update(FILE).digest('hex')

/** All bytes are there, nothing is received yet. */
async function arrived(fields: Partial<Parameters<typeof someBegun>[0]> = {}, sha256 = SHA256) {
  const person = fields.person ?? (await addPerson(sql)).id
  const begun = someBegun({ bytes: FILE.length, ...fields, person })
  const started = await uploads.begin(begun, { name: 'SK PNS Budi.pdf', sha256 })
  expect(started.ok).toBe(true)
  await uploads.append(begun.id, 0, only(FILE))
  return begun
}

async function stateOf(id: VersionId) {
  const [row] = await sql`select state, refusal, metadata from archive.uploads where id = ${id}`
  return row
}

async function countOf(id: VersionId) {
  const [row] = await sql`
    select (select count(*) from archive.versions where id = ${id}) as versions,
      (select count(*) from archive.copies where version = ${id}) as copies,
      (select count(*) from keyring.version_keys where version = ${id}) as keys,
      (select count(*) from archive.events where body ->> 'version' = ${id}) as events`
  return row
}

async function officerOf(agency: Awaited<ReturnType<typeof addAgency>>) {
  const officer = await addPerson(sql, { role: 'officer', agency })
  const [mandate] = await sql<
    { id: MandateId }[]
  >`select id from mandates where person = ${officer.id}`
  if (!mandate) throw new Error('an officer without a mandate')
  return { officer, mandate: mandate.id }
}

describe('T2 what arrived is received', () => {
  test('as a version in quarantine, sealed, with its event, and nothing of it stays in clear', async () => {
    const begun = await arrived({ metadata: { decreeNumber: '1/2020' } })
    expect(await receive(place, begun.id)).toEqual({ ok: true, value: true })
    const [version] = await sql`
      select v.*, r.type, r.slot, r.stage from archive.versions v join archive.records r on r.id = v.record
      where v.id = ${begun.id}`
    expect(version).toMatchObject({
      status: 'quarantined',
      no: 1,
      type: 'pns',
      slot: '',
      stage: 'draft',
      bytes: FILE.length,
      metadata: { decreeNumber: '1/2020' },
      uploadedBy: begun.person,
    })
    const key = await keyring.openVersionKey(keyring.sql, begun.id)
    if (!key) throw new Error('no key')
    const fields = await openFields(key, begun.id, version?.['sealed'])
    expect(fields).toMatchObject({ name: 'SK PNS Budi.pdf', sha256: SHA256, pictures: [] })
    const hmac = createHmac('sha256', Buffer.from(fields.salt, 'hex'))
    const commitment = hmac.update(Buffer.from(SHA256, 'hex')).digest()
    expect(version?.['commitment']).toEqual(commitment)
    expect(await stateOf(begun.id)).toEqual({ state: 'received', refusal: null, metadata: {} })
    expect(await countOf(begun.id)).toEqual({ versions: 1, copies: 1, keys: 1, events: 1 })
    expect((await readdir(desk.folder)).filter((name) => name.startsWith(begun.id))).toEqual([])
  })

  test('I7 with the very bytes that came, which only its key opens', async () => {
    const { id } = await arrived()
    await receive(place, id)
    const [copy] = await sql<{ object: string; store: string }[]>`
      select object, store from archive.copies where version = ${id}`
    const key = await keyring.openVersionKey(keyring.sql, id)
    if (!copy || !key) throw new Error('no copy, or no key')
    expect(copy.store).toBe(blobs.first.name)
    const sealed = { object: copy.object, key, context: sealContext('content', id, 0) }
    const opened = await blobs.openFrom(blobs.first, sealed)
    expect(opened && (await wholeOf(opened.content))).toEqual(FILE)
    const lying = await blobs.first.getRange(copy.object, 0)
    expect((await wholeOf(lying ?? only(Buffer.alloc(0)))).includes('%PDF')).toBe(false)
    expect(await sql`select from archive.loose_objects`).toEqual([])
  })

  test('once, however often and by however many it is asked for', async () => {
    const { id } = await arrived()
    const answers = await Promise.all(Array.from({ length: 8 }, () => receive(place, id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await receive(place, id)).toEqual({ ok: false, problem: { kind: 'alreadyReceived' } })
    expect(await countOf(id)).toEqual({ versions: 1, copies: 1, keys: 1, events: 1 })
  })

  test('into the record that is there, under the next number, for the agency that has custody', async () => {
    const { id: person } = await addPerson(sql)
    const agency = await addAgency(sql)
    const record = await addRecord(sql, { person, agency, stage: 'active' })
    const first = await arrived({ person })
    await receive(place, first.id)
    const [version] =
      await sql`select record, no, agency from archive.versions where id = ${first.id}`
    expect(version).toEqual({ record, no: 1, agency })
    const [after] = await sql`select next_no, next_n from archive.records where id = ${record}`
    expect(after).toEqual({ nextNo: 2, nextN: 2 })
  })

  test('not before the last byte is there, and then without any being sent again', async () => {
    const { id: person } = await addPerson(sql)
    const begun = someBegun({ person, bytes: FILE.length })
    await uploads.begin(begun, { name: 'SK.pdf', sha256: SHA256 })
    await uploads.append(begun.id, 0, only(FILE.subarray(0, 7)))
    expect(await receive(place, begun.id)).toMatchObject({ problem: { kind: 'notWhole' } })
    expect(await scratch.length(begun.id)).toBe(7)
    await uploads.append(begun.id, 7, only(FILE.subarray(7)))
    expect(await receive(place, begun.id)).toMatchObject({ ok: true })
  })

  test('not with other bytes than were declared, of which none stays', async () => {
    const { id } = await arrived({}, createHash('sha256').update('lain').digest('hex'))
    expect(await receive(place, id)).toMatchObject({ problem: { kind: 'hashDiffers' } })
    expect(await stateOf(id)).toMatchObject({ state: 'refused', refusal: { kind: 'hashDiffers' } })
    expect(await scratch.length(id)).toBeUndefined()
    expect(await countOf(id)).toEqual({ versions: 0, copies: 0, keys: 0, events: 0 })
  })
})

describe('fault 19: a right that is lost between T1 and T2', () => {
  test.each<[string, (mandate: MandateId, person: string) => Promise<unknown>]>([
    ['the office ended', (id) => sql`update mandates set valid_to = valid_from where id = ${id}`],
    [
      'the person moved to another agency',
      async (_, id) => sql`update people set agency = ${await addAgency(sql)} where id = ${id}`,
    ],
    [
      'the officer was disabled',
      (id) =>
        sql`update accounts set state = 'disabled' where person = (select person from mandates where id = ${id})`,
    ],
  ])('nothing is received when %s', async (_, lose) => {
    const agency = await addAgency(sql)
    const { officer, mandate } = await officerOf(agency)
    const { id: person } = await addPerson(sql, { agency })
    const begun = await arrived({ person, sentBy: officer.id, sentAs: mandate })
    await lose(mandate, person)
    expect(await receive(place, begun.id)).toMatchObject({ problem: { kind: 'noRight' } })
    expect(await countOf(begun.id)).toEqual({ versions: 0, copies: 0, keys: 0, events: 0 })
    expect(await scratch.length(begun.id)).toBeUndefined()
  })

  test('an officer in reach is written down with the hat', async () => {
    const agency = await addAgency(sql)
    const { officer, mandate } = await officerOf(agency)
    const { id: person } = await addPerson(sql, { agency })
    const begun = await arrived({ person, sentBy: officer.id, sentAs: mandate })
    expect(await receive(place, begun.id)).toMatchObject({ ok: true })
    const [event] = await sql`
      select name, actor, hat, person from archive.events where body ->> 'version' = ${begun.id}`
    expect(event).toEqual({ name: 'uploadCompleted', actor: officer.id, hat: mandate, person })
  })
})

describe('T2 pictures of a paper', () => {
  const PICTURES = Buffer.concat([
    Buffer.from([0, 0, 0, 3]),
    Buffer.from('abc'),
    Buffer.from([0, 0, 0, 2]),
    Buffer.from('de'),
  ])

  async function sendPictures(bytes: Buffer, joinPhotos = place.joinPhotos) {
    const { id: person } = await addPerson(sql)
    const begun = someBegun({ person, form: 'photos', bytes: bytes.length })
    await uploads.begin(begun, { name: 'foto', sha256: undefined })
    await uploads.append(begun.id, 0, only(bytes))
    return { begun, received: await receive({ ...place, joinPhotos }, begun.id) }
  }

  test('become one PDF, which is the version, and their hashes are sealed', async () => {
    const seen: string[] = []
    const { begun, received } = await sendPictures(PICTURES, async ({ pictures, onPdf }) => {
      for (const picture of pictures) seen.push(String(await wholeOf(picture)))
      await onPdf(FILE.subarray(0, 5))
      await onPdf(FILE.subarray(5))
      return { kind: 'made', pages: 2 }
    })
    expect(received).toMatchObject({ ok: true })
    expect(seen).toEqual(['abc', 'de'])
    const [version] =
      await sql`select digitised, bytes, sealed from archive.versions where id = ${begun.id}`
    expect(version).toMatchObject({ digitised: true, bytes: FILE.length })
    const key = await keyring.openVersionKey(keyring.sql, begun.id)
    const fields = key && (await openFields(key, begun.id, version?.['sealed']))
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(fields).toMatchObject({ sha256: SHA256, pictures: [hash('abc'), hash('de')] })
    expect((await readdir(desk.folder)).filter((name) => name.startsWith(begun.id))).toEqual([])
  })

  test('that are none are refused with the reason', async () => {
    const why = { kind: 'notPicture', picture: 2 } as const
    const { begun, received } = await sendPictures(PICTURES, async () => ({
      kind: 'refused',
      reason: why,
    }))
    expect(received).toEqual({ ok: false, problem: { kind: 'pictures', why } })
    expect(await stateOf(begun.id)).toMatchObject({
      state: 'refused',
      refusal: { kind: 'pictures', why },
    })
  })

  test.each([
    ['cut short', PICTURES.subarray(0, -1), 2],
    ['of no length', Buffer.alloc(4), 1],
    ['cut in a length', PICTURES.subarray(0, 9), 2],
  ])('that are %s are refused without asking a child', async (_, bytes, picture) => {
    const { received } = await sendPictures(bytes)
    expect(received).toMatchObject({ problem: { why: { kind: 'notPicture', picture } } })
  })

  test('wait where no child could be started', async () => {
    const { begun, received } = await sendPictures(PICTURES)
    expect(received).toMatchObject({ problem: { kind: 'notYet' } })
    expect(await scratch.length(begun.id)).toBe(PICTURES.length)
  })
})

test('T2 receives nothing while the retention of its record is just ending', async () => {
  const { id: person } = await addPerson(sql)
  const record = await addRecord(sql, { person, stage: 'inactive' })
  const begun = await arrived({ person })
  const received = await whileHeld(
    sql,
    (tx) => tx`update archive.records set stage = 'retentionEnded' where id = ${record}`,
    () => receive(place, begun.id),
  )
  expect(received).toEqual({ ok: false, problem: { kind: 'recordClosed' } })
  expect(await countOf(begun.id)).toMatchObject({ versions: 0, keys: 0 })
})
