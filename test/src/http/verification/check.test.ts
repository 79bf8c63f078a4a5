import { describe, expect, test } from 'vitest'
import { no } from '#domain/result.ts'
import { parseProofFile } from '#domain/tlog/proof-file.ts'
import { checkKept } from '#domain/verification/check.ts'
import { checks } from '#src/secrets/checks.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { type RecordedDocument, recordedDocument } from '#test/support/recorded.ts'
import { digestOf, listLeaf, SALT, signer, smallLog } from '#test/support/small-log.ts'
import { logOf } from '#test/support/tlog.ts'
import { type Answer, type Visit, visitor } from '#test/support/visitor.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function atForm(visit: Visit = {}) {
  const browser = visitor(sql, { address: `198.51.100.${next++}`, ...visit })
  await browser.get(paths.check)
  return browser
}
let next = 1

type Way = (code: string, content: Uint8Array<ArrayBuffer>, digest: string) => Promise<Answer>

/** Both ways that there are without a script. */
const WAYS: [string, Way][] = [
  [
    'by the SHA-256 that was typed',
    async (kode, _, sidik) => (await atForm()).post(paths.check, { kode, sidik }),
  ],
  [
    'by the file that was sent',
    async (code, text) => {
      const file = { name: 'SK.pdf', text }
      const browser = await atForm()
      return browser.sendFile(paths.checkUpload, 'kiriman', file, { 'kode-kiriman': code })
    },
  ],
]

