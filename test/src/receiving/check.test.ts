import { describe, expect, test } from 'vitest'
import type { Inspection } from '#domain/archive/intake.ts'
import type { ScanAnswer } from '#domain/archive/scan.ts'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { FileToInspect } from '#src/intake/inspect.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addParts, WHOLE_FILE } from '#test/support/incidents.ts'
import { clean, receivingOf, sound, wholeOf } from '#test/support/receiving.ts'

const sql = await testDatabase()
const desk = await receivingOf(sql)
const { keyring, blobs } = desk
let serial = 0

/** Another file each time, or it would be the twin of the one before. */
async function quarantined(person?: Awaited<ReturnType<typeof addPerson>>['id'], text?: string) {
  serial += 1
  return desk.send(Buffer.from(text ?? `%PDF-1.7 berkas ke-${serial} %%EOF`), {
    person: person ?? (await addPerson(sql)).id,
  })
}

async function versionOf(id: VersionId) {
  const [row] = await sql`
    select v.status, v.refusal, v.scan, v.scanned_by, v.pages, v.notes, v.submitted_at, w.why, w.tries
    from archive.versions v left join archive.intake_work w on w.version = v.id where v.id = ${id}`
  return row
}

async function copiesOf(id: VersionId) {
  return await sql<{ kind: string; page: number; store: string; object: string }[]>`
    select kind, page, store, object from archive.copies where version = ${id} order by kind, page, store`
}

/** A child that sees one page with a text on it. */
async function seesOnePage({ source, onText, onPreview }: FileToInspect): Promise<Inspection> {
  await wholeOf(source)
  await onText(1, 'KEPUTUSAN')
  await onPreview(1, 320, Buffer.from('kecil'))
  await onPreview(1, 1000, Buffer.from('besar'))
  return { kind: 'accepted', pages: 1, notes: ['signaturePresent'] }
}

describe('T5 what passes', () => {
  test('waits for a verifier, with its pages, text and previews in all stores', async () => {
    const id = await quarantined()
    expect(await desk.check({ inspect: seesOnePage })).toBe(true)
    expect(await versionOf(id)).toEqual({
      status: 'awaitingVerification',
      refusal: null,
      scan: 'scanClean',
      scannedBy: 'ClamAV 1.4.3 27800',
      pages: 1,
      notes: ['signaturePresent'],
      submittedAt: NOW,
      why: null,
      tries: null,
    })
    const copies = await copiesOf(id)
    const expected = [
      ['content', 0],
      ['preview', 1],
      ['text', 1],
      ['thumbnail', 1],
    ].flatMap(([kind, page]) => ['copy', 'main'].map((store) => ({ kind, page, store })))
    expect(copies.map(({ object: _, ...copy }) => copy)).toEqual(expected)
    expect(await sql`select from archive.loose_objects`).toEqual([])
    const [event] = await sql`
      select name, actor, n, body from archive.events where body ->> 'version' = ${id} and name <> 'uploadCompleted'`
    expect(event).toMatchObject({ name: 'intakePassed', actor: null, n: 2, body: { pages: 1 } })
  })

  test('has in each store what only its key opens', async () => {
    const id = await quarantined(undefined, '%PDF-1.7 dua salinan %%EOF')
    await desk.check({ inspect: seesOnePage })
    const key = await keyring.openVersionKey(keyring.sql, id)
    if (!key) throw new Error('no key')
    for (const { kind, page, store, object } of await copiesOf(id)) {
      const context = sealContext(kind as 'content', id, page)
      const opened = await blobs.openFrom(blobs.named(store) ?? blobs.first, {
        object,
        key,
        context,
      })
      const plain = opened && String(await wholeOf(opened.content))
      const texts = { content: '%PDF-1.7 dua salinan %%EOF', text: 'KEPUTUSAN' }
      const previews = { thumbnail: 'kecil', preview: 'besar' }
      expect(plain).toBe({ ...texts, ...previews }[kind])
    }
  })

  test('is counted among what waits for verification', async () => {
    const { id: person } = await addPerson(sql)
    await quarantined(person)
    await desk.check()
    const [row] = await sql`select waiting from archive.completeness where person = ${person}`
    expect(row).toEqual({ waiting: 1 })
  })
})

