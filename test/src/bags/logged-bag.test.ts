import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { parseVerificationCode } from '#domain/verification/code.ts'
import { opensTo } from '#domain/verification/commitment.ts'
import { proveFromFile } from '#domain/verification/prove-leaf.ts'
import { buildNextBag } from '#src/bags/build-bag.ts'
import { sha256 } from '#src/secrets/archive/sha256.ts'
import { checks } from '#src/secrets/checks.ts'
import { bagContext, openBagKey } from '#src/store/archive/exports/bag-key.ts'
import { findPlacedExport } from '#src/store/archive/exports/own-exports.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { addArchive, addDocument, askFor, bagPlace } from '#test/support/bags.ts'
import { allOf, someBytes } from '#test/support/bytes.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { logOf } from '#test/support/tlog.ts'

const owner = await testDatabase()
const { blobs, keyring } = archiveOf(owner)
const log = logOf(owner)
const place = bagPlace(owner)
const run = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'asn-logged-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const KEPT = [
  { type: 'pns', slot: '' },
  { type: 'golongan', slot: 'III/d#skKp', content: someBytes(16_384) },
]

type Own = Awaited<ReturnType<typeof addArchive>>

/** What the bag of somebody unpacks to. */
async function bagOf(own: Own, fields: Parameters<typeof bagPlace>[1] = {}): Promise<string> {
  const { id } = await askFor(owner, own)
  await buildNextBag({ ...place, ...fields })
  const placed = await findPlacedExport(asApplication(owner), { person: own.person, id })
  const key = placed && (await openBagKey(keyring, { id, versions: placed.versions }))
  if (!placed || !key) throw new Error('no bag')
  const sealed = { object: placed.object, key, context: bagContext(id) }
  const opened = await blobs.openFrom(blobs.first, sealed)
  const path = join(folder, `${id}.zip`)
  await writeFile(path, await allOf(opened?.content))
  await run('python3', ['-m', 'zipfile', '-e', path, join(folder, id)])
  const [inner = ''] = await readdir(join(folder, id))
  return join(folder, id, inner)
}

async function documentsOf(bag: string) {
  const told = JSON.parse(await readFile(join(bag, 'metadata.json'), 'utf8'))
  return told.documents as {
    path: string
    sha256: string
    log?: { index: number; code: string; proof: string }
  }[]
}

test('a bag proves each file of it without us: leaf, proof, key and checkpoint are in it', async () => {
  const own = await addArchive(owner, KEPT)
  await log.sequence()
  const bag = await bagOf(own)
  const vkey = (await readFile(join(bag, 'log/vkey'), 'utf8')).trim()
  const proving = checks.provingWith(vkey)
  if (!proving) throw new Error('no key')
  expect(await readFile(join(bag, 'log/checkpoint'), 'utf8')).toBe(await log.files.checkpoint())
  const documents = await documentsOf(bag)
  expect(documents).toHaveLength(2)
  for (const { path, sha256: digest, log: logged } of documents) {
    const text = await readFile(join(bag, logged?.proof ?? ''), 'utf8')
    const proven = await proveFromFile(proving, text)
    if (!proven.ok) throw new Error(`${path}: ${proven.problem}`)
    expect(proven.value).toMatchObject({ index: logged?.index, leaf: { event: 'recordVerified' } })
    const code = parseVerificationCode(logged?.code ?? '')
    const salt = code.ok ? code.value.salt : ''
    expect(opensTo(sha256, proven.value.leaf, { salt, digest })).toBe(true)
  }
  const checked = await run('sha256sum', ['--strict', '-c', 'tagmanifest-sha256.txt'], { cwd: bag })
  expect(checked.stdout).toContain('bukti/')
  expect(checked.stdout).toContain('log/checkpoint: OK')
})

test('its index is a page of the disk, with the code that /verifikasi asks for beside each file', async () => {
  const own = await addArchive(owner, KEPT)
  await log.sequence()
  const bag = await bagOf(own)
  const index = await readFile(join(bag, 'index.html'), 'utf8')
  for (const { log: logged } of await documentsOf(bag)) expect(index).toContain(`${logged?.code}`)
  expect(/<style>([^<]*)<\/style>/.exec(index)?.[1]).not.toContain('&')
  const linked = [...index.matchAll(/href="([^"]+)"/g)].map(([, path = '']) => path)
  for (const path of ['BACA-SAYA.txt', ...linked]) expect(existsSync(join(bag, path))).toBe(true)
  expect(linked).toContain('BACA-SAYA.txt')
})

test('what the command of the README prints is what the leaf in the proof says', async () => {
  const own = await addArchive(owner, KEPT)
  await log.sequence()
  const bag = await bagOf(own)
  const readme = await readFile(join(bag, 'BACA-SAYA.txt'), 'utf8')
  const command = /^ +(sha256sum data\/.*hexkey:[0-9a-f]{64})$/m.exec(readme)?.[1] ?? 'false'
  const { stdout } = await run('bash', ['-c', command], { cwd: bag })
  const [first] = await documentsOf(bag)
  const leaf = `grep ^extra ${first?.log?.proof} | cut -d' ' -f2 | base64 -d`
  const said = await run('bash', ['-c', leaf], { cwd: bag })
  expect(said.stdout).toContain(`\nc ${/[0-9a-f]{64}/.exec(stdout)?.[0]}\n`)
})

test('a document that the log has not signed yet is taken along, and said to be so', async () => {
  const own = await addArchive(owner, KEPT)
  await log.sequence()
  await addDocument(owner, own.person, { type: 'drh', slot: '' })
  const bag = await bagOf(own)
  const documents = await documentsOf(bag)
  const waiting = documents.filter(({ log: logged }) => logged === undefined)
  expect(waiting).toHaveLength(1)
  expect(await readdir(join(bag, 'bukti'))).toHaveLength(2)
  const readme = await readFile(join(bag, 'BACA-SAYA.txt'), 'utf8')
  expect(readme).toContain(`belum disertai bukti; unduh arsip lagi nanti:\n  ${waiting[0]?.path}\n`)
  expect(await readFile(join(bag, 'index.html'), 'utf8')).toContain('Belum tercatat di log')
})

test('a log that cannot be read, or is not ours, keeps nobody from their archive', async () => {
  const own = await addArchive(owner, KEPT)
  await log.sequence()
  const away = { ...log.files, checkpoint: () => Promise.reject(new Error('away')) }
  expect(await readdir(await bagOf(own, { tlog: away }))).not.toContain('log')
  const forged = (await log.files.checkpoint())?.replace(/\n\d+\n/, '\n99999\n')
  const bag = await bagOf(own, { tlog: { ...log.files, checkpoint: async () => forged } })
  expect(await readdir(bag)).not.toContain('bukti')
})
