import { describe, expect, test } from 'vitest'
import { atAccount } from '#test/support/at-account.ts'
import { addDevice, SEED } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { visitor } from '#test/support/visitor.ts'
import { codeAt, seedOn, typePassword, wrongCode } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const named = (...names: string[]) => names.map((name) => ({ name, seed: SEED }))
const two = { devices: named('HP', 'Tablet') }
const FIVE = 'Anda sudah memiliki 5 perangkat. Hapus satu lebih dahulu.'
const LAST = 'Perangkat terakhir tidak dapat dihapus. Tambahkan penggantinya lebih dahulu.'

describe('/akun/perangkat', () => {
  test('lists the devices with what one may do, the last one without Hapus', async () => {
    const one = await atAccount(sql)
    const alone = await one.browser.get(paths.devices)
    expect(alone.body).toContain('HP Samsung')
    expect(alone.body).not.toContain('penghapusan')
    const both = await atAccount(sql, two)
    expect((await both.browser.get(paths.devices)).body).toContain('penghapusan')
  })

  test('shows the name of the person as the way to it, on every page', async () => {
    const { browser } = await atAccount(sql)
    expect((await browser.get(paths.home)).body).toContain('<a href="/akun">Contoh Pegawai</a>')
  })
})

describe('/akun/perangkat/baru', () => {
  test('adds a device whose code opens the next sign-in', async () => {
    const { person, browser, again, enrol, kinds } = await atAccount(sql)
    const done = await enrol(paths.newDevice, 'HP Baru')
    expect(done.headers.get('Location')).toBe(paths.devicesAfter('ditambah'))
    expect((await browser.get(paths.devicesAfter('ditambah'))).body).toContain('HP Baru')
    expect(await kinds()).toEqual(['deviceAdded'])
    expect((await (await again(60)).open(paths.home)).path).toBe(paths.home)
    const seeds = await sql`select from enrolments where person = ${person.id}`
    expect(seeds).toEqual([])
  })

  test('shows this session the same secret, through a step-up too, and another session another', async () => {
    const { browser, clock, at, again } = await atAccount(sql)
    at(500)
    const first = seedOn(await browser.get(paths.newDevice))
    at(700)
    const to = paths.stepUpFor(paths.newDevice)
    await browser.get(to)
    const back = await browser.send(to, { code: codeAt(clock()) })
    expect(seedOn(back)).toEqual(first)
    const other = await again(760)
    expect(seedOn(await other.get(paths.newDevice))).not.toEqual(first)
  })

  test.each([
    ['', 'Beri nama perangkat, misalnya HP Samsung.'],
    ['hp samsung', 'Nama perangkat ini sudah dipakai. Pilih nama lain.'],
    ['x'.repeat(41), 'Nama perangkat paling banyak 40 karakter.'],
  ])('refuses the name %j and keeps it', async (device_name, text) => {
    const { browser, ids } = await atAccount(sql)
    await browser.get(paths.newDevice)
    const refused = await browser.post(paths.newDevice, { device_name, code: '123456' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(text)
    expect(refused.body).toContain(`value="${device_name}"`)
    expect(await ids()).toHaveLength(1)
  })

  test('refuses a wrong code, without counting it, and keeps the name', async () => {
    const { person, browser, ids } = await atAccount(sql)
    const seed = seedOn(await browser.get(paths.newDevice))
    const form = { device_name: 'HP Baru', code: wrongCode(undefined, seed) }
    const refused = await browser.post(paths.newDevice, form)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('value="HP Baru"')
    expect(await ids()).toHaveLength(1)
    const [account] = await sql`select code_failures from accounts where person = ${person.id}`
    expect(account).toEqual({ codeFailures: 0 })
  })

  test('tells that the QR code is over, and shows a new one', async () => {
    const { browser, clock, at, again } = await atAccount(sql)
    const other = await again(30)
    const seed = seedOn(await other.get(paths.newDevice))
    await sql`update enrolments set expires_at = started_at + interval '1 second'`
    at(60)
    const form = { device_name: 'HP Baru', code: codeAt(clock(), 0, seed) }
    const late = await other.post(paths.newDevice, form)
    expect(late.body).toContain('QR ini sudah lewat 15 menit.')
    expect(seedOn(late)).not.toEqual(seed)
    expect(browser.cookies.has('sid')).toBe(true)
  })

  test('refuses a sixth, before the QR code and after it', async () => {
    const { person, browser, clock } = await atAccount(sql, { devices: named('1', '2', '3', '4') })
    const seed = seedOn(await browser.get(paths.newDevice))
    await addDevice(sql, person.id, { name: '5', seed: SEED })
    const form = { device_name: '6', code: codeAt(clock(), 0, seed) }
    for (const answer of [
      await browser.post(paths.newDevice, form),
      await browser.get(paths.newDevice),
    ])
      expect([answer.status, answer.body.includes(FIVE)]).toEqual([422, true])
    expect(await sql`select from devices where person = ${person.id}`).toHaveLength(5)
  })

  test('a second click finds the device there', async () => {
    const { browser, clock, ids } = await atAccount(sql)
    const seed = seedOn(await browser.get(paths.newDevice))
    const form = { device_name: 'HP Baru', code: codeAt(clock(), 0, seed) }
    const answers = [
      await browser.post(paths.newDevice, form),
      await browser.post(paths.newDevice, form),
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await ids()).toHaveLength(2)
  })

  test('waits after five QR codes in an hour', async () => {
    const { person, browser } = await atAccount(sql)
    await sql`
      insert into enrolments (id, person, browser, key_id, sealed, started_at, expires_at)
      select gen_random_uuid(), ${person.id}, gen_random_uuid(), 's1', 'x',
        '2026-11-21T11:59:00+07:00', '2026-11-21T12:14:00+07:00' from generate_series(1, 5)`
    const waits = await browser.get(paths.newDevice)
    expect(waits.status).toBe(429)
    expect(waits.body).toContain('QR sudah diminta 5 kali dalam satu jam.')
  })
})

describe('/akun/perangkat/:id/pengganti', () => {
  test('puts the new device in the old one’s place, even the only one, and even by its name', async () => {
    const { person, browser, clock, at, enrol, ids, kinds } = await atAccount(sql)
    const [old = ''] = await ids()
    const page = await browser.get(paths.deviceReplacement(old))
    expect(page.body).toContain('Perangkat lama tetap berlaku sampai kode perangkat baru ini cocok')
    const seed = seedOn(page)
    const done = await enrol(paths.deviceReplacement(old), 'HP Samsung')
    expect(done.headers.get('Location')).toBe(paths.devicesAfter('diganti'))
    expect(await ids()).toEqual([expect.not.stringMatching(old)])
    expect(await kinds()).toEqual(['deviceReplaced'])
    at(60)
    const other = visitor(sql, { deps: { clock } })
    await other.get(paths.signIn)
    await typePassword(other, person)
    const wrong = await other.post(paths.code, { code: codeAt(clock()) })
    expect(wrong.body).toContain('Kode ini dari QR lama (HP Samsung')
    expect((await other.send(paths.code, { code: codeAt(clock(), 0, seed) })).path).toBe(paths.home)
  })

  test('leaves the old one in use until then', async () => {
    const { browser, ids } = await atAccount(sql)
    const [old = ''] = await ids()
    await browser.get(paths.deviceReplacement(old))
    await browser.post(paths.deviceReplacement(old), { device_name: 'HP Baru', code: '1' })
    expect(await ids()).toEqual([old])
  })

  test('leads a second click to the devices', async () => {
    const { browser, enrol, ids } = await atAccount(sql)
    const [old = ''] = await ids()
    await enrol(paths.deviceReplacement(old), 'HP Baru')
    expect((await browser.open(paths.deviceReplacement(old))).path).toBe(paths.devices)
  })
})

describe('/akun/perangkat/:id/nama', () => {
  test('gives the device another name', async () => {
    const { browser, ids, kinds } = await atAccount(sql, two)
    const [id = ''] = await ids()
    await browser.get(paths.deviceName(id))
    const done = await browser.send(paths.deviceName(id), { device_name: 'HP Lama' })
    expect(done.body).toContain('HP Lama')
    expect(await kinds()).toEqual(['deviceRenamed'])
  })

  test('renames once for a second click, and tells it once', async () => {
    const { browser, ids, kinds } = await atAccount(sql, two)
    const [id = ''] = await ids()
    await browser.get(paths.deviceName(id))
    const post = () => browser.post(paths.deviceName(id), { device_name: 'HP Lama' })
    for (const { headers } of [await post(), await post()])
      expect(headers.get('Location')).toBe(paths.devicesAfter('dinamai'))
    expect(await kinds()).toEqual(['deviceRenamed'])
  })

  test.each([
    ['', 'Beri nama perangkat'],
    ['TABLET', 'Nama perangkat ini sudah dipakai.'],
  ])('refuses %j', async (device_name, text) => {
    const { browser, ids, kinds } = await atAccount(sql, two)
    const [id = ''] = await ids()
    await browser.get(paths.deviceName(id))
    const refused = await browser.post(paths.deviceName(id), { device_name })
    expect([refused.status, refused.body.includes(text)]).toEqual([422, true])
    expect(await kinds()).toEqual([])
  })
})

describe('/akun/perangkat/:id/penghapusan', () => {
  test('asks first, and removes the device', async () => {
    const { browser, ids, kinds } = await atAccount(sql, two)
    const [id = '', other] = await ids()
    expect((await browser.get(paths.deviceRemoval(id))).body).toContain('Hapus HP?')
    const done = await browser.post(paths.deviceRemoval(id))
    expect(done.headers.get('Location')).toBe(paths.devicesAfter('dihapus'))
    expect(await ids()).toEqual([other])
    expect(await kinds()).toEqual(['deviceRemoved'])
    expect((await browser.open(paths.deviceRemoval(id))).path).toBe(paths.devices)
  })

  test('refuses the last one, asked or posted, with htmx and without', async () => {
    const { browser, ids, clock } = await atAccount(sql)
    const [id = ''] = await ids()
    expect((await browser.get(paths.deviceRemoval(id))).body).toContain(LAST)
    const part = visitor(sql, { cookies: browser.cookies, htmx: true, deps: { clock } })
    await part.get(paths.password)
    for (const one of [browser, part]) {
      await one.get(paths.password)
      const refused = await one.post(paths.deviceRemoval(id))
      expect([refused.status, refused.body.includes(LAST)]).toEqual([422, true])
    }
    expect(await ids()).toEqual([id])
  })
})

describe('T-MATRIX another person’s device', () => {
  test.each([paths.deviceName, paths.deviceReplacement, paths.deviceRemoval])(
    'is not there, by GET and POST: %s',
    async (path) => {
      const theirs = await atAccount(sql, two)
      const [id = ''] = await theirs.ids()
      const { browser } = await atAccount(sql, two)
      await browser.get(paths.password)
      expect((await browser.get(path(id))).status).toBe(404)
      expect((await browser.post(path(id), { device_name: 'x', code: '123456' })).status).toBe(404)
      expect(await theirs.ids()).toHaveLength(2)
      expect(await theirs.kinds()).toEqual([])
    },
  )
})

test('a form whose token is another session’s comes back filled, and changes nothing', async () => {
  const { browser, ids, kinds } = await atAccount(sql, two)
  const [id = ''] = await ids()
  const STALE = 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.'
  const form = { csrf: 'x', device_name: 'HP Lama' }
  for (const path of [
    paths.newDevice,
    paths.deviceName(id),
    paths.deviceReplacement(id),
    paths.deviceRemoval(id),
  ]) {
    const stale = await browser.post(path, form)
    expect([stale.status, stale.body.includes(STALE)]).toEqual([403, true])
  }
  expect(await kinds()).toEqual([])
})
