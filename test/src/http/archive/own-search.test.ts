import { beforeEach, describe, expect, test } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import { addRecord, addVersion, type SomeVersion } from '#test/support/archive.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addFile } from '#test/support/record-files.ts'
import { acting } from '#test/support/role-acts.ts'
import { signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const verifier = await acting(sql, { role: 'verifier', name: 'Dewi Lestari' })
const verified = { verifiedBy: verifier.id, verifiedAs: verifier.hat.id }

type Signed = Awaited<ReturnType<typeof signedIn>>
let person: Signed['person']
let browser: Signed['browser']

beforeEach(async () => {
  const signed = await signedIn(sql)
  person = signed.person
  browser = signed.browser
})

type Kept = Partial<SomeVersion> & { type?: string; text?: readonly string[] }

async function keep({ type = 'pns', text = [], ...fields }: Kept) {
  const record = await addRecord(sql, { person: person.id, type })
  const id = await addVersion(sql, { ...verified, ...fields, pages: text.length || 1, record })
  await sql`update archive.versions set metadata = metadata where id = ${id}`
  await addFile(sql, { id, person: person.id }, { text, pages: 1 })
  return { id, record }
}

async function find(text: string, more = '&isi=ya', by = browser): Promise<string> {
  const { status, body } = await by.get(
    `${paths.archiveSearch}?kata=${encodeURIComponent(text)}${more}`,
  )
  expect(status).toBe(200)
  return body
}

async function views() {
  return await sql<{ version: VersionId; purpose: string; hat: string | null }[]>`
    select version, purpose, hat from archive.access_log where person = ${person.id}`
}

describe('archive.md 9: what stands in one’s own documents', () => {
  test('is searched where that is asked, and the page told on which all of the words stand', async () => {
    const { record } = await keep({ text: ['Bupati, mutasi', 'KEPUTUSAN tentang Mutasi pegawai'] })
    const body = await find('pegawai mutasi')
    expect(body).toContain(`href="${paths.archivePage(record, 2, 1)}"`)
    expect(body).toContain('Ada di halaman 2')
    expect(body).toContain('Isi 1 dokumen sudah dibaca. Tidak ada dokumen lain')
  })

  test('is not searched where it is not asked, and then nothing is read', async () => {
    await keep({ text: ['tentang mutasi'] })
    expect(await find('mutasi', '')).toContain('Tidak ada berkas yang cocok.')
    expect(await views()).toEqual([])
  })

  test('I9 is written as a view of their own before it is read, once', async () => {
    const { id } = await keep({ text: ['tentang mutasi'] })
    await find('cuti')
    await find('mutasi')
    expect(await views()).toEqual([{ version: id, purpose: 'own', hat: null }])
  })

  test('I9 is not read where that cannot be written', async () => {
    await keep({ text: ['tentang mutasi'] })
    await sql`alter table archive.access_log add constraint broken check (version is null) not valid`
    const { status, body } = await browser.get(`${paths.archiveSearch}?kata=mutasi&isi=ya`)
    await sql`alter table archive.access_log drop constraint broken`
    expect(status).toBe(500)
    expect(body).not.toContain('Ada di halaman')
  })

  test('of a secret type is searched too', async () => {
    const [secret] = await sql<{ code: string }[]>`
      select code from archive.record_types where security_class = 'secret' limit 1`
    await keep({ type: secret?.code ?? '', text: ['hukuman disiplin sedang'] })
    expect(await find('disiplin sedang')).toContain('Ada di halaman 1')
  })

  test('of somebody else is never found', async () => {
    await keep({ text: ['tentang mutasi'] })
    const { browser: other } = await signedIn(sql)
    expect(await find('mutasi', '&isi=ya', other)).not.toContain('Ada di halaman')
    expect(await views()).toEqual([])
  })

  test('I6 is not called read where it cannot be opened, was found harmful, or has no text', async () => {
    const { id } = await keep({ text: ['tentang mutasi'] })
    await sql`update archive.copies set object = gen_random_uuid() where version = ${id} and kind = 'text'`
    const { id: harmful } = await keep({ type: 'cpns', text: ['tentang mutasi'] })
    await sql`update archive.versions set scan = 'scanFound' where id = ${harmful}`
    await keep({ type: 'drh' })
    const body = await find('mutasi')
    expect(body).toContain('Belum ada dokumen yang selesai dibaca.')
    expect(body).toContain('Isi 2 dokumen lain tidak dapat dibaca saat ini.')
    expect(body).toContain('1 dokumen punya halaman tanpa teks')
    expect(body).not.toContain('Ada di halaman')
  })

  test('within the type that was chosen, and beside what fits by its data', async () => {
    await keep({ text: ['tentang mutasi'] })
    await keep({ type: 'cpns', text: ['lain'], metadata: { decreeNumber: 'mutasi/1' } })
    const both = await find('mutasi')
    expect(both).toContain('Ada di halaman 1')
    expect(both).toContain('SK CPNS</a>')
    const one = await find('mutasi', '&isi=ya&jenis=cpns')
    expect(one).not.toContain('Ada di halaman')
    expect(one).toContain('SK CPNS</a>')
  })
})

describe('a long archive is read piece by piece', () => {
  test('which says where it stopped, and goes on there', async () => {
    const text = Array.from({ length: 202 }, (_, at) => (at === 201 ? 'akhirnya mutasi' : 'lain'))
    const { record } = await keep({ text })
    const first = await find('mutasi')
    expect(first).toContain('pencarian berhenti sebelum halaman 201 dari SK PNS.')
    expect(first).not.toContain('Ada di halaman')
    const [, on = ''] = /href="([^"]*halaman=201)"/.exec(first) ?? []
    const { body } = await browser.get(on.replaceAll('&amp;', '&'))
    expect(body).toContain(`href="${paths.archivePage(record, 202, 1)}"`)
    expect(body).toContain('Tidak ada dokumen lain')
  })

  test('and from the first page on where that document is no longer there, or none was named', async () => {
    await keep({ text: ['tentang mutasi', 'lain'] })
    const gone = `1900000000000.${crypto.randomUUID()}`
    expect(await find('mutasi', `&isi=ya&sebelum=${gone}&halaman=2`)).toContain('Ada di halaman 1')
    expect(await find('mutasi', '&isi=ya&halaman=2')).toContain('Ada di halaman 1')
  })

  test('and stops in time, but comes further with every request', async () => {
    let now = NOW
    let step = 0
    const slow = await signedIn(sql, {
      deps: {
        clock: () => {
          now = new Date(now.getTime() + step)
          return now
        },
      },
    })
    person = slow.person
    await keep({ text: ['lain', 'lain', 'mutasi'] })
    step = 5000
    const first = await find('mutasi', '&isi=ya', slow.browser)
    expect(first).toContain('sebelum halaman 2 dari SK PNS')
    const [, on = ''] = /href="([^"]*halaman=2)"/.exec(first) ?? []
    const second = await slow.browser.get(on.replaceAll('&amp;', '&'))
    expect(second.body).toContain('sebelum halaman 3 dari SK PNS')
  })
})
