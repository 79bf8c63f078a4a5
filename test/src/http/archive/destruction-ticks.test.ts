import { expect, test, vi } from 'vitest'
import type { RecordId } from '#domain/archive/record.ts'
import { ITEMS_ON_A_PAGE } from '#src/store/archive/destruction/reading-items.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addEnded, type Office, openOffice, withPanel } from '#test/support/destruction.ts'
import { seatedAs } from '#test/support/seated.ts'
import { markName } from '#views/archive/destruction/items-part.tsx'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const owner = await testDatabase()
const visit = { deps: { clock: () => NOW } }

function at(office: Office, name: keyof Office['acts']) {
  return seatedAs(owner, { office, now: NOW, visit }, name)
}

async function unappraisedIn(id: string): Promise<RecordId[]> {
  const rows = await owner<{ record: RecordId }[]>`
    select record from archive.batch_items where batch = ${id} and state = 'unappraised' order by record`
  return rows.map(({ record }) => record)
}

test('T18 the panel ticks of a page what may go, and the next page comes', async () => {
  const office = await openOffice(owner)
  const { records } = await addEnded(office, ITEMS_ON_A_PAGE + 1)
  const id = await withPanel(office)
  const chair = await at(office, 'chair')
  const none = await chair.send(paths.batchItems(id), {})
  expect(none.status).toBe(422)
  expect(none.body).toContain('Tandai sedikitnya satu arsip.')
  const page = await chair.get(paths.batchItems(id, undefined, true))
  const ticks = page.body.match(
    /<input type="checkbox" name="arsip-[0-9a-f-]{36}" value="ya" checked/g,
  )
  expect(ticks).toHaveLength(ITEMS_ON_A_PAGE)
  const all = Object.fromEntries(records.map((record) => [markName(record), 'ya']))
  const next = await chair.send(paths.batchItems(id), all)
  expect(next.path).toBe(paths.batchItems(id, records[ITEMS_ON_A_PAGE - 1]))
  // What was sent beside the page is not of it.
  expect(await unappraisedIn(id)).toEqual(records.slice(ITEMS_ON_A_PAGE))
})

test('T18 what the JRA excepts is ticked by nobody, and whoever is not of the panel ticks nothing', async () => {
  const exception = { text: 'yang berakibat hukum', disposition: 'permanent' } as const
  const office = await openOffice(owner, { exception })
  const { records } = await addEnded(office)
  const [record = ''] = records
  const id = await withPanel(office)
  const chair = await at(office, 'chair')
  const page = await chair.get(paths.batchItems(id, undefined, true))
  expect(page.body).toContain('Ada pengecualian JRA: nilai lewat namanya.')
  expect(page.body).not.toContain(markName(record))
  const forced = await chair.send(paths.batchItems(id), { [markName(record)]: 'ya' })
  expect(forced.body).toContain('Jawab lebih dahulu apakah pengecualian JRA berlaku')
  const approver = await at(office, 'approver')
  expect((await approver.get(paths.batchItems(id))).body).not.toContain('Tandai')
  const foreign = await approver.send(paths.batchItems(id), { [markName(record)]: 'ya' })
  expect(foreign.body).toContain('Hanya anggota panitia daftar ini yang dapat melakukannya.')
  expect(await unappraisedIn(id)).toEqual(records)
})
