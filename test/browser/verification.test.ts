import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { DESKTOP, openWindow, startBrowser, type Window } from '#test/support/browser.ts'
import { testDatabase } from '#test/support/database.ts'
import { startSite } from '#test/support/live-site.ts'
import { type RecordedFile, recordedDocument } from '#test/support/recorded.ts'
import { digestOf, listLeaf, SALT, signer, smallLog } from '#test/support/small-log.ts'
import { logOf } from '#test/support/tlog.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const browser = await startBrowser()
const site = await startSite(sql)
const folder = await mkdtemp(join(tmpdir(), 'asn-periksa-'))
afterAll(() => rm(folder, { recursive: true }))

const PHONE = { width: 360, height: 740 }

async function atCheck(fragment = '', options = {}): Promise<Window> {
  const window = await openWindow(browser, { baseURL: site.origin, viewport: PHONE, ...options })
  await window.page.goto(paths.check + (fragment && `#${fragment}`), { waitUntil: 'networkidle' })
  return window
}

async function fileOn(disk: string, content: Buffer | string): Promise<string> {
  const path = join(folder, disk)
  await writeFile(path, content)
  return path
}

function choose(page: Page, { content }: Pick<RecordedFile, 'content'>) {
  const buffer = Buffer.from(content)
  return page
    .locator('#berkas')
    .setInputFiles({ name: 'SK.pdf', mimeType: 'application/pdf', buffer })
}

async function told(page: Page): Promise<string> {
  const card = page.locator('#putusan section')
  await card.waitFor()
  return (await card.getAttribute('data-told')) ?? ''
}

