import { describe, expect, test } from 'vitest'
import { makeHashQueue } from '#src/secrets/hash-queue.ts'
import { makePasswords } from '#src/secrets/password-hash.ts'
import { addPerson, PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { someKeys } from '#test/support/keys.ts'
import { keptPasswords } from '#test/support/secrets.ts'
import { atSignIn, codeAt, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const WRONG = 'NIP atau password salah. Periksa kembali, lalu coba lagi.'

async function post(form: Record<string, string>, visit: Parameters<typeof atSignIn>[1] = {}) {
  const browser = await atSignIn(sql, visit)
  return browser.post(paths.signIn, form)
}

async function eventsOf({ id }: SomePerson): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`
    select kind from events where person = ${id} order by id`
  return rows.map(({ kind }) => kind)
}

describe('POST /masuk', () => {
  test('leads with the right password to the code, and with the code to Beranda', async () => {
    const person = await addPerson(sql)
    const browser = await atSignIn(sql)
    const code = await typePassword(browser, person)
    expect(code.path).toBe(paths.code)
    const home = await browser.send(paths.code, { code: codeAt() })
    expect(home.path).toBe(paths.home)
    expect(home.body).toContain(person.name)
  })

  test.each([
    ['a NIP in groups', ({ nip }: SomePerson) => ` ${nip.replace(/(.{8})(.{6})/, '$1 $2-')} `],
    ['a user name in capitals', ({ userName }: SomePerson) => userName?.toUpperCase() ?? ''],
  ])('takes %s (R-AK-01)', async (_, typed) => {
    const person = await addPerson(sql, { userName: `nama_${crypto.randomUUID().slice(0, 8)}` })
    const answer = await typePassword(await atSignIn(sql), { ...person, nip: typed(person) })
    expect(answer.path).toBe(paths.code)
  })

  test.each([
    ['1985', 'NIP atau NI PPPK terdiri dari 18 angka. Periksa kembali.'],
    ['1985010120100110011', 'NIP atau NI PPPK terdiri dari 18 angka. Periksa kembali.'],
    ['199901012020011999', WRONG],
    ['', WRONG],
    ['tidak_ada', WRONG],
    ["' or 1=1 --", WRONG],
  ])('R-EN-03 answers the name "%s" by its shape alone', async (username, text) => {
    const answer = await post({ username, password: PASSWORD })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
  })

  test.each(['', 'salah', 'x'.repeat(1999), `${PASSWORD} `, 'a\u0000b'])(
    'refuses a wrong password and records it: %j',
    async (password) => {
      const person = await addPerson(sql)
      const answer = await post({ username: person.nip, password })
      expect(answer.status).toBe(422)
      expect(answer.body).toContain(WRONG)
      expect(await eventsOf(person)).toEqual(['passwordWrong'])
    },
  )

  test('keeps the name and drops the password of a refused form', async () => {
    const { nip } = await addPerson(sql)
    const { body } = await post({ username: nip, password: 'rahasia-saya' })
    expect(body).toContain(`value="${nip}"`)
    expect(body).not.toContain('rahasia-saya')
  })

  test.each([
    ['disabled', 'Akun Anda dinonaktifkan. Hubungi BKPSDM instansi Anda.'],
    [
      'frozen',
      'Akun Anda ditahan karena laporan Bukan saya. Buka kembali lewat Reset Password (Lupa Password), dengan kode dari perangkat lama atau BKPSDM.',
    ],
  ] as const)(
    'tells that the account is %s after the right password alone',
    async (state, text) => {
      const person = await addPerson(sql, { state })
      const right = await post({ username: person.nip, password: PASSWORD })
      const wrong = await post({ username: person.nip, password: 'salah' })
      expect([right.status, wrong.status]).toEqual([422, 422])
      expect(right.body).toContain(text)
      expect(wrong.body).toContain(WRONG)
      expect(wrong.body).not.toContain(text)
      expect(await eventsOf(person)).toEqual(['signInRefused', 'passwordWrong'])
      expect(await sql`select from sign_ins where person = ${person.id}`).toEqual([])
    },
  )

  test('answers htmx with the form alone, and leads it on by a header', async () => {
    const { nip } = await addPerson(sql)
    const browser = await atSignIn(sql, { htmx: true })
    const refused = await browser.post(paths.signIn, { username: nip, password: 'salah' })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatch(
      /^<title>Kesalahan: Masuk · ASN Digital<\/title><section id="masuk"/,
    )
    expect(refused.body).not.toContain('<html')
    const led = await browser.post(paths.signIn, { username: nip, password: PASSWORD })
    expect(led.status).toBe(204)
    expect(led.headers.get('HX-Redirect')).toBe(paths.code)
    for (const answer of [refused, led])
      expect(answer.headers.get('Vary')).toMatch(/HX-Request-Type/)
  })

  test('is busy where the queue is full: uncharged, with Retry-After (R-HA-03)', async () => {
    const person = await addPerson(sql)
    const hashQueue = makeHashQueue({ workers: 1, waiting: 0 })
    const place = hashQueue.enter()
    const browser = await atSignIn(sql, { deps: { hashQueue }, address: '198.51.100.1' })
    const form = { username: person.nip, password: 'salah' }
    const before = await sql`select from throttles`
    const busy = await browser.post(paths.signIn, form)
    expect(busy.status).toBe(503)
    expect(busy.headers.get('Retry-After')).toBe('5')
    expect(busy.body).toContain('Server sedang sibuk. Silakan coba lagi dalam 5 detik.')
    expect(await sql`select from throttles`).toHaveLength(before.length)
    place?.leave()
    expect((await browser.post(paths.signIn, form)).status).toBe(422)
    expect(hashQueue.length).toBe(0)
  })

  test('gives the try back where the fault is ours, and says so with a number', async () => {
    const person = await addPerson(sql)
    const problems: unknown[] = []
    const report = { request: () => {}, blocked: () => {}, problem: problems.push.bind(problems) }
    const matches = () => Promise.reject(new Error('out of memory'))
    const deps = { passwords: { ...keptPasswords, matches }, report }
    const form = { username: person.nip, password: PASSWORD }
    const before = await countsInAll()
    const { status, body } = await post(form, { deps, address: '203.0.113.4' })
    expect(status).toBe(500)
    expect(body).toContain('Terjadi gangguan di pihak kami.')
    expect(body).not.toContain('out of memory')
    expect(problems[0]).toEqual(new Error('out of memory'))
    expect(await countsInAll()).toBe(before)
  })

  test('puts a hash of another cost in today’s form (R-HA-04)', async () => {
    const cost = { memoryKib: 16, passes: 1, parallelism: 1 }
    const older = makePasswords({ keys: someKeys(), cost })
    const person = await addPerson(sql, { hash: await older.hash(PASSWORD) })
    const before = await bodyOf(person)
    await typePassword(await atSignIn(sql), person)
    expect(await bodyOf(person)).not.toEqual(before)
    expect((await typePassword(await atSignIn(sql), person)).path).toBe(paths.code)
  })
})

async function countsInAll(): Promise<number> {
  const [row] = await sql<
    [{ sum: number }]
  >`select coalesce(sum(count), 0)::int8 as sum from throttles`
  return row.sum
}

async function bodyOf({ id }: SomePerson): Promise<unknown> {
  const [row] = await sql`select body from passwords where person = ${id}`
  return row?.['body']
}

describe('GET /masuk', () => {
  test('sends whoever is signed in to Beranda', async () => {
    const person = await addPerson(sql)
    const browser = await atSignIn(sql)
    await typePassword(browser, person)
    await browser.send(paths.code, { code: codeAt() })
    expect((await browser.get(paths.signIn)).headers.get('Location')).toBe(paths.home)
  })

  test('says that the time was over to whoever came too late', async () => {
    const { clock, at } = testClock()
    const person = await addPerson(sql)
    const browser = await atSignIn(sql, { deps: { clock } })
    await typePassword(browser, person)
    at(600)
    const late = await browser.send(paths.code, { code: codeAt(at(600)) })
    expect(late.path).toBe(paths.signInTooLate)
    expect(late.body).toContain('Waktu verifikasi habis. Silakan masuk lagi.')
  })
})
