import { describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { CustodyId } from '#domain/archive/custody.ts'
import { acceptOffer, addOffer, endOffer } from '#src/store/archive/custody/hand-over.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { expectDenied, looksOf } from '#test/support/auditor.ts'
import { addAgency, addPerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { acting } from '#test/support/role-acts.ts'
import { passwords } from '#test/support/secrets.ts'
import { logOf } from '#test/support/tlog.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

const owner = await testDatabase()
const sql = asApplication(owner)
const hash = await passwords.hash('Jeruk-Bali-Manis-71')

async function inHat(role: Role, agency?: AgencyId) {
  const { person, browser } = await inOffice(owner, { role, hash, ...(agency && { agency }) })
  return { person, browser }
}

async function archivist(name: string) {
  const agency = await addAgency(owner)
  await owner`update agencies set name = ${`Kota ${name} ${agency}`} where id = ${agency}`
  return { agency, act: await acting(owner, { role: 'archivist', agency, hash, name }) }
}

/** The archive of somebody who moved, one record with one version, offered to where they work now. */
async function offered() {
  const [giver, receiver] = [await archivist('Ani Pemberi'), await archivist('Budi Penerima')]
  const person = await addPerson(owner, { agency: giver.agency, hash, name: 'Nama Pemilik' })
  const record = await addRecord(owner, { person: person.id, stage: 'active', slot: 'Rahasia' })
  await addVersion(owner, { record, status: 'verified', verifiedBy: giver.act.id })
  await owner`update people set agency = ${receiver.agency} where id = ${person.id}`
  const id = crypto.randomUUID() as CustodyId
  expect(await addOffer(sql, { id, person: person.id }, giver.act)).toMatchObject({ ok: true })
  return { id, giver, receiver, person, record }
}

/** Accepted with a record that came since it was offered. */
async function accepted() {
  const one = await offered()
  const { id, giver, receiver, person } = one
  const agency = giver.agency
  const added = await addRecord(owner, { person: person.id, agency, type: 'cpns', stage: 'active' })
  const note = 'SK CPNS ditemukan kemudian.'
  const acceptance = { id, agreedTo: `added ${added}`, note }
  expect(await acceptOffer(sql, acceptance, receiver.act)).toMatchObject({ ok: true })
  await logOf(owner).sequence()
  return { ...one, added }
}

async function leafIn(record: string | null, name: string) {
  const [row] = await owner<{ index: number }[]>`
    select l.index from archive.events e join archive.log_leaves l on l.event = e.id
    where e.record is not distinct from ${record} and e.name = ${name} order by l.index desc limit 1`
  return row?.index
}

describe('an auditor of custody', () => {
  test('sees what all agencies offered, or one gave or got, of days and of a state', async () => {
    const [one, other] = [await offered(), await accepted()]
    const { browser } = await inHat('auditor')
    const ask = async (query: string) => {
      const { body } = await browser.get(`${paths.auditedCustodies}${query}`)
      return [one, other].filter(({ id }) => body.includes(paths.auditedCustody(id)))
    }
    const { giver, receiver } = other
    expect(await ask('')).toEqual([one, other])
    expect(await ask(`?instansi=Kota+Ani+Pemberi+${giver.agency}`)).toEqual([other])
    expect(await ask(`?instansi=Kota+Budi+Penerima+${receiver.agency}`)).toEqual([other])
    expect(await ask('?keadaan=ditawarkan')).toEqual([one])
    expect(await ask('?keadaan=diterima')).toEqual([other])
    expect(await ask('?mulai=2026-11-22')).toEqual([])
    expect(await ask('?akhir=2026-11-21')).toEqual([one, other])
  })

  test('walks from page to page by key and misses none', async () => {
    const [giver, receiver] = [await archivist('Ani'), await archivist('Budi')]
    for (let n = 0; n < 31; n += 1) {
      const { id: person } = await addPerson(owner, { agency: giver.agency, hash })
      await addRecord(owner, { person, stage: 'active' })
      await owner`update people set agency = ${receiver.agency} where id = ${person}`
      await addOffer(sql, { id: crypto.randomUUID() as CustodyId, person }, giver.act)
    }
    const { browser } = await inHat('auditor')
    const query = `?instansi=Kota+Ani+${giver.agency}`
    const { body } = await browser.get(`${paths.auditedCustodies}${query}`)
    const [, next = ''] = /href="([^"]+setelah=[^"]+)"/.exec(body) ?? []
    const rest = await browser.get(next.replaceAll('&amp;', '&'))
    const seen = (text: string) => new Set(text.match(/serah-terima\/[0-9a-f-]{36}/g))
    expect(seen(body).size).toBe(30)
    expect(new Set([...seen(body), ...seen(rest.body)]).size).toBe(31)
  })

  test('sees of one both archivists, the differences, and where the log has it', async () => {
    const { id, giver, receiver, record, added } = await accepted()
    const { browser } = await inHat('auditor')
    const { body } = await browser.get(paths.auditedCustody(id))
    for (const { agency } of [giver, receiver]) expect(body).toContain(String(agency))
    expect(body).toContain('Oleh Ani Pemberi, arsiparis')
    expect(body).toContain('Oleh Budi Penerima, arsiparis')
    expect(body).toContain('Berbeda dari yang ditawarkan: 1 bertambah')
    expect(body).toContain('SK CPNS ditemukan kemudian.')
    for (const [of, name] of [
      [null, 'custodyAccepted'],
      [record, 'custodyAccepted'],
      [added, 'custodyAccepted'],
    ] as const)
      expect(body).toContain(`</span>${await leafIn(of, name)}</td>`)
    expect(body).not.toMatch(/<form[^>]*serah-terima/)
    expect(body).not.toContain('/instansi/penyusutan')
  })

  test('sees one that was declined or withdrawn as such, with why', async () => {
    const { browser } = await inHat('auditor')
    for (const [by, told] of [
      ['receiver', 'Tawaran ditolak'],
      ['giver', 'Tawaran ditarik'],
    ] as const) {
      const one = await offered()
      const note = `Sebab dari ${by}.`
      expect(await endOffer(sql, { id: one.id, note }, one[by].act)).toMatchObject({ ok: true })
      const { body } = await browser.get(paths.auditedCustody(one.id))
      for (const text of [told, note]) expect(body).toContain(text)
    }
  })

  test('sees neither whose archive it is nor what its records are of', async () => {
    const { id, person, giver } = await accepted()
    const { browser } = await inHat('auditor')
    const list = `${paths.auditedCustodies}?instansi=Kota+Ani+Pemberi+${giver.agency}`
    for (const path of [list, paths.auditedCustody(id)]) {
      const { body } = await browser.get(path)
      expect(body).toContain(`NIP …${person.nip.slice(-4)}`)
      for (const kept of ['Nama Pemilik', person.nip, 'Rahasia']) expect(body).not.toContain(kept)
    }
  })
})

describe('the pages of custody for auditors', () => {
  test('are for nobody else, not even for who offered it, and take no POST', async () => {
    const { id, giver } = await offered()
    const places = [paths.auditedCustodies, paths.auditedCustody(id)]
    for (const role of ['archivist', 'nationalAdmin'] as const) {
      const { browser } = await inHat(role, giver.agency)
      for (const path of places) expect((await browser.get(path)).status).toBe(404)
    }
    const { browser } = await inHat('auditor')
    for (const path of places) expect((await browser.post(path, {})).status).toBe(404)
    for (const path of [paths.custody, paths.custodyOf(id)])
      expect((await browser.get(path)).status).toBe(404)
  })

  test('R-AU-01 keep who looked at what before it is shown', async () => {
    const { id } = await offered()
    const { person, browser } = await inHat('auditor')
    await browser.get(`${paths.auditedCustodies}?keadaan=ditarik&akhir=2026-11-30`)
    await browser.get(paths.auditedCustody(id))
    await browser.get(paths.auditedCustody(crypto.randomUUID()))
    expect(await looksOf(owner, person.id)).toEqual([
      { of: 'custodies', state: 'withdrawn', to: '2026-11-30' },
      { of: 'custody', custody: id },
    ])
  })

  test.each([
    'select person from archive.records',
    'select agency from archive.records',
    'select id from archive.versions',
    'select person from archive.custody_due',
    `update archive.custody_transfers set note = 'x'`,
    'delete from archive.custody_transfers',
    'insert into archive.custody_transfers select * from archive.custody_transfers',
  ])('are read by a role that reads no more and changes nothing: %s', async (statement) => {
    await expectDenied(sql, statement)
  })
})