/** What the page says before the templates, which say everything. */
function said({ body }: Answer): string {
  const shown = body.split('<template')[0] ?? ''
  return shown.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

describe.each(WAYS)('a document is checked %s', (_, check) => {
  const of = async (document: RecordedDocument, change: Partial<RecordedDocument['file']> = {}) => {
    const { content, digest } = { ...document.file, ...change }
    return check(await document.code(), new Uint8Array(content), digest)
  }

  test('and is genuine', async () => {
    const answer = await of(await recordedDocument(sql))
    expect(answer.status).toBe(200)
    expect(said(answer)).toContain('Asli dan berlaku')
  })

  test('and differs when a byte of it was changed', async () => {
    const content = Buffer.from('changed')
    const answer = await of(await recordedDocument(sql), { content, digest: digestOf('changed') })
    expect(said(answer)).toContain('Berubah, tidak sama dengan yang tercatat')
    expect(said(answer)).not.toContain('Asli')
  })

  test('and was superseded, which is proven once it is signed', async () => {
    const document = await recordedDocument(sql)
    await document.supersede()
    expect(said(await of(document))).toContain('catatannya belum terbukti dari log')
    await logOf(sql).sequence()
    const answer = said(await of(document))
    expect(answer).toMatch(/Asli, sudah diganti versi 2/)
    expect(answer).toContain('Ini juga terbukti dari log.')
  })

  test('and was revoked', async () => {
    const document = await recordedDocument(sql)
    await document.revoke()
    await logOf(sql).sequence()
    expect(said(await of(document))).toContain('Asli, verifikasi dicabut')
  })

  test('and was destroyed', async () => {
    const document = await recordedDocument(sql)
    await document.destroy()
    await logOf(sql).sequence()
    expect(said(await of(document))).toContain('Sudah dimusnahkan')
  })

  test('and is unknown by a code of something else, or beyond the log', async () => {
    const { index, file } = await recordedDocument(sql)
    for (const other of [index + 1, 900_000, Number.MAX_SAFE_INTEGER]) {
      const answer = await check(
        `1.${other}.${file.salt}`,
        new Uint8Array(file.content),
        file.digest,
      )
      expect([answer.status, said(answer).includes('Tidak dikenal')]).toEqual([200, true])
    }
  })

  test('and needs no code where its file is known', async () => {
    const { file } = await recordedDocument(sql)
    const answer = await check('', new Uint8Array(file.content), file.digest)
    expect(said(answer)).toContain('Asli dan berlaku')
  })

  test('and is unknown without a code where its file is not', async () => {
    const answer = await check('', new Uint8Array(Buffer.from('stranger')), digestOf('stranger'))
    expect(said(answer)).toContain('Tidak dikenal')
  })

  test('and says nothing of the person or of the document', async () => {
    const document = await recordedDocument(sql)
    const { body } = await of(document)
    const [type] = await sql`
      select t.name from archive.records r join archive.record_types t on t.code = r.type
      where r.id = ${document.record}`
    const { nip, name, id } = document.employee
    for (const secret of [nip, name, id, document.record, document.file.version, type?.['name']])
      expect(body).not.toContain(secret)
  })

  test.each(['17', `1.17.${'g'.repeat(64)}`, `1.-17.${SALT}`, `9.1.${SALT}`])(
    'and what is no code is not looked up: %s',
    async (code) => {
      const answer = await check(code, new Uint8Array(), digestOf('x'))
      expect(answer.status).toBe(422)
      expect(said(answer)).toContain('Kode tidak dikenali.')
    },
  )
})

describe('a form about a file', () => {
  test('names what is wrong with the SHA-256', async () => {
    const browser = await atForm()
    const code = `1.1.${SALT}`
    expect(said(await browser.post(paths.check, { kode: code }))).toContain('Ketik SHA-256 berkas')
    const answer = await browser.post(paths.check, { kode: code, sidik: 'abc' })
    expect(answer.status).toBe(422)
    expect(said(answer)).toContain('SHA-256 terdiri dari 64 huruf')
  })

  test('asks for a file where none was chosen', async () => {
    const browser = await atForm()
    const answer = await browser.sendFile(paths.checkUpload, 'kiriman', { name: '', text: '' })
    expect(answer.status).toBe(422)
    expect(said(answer)).toContain('Pilih berkas yang akan diperiksa.')
  })

  test('is refused without its token, and comes back filled', async () => {
    const browser = await atForm()
    const answer = await browser.post(paths.check, { csrf: 'x', kode: '1.2.3', sidik: 'abc' })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('>1.2.3</textarea>')
  })

  test('takes no file of more than 200 MB', async () => {
    const chunk = new Uint8Array(1000 * 1000)
    const chunks = async function* () {
      for (let count = 0; count < 201; count += 1) yield chunk
    }
    expect(await checks.digestOf(chunks(), 200_000_000)).toBeUndefined()
  })

  test('leaves nothing of a file that was sent', async () => {
    const before = await rowsOf()
    const file = { name: 'rahasia.pdf', text: 'isi rahasia' }
    await (await atForm()).sendFile(paths.checkUpload, 'kiriman', file)
    expect(await rowsOf()).toEqual(before)
  })

  test('finds no log where none was begun', async () => {
    const nothing = async () => undefined
    const browser = await atForm({
      deps: { tlog: { checkpoint: nothing, tile: nothing, vkey: nothing } },
    })
    const answer = await browser.post(paths.check, { kode: `1.1.${SALT}`, sidik: digestOf('x') })
    expect(said(answer)).toContain('Log belum dapat dibaca.')
  })

  test('believes no log that another key signed', async () => {
    const foreign = smallLog([], signer())
    const { file, index } = await recordedDocument(sql)
    const { files } = logOf(sql)
    const browser = await atForm({ deps: { tlog: { ...files, checkpoint: foreign.checkpoint } } })
    const answer = await browser.post(paths.check, {
      kode: `1.${index}.${file.salt}`,
      sidik: file.digest,
    })
    expect(said(answer)).toContain('tidak ditandatangani dengan kunci kami')
  })

  test('knows the list of a berita acara', async () => {
    const by = signer()
    const tlog = { ...smallLog([listLeaf('daftar')], by), vkey: async () => by.vkey }
    const browser = await atForm({ deps: { tlog } })
    const code = `2.0.${SALT}.${digestOf('daftar')}`
    const sidik = digestOf('another file')
    const answer = said(await browser.post(paths.check, { kode: code, sidik }))
    expect(answer).toContain('Sudah dimusnahkan')
    expect(answer).toContain('bukan kertas atau berkas')
    const other = `2.0.${SALT}.${digestOf('lain')}`
    expect(said(await browser.post(paths.check, { kode: other }))).toContain('Berubah')
  })
})

describe('what a script asks', () => {
  const asking = (visit: Visit = {}) => visitor(sql, { address: `198.51.100.${next++}`, ...visit })

  test('is answered without a cookie, and gives none', async () => {
    const { file, index, code } = await recordedDocument(sql)
    const browser = asking()
    const found = await browser.post(paths.checkFingerprint, { sidik: file.digest })
    expect(JSON.parse(found.body)).toEqual({ code: await code() })
    const standing = await browser.get(paths.checkStanding(String(index)))
    expect(JSON.parse(standing.body)).toEqual({ kind: 'current' })
    expect(browser.cookies.size).toBe(0)
  })

  test('has one shape for whatever is not known', async () => {
    const browser = asking()
    for (const sidik of ['ab'.repeat(32), 'x', ''])
      expect((await browser.post(paths.checkFingerprint, { sidik })).body).toBe('{"code":null}')
    for (const index of ['999999', '-1', '1e3', '0x1', '01', '9'.repeat(30), `${2 ** 53}`]) {
      const answer = await browser.get(paths.checkStanding(index))
      expect([answer.status, answer.body]).toEqual([200, '{"kind":"unknown"}'])
    }
  })

  test('is refused from another site', async () => {
    const browser = asking({ headers: { 'Sec-Fetch-Site': 'cross-site' } })
    const answer = await browser.post(paths.checkFingerprint, { sidik: 'ab'.repeat(32) })
    expect(answer.status).toBe(403)
  })

  test('comes to an end for an address, and for its neighbourhood later', async () => {
    const at = (address: string) => visitor(sql, { address })
    const askBy = (browser: ReturnType<typeof at>) =>
      browser.post(paths.checkFingerprint, { sidik: 'ab'.repeat(32) })
    const ask = (address: string) => askBy(at(address))
    const statuses = []
    for (let host = 1; host <= 5; host += 1) {
      const browser = at(`203.0.113.${host}`)
      for (let count = 0; count < 30; count += 1) statuses.push((await askBy(browser)).status)
    }
    expect(new Set(statuses)).toEqual(new Set([200]))
    const own = await ask('203.0.113.1')
    expect([own.status, own.headers.get('Retry-After')]).toEqual([429, '60'])
    expect((await ask('203.0.113.9')).status).toBe(429)
    expect((await ask('203.0.114.9')).status).toBe(200)
  })

  test('is refused where all of the portal has answered its most, and says when to come again', async () => {
    const until = new Date(NOW.getTime() + 1200_000)
    const spendFingerprint = async () => no({ kind: 'slowed' as const, until })
    const browser = visitor(sql, { address: '192.0.2.99', deps: { spendFingerprint } })
    const answer = await browser.post(paths.checkFingerprint, { sidik: 'ab'.repeat(32) })
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '1200'])
    expect((await browser.get(paths.checkStanding('0'))).status).toBe(200)
  })

  test('is counted with what the forms ask, which say until when', async () => {
    const address = '192.0.2.200'
    const browser = visitor(sql, { address })
    await browser.get(paths.check)
    for (let count = 0; count < 30; count += 1)
      await browser.post(paths.checkFingerprint, { sidik: 'ab'.repeat(32) })
    const answer = await browser.post(paths.check, { sidik: 'ab'.repeat(32) })
    expect(answer.status).toBe(429)
    expect(said(answer)).toContain(
      'Terlalu banyak pemeriksaan dari jaringan ini atau di seluruh portal. Coba lagi 1 menit lagi.',
    )
  })
})

