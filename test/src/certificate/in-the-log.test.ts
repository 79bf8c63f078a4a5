import { expect, test, vi } from 'vitest'
import { after } from '#domain/instant.ts'
import { readBundle } from '#domain/tlog/bundle.ts'
import { parseLeaf } from '#domain/tlog/leaf.ts'
import { entriesPath } from '#domain/tlog/tile.ts'
import { parseVerificationCode } from '#domain/verification/code.ts'
import { opensTo } from '#domain/verification/commitment.ts'
import { keepCertificates } from '#src/certificate/keep-certificates.ts'
import { destroyRound } from '#src/jobs/destruction.ts'
import { sha256 } from '#src/secrets/archive/sha256.ts'
import { listUncertified } from '#src/store/archive/destruction/certificate.ts'
import { signedSize } from '#src/store/tlog/checkpoints.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { asKeyring, testDatabase } from '#test/support/database.ts'
import {
  AFTER_WAIT,
  addEnded,
  addFiles,
  destroying,
  hashOf,
  openOffice,
  placesOf,
  stateOf,
} from '#test/support/destruction.ts'
import { passwords, vault } from '#test/support/secrets.ts'
import { logOf } from '#test/support/tlog.ts'
import { visitor } from '#test/support/visitor.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const owner = await testDatabase()
const hash = await passwords.hash('Jeruk-Bali-Manis-71')
const log = logOf(owner)

/** A list of two that is gone, and whose end the log has not signed. */
async function closed() {
  const office = await openOffice(owner)
  const { records } = await addEnded(office, 2)
  for (const record of records) await addFiles(owner, archiveOf(owner), record)
  const id = await destroying(office)
  await destroyRound({ ...placesOf(owner, () => {}), certify: async () => {} })
  expect(await stateOf(office, id)).toBe('closed')
  const visit = { deps: { clock: () => AFTER_WAIT } }
  const { browser } = await inOffice(
    owner,
    { role: 'archivist', agency: office.agency, hash },
    visit,
  )
  return { office, id, records, browser }
}

async function certify(): Promise<void> {
  const places = { ...archiveOf(owner), newId: vault.newId, qrSquares: vault.qrSquares }
  const origin = 'https://asn.instansi.example'
  await keepCertificates({ ...places, origin, clock: () => after(AFTER_WAIT, 60) })
}

test('a certificate is written once the log has signed that its list is gone', async () => {
  const { id, browser } = await closed()
  expect(await listUncertified(asKeyring(owner))).toEqual([])
  await certify()
  const early = await browser.get(paths.batchCertificate(id))
  expect(early.body).toContain('belum tercatat')
  expect(early.body).not.toContain('<figure')
  expect((await browser.get(paths.batchCertificatePdf(id))).status).toBe(404)
  await log.sequence()
  expect((await listUncertified(asKeyring(owner))).map((one) => one.id)).toEqual([id])
  await certify()
  expect((await browser.get(paths.batchCertificatePdf(id))).body).toMatch(/^%PDF-1\.7/)
})

test('its code opens what the leaf of its end commits to: the hash of the very list', async () => {
  const { office, id, browser } = await closed()
  await log.sequence()
  const { body } = await browser.get(paths.batchCertificate(id))
  const [, said = ''] = /<figcaption>[^<]*<br\/?><code>([^<]+)</.exec(body) ?? []
  const code = parseVerificationCode(said)
  if (!code.ok || code.value.kind !== 'list') throw new Error(`no code of a list: ${said}`)
  const { index, salt, manifest } = code.value
  expect(manifest).toBe(await hashOf(office, id))
  const size = await signedSize(owner)
  const bundle = readBundle((await log.files.tile(entriesPath(0, size))) ?? new Uint8Array())
  const leaf = bundle.ok && bundle.value[index] ? parseLeaf(bundle.value[index]) : undefined
  if (!leaf?.ok) throw new Error('no leaf')
  expect(opensTo(sha256, leaf.value, { salt, digest: manifest })).toBe(true)
  const anybody = visitor(owner)
  await anybody.get(paths.check)
  const checked = await anybody.post(paths.check, { kode: said, sidik: '' })
  const told = checked.body.replace(/<template[\s\S]*?<\/template>/g, '')
  expect(told).toContain('dicatat sebagai sudah dimusnahkan')
  expect(body).toContain((await log.files.checkpoint())?.split('\n')[2])
})

test('its list says where the log has the intent and the end of each record', async () => {
  const { id, records, browser } = await closed()
  await log.sequence()
  const { body } = await browser.get(paths.batchCertificate(id))
  for (const record of records) {
    const rows = await owner<{ index: number }[]>`
      select l.index from archive.log_leaves l join archive.events e on e.id = l.event
      where e.record = ${record} and e.name in ('destructionStarted', 'recordDestroyed') order by e.n`
    expect(rows).toHaveLength(2)
    expect(body).toContain(`mulai ${rows[0]?.index}, musnah ${rows[1]?.index}`)
  }
})
