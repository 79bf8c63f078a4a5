import { execFile, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leafText } from '#domain/tlog/leaf.ts'
import { proofFileText } from '#domain/tlog/proof-file.ts'
import { proveInclusion } from '#domain/tlog/read-proof.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'
import { verifierKeyText } from '#domain/tlog/verifier-key.ts'
import { filled, sha256 } from '#test/domain/tlog/trees.ts'
import { logSigner, writeLogFolder } from '#test/support/log-folder.ts'
import { shellBlocks } from '#test/support/shell-blocks.ts'

const SIZE = 70_000
const OLDER = 66_000
/** The entry of the document that the guide tells of. */
const DOCUMENT = 65_537

const folder = mkdtempSync(join(tmpdir(), 'outsider-'))
const ENV = {
  ...process.env,
  GO111MODULE: 'off',
  GOPATH: '/usr/share/gocode',
  GOCACHE: join(tmpdir(), 'log-check-cache'),
}
const hasGo = run('go list golang.org/x/mod/sumdb/tlog').status === 0
const hasOpenssl = run('openssl version | grep "^OpenSSL [3-9]" && xxd -v').status === 0

const signer = logSigner('asn.example/log', sha256(utf8Bytes('the key of an outsider test')))
const vkey = verifierKeyText(signer)
const file = utf8Bytes('%PDF-1.7 a document\n')
const SALT = 'ab'.repeat(32)
const c = createHmac('sha256', Buffer.from(SALT, 'hex')).update(sha256(file)).digest('hex')

const guide = shellBlocks('docs/verify-the-log.md')

beforeAll(async () => {
  const entries = Array.from({ length: SIZE }, (_, index) => utf8Bytes(leafAt(index)))
  const log = await writeLogFolder(folder, entries, signer)
  const proof = await proveInclusion(log.source, DOCUMENT, SIZE)
  const checkpoint = await log.checkpoint(SIZE)
  const extra = filled(entries[DOCUMENT])
  const kept = proofFileText({ extra, index: DOCUMENT, proof, checkpoint })
  writeFileSync(join(folder, 'document.tlog-proof'), kept)
  writeFileSync(join(folder, 'document.pdf'), file)
  writeFileSync(join(folder, 'older'), await log.checkpoint(OLDER))
  if (hasGo) run(`go build -o ${folder}/log-check ${resolve('docs/log-check/main.go')}`)
}, 240_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!hasGo)(
  "Go's checksum database code (skipped where Go is not installed)",
  { timeout: 60_000 },
  () => {
    test('finds every entry, the root, one entry and the older checkpoint', () => {
      const whole = guided('-older older').replace('go run main.go', './log-check')
      const { status, stdout } = run(`LOG=.\n${whole}`)
      expect(stdout).toContain(`signed by asn.example/log: ${SIZE} entries`)
      expect(stdout).toContain('all of them have the signed root')
      expect(stdout).toContain(`entry ${DOCUMENT} is included`)
      expect(stdout).toContain(`c ${c}\n`)
      expect(stdout).toContain(`it extends the older checkpoint of ${OLDER} entries`)
      expect(status).toBe(0)
    })

    test('finds the same by HTTP', async () => {
      const server = createServer(({ url = '' }, response) => {
        response.end(readFileSync(join(folder, url)))
      })
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
      const { port } = server.address() as AddressInfo
      const check = promisify(execFile)(join(folder, 'log-check'), [
        `http://127.0.0.1:${port}/`,
        vkey,
      ])
      const { stdout } = await check.finally(() => server.close())
      expect(stdout).toContain('all of them have the signed root')
    })

    test('names the entry of which a byte was changed', () => {
      const bundle = readFileSync(join(folder, 'tile/entries/048'))
      let start = 0
      for (let skipped = 0; skipped < 57; skipped += 1) start += 2 + bundle.readUInt16BE(start)
      const { status, stdout } = checkFlipped('tile/entries/048', start + 30)
      expect(stdout).toContain(`WRONG: entry ${48 * 256 + 57}: `)
      expect(status).toBe(1)
    })

    test.each([
      ['tile/0/100', 33 * 32, `entry ${100 * 256 + 33}: not what tile/0/100 holds`],
      ['tile/1/000', 3 * 32 + 31, `entries ${3 * 256} to ${4 * 256 - 1}: `],
      ['tile/1/001.p/17', 16 * 32, `entries ${272 * 256} to ${273 * 256 - 1}: `],
      ['tile/2/000.p/1', 0, 'entries 0 to 65535: '],
      ['checkpoint', 'asn.example/log\n'.length, 'checkpoint'],
    ])('names what a changed byte of %s is about', (path, at, named) => {
      const { status, stdout } = checkFlipped(path, at)
      expect(stdout).toContain(`WRONG: ${named}`)
      expect(status).toBe(1)
    })

    test('refuses a signature by another key of the same name', () => {
      const other = verifierKeyText(logSigner('asn.example/log', sha256()))
      expect(run(`./log-check . '${other}'`)).toMatchObject({ status: 1 })
    })

    test('refuses an older checkpoint that the log does not extend', async () => {
      const fork = mkdtempSync(join(tmpdir(), 'fork-'))
      const own = Array.from({ length: 300 }, (_, index) => utf8Bytes(leafAt(index + 1)))
      await writeLogFolder(fork, own, signer)
      const { status, stdout } = run(`./log-check -older ${fork}/checkpoint . '${vkey}'`)
      rmSync(fork, { recursive: true })
      expect(stdout).toContain('WRONG: consistency')
      expect(status).toBe(1)
    })
  },
)