describe('a proof to keep', () => {
  test('is given of every leaf, and proves it without the portal', async () => {
    const { file, index } = await recordedDocument(sql)
    const answer = await visitor(sql).get(paths.checkProof(String(index)))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="asn-${index}.tlog-proof"`,
    )
    expect(parseProofFile(answer.body)).toMatchObject({ ok: true, value: { index } })
    const proving = checks.provingWith((await logOf(sql).files.vkey()) ?? '')
    if (!proving) throw new Error('no key')
    const kept = await checkKept(proving, answer.body, {
      index,
      salt: file.salt,
      digest: file.digest,
    })
    expect(kept.verdict).toMatchObject({ kind: 'genuine', latest: 'notChecked' })
  })

  test.each(['-1', '01', 'x', '999999', '9'.repeat(30)])('is none of %s', async (index) => {
    expect((await visitor(sql).get(paths.checkProof(index))).status).toBe(404)
  })
})

/** How many rows each table has but those that count askers. */
async function rowsOf(): Promise<Record<string, unknown>[]> {
  return await sql`
    select 'versions' as name, count(*)::int from archive.versions
    union all select 'copies', count(*)::int from archive.copies
    union all select 'loose', count(*)::int from archive.loose_objects
    union all select 'events', count(*)::int from archive.events`
}
