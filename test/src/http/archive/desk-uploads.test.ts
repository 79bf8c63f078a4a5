import { describe, expect, test } from 'vitest'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { DATA, idIn, offsetOf, patch, sha256Of, TUS } from '#test/support/sending.ts'
import { addWaiting } from '#test/support/verifying.ts'
import type { Visit } from '#test/support/visitor.ts'
import { codeAt, inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const LATER = new Date(NOW.getTime() + 6 * 60_000)
let serial = 0

function someBytes(): Uint8Array<ArrayBuffer> {
  serial += 1
  return new Uint8Array(Buffer.from(`%PDF-1.7 atas nama ${serial}`))
}

/** An officer, and somebody of their agency. */
async function atDesk(visit: Visit = {}) {
  const agency = await addAgency(sql)
  const { person: officer, browser } = await inOffice(sql, { role: 'officer', agency }, visit)
  const employee = await addPerson(sql, { agency, name: 'Budi Santoso' })
  const form = paths.employeeUploadTo(employee.id, 'pns', '')
  return { agency, officer, browser, employee, form }
}

async function versionsOf(person: string) {
  return await sql`
    select v.status, v.uploaded_by, m.role from archive.versions v left join mandates m on m.id = v.uploaded_as
    where v.person = ${person}`
}

function said(bytes: Uint8Array) {
  return { ...DATA, nama: 'SK.pdf', ukuran: String(bytes.length), sha256: sha256Of(bytes) }
}

describe('an officer on behalf', () => {
  test('sees what is lacking, sends it, and is written down with the hat', async () => {
    const { officer, browser, employee, form } = await atDesk()
    const list = await browser.get(paths.employeeUploads(employee.id))
    expect(list.body).toContain('Budi Santoso')
    expect(list.body).toContain(`href="${form}"`)
    await browser.get(form)
    const text = String(Buffer.from(someBytes()))
    const sent = await browser.sendFile(form, 'berkas', { name: 'SK.pdf', text }, DATA)
    expect(sent.path).toMatch(/^\/instansi\/unggahan\//)
    expect(sent.body).toContain('Sedang diperiksa')
    expect(sent.body).toContain('Budi Santoso')
    expect(await versionsOf(employee.id)).toEqual([
      { status: 'quarantined', uploadedBy: officer.id, role: 'officer' },
    ])
  })

  test('R-SE-06 gives the second factor in the form, and sends the bytes in the renewed session', async () => {
    let now = NOW
    const { browser, employee, form } = await atDesk({ deps: { clock: () => now } })
    now = LATER
    const page = await browser.get(form)
    expect(page.body).toContain('Kode OTP Anda')
    const file = someBytes()
    const without = await browser.post(form, said(file))
    expect(without.status).toBe(422)
    const begun = await browser.post(form, { ...said(file), otp: codeAt(now) })
    expect(begun.status).toBe(201)
    const path = begun.headers.get('Location') ?? ''
    const token = begun.headers.get('X-CSRF') ?? ''
    const headers = {
      ...TUS,
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    }
    const stale = await browser.byScript('PATCH', path, headers, file)
    expect(stale.status).toBe(403)
    const taken = await browser.byScript('PATCH', path, { ...headers, 'X-CSRF': token }, file)
    expect(taken.status).toBe(204)
    expect(await versionsOf(employee.id)).toHaveLength(1)
  })

  test('fault 22: reaches nobody of another agency, by whatever address', async () => {
    const { browser, form } = await atDesk()
    const foreign = await addPerson(sql)
    const there = paths.employeeUploadTo(foreign.id, 'pns', '')
    await browser.get(form)
    const answers = [
      await browser.get(there),
      await browser.post(there, said(someBytes())),
      await browser.get(paths.employeeUploads(foreign.id)),
      await browser.post(paths.deskUploadTwins(foreign.id), { sha256: sha256Of(someBytes()) }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(await sql`select from archive.uploads where person = ${foreign.id}`).toEqual([])
  })

  test('fault 22: finds no upload of a colleague, nor their own once it is of another hat', async () => {
    const { agency, officer, browser, form } = await atDesk()
    await browser.get(form)
    const begun = await browser.post(form, said(someBytes()))
    const path = begun.headers.get('Location') ?? ''
    const { browser: colleague } = await inOffice(sql, { role: 'officer', agency })
    expect((await offsetOf(colleague, path)).status).toBe(404)
    expect((await patch(colleague, path, 0, someBytes())).status).toBe(404)
    expect((await offsetOf(browser, path)).status).toBe(200)
    const asThemself = paths.upload(idIn(path))
    expect((await offsetOf(browser, asThemself)).status).toBe(404)
    await sql`update mandates set valid_to = ${NOW} where person = ${officer.id}`
    expect((await browser.byScript('HEAD', path, TUS)).status).toBe(403)
  })

  test('fault 19: what arrives after the person has left the agency is not received', async () => {
    const { browser, employee, form } = await atDesk()
    await browser.get(form)
    const file = someBytes()
    const begun = await browser.post(form, said(file))
    await sql`update people set agency = ${await addAgency(sql)} where id = ${employee.id}`
    const path = begun.headers.get('Location') ?? ''
    expect(await patch(browser, path, 0, file)).toMatchObject({ status: 404, body: 'noRight\n' })
    expect(await versionsOf(employee.id)).toEqual([])
  })

  test('sends nothing for themself under the hat', async () => {
    const { officer, browser } = await atDesk()
    const form = paths.employeeUploadTo(officer.id, 'pns', '')
    await browser.get(form)
    const sent = await browser.post(form, said(someBytes()))
    expect(sent.status).toBe(422)
    expect(sent.body).toContain('Anda tidak dapat mengunggah untuk arsip ini.')
  })

  test('finds nothing of secret types, by whatever address, unless named for them', async () => {
    const { agency, officer, browser, employee } = await atDesk()
    await sql`
      insert into archive.history (person, type, key, label, source, added_at)
      values (${employee.id}, 'hukumanDisiplin', 'a1', 'Teguran tertulis', 'national', ${NOW})`
    const waits = await addWaiting(sql, { agency, employee, type: 'hukumanDisiplin', slot: 'a1' })
    const form = paths.employeeUploadTo(employee.id, 'hukumanDisiplin', 'a1')
    const daftar = `SK_HUKDIS_a1_${employee.nip}.pdf\nSK_HUKDIS_a2_${employee.nip}.pdf`
    const ask = async () => {
      await browser.get(paths.bulkUploads)
      const asked = [
        await browser.get(form),
        await browser.post(form, said(someBytes())),
        await browser.get(paths.deskUpload(waits.id)),
        await browser.get(paths.deskUploadProgress(waits.id)),
        await browser.post(paths.deskUploadCancel(waits.id)),
      ]
      const plan = await browser.send(paths.bulkUploads, { daftar })
      const [batch = ''] = plan.path.split('/').slice(-1)
      const planned = await sql`
        select problem from archive.upload_batch_files where batch = ${batch} order by n`
      return [asked.map(({ status }) => status), planned.map(({ problem }) => problem)]
    }
    expect(await ask()).toEqual([
      [404, 404, 404, 404, 404],
      ['noSuchSlot', 'noSuchSlot'],
    ])
    expect(await versionsOf(employee.id)).toMatchObject([{ status: 'awaitingVerification' }])
    await sql`
      insert into archive.secret_readers (hat, named_by, named_as, named_at)
      select m.id, m.person, m.id, now() from mandates m where m.person = ${officer.id}`
    expect((await browser.get(form)).status).toBe(200)
    expect((await browser.get(paths.deskUpload(waits.id))).status).toBe(200)
  })

  test('is told of no twin of a secret type, by whatever question, unless named for them', async () => {
    const { officer, browser, employee, form } = await atDesk()
    await browser.get(form)
    const bytes = someBytes()
    await browser.sendFile(
      form,
      'berkas',
      { name: 'SK.pdf', text: String(Buffer.from(bytes)) },
      DATA,
    )
    await sql`
      update archive.records set type = 'hukumanDisiplin', slot = 'a1' where person = ${employee.id}`
    const ask = async () => {
      await browser.get(form)
      const twins = paths.deskUploadTwins(employee.id)
      const told = await browser.post(twins, { sha256: sha256Of(bytes) })
      return [told.body.includes('sudah ada'), (await browser.post(form, said(bytes))).status]
    }
    expect(await ask()).toEqual([false, 201])
    await sql`
      insert into archive.secret_readers (hat, named_by, named_as, named_at)
      select m.id, m.person, m.id, now() from mandates m where m.person = ${officer.id}`
    expect(await ask()).toEqual([true, 422])
  })

  test('T8 withdraws what nobody verified, of whoever sent it', async () => {
    const { browser, employee, form } = await atDesk()
    await browser.get(form)
    const text = String(Buffer.from(someBytes()))
    const sent = await browser.sendFile(form, 'berkas', { name: 'SK.pdf', text }, DATA)
    const withdrawn = await browser.send(paths.deskUploadCancel(idIn(sent.path)))
    expect(withdrawn.body).toContain('Dibatalkan')
    expect(await versionsOf(employee.id)).toMatchObject([{ status: 'withdrawn' }])
  })
})

describe('a folder of files', () => {
  async function batchOf(lines: (employee: string, officer: string) => string[]) {
    const desk = await atDesk()
    await desk.browser.get(paths.bulkUploads)
    const daftar = lines(desk.employee.nip, desk.officer.nip).join('\n')
    const page = await desk.browser.send(paths.bulkUploads, { daftar })
    return { ...desk, page }
  }

  test('is looked at dry: what each name means, or what is wrong with it', async () => {
    const foreign = await addPerson(sql)
    const { page, employee } = await batchOf((nip, own) => [
      `SK_PNS_${nip}.pdf\t1000`,
      `sk-cpns ${nip}.PDF\t1000`,
      `SK_PNS_${nip}.pdf\t1000`,
      `SK_KP_IIId_${nip}.pdf\t1000`,
      `DRH_${foreign.nip}.pdf\t1000`,
      `DRH_${own}.pdf\t1000`,
      `Undangan_${nip}.pdf\t1000`,
      'SK_PNS.pdf\t1000',
      `DRH_${nip}.docx\t1000`,
      `DRH_${nip}.pdf\t9000000`,
      `D2NP_${nip}.pdf\t0`,
    ])
    const cells = [...page.body.matchAll(/<td>([^<]*)<\/td><\/tr>/g)].map(([, text]) => text)
    expect(cells).toEqual([
      'Belum dikirim',
      'Belum dikirim',
      'Dokumen yang sama ada dua kali dalam daftar ini',
      'Dokumen ini tidak diminta dari pegawai itu, atau barisnya tidak ada',
      'NIP tidak ditemukan di instansi Anda',
      'Arsip Anda sendiri: unggah lewat Unggahan saya, tanpa peran',
      'Jenis dokumen tidak dikenal',
      'Tidak ada NIP di akhir nama, atau angkanya keliru',
      'Bukan PDF',
      'Melebihi batas ukuran',
      'Berkas kosong',
    ])
    expect(page.body).toContain('Budi Santoso, SK PNS')
    expect(await sql`select from archive.uploads where person = ${employee.id}`).toEqual([])
  })

  test('without JavaScript: all of them in one form, each told by its name', async () => {
    const { browser, page, employee } = await batchOf((nip) => [
      `SK_PNS_${nip}.pdf`,
      `SK_CPNS_${nip}.pdf`,
    ])
    const form = new FormData()
    const texts = { SK_PNS: 'satu', lain: 'tidak diminta', SK_CPNS: 'dua' }
    for (const [name, text] of Object.entries(texts))
      form.append(
        'berkas',
        new Blob([`%PDF-1.7 ${serial} ${text}`], { type: 'application/pdf' }),
        `${name}_${employee.nip}.pdf`,
      )
    expect((await browser.byScript('POST', page.path, {}, form)).status).toBe(303)
    const rows = await sql`
      select r.type, v.metadata from archive.versions v join archive.records r on r.id = v.record
      where v.person = ${employee.id} order by r.type`
    expect(rows).toEqual([
      { type: 'cpns', metadata: {} },
      { type: 'pns', metadata: {} },
    ])
    const after = await browser.get(page.path)
    expect(after.body).toContain('Semua berkas yang dikenali sudah dikirim.')
  })

  test('by script: one after the other, and only those of the list', async () => {
    const { browser, page, employee } = await batchOf((nip) => [`SK_PNS_${nip}.pdf`])
    const file = someBytes()
    const hash = { ukuran: String(file.length), sha256: sha256Of(file) }
    expect((await browser.post(`${page.path}/berkas/2`, hash)).status).toBe(404)
    const begun = await browser.post(`${page.path}/berkas/1`, hash)
    expect(begun.status).toBe(201)
    await patch(browser, begun.headers.get('Location') ?? '', 0, file)
    expect(await versionsOf(employee.id)).toMatchObject([
      { status: 'quarantined', role: 'officer' },
    ])
    expect((await browser.post(`${page.path}/berkas/1`, hash)).status).toBe(404)
  })

  test('fault 22: is its officer’s alone', async () => {
    const { page, agency } = await batchOf((nip) => [`SK_PNS_${nip}.pdf`])
    const { browser: colleague } = await inOffice(sql, { role: 'officer', agency })
    expect((await colleague.get(page.path)).status).toBe(404)
    expect((await colleague.post(page.path)).status).toBe(404)
    expect((await colleague.post(`${page.path}/berkas/1`)).status).toBe(404)
  })

  test('that is none, or too long, is refused', async () => {
    const { browser } = await atDesk()
    await browser.get(paths.bulkUploads)
    expect((await browser.post(paths.bulkUploads, { daftar: ' \n ' })).body).toContain(
      'Pilih folder',
    )
    const long = Array.from({ length: 501 }, (_, at) => `a${at}.pdf`).join('\n')
    expect((await browser.post(paths.bulkUploads, { daftar: long })).body).toContain(
      'Paling banyak 500',
    )
  })
})
