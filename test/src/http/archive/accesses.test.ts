import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/support/database.ts'
import { addFile } from '#test/support/record-files.ts'
import { addVerifiers, addWaiting } from '#test/support/verifying.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

/** Somebody whose record a verifier has just read. */
async function readOne() {
  const { agency } = await addVerifiers(sql)
  const { person, browser } = await signedIn(sql, {}, { agency })
  const waits = await addWaiting(sql, { agency, employee: person })
  await addFile(sql, waits)
  const verifier = await inOffice(sql, { role: 'verifier', agency, name: 'Bambang Suryadi' })
  await verifier.browser.get(paths.versionFile(waits.id))
  return { ...waits, agency, person, browser }
}

describe('/arsip/akses Siapa melihat berkas saya', () => {
  test('tells who read what, in which office and why', async () => {
    const { browser } = await readOne()
    const { status, body } = await browser.get(paths.accesses)
    expect(status).toBe(200)
    expect(body).toContain('Bambang Suryadi, verifikator, Instansi Uji, untuk verifikasi berkas')
    expect(body).toContain('Diunduh')
    expect(body).toContain('SK PNS')
  })

  test('tells the own reading only to who asks for it', async () => {
    const { browser, id } = await readOne()
    await browser.get(paths.versionFile(id))
    expect((await browser.get(paths.accesses)).body).not.toContain('Anda sendiri')
    const all = await browser.get(paths.accessesOf({ withOwn: true }))
    expect(all.body).toContain('Anda sendiri')
  })

  test('is of one record where one is named, and of no one else’s', async () => {
    const { browser, record } = await readOne()
    const other = await readOne()
    expect((await browser.get(paths.accessesOf({ record }))).body).toContain('Bambang Suryadi')
    const foreign = await browser.get(paths.accessesOf({ record: other.record }))
    expect(foreign.body).toContain('Belum ada orang lain yang melihat')
  })
})

describe('UU PDP 31-32 an objection', () => {
  test('takes one tap, reaches an admin, and its answer comes back', async () => {
    const { browser, agency, person } = await readOne()
    await browser.get(paths.accesses)
    const objected = await browser.send(paths.accessObjection(1))
    expect(objected.body).toContain('Keberatan Anda sudah diteruskan')
    const { browser: admin } = await inOffice(sql, { role: 'agencyAdmin', agency })
    const list = await admin.get(paths.accessObjections)
    const [path = ''] = /\/instansi\/keberatan-akses\/[0-9a-f-]+/.exec(list.body) ?? []
    expect((await admin.get(path)).body).toContain(person.name)
    const answer = { jawaban: 'Berkas diperiksa karena usul kenaikan pangkat.' }
    expect((await admin.send(path, answer)).body).toContain('Jawaban terkirim.')
    expect((await browser.get(paths.accesses)).body).toContain(answer.jawaban)
  })

  test('is made once, and against what is there', async () => {
    const { browser } = await readOne()
    await browser.get(paths.accesses)
    await browser.send(paths.accessObjection(1))
    const again = await browser.send(paths.accessObjection(1))
    expect(again.body).toContain('Keberatan ini sudah diteruskan.')
    expect((await browser.post(paths.accessObjection(2))).status).toBe(404)
    expect(await sql`select from archive.access_objections where n = 2`).toHaveLength(0)
  })

  test('is no other agency’s, by GET and POST', async () => {
    const { browser, person } = await readOne()
    await browser.get(paths.accesses)
    await browser.send(paths.accessObjection(1))
    const [row] = await sql<{ id: string }[]>`
      select id from archive.access_objections where person = ${person.id}`
    const path = paths.accessObjectionOf(row?.id ?? '')
    const { browser: stranger } = await inOffice(sql, { role: 'agencyAdmin' })
    await stranger.get(paths.accessObjections)
    expect((await stranger.get(path)).status).toBe(404)
    const answer = { jawaban: 'Jawaban dari instansi yang lain sekali.' }
    expect((await stranger.post(path, answer)).status).toBe(404)
  })
})

describe('/instansi/pengaturan/rahasia', () => {
  async function named() {
    const { agency, verifier } = await addVerifiers(sql)
    const { person, browser } = await inOffice(sql, { role: 'agencyAdmin', agency })
    await browser.get(paths.secretReaders)
    const isNamed = async (hat: string) => {
      const [row] = await sql`select archive.reads_secrets(${hat}) as named`
      return row?.['named']
    }
    return { verifier, person, browser, isNamed }
  }

  test('names an officer of the own agency for what is secret, and ends it', async () => {
    const { verifier, browser, isNamed } = await named()
    const { id } = verifier.hat
    await browser.post(paths.secretReaders, { tunjuk: id })
    expect(await isNamed(id)).toBe(true)
    expect((await browser.get(paths.secretReaders)).body).toContain('Akhiri penunjukan')
    await browser.post(paths.secretReaders, { akhiri: id })
    expect(await isNamed(id)).toBe(false)
  })

  test('names nobody of another agency, and never whoever names', async () => {
    const { person, browser, isNamed } = await named()
    const { verifier: stranger } = await named()
    const foreign = await browser.post(paths.secretReaders, { tunjuk: stranger.hat.id })
    expect(foreign.status).toBe(404)
    expect(await isNamed(stranger.hat.id)).toBe(false)
    const [own] = await sql<{ id: string }[]>`
      insert into mandates (person, role, agency, valid_from, valid_to)
      select ${person.id}, 'verifier', agency, '2020-01-01', '2099-01-01' from people where id = ${person.id}
      returning id`
    const oneself = await browser.post(paths.secretReaders, { tunjuk: own?.id ?? '' })
    expect(oneself.status).toBe(422)
    expect(oneself.body).toContain('Anda tidak dapat menunjuk diri sendiri.')
  })
})