describe('T3 what is refused', () => {
  test('can be read by nobody, and its previews are nobody’s', async () => {
    const id = await quarantined()
    const inspect = async (file: FileToInspect): Promise<Inspection> => {
      await seesOnePage(file)
      return { kind: 'refused', reason: 'activeContent' }
    }
    await desk.check({ inspect })
    expect(await versionOf(id)).toMatchObject({
      status: 'rejectedBySystem',
      refusal: 'activeContent',
    })
    expect((await copiesOf(id)).map(({ kind }) => kind)).toEqual(['content'])
    expect(await sql`select from archive.loose_objects`).toHaveLength(6)
    const [event] = await sql`
      select body from archive.events where body ->> 'version' = ${id} and name = 'intakeRejected'`
    expect(event?.['body']).toMatchObject({ reason: 'activeContent', no: 1 })
  })

  test('is what its person has already, and not what another person has', async () => {
    const { id: person } = await addPerson(sql)
    const first = await quarantined(person, 'kembar')
    desk.now.at = new Date(NOW.getTime() + 1)
    const again = await quarantined(person, 'kembar')
    const others = await quarantined(undefined, 'kembar')
    while (await desk.check());
    desk.now.at = NOW
    expect(await versionOf(first)).toMatchObject({ status: 'awaitingVerification' })
    expect(await versionOf(again)).toMatchObject({ refusal: 'identicalTwin' })
    expect(await versionOf(others)).toMatchObject({ status: 'awaitingVerification' })
  })

  test('is no more what its person has where no copy of that is whole', async () => {
    const { id: person } = await addPerson(sql)
    const first = await quarantined(person, 'hilang')
    await desk.check()
    await addParts(sql, first, WHOLE_FILE)
    const again = await quarantined(person, 'hilang')
    await desk.check()
    expect(await versionOf(again)).toMatchObject({ status: 'awaitingVerification' })
  })
})

describe('T4 what nobody can judge yet', () => {
  const unscanned: ScanAnswer = { kind: 'notScanned', why: 'absent' }

  test('stays, is looked at after a pause, and alarms after an hour', async () => {
    const id = await quarantined()
    expect(await desk.check({ scan: async () => unscanned })).toBe(true)
    expect(await versionOf(id)).toMatchObject({ status: 'quarantined', why: 'scan', tries: 1 })
    expect(desk.alarms).toEqual([])
    expect(await desk.check()).toBe(false)
    desk.now.at = new Date(NOW.getTime() + 3_600_000)
    await desk.check({ scan: async () => unscanned })
    expect(desk.alarms).toEqual([id])
    desk.now.at = new Date(NOW.getTime() + 2 * 3_600_000)
    await desk.check()
    expect(await versionOf(id)).toMatchObject({ status: 'awaitingVerification' })
    desk.now.at = NOW
  })

  test('I6 goes on where a scan is not required, labelled as not scanned', async () => {
    const id = await quarantined()
    await desk.check({ scan: async () => unscanned, policy: 'optional' })
    expect(await versionOf(id)).toMatchObject({
      status: 'awaitingVerification',
      scan: 'notScanned',
      scannedBy: null,
    })
  })

  test('is tried again when a store was away', async () => {
    const id = await quarantined()
    const away = { ...blobs, openFrom: () => Promise.reject(new Error('away')) }
    const scan = async (source: AsyncIterable<Uint8Array>) => {
      await wholeOf(source)
      return clean
    }
    await expect(desk.check({ blobs: away, scan })).rejects.toThrow('away')
    expect(await versionOf(id)).toMatchObject({ status: 'quarantined', why: 'copy' })
    desk.now.at = new Date(NOW.getTime() + 60_000)
    await desk.check()
    desk.now.at = NOW
    expect(await versionOf(id)).toMatchObject({ status: 'awaitingVerification' })
  })
})

describe('several workers', () => {
  test('look at each version once', async () => {
    const ids = [await quarantined(), await quarantined(), await quarantined()]
    let looks = 0
    const inspect = async () => {
      looks += 1
      return sound
    }
    const worked = await Promise.all(ids.map(() => desk.check({ inspect })))
    expect(worked).toEqual([true, true, true])
    expect(looks).toBe(3)
    for (const id of ids)
      expect(await versionOf(id)).toMatchObject({ status: 'awaitingVerification' })
  })

  test('take over what a killed one left, once its lease is over', async () => {
    const id = await quarantined()
    const dies = () => new Promise<never>(() => {})
    void desk.check({ scan: dies })
    await expect.poll(() => versionOf(id)).toMatchObject({ tries: 1 })
    expect(await desk.check()).toBe(false)
    desk.now.at = new Date(NOW.getTime() + 121_000)
    expect(await desk.check()).toBe(true)
    desk.now.at = NOW
    expect(await versionOf(id)).toMatchObject({ status: 'awaitingVerification' })
  })

  test('leave alone what was withdrawn meanwhile', async () => {
    const id = await quarantined()
    const scan = async () => {
      await sql`
        update archive.versions set status = 'withdrawn', status_since = ${NOW} where id = ${id}`
      return clean
    }
    expect(await desk.check({ scan })).toBe(true)
    expect(await versionOf(id)).toMatchObject({ status: 'withdrawn', tries: null })
  })
})
