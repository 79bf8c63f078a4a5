import { describe, expect, test } from 'vitest'
import { addAgency, addPerson, addUnit, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const agency = await addAgency(sql)
const unit = await addUnit(sql, agency)
const people: SomePerson[] = []
for (let number = 0; number < 23; number += 1)
  people.push(
    await addPerson(sql, { agency, name: `Siti Contoh ${String.fromCharCode(65 + number)}` }),
  )
const budi = await addPerson(sql, { agency, unit, name: 'Budi Santoso, S.Kom.' })
const stranger = await addPerson(sql, { name: 'Siti Asing' })
const { browser } = await inOffice(sql, { role: 'officer', agency })

function search(text: string) {
  return browser.get(paths.deskSearch(`?cari=${encodeURIComponent(text)}`))
}

function link(body: string, text: string): string {
  const [, address = ''] = new RegExp(`<a href="([^"]+)">${text}</a>`).exec(body) ?? []
  return address.replaceAll('&amp;', '&')
}

describe('GET /instansi', () => {
  test('has one field, ready to be typed into', async () => {
    const { body } = await browser.get(paths.desk)
    expect(body).toMatch(/<input name="cari"[^>]* autofocus/)
    expect(body).not.toContain('<table')
  })

  test.each([[budi.nip], [budi.nip.replace(/^(.{8})(.{6})(.)(.{3})$/, ' $1 $2 $3 $4 ')]])(
    'leads straight to the one whose NIP was typed: %j',
    async (text) => {
      expect((await search(text)).headers.get('Location')).toBe(paths.employee(budi.id))
    },
  )

  test.each(['budi', 'SANTOSO budi', 'kom'])('finds %j in any part and order', async (text) => {
    const { body } = await search(text)
    expect(body).toContain('Budi Santoso, S.Kom.')
    expect(body).toContain('Unit Uji')
    expect(body).toContain('Aktif')
  })

  test('R-AD-01 nobody of another agency is found, by name or by number', async () => {
    expect((await search('asing')).body).toContain('Tidak ada pegawai yang cocok')
    const { status, body } = await search(stranger.nip)
    expect(status).toBe(200)
    expect(body).toContain('Tidak ada pegawai yang cocok')
  })

  test('goes by pages of twenty there and back, and tells no total', async () => {
    const first = await search('siti')
    expect(first.body.match(/<tr>/g)).toHaveLength(21)
    const second = await browser.get(link(first.body, 'Berikutnya'))
    expect(second.body.match(/<tr>/g)).toHaveLength(4)
    expect(link(second.body, 'Berikutnya')).toBe('')
    const back = await browser.get(link(second.body, 'Sebelumnya'))
    expect(back.body.match(/Siti Contoh ./g)).toEqual(first.body.match(/Siti Contoh ./g))
  })

  test('the people found are walked one by one, over the end of a page', async () => {
    const first = await search('siti')
    let address = link(first.body, 'Siti Contoh A')
    const walked: string[] = []
    for (let step = 0; step < 23; step += 1) {
      const { body } = await browser.get(address)
      walked.push(/<h1>([^<]+)<\/h1>/.exec(body)?.[1] ?? '')
      address = link(body, 'Pegawai berikutnya')
    }
    expect(walked).toEqual(people.map(({ name }) => name))
    expect(address).toBe('')
  })

  test.each(['%', '_', "' or 1=1 --", '\\', '\u0000siti'])(
    'takes %j for what it is',
    async (text) => {
      const { status } = await search(text)
      expect(status).toBe(200)
    },
  )

  test.each(['setelah=x.y', 'setelah=', 'daftar=1', 'cari=si&setelah='.padEnd(5000, 'a')])(
    'an address made up (%s) is no error',
    async (query) => {
      expect((await browser.get(paths.deskSearch(`?cari=siti&${query}`))).status).toBe(200)
    },
  )
})
