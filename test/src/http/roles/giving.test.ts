import { describe, expect, test } from 'vitest'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  askOverHttp,
  decideOverHttp,
  endOverHttp,
  requestAbout,
  rolesHeld,
} from '#test/support/giving.ts'
import { codeAt, inOffice, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function chiefs() {
  const agency = await addAgency(sql)
  const one = await inOffice(sql, { role: 'agencyAdmin', agency })
  const other = await inOffice(sql, { role: 'agencyAdmin', agency })
  return { agency, one, other }
}

describe('a role is given over two desks', () => {
  test('one asks, the other sees who, to whom, for how long and why, and says yes', async () => {
    const { agency, one, other } = await chiefs()
    const person = await addPerson(sql, { agency, name: 'Sari Wulandari' })
    const asked = await askOverHttp(one.browser, person, 'officer')
    expect(asked.headers.get('Location')).toBe(`${paths.roles}?hasil=diusulkan`)
    const list = await other.browser.get(paths.roles)
    expect(list.body).toContain('Sari Wulandari')
    const id = await requestAbout(sql, person.id)
    const page = await other.browser.get(paths.roleRequest(id))
    for (const text of [
      'Sari Wulandari',
      'Petugas BKPSDM',
      '21 November 2026 sampai 20 November 2027',
      'Menggantikan petugas yang pensiun.',
      one.person.name,
    ])
      expect(page.body).toContain(text)
    await decideOverHttp(other.browser, id, 'approved')
    expect(await rolesHeld(sql, person.id)).toEqual(['officer'])
    const done = await other.browser.get(`${paths.roles}?hasil=diberikan`)
    expect(done.body).toContain('Peran diberikan.')
    expect(done.body).toContain('Sari Wulandari')
  })

  test('the one who asked is offered to take it back, and nothing else works', async () => {
    const { agency, one } = await chiefs()
    const person = await addPerson(sql, { agency })
    await askOverHttp(one.browser, person, 'verifier')
    const id = await requestAbout(sql, person.id)
    const page = await one.browser.get(paths.roleRequest(id))
    expect(page.body).toContain('Tarik kembali')
    expect(page.body).not.toContain('Setujui')
    const approved = await decideOverHttp(one.browser, id, 'approved')
    expect(approved.status).toBe(422)
    expect(approved.body).toContain('Permintaan ini harus disetujui petugas lain.')
    const back = await decideOverHttp(one.browser, id, 'withdrawn')
    expect(back.headers.get('Location')).toBe(`${paths.roles}?hasil=ditarik`)
    expect(await rolesHeld(sql, person.id)).toEqual([])
  })

  test('R-SE-06 with an old second factor the form asks for a code, and keeps what was typed', async () => {
    const { clock, at } = testClock()
    const agency = await addAgency(sql)
    const visit = { deps: { clock } }
    const one = await inOffice(sql, { role: 'agencyAdmin', agency }, visit)
    await inOffice(sql, { role: 'agencyAdmin', agency })
    const person = await addPerson(sql, { agency })
    at(301)
    const refused = await askOverHttp(one.browser, person, 'officer')
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Menggantikan petugas yang pensiun.')
    expect(refused.body).toContain('name="otp"')
    expect(await requestAbout(sql, person.id)).toBe('')
    const form = { role: 'officer', unit: '', from: '2026-11-21', until: '2027-11-20' }
    const asked = await one.browser.post(paths.newRoleFor(person.id), {
      ...form,
      reason: 'Menggantikan petugas yang pensiun.',
      otp: codeAt(clock()),
    })
    expect(asked.headers.get('Location')).toBe(`${paths.roles}?hasil=diusulkan`)
  })

  test.each<[string, Parameters<typeof askOverHttp>[3], string]>([
    ['without a reason', { reason: 'karena' }, 'Alasan sedikitnya 20 huruf; Anda mengetik 6.'],
    ['for too long', { until: '2029-01-01' }, 'Peran berlaku paling lama 2 tahun.'],
    ['from yesterday', { from: '2026-11-20' }, 'Peran mulai paling awal hari ini.'],
    ['without an end', { until: '' }, 'Ketik tanggal akhir.'],
    ['for a unit that is none', { unit: 'x' }, 'Unit itu tidak ada di instansi ini.'],
  ])('%s is refused with what to do', async (_, fields, text) => {
    const { agency, one } = await chiefs()
    const person = await addPerson(sql, { agency })
    const answer = await askOverHttp(one.browser, person, 'officer', fields)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    expect(await requestAbout(sql, person.id)).toBe('')
  })

  test('somebody without a second factor is told so before any form is shown', async () => {
    const { agency, one } = await chiefs()
    const person = await addPerson(sql, { agency, mfa: 'reactivation' })
    await one.browser.get(paths.newRole)
    const page = await one.browser.send(paths.newRole, { nip: person.nip })
    expect(page.body).toContain('MFA pegawai ini belum aktif.')
    expect(page.body).not.toContain('name="reason"')
  })

  test('R-AD-01 nobody of another agency is found, by number or by address', async () => {
    const { one } = await chiefs()
    const { nip, id } = await addPerson(sql)
    await one.browser.get(paths.newRole)
    const answers = [
      await one.browser.post(paths.newRole, { nip }),
      await one.browser.get(paths.newRoleFor(id)),
      await askOverHttp(one.browser, { nip, id }, 'officer'),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toContain('Pegawai dengan NIP ini tidak ditemukan di instansi Anda.')
    }
    expect(await sql`select from events where person = ${id}`).toHaveLength(0)
  })

  test('of a unit reaches that unit alone', async () => {
    const { agency, one, other } = await chiefs()
    const unit = await addUnit(sql, agency)
    const person = await addPerson(sql, { agency })
    await askOverHttp(one.browser, person, 'officer', { unit })
    await decideOverHttp(other.browser, await requestAbout(sql, person.id), 'approved')
    const [kept] = await sql`select unit from mandates where person = ${person.id}`
    expect(kept).toEqual({ unit })
  })
})

describe('a role is ended by one', () => {
  test('with a reason, at once, and its holder wears it no more', async () => {
    const { agency, one } = await chiefs()
    const officer = await inOffice(sql, { role: 'officer', agency })
    const [mandate] = await sql<
      { id: string }[]
    >`select id from mandates where person = ${officer.person.id}`
    const ended = await endOverHttp(one.browser, mandate?.id ?? '')
    expect(ended.headers.get('Location')).toBe(`${paths.roles}?hasil=diakhiri`)
    expect((await officer.browser.get(paths.home)).body).not.toContain('Petugas BKPSDM')
    const record = await officer.browser.get(paths.record)
    expect(record.body).toContain('Peran petugas BKPSDM diakhiri')
    expect(record.body).toContain('Pindah tugas ke bidang yang lain.')
  })

  test('but not the last admin of an agency, who is told why', async () => {
    const agency = await addAgency(sql)
    const { person } = await inOffice(sql, { role: 'agencyAdmin', agency })
    const nation = await inOffice(sql, { role: 'nationalAdmin' })
    const [mandate] = await sql<
      { id: string }[]
    >`select id from mandates where person = ${person.id}`
    const refused = await endOverHttp(nation.browser, mandate?.id ?? '')
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Ini admin terakhir instansi itu.')
    expect(await rolesHeld(sql, person.id)).toEqual(['agencyAdmin'])
  })
})

describe('a list of roles', () => {
  test('shows those in force, to come, that end soon and that ended', async () => {
    const { agency, one } = await chiefs()
    const person = await addPerson(sql, { agency, name: 'Rina Soeratman', role: 'archivist' })
    const shownIn = async () => {
      const states = ['inForce', 'coming', 'endsSoon', 'over']
      const pages = await Promise.all(
        states.map((state) => one.browser.get(`${paths.roles}?keadaan=${state}`)),
      )
      return states.filter((_, at) => pages[at]?.body.includes('Rina Soeratman'))
    }
    const set = (from: string, until: string) => sql`
      update mandates set valid_from = ${from}, valid_to = ${until} where person = ${person.id}`
    await set('2026-01-01', '2027-06-01')
    expect(await shownIn()).toEqual(['inForce'])
    await set('2026-01-01', '2026-12-01')
    expect(await shownIn()).toEqual(['inForce', 'endsSoon'])
    await set('2026-12-01', '2027-12-01')
    expect(await shownIn()).toEqual(['coming'])
    await set('2026-01-01', NOW.toISOString())
    expect(await shownIn()).toEqual(['over'])
    const filtered = await one.browser.get(`${paths.roles}?keadaan=over&peran-dicari=officer`)
    expect(filtered.body).not.toContain('Rina Soeratman')
  })
})
