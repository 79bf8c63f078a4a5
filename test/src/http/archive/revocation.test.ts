import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/support/database.ts'
import { accept, addVerifiers, addWaiting } from '#test/support/verifying.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const REASON = { alasan_pencabutan: 'Nomor SK pada berkas ini milik pegawai lain.' }

async function verifiedOne() {
  const { agency, verifier } = await addVerifiers(sql)
  const { id } = await addWaiting(sql, { agency })
  await accept(sql, verifier, id)
  const asker = await inOffice(sql, { role: 'verifier', agency })
  const other = await inOffice(sql, { role: 'verifier', agency })
  const ask = async () => {
    await asker.browser.get(paths.revocationOf(id))
    const { headers } = await asker.browser.post(paths.revocationOf(id), REASON)
    return headers.get('Location') ?? ''
  }
  return { agency, id, asker: asker.browser, other: other.browser, ask }
}

async function statusOf(id: string) {
  const [row] = await sql`select status from archive.versions where id = ${id}`
  return row?.['status']
}

describe('T10 a verification is revoked', () => {
  test('by two verifiers, each on a page of their own', async () => {
    const { id, asker, other, ask } = await verifiedOne()
    expect((await asker.get(paths.verificationOf(id))).body).toContain('Cabut verifikasi')
    const request = await ask()
    expect((await asker.get(request)).body).toContain('verifikator lain yang menyetujuinya')
    expect((await other.get(paths.verification)).body).toContain(request)
    await other.get(request)
    await other.post(request, { keputusan: 'setujui' })
    expect(await statusOf(id)).toBe('awaitingVerification')
    expect((await other.get(request)).body).toContain('disetujui, verifikasi dicabut')
    expect((await other.get(paths.verificationOf(id))).body).toContain(REASON.alasan_pencabutan)
  })

  test('not by one, whatever they send', async () => {
    const { id, asker, ask } = await verifiedOne()
    const request = await ask()
    await asker.get(request)
    const { status, body } = await asker.post(request, { keputusan: 'setujui' })
    expect(status).toBe(422)
    expect(body).toContain('Usul Anda sendiri harus disetujui verifikator lain.')
    expect(await statusOf(id)).toBe('verified')
  })

  test('not without a reason of twenty letters, which stays in the form', async () => {
    const { id, asker } = await verifiedOne()
    await asker.get(paths.revocationOf(id))
    const { status, body } = await asker.post(paths.revocationOf(id), {
      alasan_pencabutan: 'Keliru',
    })
    expect(status).toBe(422)
    expect(body).toContain('Tulis sedikitnya 20 huruf; Anda mengetik 6.')
    expect(body).toContain('>Keliru</textarea>')
  })

  test('not by those of another agency, to whom it does not exist', async () => {
    const { id, ask } = await verifiedOne()
    const request = await ask()
    const { asker: stranger } = await verifiedOne()
    await stranger.get(paths.verification)
    for (const path of [paths.verificationOf(id), paths.revocationOf(id), request]) {
      expect((await stranger.get(path)).status).toBe(404)
      const form = { keputusan: 'setujui', ...REASON }
      expect((await stranger.post(path, form)).status).toBe(404)
    }
    expect(await statusOf(id)).toBe('verified')
  })
})
