import { parse } from 'node-html-parser'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import { careRound } from '#src/care/round.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { addFiled, lose, someCare } from '#test/support/caring.ts'
import { testDatabase } from '#test/support/database.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const DAY = 24 * 3600_000
const owner = await testDatabase()
let now = NOW
const { place, main, copy, keyring } = someCare(owner, () => now)
const [own, other] = [await addAgency(owner), await addAgency(owner)]

/** Two files of the one agency, of which one is lost everywhere, and one file of the other. */
beforeAll(async () => {
  const stores = [main.store, copy.store]
  for (const [agency, name] of [
    [own, 'Kabupaten Sendiri'] as const,
    [other, 'Kota Lain'] as const,
  ]) {
    await owner`update agencies set name = ${name} where id = ${agency}`
    const person = (await addPerson(owner, { agency })).id
    await addFiled(owner, { keyring, stores, person })
    if (agency !== own) continue
    const lost = await addFiled(owner, { keyring, stores, person })
    for (const store of stores) await lose(owner, store, lost)
  }
  now = new Date(NOW.getTime() + DAY)
  await careRound(place)
})

async function seenBy(role: Role, path: string) {
  const { browser } = await inOffice(owner, { role, agency: own })
  const { status, body } = await browser.get(path)
  const rows = parse(body)
    .querySelectorAll('tbody tr')
    .map((row) => row.childNodes.map((cell) => cell.text.replaceAll('\u00a0', ' ')).join('|'))
  return { status, body, rows }
}

test('an archivist sees the copies of the own agency, and that one file has no whole one', async () => {
  const { rows, body } = await seenBy('archivist', paths.agencyCare)
  expect(rows.map((row) => row.replace(/\|[\d,]+ kB/, ''))).toEqual([
    'Penyimpanan utama|2|50 %|0|1|0|0',
    'Salinan kedua|2|50 %|0|1|0|0',
  ])
  expect(body).toContain('1 berkas tidak memiliki salinan yang sehat di tempat mana pun.')
  expect(body).not.toContain('Kota Lain')
})

test('the nation sees numbers of all agencies, the worst first, and nothing of any record', async () => {
  const { rows, body } = await seenBy('nationalAdmin', paths.nationCare)
  expect(rows.slice(-2)).toEqual(['Kabupaten Sendiri|1|50 %|0|2|0|0', 'Kota Lain|0|100 %|0|0|0|0'])
  expect(body).not.toContain('SK PNS')
})

test.each([
  ['officer', paths.agencyCare],
  ['archivist', paths.nationCare],
  ['officer', paths.nationCare],
] as const)('%s finds nothing at %s', async (role, path) => {
  expect((await seenBy(role, path)).status).toBe(404)
})
