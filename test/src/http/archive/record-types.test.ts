import { describe, expect, test } from 'vitest'
import { findRecordType } from '#src/store/archive/record-types.ts'
import { testDatabase } from '#test/support/database.ts'
import { type Browser, inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const nation = async () => (await inOffice(sql, { role: 'nationalAdmin' })).browser

/** The form as it stands, with what is typed over it. */
async function formOf(browser: Browser, code: string, typed: Record<string, string>) {
  const page = await browser.get(paths.recordType(code))
  const boxes = [...page.body.matchAll(/<input type="checkbox" name="([^"]+)"[^>]*checked/g)]
  const checked = Object.fromEntries(boxes.map(([, name]) => [name, 'ya']))
  const type = await findRecordType(sql, code)
  const caps = { ukuran: String((type?.maxBytes ?? 0) / 1024), halaman: String(type?.maxPages) }
  return { ...checked, nama: type?.name ?? '', ...caps, ...typed }
}

async function ask(browser: Browser, code: string, typed: Record<string, string>) {
  return browser.post(paths.recordType(code), await formOf(browser, code, typed))
}

async function requestOf(code: string): Promise<string> {
  const [open] = await sql<{ id: string }[]>`
    select id from archive.record_type_requests where type = ${code} and state = 'open'`
  return open?.id ?? ''
}

async function decide(browser: Browser, id: string, keputusan: string) {
  await browser.get(paths.typeRequest(id))
  return browser.post(paths.typeRequest(id), { keputusan })
}

describe('the types of records', () => {
  test('are listed with what they ask for', async () => {
    const { body } = await (await nation()).get(paths.recordTypes)
    expect(body).toContain('Daftar Riwayat Hidup (DRH)')
    expect(body).toContain('1.024 KB, 300 halaman')
    expect((await (await nation()).get(paths.nation)).body).toContain(paths.recordTypes)
  })

  test('change when another admin says so, and what nobody touched stays', async () => {
    const [asker, other] = [await nation(), await nation()]
    const before = await findRecordType(sql, 'drh')
    const asked = await ask(asker, 'drh', { ukuran: '2048', 'data-title': 'ya' })
    expect(asked.headers.get('Location')).toBe(paths.recordTypesAfter('diusulkan'))
    const id = await requestOf('drh')
    expect((await asker.get(paths.recordType('drh'))).body).toContain(paths.typeRequest(id))
    expect((await other.get(paths.recordTypes)).body).toContain(paths.typeRequest(id))
    expect((await other.get(paths.nation)).body).toContain(
      '1 usulan perubahan jenis arsip menunggu keputusan admin nasional lain.',
    )
    const shown = (await other.get(paths.typeRequest(id))).body
    expect(shown).toContain('2.048 KB')
    expect(shown).not.toContain('300 halaman')
    const own = await decide(asker, id, 'terapkan')
    expect(own.status).toBe(422)
    expect(own.body).toContain('Usulan ini harus diputuskan orang lain.')
    const applied = await decide(other, id, 'terapkan')
    expect(applied.headers.get('Location')).toBe(paths.recordTypesAfter('diterapkan'))
    expect(await findRecordType(sql, 'drh')).toEqual({
      ...before,
      maxBytes: 2 * 1024 * 1024,
      requiredMetadata: ['documentDate', 'title'],
    })
  })

  test('stay where the change is declined or taken back', async () => {
    const [asker, other] = [await nation(), await nation()]
    const before = await findRecordType(sql, 'd2np')
    await ask(asker, 'd2np', { halaman: '3' })
    const declined = await decide(other, await requestOf('d2np'), 'tolak')
    expect(declined.headers.get('Location')).toBe(paths.recordTypesAfter('ditolak'))
    await ask(asker, 'd2np', { halaman: '3' })
    const withdrawn = await decide(asker, await requestOf('d2np'), 'tarik')
    expect(withdrawn.headers.get('Location')).toBe(paths.recordTypesAfter('ditarik'))
    expect(await findRecordType(sql, 'd2np')).toEqual(before)
  })

  test.each([
    ['too many bytes', { ukuran: '10241' }, 'Ukuran berkas harus 100 sampai 10.240 KB.'],
    ['what is no number', { halaman: 'banyak' }, 'Jumlah halaman harus 1 sampai 300.'],
    ['the name of another', { nama: 'SK cpns' }, 'Jenis arsip lain sudah memakai nama ini;'],
    ['no name', { nama: ' ' }, 'Isi nama jenis arsip.'],
    ['nothing new', {}, 'Belum ada yang diubah.'],
  ])('with %s are refused, and what was typed stays', async (_, typed, text) => {
    const browser = await nation()
    const answer = await ask(browser, 'pns', typed)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    for (const value of Object.values(typed)) expect(answer.body).toContain(`value="${value}"`)
    expect(await requestOf('pns')).toBe('')
  })

  test('that nobody knows, and requests that are over, are nowhere', async () => {
    const browser = await nation()
    expect((await browser.get(paths.recordType('tidakAda'))).status).toBe(404)
    const over = await browser.get(paths.typeRequest(crypto.randomUUID()))
    expect(over.headers.get('Location')).toBe(paths.recordTypes)
  })
})
