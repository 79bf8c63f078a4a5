import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UPLOAD_DAYS } from '#domain/archive/upload.ts'
import { makeScanner } from '#src/intake/clamd.ts'
import { tidy } from '#src/receiving/tidy.ts'
import { workOnReceiving } from '#src/receiving/work.ts'
import { addLooseObjects } from '#src/store/archive/loose-objects.ts'
import { addContent, addRecord, addVersion } from '#test/support/archive.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { objectsIn, only, receivingOf, someBegun } from '#test/support/receiving.ts'

const sql = await testDatabase()
const desk = await receivingOf(sql)
const { uploads, blobs, folder } = desk
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)

async function begun(bytes = 5) {
  const { id: person } = await addPerson(sql)
  const begun = someBegun({ person, bytes })
  await uploads.begin(begun, { name: 'SK.pdf', sha256: undefined })
  return begun
}

async function tidyAt(at: Date) {
  desk.now.at = at
  await tidy(desk.tidying)
  desk.now.at = NOW
}

async function age(id: string, at: Date) {
  for (const name of await readdir(folder))
    if (name.startsWith(id)) await utimes(join(folder, name), at, at)
}

async function filesOf(id: string) {
  return (await readdir(folder)).filter((name) => name.startsWith(id))
}

describe('what a killed process left', () => {
  test('is found to be whole, though nobody could say so', async () => {
    const [whole, half] = [await begun(), await begun()]
    await uploads.append(whole.id, 0, only(Buffer.from('12345')))
    await uploads.append(half.id, 0, only(Buffer.from('123')))
    await tidyAt(NOW)
    const rows = await sql`
      select id, state from archive.uploads where id in (${whole.id}, ${half.id}) order by state`
    expect(rows).toEqual([
      { id: whole.id, state: 'arrived' },
      { id: half.id, state: 'arriving' },
    ])
  })

  test('is removed after an hour: files of no upload', async () => {
    const id = crypto.randomUUID()
    const kept = await begun()
    for (const suffix of ['.part', '.note', '.made'])
      await writeFile(join(folder, id + suffix), 'x')
    await age(id, NOW)
    await age(kept.id, NOW)
    await tidyAt(new Date(hours(1).getTime() - 1))
    expect(await filesOf(id)).toHaveLength(3)
    await tidyAt(new Date(hours(1).getTime() + 1))
    expect(await filesOf(id)).toEqual([])
    expect(await filesOf(kept.id)).toHaveLength(2)
  })

  test('is removed after an hour: objects that no copy names', async () => {
    const [object = '', away = ''] = [crypto.randomUUID(), crypto.randomUUID()]
    await blobs.first.putIfAbsent(object, only(Buffer.from('x')))
    await addLooseObjects(
      asApplication(sql),
      [
        { object, store: blobs.first.name },
        { object: away, store: 'gone' },
      ],
      NOW,
    )
    await tidyAt(hours(1))
    expect(await objectsIn(blobs)).toContain(object)
    await tidyAt(new Date(hours(1).getTime() + 1))
    expect(await objectsIn(blobs)).not.toContain(object)
    expect(await sql`select object from archive.loose_objects`).toEqual([{ object: away }])
  })

  test('I2 is nothing that a copy names, whoever noted it as loose', async () => {
    const { id: person } = await addPerson(sql)
    const version = await addVersion(sql, { record: await addRecord(sql, { person }) })
    await addContent(sql, version)
    const [copy] = await sql<{ object: string }[]>`
      select object from archive.copies where version = ${version} limit 1`
    const object = copy?.object ?? ''
    await blobs.first.putIfAbsent(object, only(Buffer.from('x')))
    await addLooseObjects(asApplication(sql), [{ object, store: blobs.first.name }], NOW)
    await tidyAt(hours(2))
    expect(await objectsIn(blobs)).toContain(object)
  })
})

test('T1 nothing is kept longer than seven days', async () => {
  const { id } = await begun()
  const end = new Date(NOW.getTime() + UPLOAD_DAYS * 24 * 3_600_000)
  await age(id, NOW)
  await tidyAt(new Date(end.getTime() - 1))
  expect(await filesOf(id)).toHaveLength(2)
  await tidyAt(end)
  expect(await filesOf(id)).toEqual([])
  expect(await sql`select from archive.uploads where id = ${id}`).toEqual([])
})

test('fault 13: nothing is cleared away by a clock that another contradicts', async () => {
  const { id } = await begun()
  const whole = await begun()
  await uploads.append(whole.id, 0, only(Buffer.from('12345')))
  const workAt = async (now: Date, isCertain: boolean) => {
    const failed = (problem: unknown) => expect(problem).toBe(undefined)
    const { engine } = makeScanner(undefined)
    const known = { engine, found: failed, failed, checkers: 0, isCertain: () => isCertain }
    await workOnReceiving({ ...desk.place, ...desk.checking, ...known, clock: () => now }).stop()
    return (await sql`select from archive.uploads where id = ${id}`).length
  }
  const aYear = new Date(NOW.getTime() + 366 * 24 * 3_600_000)
  expect(await workAt(aYear, false)).toBe(1)
  const [row] = await sql`select state from archive.uploads where id = ${whole.id}`
  expect(row).toEqual({ state: 'arrived' })
  expect(await workAt(aYear, true)).toBe(0)
})
