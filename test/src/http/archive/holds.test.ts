import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { type Browser, codeAt, inOffice, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

const FORM = {
  cakupan: 'semua',
  dasar: 'Penetapan pengadilan tata usaha negara',
  nomor: '12/G/2026/PTUN.JKT',
  tinjau: '2027-03-01',
  rahasia: 'tidak',
}

const REASON = { 'alasan-cabut': 'Putusan sudah berkekuatan hukum tetap.' }

async function legalUnit() {
  const agency = await addAgency(sql)
  const office = { role: 'legalOfficer', agency } as const
  const first = await inOffice(sql, office)
  const second = await inOffice(sql, office)
  const person = await addPerson(sql, { agency })
  const record = await addRecord(sql, { person: person.id, stage: 'waitingPeriod' })
  return {
    agency,
    first: first.browser,
    second: second.browser,
    officer: first.person,
    person,
    record,
  }
}

async function place(browser: Browser, person: string, fields: Partial<typeof FORM> = {}) {
  await browser.get(paths.newHoldOn(person))
  return browser.post(paths.newHoldOn(person), { ...FORM, ...fields })
}

async function holdOn(person: string) {
  const [hold] = await sql<{ id: string; silent: boolean; lifted: boolean }[]>`
    select id, silent, lifted_at is not null as lifted from archive.holds where person = ${person}`
  return hold
}

describe('T24 over HTTP', () => {
  test('a NIP leads to the form, and that to the hold', async () => {
    const { first, person } = await legalUnit()
    const found = await first.open(`${paths.newHold}?cari=${person.nip}`)
    expect(found.path).toBe(paths.newHoldOn(person.id))
    const placed = await first.send(paths.newHoldOn(person.id), FORM)
    expect(placed.body).toContain('Sejak sekarang arsip yang ditahan tidak dapat dimusnahkan.')
    expect(placed.body).toContain('12/G/2026/PTUN.JKT')
    const list = await first.get(paths.holds)
    expect(list.body).toContain(paths.hold((await holdOn(person.id))?.id ?? ''))
  })

  test('takes what waits for destruction out of it', async () => {
    const { first, person, record } = await legalUnit()
    await place(first, person.id, { cakupan: `arsip:${record}` })
    const [row] = await sql`select stage, held from archive.records where id = ${record}`
    expect(row).toEqual({ stage: 'inactive', held: true })
  })

  test('what it comes too late for is said first, with what there is to answer', async () => {
    const { first, person } = await legalUnit()
    await addRecord(sql, { person: person.id, type: 'cpns', stage: 'destroyed' })
    const form = await first.get(paths.newHoldOn(person.id))
    expect(form.body).toContain('Sudah musnah, sehingga tidak dapat ditahan lagi: SK CPNS.')
    const { body } = await first.send(paths.newHoldOn(person.id), FORM)
    expect(body).not.toContain('Sejak sekarang arsip yang ditahan tidak dapat dimusnahkan.')
    expect(body).toContain('Penahanan ini terlambat bagi 1 dari 2 arsip')
    expect(body).toContain('Terlambat: kuncinya dimusnahkan')
  })

  test('what is wrong comes back with what was typed, and nothing is held', async () => {
    const { first, person } = await legalUnit()
    const answer = await place(first, person.id, { dasar: 'Surat', tinjau: '2026-11-21' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Tulis dasar penahanan sedikitnya 10 huruf; Anda mengetik 5.')
    expect(answer.body).toContain('12/G/2026/PTUN.JKT')
    const late = await place(first, person.id, { tinjau: '2026-11-21' })
    expect(late.body).toContain('Tanggal tinjau harus sesudah hari ini.')
    expect(await holdOn(person.id)).toBeUndefined()
  })

  test('R-AD-01 nobody of another agency is there, by GET and by POST', async () => {
    const { first } = await legalUnit()
    const stranger = await addPerson(sql)
    await addRecord(sql, { person: stranger.id })
    expect((await first.get(paths.newHoldOn(stranger.id))).status).toBe(404)
    expect((await first.post(paths.newHoldOn(stranger.id), FORM)).status).toBe(404)
    const sought = await first.get(`${paths.newHold}?cari=${stranger.nip}`)
    expect(sought.body).toContain('Tidak ada pegawai yang cocok di instansi Anda.')
    expect(await holdOn(stranger.id)).toBeUndefined()
  })

  test('T-LEAK looking somebody up leaves no trace that they would read', async () => {
    const { first, person } = await legalUnit()
    await place(first, person.id, { rahasia: 'ya' })
    const events = await sql`select kind from events where person = ${person.id}`
    expect(events).toEqual([])
    expect((await holdOn(person.id))?.silent).toBe(true)
  })

  test('R-SE-06 is not placed without a second factor of the last five minutes', async () => {
    const { clock, at } = testClock()
    const agency = await addAgency(sql)
    const office = { role: 'legalOfficer', agency } as const
    const { browser } = await inOffice(sql, office, { deps: { clock } })
    const person = await addPerson(sql, { agency })
    const now = at(360)
    const asked = await place(browser, person.id)
    expect(asked.body).toContain('Ketik Kode OTP dari aplikasi autentikator Anda.')
    expect(await holdOn(person.id)).toBeUndefined()
    await browser.post(paths.newHoldOn(person.id), { ...FORM, otp: codeAt(now) })
    expect(await holdOn(person.id)).toBeDefined()
  })
})

describe('T25 over HTTP', () => {
  test('one asks, another agrees', async () => {
    const { first, second, person } = await legalUnit()
    await place(first, person.id)
    const id = (await holdOn(person.id))?.id ?? ''
    await first.get(paths.holdLift(id))
    const asked = await first.send(paths.holdLift(id), REASON)
    expect(asked.body).toContain('Penahanan tetap berlaku sampai pejabat unit hukum lain')
    const own = await first.post(paths.holdLift(id), { keputusan: 'cabut' })
    expect(own.status).toBe(422)
    expect(own.body).toContain('Pencabutan ini harus disetujui pejabat unit hukum lain.')
    const waiting = await second.get(paths.holdsIn('pencabutan'))
    expect(waiting.body).toContain(paths.hold(id))
    await second.get(paths.holdLift(id))
    const lifted = await second.send(paths.holdLift(id), { keputusan: 'cabut' })
    expect(lifted.body).toContain('Penahanan dicabut.')
    expect((await holdOn(person.id))?.lifted).toBe(true)
  })

  test('another may keep it on, and review it', async () => {
    const { first, second, person } = await legalUnit()
    await place(first, person.id)
    const id = (await holdOn(person.id))?.id ?? ''
    await first.get(paths.holdLift(id))
    await first.post(paths.holdLift(id), REASON)
    await second.get(paths.holdLift(id))
    const kept = await second.send(paths.holdLift(id), { keputusan: 'tetap' })
    expect(kept.body).toContain('Penahanan tetap berlaku.')
    const reviewed = await second.send(paths.holdReview(id), { tinjau: '2027-06-01' })
    expect(reviewed.body).toContain('Ditinjau; tinjauan berikutnya 1 Juni 2027')
  })

  test('R-AD-01 to another agency there is no such hold, by GET and by POST', async () => {
    const { first, person } = await legalUnit()
    const { first: stranger } = await legalUnit()
    await place(first, person.id)
    const id = (await holdOn(person.id))?.id ?? ''
    await stranger.get(paths.newHold)
    for (const path of [paths.hold(id), paths.holdLift(id), paths.holdReview(id)])
      expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(paths.holdLift(id), REASON)).status).toBe(404)
    expect((await stranger.post(paths.holdReview(id), { tinjau: '2027-06-01' })).status).toBe(404)
  })

  test('what is on a record of theirs is seen by whoever has it in custody, and not changed', async () => {
    const { first, person } = await legalUnit()
    const other = await legalUnit()
    await place(first, person.id)
    await sql`update archive.records set agency = ${other.agency} where person = ${person.id}`
    const id = (await holdOn(person.id))?.id ?? ''
    const seen = await other.first.get(paths.hold(id))
    expect(seen.body).toContain('Penahanan ini dipasang instansi lain')
    expect((await other.first.post(paths.holdLift(id), REASON)).status).toBe(404)
  })
})

describe('R-AD-01 a silent hold is kept from whom it is on, whatever office they have', () => {
  async function heldOfficer(role: Role) {
    const { agency, first } = await legalUnit()
    const { browser, person } = await inOffice(sql, { role, agency })
    const record = await addRecord(sql, { person: person.id, stage: 'retentionEnded' })
    await sql`update archive.records set retention_end = '2020-12-31' where id = ${record}`
    await place(first, person.id, { rahasia: 'ya' })
    const hold = await holdOn(person.id)
    expect(hold?.silent).toBe(true)
    return { first, browser, person, record, id: hold?.id ?? '' }
  }

  test('their list of holds has it not, nor does it open, unlike for who placed it', async () => {
    const { first, browser, id } = await heldOfficer('legalOfficer')
    expect((await first.get(paths.holds)).body).toContain(paths.hold(id))
    expect((await browser.get(paths.holds)).body).not.toContain(paths.hold(id))
    expect((await browser.get(paths.hold(id))).status).toBe(404)
    expect((await browser.get(paths.newHoldOn((await personOf(id)) ?? ''))).body).not.toContain(
      'sudah ditahan',
    )
  })

  test('nor do the pages of retention say it of their own records', async () => {
    const { browser, person, record } = await heldOfficer('archivist')
    const places = [
      paths.retentionOfRecord(record),
      paths.retentionOfPerson(person.id),
      paths.retentionEnded,
    ]
    for (const place of places) {
      const { status, body } = await browser.get(place)
      expect([place, status]).toEqual([place, 200])
      expect(body).not.toMatch(/"state bad">ditahan|Ditahan unit hukum|<dt>Penahanan/)
    }
  })
})

async function personOf(hold: string): Promise<string | undefined> {
  const [row] = await sql<{ person: string }[]>`select person from archive.holds where id = ${hold}`
  return row?.person
}