describe('a scanned code and a file', () => {
  test('are proven genuine in the browser, and the file goes nowhere', async () => {
    const document = await recordedDocument(sql)
    const { page, context, complaints } = await atCheck(await document.code())
    const sent: string[] = []
    page.on('request', (request) =>
      sent.push(`${request.method()} ${new URL(request.url()).pathname}`),
    )
    await choose(page, document.file)
    expect(await told(page)).toBe('genuine-said')
    expect(await page.locator('#putusan').innerText()).toContain('Asli dan berlaku')
    expect(await page.locator('#putusan').innerText()).toContain('21 November 2026')
    expect(sent.filter((one) => !one.startsWith('GET /log/'))).toEqual([
      `GET ${paths.checkStanding(String(document.index))}`,
    ])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('differ when one byte was changed, and the server is not asked', async () => {
    const document = await recordedDocument(sql)
    const { page, context } = await atCheck(await document.code())
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const content = Buffer.from(document.file.content)
    content[3] = (content[3] ?? 0) ^ 1
    await choose(page, { content })
    expect(await told(page)).toBe('differs')
    expect(asked.filter((path) => path.startsWith(paths.check))).toEqual([])
    await context.close()
  })

  test('tell and prove what became of the document', async () => {
    const superseded = await recordedDocument(sql)
    await superseded.supersede()
    const revoked = await recordedDocument(sql)
    await revoked.revoke()
    const destroyed = await recordedDocument(sql)
    await destroyed.destroy()
    const young = await recordedDocument(sql)
    await logOf(sql).sequence()
    await young.revoke()
    const expected = new Map([
      [superseded, 'genuineSuperseded-proven'],
      [revoked, 'genuineRevoked-proven'],
      [destroyed, 'destroyed-proven'],
      [young, 'genuineRevoked-said'],
    ])
    for (const [document, answer] of expected) {
      const { page, context } = await atCheck(await document.code())
      await choose(page, document.file)
      expect(await told(page)).toBe(answer)
      await context.close()
    }
  })

  test('leave no answer standing when another code or file comes', async () => {
    const document = await recordedDocument(sql)
    const { page, context } = await atCheck(await document.code())
    const answers = page.locator('#putusan section')
    await choose(page, document.file)
    expect(await told(page)).toBe('genuine-said')
    await page.evaluate(`location.hash = '1.5.${SALT}'`)
    await expect.poll(() => answers.count()).toBe(0)
    await choose(page, document.file)
    expect(await told(page)).toMatch(/differs|unknown/)
    await page.locator('#kode-qr').fill('1')
    expect(await answers.count()).toBe(0)
    await context.close()
  })

  test('lead on from the code to the file, and back to a code that broke off', async () => {
    const { code } = await recordedDocument(sql)
    const { page, context } = await atCheck(await code())
    const inHand = () => page.evaluate('document.activeElement.id')
    const shown = await page.locator('#kode-qr').inputValue()
    expect(shown).toMatch(/^1\.\d+\.([0-9a-f]{4} ?){16}$/)
    await page.getByText('Kode sudah terisi dari tautan.').waitFor()
    expect(await inHand()).toBe('berkas')
    await page.locator('#kode-qr').fill(shown.slice(0, -4))
    await page.getByRole('button', { name: 'Periksa', exact: true }).click()
    await page.getByText('Kode tidak dikenali.').waitFor()
    expect(await inHand()).toBe('kode-qr')
    await context.close()
  })

  test('are unknown where the code names something else', async () => {
    const { index, file } = await recordedDocument(sql)
    for (const other of [index - 1, 123_456]) {
      const { page, context } = await atCheck(`1.${other}.${file.salt}`)
      await choose(page, file)
      expect(await told(page)).toBe('unknown')
      await context.close()
    }
  })
})

describe('a file alone', () => {
  test('is looked up by its hash, never by itself', async () => {
    const { file, code } = await recordedDocument(sql)
    const { page, context } = await atCheck()
    const posted: (string | null)[] = []
    page.on('request', (request) => request.method() === 'POST' && posted.push(request.postData()))
    await choose(page, file)
    await page.getByRole('button', { name: 'Periksa', exact: true }).click()
    expect(await told(page)).toBe('genuine-said')
    expect(posted).toEqual([`sidik=${file.digest}`])
    const shown = await page.locator('#kode-qr').inputValue()
    expect(shown.replaceAll(' ', '')).toBe(await code())
    await context.close()
  })

  test('that nobody verified is unknown, and without a file nothing is asked', async () => {
    const { page, context } = await atCheck()
    await page.getByRole('button', { name: 'Periksa', exact: true }).click()
    await page.getByText('Pilih berkas yang akan diperiksa.').waitFor()
    await choose(page, { content: Buffer.from('stranger') })
    await page.getByRole('button', { name: 'Periksa', exact: true }).click()
    expect(await told(page)).toBe('unknown')
    await context.close()
  })

  test('of 70 MB is read piece by piece, and says how far it is', async () => {
    const { page, context } = await atCheck(`1.1.${SALT}`)
    const large = await fileOn('besar.bin', Buffer.alloc(70_000_000, 5))
    await page.evaluate(`
      const [bar, shares] = [document.getElementById('kemajuan'), []]
      globalThis.shares = shares
      new MutationObserver(() => bar.hidden || shares.push(bar.value)).observe(bar, { attributes: true })`)
    await page.locator('#berkas').setInputFiles(large)
    expect(await told(page)).toMatch(/differs|unknown/)
    const shares = (await page.evaluate('shares')) as number[]
    expect(shares.length).toBeGreaterThan(5)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    await context.close()
  })

  test('may be let go while it is checked', async () => {
    const { page, context } = await atCheck(`1.1.${SALT}`)
    await page.route('**/log/checkpoint', () => new Promise(() => {}))
    await choose(page, { content: Buffer.from('x') })
    await page.getByRole('button', { name: 'Batalkan' }).click()
    await page.getByText('Dibatalkan.').waitFor()
    expect(await page.locator('#putusan section').count()).toBe(0)
    await context.close()
  })
})

describe('a proof that is kept', () => {
  test('is saved in the browser and proves the file when the net is gone', async () => {
    const document = await recordedDocument(sql)
    const { page, context } = await atCheck(await document.code(), { acceptDownloads: true })
    await choose(page, document.file)
    await told(page)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Simpan bukti' }).click()
    const download = await saving
    expect(download.suggestedFilename()).toBe(`asn-${document.index}.tlog-proof`)
    const proof = await fileOn('kept.tlog-proof', await readFile(await download.path()))
    await context.close()

    const offline = await atCheck(await document.code())
    await offline.context.setOffline(true)
    await offline.page.getByText('Punya berkas bukti').click()
    await offline.page.locator('#bukti').setInputFiles(proof)
    await choose(offline.page, document.file)
    expect(await told(offline.page)).toBe('genuine-notChecked')
    expect(await offline.page.locator('#putusan').innerText()).toContain(
      'keadaan terbaru belum dapat diperiksa',
    )
    await choose(offline.page, { content: Buffer.from('changed') })
    await offline.page.locator('[data-told=differs]').waitFor()
    await offline.context.close()
  })

  test('under the checkpoint of another log proves nothing', async () => {
    const document = await recordedDocument(sql)
    const own = await (await fetch(site.origin + paths.checkProof(String(document.index)))).text()
    const foreign = await smallLog([listLeaf('x')], signer('asn.instansi.example/log')).checkpoint()
    const proof = await fileOn('foreign.tlog-proof', own.replace(/\n\n.*$/s, `\n\n${foreign}`))
    const { page, context } = await atCheck(await document.code())
    await page.getByText('Punya berkas bukti').click()
    await page.locator('#bukti').setInputFiles(proof)
    await choose(page, document.file)
    expect(await told(page)).toBe('notChecked-notSigned')
    await context.close()
  })

  test('without it and without a net nothing is said of the file', async () => {
    const document = await recordedDocument(sql)
    const { page, context } = await atCheck(await document.code())
    await context.setOffline(true)
    await choose(page, document.file)
    expect(await told(page)).toBe('notChecked-noLog')
    await context.close()
  })
})

describe('a server that is not honest', () => {
  test.each<[string, string, (path: string) => { status?: number; body: Buffer | string }, string]>(
    [
      [
        'says nothing of a tile',
        '**/log/tile/0/**',
        () => ({ status: 404, body: '' }),
        'notChecked-noLog',
      ],
      [
        'says another entry',
        '**/log/tile/entries/**',
        () => ({ body: Buffer.alloc(300) }),
        'notChecked-notIncluded',
      ],
      [
        'says it knows nothing',
        '**/keadaan/*',
        () => ({ body: '{"kind":"unknown"}' }),
        'genuine-notChecked',
      ],
      [
        'lies about what came later',
        '**/keadaan/*',
        () => ({ body: '{"kind":"revoked","leaf":0}' }),
        'genuineRevoked-said',
      ],
      ['answers with a page', '**/keadaan/*', () => ({ body: '<html>' }), 'genuine-notChecked'],
      [
        'is too busy to say',
        '**/keadaan/*',
        () => ({ status: 429, body: '{}' }),
        'genuine-notChecked',
      ],
    ],
  )('that %s changes nothing of what is proven', async (_, pattern, answer, expected) => {
    const document = await recordedDocument(sql)
    const { page, context } = await atCheck(await document.code())
    await page.route(pattern, (route) =>
      route.fulfill({ status: 200, ...answer(route.request().url()) }),
    )
    await choose(page, document.file)
    expect(await told(page)).toBe(expected)
    await context.close()
  })

  test('that signs with another key is not believed', async () => {
    const document = await recordedDocument(sql)
    const { page, context } = await atCheck(await document.code())
    const body = await smallLog([listLeaf('x')], signer('asn.instansi.example/log')).checkpoint()
    await page.route('**/log/checkpoint', (route) => route.fulfill({ body: body ?? '' }))
    await choose(page, document.file)
    expect(await told(page)).toBe('notChecked-notSigned')
    await context.close()
  })
})

test('a browser that cannot check Ed25519 by itself checks it with a library', async () => {
  const document = await recordedDocument(sql)
  const { page, context } = await openWindow(browser, { baseURL: site.origin })
  await page.addInitScript('SubtleCrypto.prototype.importKey = () => Promise.reject(new Error())')
  await page.goto(`${paths.check}#${await document.code()}`, { waitUntil: 'networkidle' })
  await choose(page, document.file)
  expect(await told(page)).toBe('genuine-said')
  const body = await smallLog([listLeaf('x')], signer('asn.instansi.example/log')).checkpoint()
  await page.route('**/log/checkpoint', (route) => route.fulfill({ body: body ?? '' }))
  await choose(page, document.file)
  await page.locator('[data-told=notChecked-notSigned]').waitFor()
  await context.close()
})

test('the code of a berita acara needs no file', async () => {
  const by = signer()
  const tlog = { ...smallLog([listLeaf('daftar')], by), vkey: async () => by.vkey }
  const { origin } = await startSite(sql, { tlog })
  const { page, context } = await openWindow(browser, { baseURL: origin })
  await page.goto(`${paths.check}#2.0.${SALT}.${digestOf('daftar')}`)
  expect(await told(page)).toBe('listDestroyed')
  await page.goto(`${paths.check}#2.0.${SALT}.${digestOf('lain')}`)
  await page.locator('[data-told=differs]').waitFor()
  await context.close()
})

test.each([
  ['on a phone', PHONE],
  ['on a desktop', DESKTOP],
])(
  'without JavaScript a typed hash is checked, and a file that is sent, %s',
  async (_, viewport) => {
    const document = await recordedDocument(sql)
    const { page, context } = await atCheck('', { javaScriptEnabled: false, viewport })
    await page.locator('#kode').fill(await document.code())
    await page.getByLabel('SHA-256 berkas').fill(document.file.digest)
    await page.getByRole('button', { name: 'Periksa sidik' }).click()
    expect(await told(page)).toBe('genuine-said')
    await page.getByText('Tidak dapat menghitung sidik?').click()
    await page.getByText('berkas meninggalkan perangkat Anda').waitFor()
    const buffer = Buffer.from('changed')
    await page.locator('#kode-kiriman').fill(await document.code())
    await page
      .locator('#kiriman')
      .setInputFiles({ name: 'SK.pdf', mimeType: 'application/pdf', buffer })
    await page.getByRole('button', { name: 'Kirim dan periksa' }).click()
    await page.locator('[data-told=differs]').first().waitFor()
    await context.close()
  },
)

test('the page weighs at most 30 kB with all that it loads, and needs no other site', async () => {
  const fresh = await startSite(sql)
  const { page, context } = await openWindow(browser, { baseURL: fresh.origin })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(paths.check, { waitUntil: 'networkidle' })
  await context.close()
  const away = asked.filter(
    (url) => !url.startsWith(`${fresh.origin}/`) && !url.startsWith('data:'),
  )
  expect(away).toEqual([])
  process.stdout.write(
    `/verifikasi: ${fresh.bytesSent()} bytes in ${fresh.told.asked.length} requests\n`,
  )
  expect(fresh.bytesSent()).toBeLessThanOrEqual(30_000)
  expect(fresh.told.asked.length).toBeLessThanOrEqual(4)
})