describe.skipIf(!hasOpenssl)(
  'openssl (skipped where version 3 or xxd is not installed)',
  { timeout: 60_000 },
  () => {
    test('verifies the signature of the checkpoint, and refuses it changed', () => {
      const commands = guided('openssl pkeyutl')
      expect(run(commands).stdout).toBe('Signature Verified Successfully\n')
      const changed = run(commands.replace('> text', "| sed 's/70000/70001/' > text"))
      expect(changed.stdout + changed.stderr).toContain('Verification Failure')
      expect(changed.status).not.toBe(0)
    })

    test('makes of a document and its salt what stands in the entry', () => {
      expect(run(`SALT=${SALT}\n${guided('openssl dgst')}`).stdout).toContain(c)
    })

    test('follows a proof file to its root, and refuses it changed', () => {
      const follow = guided('bash proof.sh').replace('proof.sh', resolve('docs/log-check/proof.sh'))
      const { status, stdout } = run(follow)
      expect(stdout).toContain(`c ${c}\n`)
      expect(stdout).toContain(`entry ${DOCUMENT} stands in the tree of ${SIZE} entries\n`)
      expect(status).toBe(0)
      for (const change of ['s/^index 65537/index 65538/', 's/^extra Y/extra Z/', '4{h;d};5G']) {
        const changed = follow.replace('document', 'changed')
        const tried = run(`sed '${change}' document.tlog-proof > changed.tlog-proof\n${changed}`)
        expect(tried.stdout).toContain('WRONG')
        expect(tried.status).toBe(1)
      }
    })
  },
)

test('both guides give the same commands', () => {
  expect(shellBlocks('docs/memeriksa-log.md')).toEqual(guide)
})

/** Runs what the guide says, in the folder of the log. */
function run(commands: string) {
  const options = { cwd: folder, env: ENV, encoding: 'utf8' } as const
  return spawnSync('bash', ['-c', commands], options)
}

function guided(part: string): string {
  return filled(guide.find((block) => block.includes(part)))
}

function checkFlipped(path: string, at: number) {
  const kept = readFileSync(join(folder, path))
  const flipped = Buffer.from(kept)
  flipped[at] = filled(flipped[at]) ^ 1
  writeFileSync(join(folder, path), flipped)
  try {
    return run(`./log-check . '${vkey}'`)
  } finally {
    writeFileSync(join(folder, path), kept)
  }
}

function leafAt(index: number): string {
  const digest = Buffer.from(sha256(utf8Bytes(`event ${index}`))).toString('hex')
  if (index % 7 === 4) return leafText({ at: '2026-11-21T21:03Z', event: 'accountNoted', digest })
  return leafText({
    at: '2026-11-21T21:03Z',
    event: 'recordVerified',
    record: digest.slice(0, 32),
    n: 1 + (index % 40),
    version: 1,
    commitment: index === DOCUMENT ? c : digest,
    digest,
  })
}
