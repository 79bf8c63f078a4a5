import { expect, test } from 'vitest'
import { buildNextBag } from '#src/bags/build-bag.ts'
import { bagContext, openBagKey } from '#src/store/archive/exports/bag-key.ts'
import { findPlacedExport } from '#src/store/archive/exports/own-exports.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { addArchive, askFor, bagPlace } from '#test/support/bags.ts'
import { allOf } from '#test/support/bytes.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addParts, WHOLE_FILE } from '#test/support/incidents.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const { blobs, keyring } = archiveOf(owner)

const KEPT = [
  { type: 'pns', slot: '' },
  { type: 'golongan', slot: 'III/d#skKp' },
]

test('5.4 one document without a whole copy is left out of a bag, which names it, and stops nothing', async () => {
  const own = await addArchive(owner, KEPT)
  const [first, second] = own.documents
  await addParts(owner, second?.id ?? ('' as never), WHOLE_FILE)
  const { id } = await askFor(owner, own)
  await buildNextBag(bagPlace(owner))
  const placed = await findPlacedExport(sql, { person: own.person, id })
  expect(placed?.versions).toEqual([first?.id])
  const key = placed && (await openBagKey(keyring, { id, versions: placed.versions }))
  if (!placed || !key) throw new Error('no bag')
  const sealed = { object: placed.object, key, context: bagContext(id) }
  const opened = await blobs.openFrom(blobs.first, sealed)
  const text = (await allOf(opened?.content)).toString('utf8')
  expect(text).toContain('<h2>Belum ikut</h2>')
  expect(text).toMatch(/<li>[^<]+, III\/d<\/li>/)
  expect(text).toContain('Berkas yang terverifikasi pada saat itu: 1.')
})
