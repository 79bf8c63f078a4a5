import { describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { HoldId } from '#domain/archive/hold.ts'
import type { WantedHold } from '#domain/archive/place-hold.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { after } from '#domain/instant.ts'
import {
  agreeToLifting,
  askForLifting,
  refuseLifting,
  renewReview,
} from '#src/store/archive/change-hold.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { addRecord } from '#test/support/archive.ts'
import { expectDenied, looksOf, underAuditor } from '#test/support/auditor.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { actAt } from '#test/support/destruction.ts'
import { wantedHold } from '#test/support/holds.ts'
import { acting } from '#test/support/role-acts.ts'
import { passwords } from '#test/support/secrets.ts'
import { logOf } from '#test/support/tlog.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

const owner = await testDatabase()
const sql = asApplication(owner)
const hash = await passwords.hash('Jeruk-Bali-Manis-71')
const DAY = 86_400
const reason = 'Putusan sudah berkekuatan hukum tetap.' as Reason

async function inHat(role: Role, agency?: AgencyId) {
  const { person, browser } = await inOffice(owner, { role, hash, ...(agency && { agency }) })
  return { person, browser }
}

/** Two legal officers, and somebody of their agency with one record, who is held. */
async function heldBy(fields: Partial<WantedHold> = {}) {
  const agency = await addAgency(owner)
  await owner`update agencies set name = ${`Kota ${agency}`} where id = ${agency}`
  const first = await acting(owner, { role: 'legalOfficer', agency, hash, name: 'Ani Penahan' })
  const second = await acting(owner, { role: 'legalOfficer', agency, hash, name: 'Budi Pencabut' })
  const subject = await addPerson(owner, { agency, hash, name: 'Nama Pemilik' })
  const record = await addRecord(owner, { person: subject.id, stage: 'active', slot: 'Rahasia' })
  const id = crypto.randomUUID() as HoldId
  const wanted = wantedHold({ person: subject.id, agency, id, ...fields })
  expect(await placeHold(sql, wanted, first)).toMatchObject({ ok: true })
  return { id, agency, first, second, subject, record }
}

/** Reviewed, kept once, and lifted by two after three days. */
async function lifted() {
  const one = await heldBy()
  const { id, first, second } = one
  const [asking, agreeing] = [
    await actAt(owner, first, after(NOW, DAY)),
    await actAt(owner, second, after(NOW, 3 * DAY)),
  ]
  const done = [
    await renewReview(sql, { id, act: asking, until: { year: 2027, month: 8, day: 9 } }),
    await askForLifting(sql, { id, act: asking, reason }),
    await refuseLifting(sql, { id, act: agreeing }),
    await askForLifting(sql, { id, act: asking, reason }),
    await agreeToLifting(sql, { id, act: agreeing }),
  ]
  expect(done.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
  await logOf(owner).sequence()
  return one
}

describe('an auditor of holds', () => {
  test('sees those of all agencies, or of one, of days and of a state', async () => {
    const [one, other] = [await heldBy(), await lifted()]
    const { browser } = await inHat('auditor')
    const ask = async (query: string) => {
      const { body } = await browser.get(`${paths.auditedHolds}${query}`)
      return [one, other].filter(({ id }) => body.includes(paths.auditedHold(id)))
    }
    expect(await ask('')).toEqual([one, other])
    expect(await ask(`?instansi=Kota+${other.agency}`)).toEqual([other])
    expect(await ask('?keadaan=berlaku')).toEqual([one])
    expect(await ask('?keadaan=dicabut')).toEqual([other])
    expect(await ask('?mulai=2026-11-21&akhir=2026-11-21')).toEqual([one, other])
    expect(await ask('?mulai=2026-11-22')).toEqual([])
    expect(await ask('?akhir=2026-11-20')).toEqual([])
    const wrong = await browser.get(`${paths.auditedHolds}?mulai=2026-02-30`)
    expect(wrong.body).toContain('Tanggal mulai tidak ada di kalender.')
    expect(await ask('?mulai=2026-02-30')).toEqual([])
  })

  test('walks from page to page by key and misses none', async () => {
    const first = await heldBy()
    for (let n = 0; n < 30; n += 1)
      await placeHold(
        sql,
        wantedHold({ person: first.subject.id, agency: first.agency }),
        first.first,
      )
    const { browser } = await inHat('auditor')
    const query = `?instansi=Kota+${first.agency}`
    const { body } = await browser.get(`${paths.auditedHolds}${query}`)
    const [, next = ''] = /href="([^"]+setelah=[^"]+)"/.exec(body) ?? []
    const rest = await browser.get(next.replaceAll('&amp;', '&'))
    const held = (text: string) => new Set(text.match(/penahanan\/[0-9a-f-]{36}/g))
    expect(held(body).size).toBe(30)
    expect(held(rest.body).size).toBe(1)
    expect(new Set([...held(body), ...held(rest.body)]).size).toBe(31)
  })

  test('sees who placed, reviewed, kept and lifted it, why, after how long, and where the log has it', async () => {
    const { id } = await lifted()
    const { browser } = await inHat('auditor')
    const { body } = await browser.get(paths.auditedHold(id))
    expect(body).toContain('Penetapan pengadilan tata usaha negara')
    expect(body).toContain('12/G/2026/PTUN.JKT')
    expect(body).toContain('Ditinjau; tinjauan berikutnya 9 Agustus 2027')
    expect(body).toContain('Pencabutan ditolak atau ditarik kembali; penahanan tetap berlaku')
    expect(body).toContain(reason)
    expect(body).toMatch(/Pencabutan disetujui<\/dt><dd>Budi Pencabut, 24 November 2026/)
    expect(body).toMatch(/Menunggu persetujuan<\/dt><dd>2 hari/)
    expect(body).toMatch(/Lama penahanan<\/dt><dd>3 hari/)
    expect(body).toContain('Oleh Ani Penahan, unit hukum')
    const [row] = await owner`
      select l.index from archive.events e join archive.log_leaves l on l.event = e.id
      where e.name = 'holdLifted' and e.body ->> 'hold' = ${id} and e.record is null`
    expect(body).toContain(`</span>${row?.['index']}</td>`)
    expect(body).not.toMatch(/<form[^>]*penahanan/)
    expect(body).not.toContain('/instansi/penahanan')
  })

  test('sees what it is on by type alone, and where it came too late, with the proof', async () => {
    const { id, subject } = await heldBy()
    const gone = await addRecord(owner, { person: subject.id, stage: 'destroyed', type: 'cpns' })
    await owner`
      insert into archive.events (id, record, n, person, at, name, body, salt)
      values (${crypto.randomUUID()}, ${gone}, 1, ${subject.id}, ${NOW}, 'recordDestroyed',
        ${owner.json({ batch: crypto.randomUUID() })}, ${Buffer.alloc(32)})`
    await logOf(owner).sequence()
    const { browser } = await inHat('auditor')
    const { body } = await browser.get(paths.auditedHold(id))
    expect(body).toContain(`NIP …${subject.nip.slice(-4)}`)
    for (const kept of ['Nama Pemilik', subject.nip, 'Rahasia']) expect(body).not.toContain(kept)
    const [row] = await owner`
      select l.index from archive.events e join archive.log_leaves l on l.event = e.id
      where e.record = ${gone}`
    expect(body).toMatch(
      new RegExp(
        `Terlambat: kuncinya dimusnahkan 21 November.+?</span>${row?.['index']}</td>`,
        's',
      ),
    )
  })

  test('sees one that a restore placed, which no agency looks after', async () => {
    const { id, subject } = await heldBy()
    const { person } = await inHat('nationalAdmin')
    await owner`
      insert into archive.holds (id, person, basis, case_no, review_on, placed_by, placed_as, placed_at)
      select gen_random_uuid(), ${subject.id}, 'Basis data dipulihkan.', 'restoreReview', '2026-12-21',
        m.person, m.id, ${NOW} from mandates m where m.person = ${person.id}`
    const [restored] = await owner<{ id: string }[]>`
      select id from archive.holds where person = ${subject.id} and id <> ${id}`
    const { browser } = await inHat('auditor')
    const { status, body } = await browser.get(paths.auditedHold(restored?.id ?? ''))
    expect(status).toBe(200)
    expect(body).toContain('Peninjauan setelah pemulihan')
    expect(body).toContain('Tanpa instansi, dipasang saat basis data dipulihkan')
  })
})

describe('a hold that its subject must not know', () => {
  test('is read by auditors with basis and case, and leaves nothing that its subject reads', async () => {
    const { id, subject } = await heldBy({ silent: true })
    const { browser } = await inHat('auditor')
    const { body } = await browser.get(paths.auditedHold(id))
    expect(body).toContain('Dirahasiakan dari pegawai')
    expect(body).toContain('12/G/2026/PTUN.JKT')
    expect(await owner`select kind from events where person = ${subject.id}`).toEqual([])
    expect(await owner`select from archive.notices where person = ${subject.id}`).toHaveLength(0)
  })

  test('is not there for an auditor whom it is on, who sees all others', async () => {
    const { person, browser } = await inHat('auditor')
    const agency = await addAgency(owner)
    await owner`update agencies set name = 'Kota Auditor' where id = ${agency}`
    await owner`update people set agency = ${agency} where id = ${person.id}`
    const legal = await acting(owner, { role: 'legalOfficer', agency, hash })
    const place = async (silent: boolean) => {
      const wanted = wantedHold({
        person: person.id,
        agency,
        silent,
        id: crypto.randomUUID() as HoldId,
      })
      expect(await placeHold(sql, wanted, legal)).toMatchObject({ ok: true })
      return wanted.id
    }
    const [silent, told] = [await place(true), await place(false)]
    const list = await browser.get(`${paths.auditedHolds}?instansi=Kota+Auditor`)
    expect(list.body).toContain(paths.auditedHold(told))
    expect(list.body).not.toContain(paths.auditedHold(silent))
    expect((await browser.get(paths.auditedHold(told))).status).toBe(200)
    expect((await browser.get(paths.auditedHold(silent))).status).toBe(404)
  })
})

describe('the pages of holds for auditors', () => {
  test('are for nobody else, not even for who placed it, and take no POST', async () => {
    const { id, agency } = await heldBy()
    const places = [paths.auditedHolds, paths.auditedHold(id)]
    for (const role of ['legalOfficer', 'nationalAdmin'] as const) {
      const { browser } = await inHat(role, agency)
      for (const path of places) expect((await browser.get(path)).status).toBe(404)
    }
    const { browser } = await inHat('auditor')
    for (const path of places) expect((await browser.post(path, {})).status).toBe(404)
    for (const path of [paths.holds, paths.hold(id), paths.holdLift(id)])
      expect((await browser.get(path)).status).toBe(404)
  })

  test('R-AU-01 keep who looked at what before it is shown', async () => {
    const { id, agency } = await heldBy()
    const { person, browser } = await inHat('auditor')
    await browser.get(
      `${paths.auditedHolds}?keadaan=tinjau&instansi=Kota+${agency}&mulai=2026-11-01`,
    )
    await browser.get(paths.auditedHold(id))
    await browser.get(paths.auditedHold(crypto.randomUUID()))
    expect(await looksOf(owner, person.id)).toEqual([
      { of: 'holds', state: 'due', agency, from: '2026-11-01' },
      { of: 'hold', hold: id },
    ])
  })

  test.each([
    'select lift_reason from archive.holds',
    'select person from archive.records',
    'select slot from archive.records',
    'select stage from archive.records',
    'select salt from archive.events',
    'update archive.holds set review_on = review_on',
    'delete from archive.holds',
    'insert into archive.holds select * from archive.holds',
  ])('are read by a role that reads no more and changes nothing: %s', async (statement) => {
    await expectDenied(sql, statement)
  })

  test('show that role of the archive no event but what offices did with lists and holds', async () => {
    const { subject, record } = await heldBy()
    await owner`
      insert into archive.events (id, record, n, person, at, name, body, salt)
      values (${crypto.randomUUID()}, ${record}, 99, ${subject.id}, ${NOW}, 'recordVerified', '{}', ${Buffer.alloc(32)})`
    const seen = await underAuditor(
      sql,
      (tx) => tx<{ name: string }[]>`
      select distinct name from archive.events where person = ${subject.id}`,
    )
    expect(seen).toEqual([{ name: 'holdPlaced' }])
  })
})
