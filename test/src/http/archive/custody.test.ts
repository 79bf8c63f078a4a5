import { describe, expect, test } from 'vitest'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function archivist() {
  const agency = await addAgency(sql)
  const { browser } = await inOffice(sql, { role: 'archivist', agency })
  return { agency, browser }
}

async function moved() {
  const giver = await archivist()
  const receiver = await archivist()
  const { id: person } = await addPerson(sql, { agency: giver.agency })
  const record = await addRecord(sql, { person, stage: 'active' })
  await sql`update people set agency = ${receiver.agency} where id = ${person}`
  return { giver, receiver, person, record }
}

async function offered() {
  const one = await moved()
  await one.giver.browser.get(paths.newCustody(one.person))
  await one.giver.browser.post(paths.newCustody(one.person))
  const [row] = await sql<{ id: string }[]>`
    select id from archive.custody_transfers where person = ${one.person}`
  return { ...one, id: row?.id ?? '' }
}

async function agencyOf(record: string) {
  const [row] = await sql`select agency from archive.records where id = ${record}`
  return row?.['agency']
}

describe('T26 over HTTP', () => {
  test('is offered by the one archivist and accepted by the other', async () => {
    const { giver, receiver, person, record } = await moved()
    const due = await giver.browser.get(paths.custody)
    expect(due.body).toContain(paths.newCustody(person))
    const told = await giver.browser.send(paths.newCustody(person))
    expect(told.body).toContain('Tawaran terkirim. Hak akses belum berpindah.')
    const list = await receiver.browser.get(paths.custody)
    const id = /serah-terima\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? ''
    await receiver.browser.get(paths.custodyOf(id))
    const form = { keputusan: 'terima', perbedaan: '' }
    const accepted = await receiver.browser.send(paths.custodyOf(id), form)
    expect(accepted.body).toContain('Arsip diterima')
    expect(await agencyOf(record)).toBe(receiver.agency)
  })

  test('a list that changed is shown with its differences, and accepted with those alone', async () => {
    const { receiver, giver, person, record, id } = await offered()
    await addRecord(sql, { person, agency: giver.agency, type: 'cpns', stage: 'active' })
    await receiver.browser.get(paths.custody)
    const form = { keputusan: 'terima', perbedaan: '' }
    const refused = await receiver.browser.post(paths.custodyOf(id), form)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Belum ada saat ditawarkan')
    const perbedaan = /name="perbedaan" value="([^"]*)"/.exec(refused.body)?.[1] ?? ''
    await receiver.browser.post(paths.custodyOf(id), { ...form, perbedaan })
    expect(await agencyOf(record)).toBe(receiver.agency)
  })

  test('is declined by the one, withdrawn by the other, and no business of a third', async () => {
    const { giver, receiver, id, record } = await offered()
    const third = await archivist()
    await third.browser.get(paths.newRetentionRule)
    expect((await third.browser.get(paths.custodyOf(id))).status).toBe(404)
    const end = { keputusan: 'akhiri', catatan: 'Bukan pegawai kami.' }
    expect((await third.browser.post(paths.custodyOf(id), end)).status).toBe(404)
    await giver.browser.get(paths.custodyOf(id))
    const taken = await giver.browser.post(paths.custodyOf(id), { keputusan: 'terima' })
    expect(taken.body).toContain('Serah terima ini hanya diterima arsiparis instansi penerima.')
    await receiver.browser.get(paths.custodyOf(id))
    const declined = await receiver.browser.send(paths.custodyOf(id), end)
    expect(declined.body).toContain('Bukan pegawai kami.')
    expect(await agencyOf(record)).toBe(giver.agency)
  })

  test('R-AD-01 nobody offers what another agency has', async () => {
    const { person } = await moved()
    const third = await archivist()
    await third.browser.get(paths.newRetentionRule)
    expect((await third.browser.get(paths.newCustody(person))).status).toBe(404)
    expect((await third.browser.post(paths.newCustody(person))).status).toBe(404)
  })
})
