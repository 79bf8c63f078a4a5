import { describe, expect, test } from 'vitest'
import { PERMISSION_ASKED } from '#src/http/admit.ts'
import { routes } from '#src/http/routes.ts'
import { addPerson, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { ADDRESS, addProvenReset, addSomeReset, askSome } from '#test/support/reset-rows.ts'
import { vault } from '#test/support/secrets.ts'
import { askBy, visitor } from '#test/support/visitor.ts'
import {
  atActivation,
  atCode,
  atSignIn,
  type Browser,
  codeAt,
  inOffice,
  signedIn,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const WEAK = { password: 'rahasia8' } as const
const weak = { ...WEAK, judgedAt: new Date(0) }

/** Whoever may knock. */
const SOMEONE = {
  nobody: () => atSignIn(sql),
  atCode: async () => (await atCode(sql)).browser,
  atNewPassword: async () => (await atCode(sql, {}, { ...weak, state: 'created' })).browser,
  atActivation: async () => (await atActivation(sql)).browser,
  atNewPasswordAfterCode: async () => {
    const { browser } = await atCode(sql, {}, weak)
    await browser.send(paths.code, { code: codeAt() })
    return browser
  },
  employee: async () => (await signedIn(sql)).browser,
  officer: async () => (await signedIn(sql, {}, { role: 'officer' })).browser,
  /** Whose second factor is eleven minutes old. */
  unproven: async () => {
    const { person, browser } = await signedIn(sql)
    await sql`
      update sessions set started_at = started_at - interval '11 minutes' where person = ${person.id}`
    return browser
  },
  held: async () => {
    const { person, browser } = await signedIn(sql)
    await sql`
      update accounts set held_until = '2026-11-22T12:00:00+07:00', held_because = 'reactivation'
      where person = ${person.id}`
    return browser
  },
  /** In the hat of the office that they hold. */
  chief: async () => (await inOffice(sql, { role: 'agencyAdmin' })).browser,
  nation: async () => (await inOffice(sql, { role: 'nationalAdmin' })).browser,
  frozen: () => leftover('frozen'),
  disabled: () => leftover('disabled'),
  frozenMidway: () => leftover('frozen', atCode),
  atResetMfa: async () => {
    const { browser, person } = await atCode(sql)
    await sql`update sign_ins set wants = 'mfaReset' where person = ${person.id}`
    return browser
  },
  atResetEmail: () => resetting('named'),
  atResetCode: () => resetting('asked'),
  atResetDevice: () => resetting('none'),
  atResetNewPassword: () => resetting('mailbox'),
} satisfies Record<string, () => Promise<Browser>>

type Someone = keyof typeof SOMEONE
/** A status, or where it leads. */
type Got = number | string | ((address: string) => string)
type Rule = { [S in Someone]?: Got } & { else: Got }

async function leftover(
  state: SomePerson['state'],
  where: typeof atCode | typeof signedIn = signedIn,
): Promise<Browser> {
  const { person, browser } = await where(sql)
  await sql`update accounts set state = ${state} where person = ${person.id}`
  return browser
}

/** A forgotten password on its way in this browser, without the security check and the mail. */
async function resetting(state: 'named' | 'asked' | 'none' | 'mailbox'): Promise<Browser> {
  const { id } = await addPerson(sql, { emails: [ADDRESS] })
  const browser = await atSignIn(sql)
  const reset =
    state === 'none' || state === 'mailbox'
      ? await addProvenReset(sql, id, state)
      : await addSomeReset(sql, id)
  if (state === 'asked') await askSome(sql, reset)
  const name = vault.tokenHash(browser.cookies.get('pre') ?? '')
  await sql`update resets set id_hash = ${name} where id = ${reset.id}`
  return browser
}

const open = { else: 200 }
const everyPerson = (got: Got) => ({
  employee: got,
  officer: got,
  unproven: got,
  held: got,
  chief: got,
  nation: got,
})
const hasSession = everyPerson(paths.home)
const late = { frozenMidway: paths.signInTooLate }
const midway: Rule = { ...hasSession, ...late, else: paths.signIn }
const whereabouts = {
  atCode: paths.code,
  atNewPassword: paths.newPassword,
  atNewPasswordAfterCode: paths.newPassword,
  atActivation: paths.activation,
  atResetMfa: paths.mfaReset,
}
/** Where a reset stands; for everyone else there is none, and no page of it. */
const resets = {
  atResetEmail: paths.resetEmail,
  atResetCode: paths.resetCode,
  atResetDevice: paths.resetDevice,
  atResetNewPassword: paths.resetNewPassword,
}
const lost = { frozen: paths.sessionOver, disabled: paths.sessionOver }
const person = (got: Got): Rule => ({
  ...whereabouts,
  ...lost,
  ...everyPerson(got),
  else: paths.signIn,
})
/** What changes or exports something of one's own asks for a step-up, on every route (R-SE-06). */
const proven = (got: Got, held: Got = got): Rule => ({
  ...person(got),
  unproven: paths.stepUpFor,
  held,
})

/** A person without a set of codes is offered one; `make` is not asked for here. */
const MATRIX: Record<string, Rule> = {
  'GET /': open,
  'GET /bantuan': open,
  'GET /bantuan/petugas': open,
  'GET /sematan': open,
  'GET /sematan/warna/:sheet': { else: 404 },
  'GET /sematan/:site/verifikasi': { else: 404 },
  'OPTIONS /sematan/:site/verifikasi': { else: 404 },
  'GET /sematan/:site/masuk': { else: 404 },
  'OPTIONS /sematan/:site/masuk': { else: 404 },
  'GET /sematan/:site/aktivasi': { else: 404 },
  'OPTIONS /sematan/:site/aktivasi': { else: 404 },
  'GET /sematan/:site/bantuan/:topic': { else: 404 },
  'OPTIONS /sematan/:site/bantuan/:topic': { else: 404 },
  'GET /healthz': open,
  'GET /readyz': open,
  'GET /csp': { else: paths.landing },
  'POST /csp': { else: 204 },
  'GET /masuk': { ...hasSession, else: 200 },
  'POST /masuk': { ...everyPerson(403), else: 422 },
  'GET /masuk/kode': { ...midway, ...whereabouts, atCode: 200, atResetMfa: 200 },
  'POST /masuk/kode': { ...midway, ...whereabouts, atCode: 422, atResetMfa: 422 },
  'GET /masuk/password-baru': {
    ...midway,
    ...whereabouts,
    atNewPassword: 200,
    atNewPasswordAfterCode: 200,
  },
  'POST /masuk/password-baru': {
    ...midway,
    ...whereabouts,
    atNewPassword: 422,
    atNewPasswordAfterCode: 422,
  },
  'GET /masuk/reset-mfa': { ...midway, ...whereabouts, atCode: 200, atResetMfa: 200 },
  'GET /masuk/reset-mfa/kode-cadangan': {
    ...midway,
    ...whereabouts,
    atCode: 200,
    atResetMfa: 200,
  },
  'POST /masuk/reset-mfa/kode-cadangan': {
    ...midway,
    ...whereabouts,
    atCode: 422,
    atResetMfa: 422,
  },
  'GET /masuk/reset-mfa/email': { ...midway, ...whereabouts, atCode: 200, atResetMfa: 200 },
  'POST /masuk/reset-mfa/email': { ...midway, ...whereabouts, atCode: 422, atResetMfa: 422 },
  'GET /masuk/reset-mfa/kode': {
    ...midway,
    ...whereabouts,
    atCode: paths.mfaResetEmail,
    atResetMfa: paths.mfaResetEmail,
  },
  'POST /masuk/reset-mfa/kode': {
    ...midway,
    ...whereabouts,
    atCode: paths.mfaResetEmail,
    atResetMfa: paths.mfaResetEmail,
  },
  'GET /reset': open,
  'GET /reset/password': open,
  'POST /reset/password': { ...everyPerson(403), else: 422 },
  'GET /reset/password/email': {
    ...resets,
    atResetEmail: 200,
    atResetCode: 200,
    else: paths.resetStart,
  },
  'POST /reset/password/email': {
    ...resets,
    atResetEmail: 422,
    atResetCode: 422,
    else: paths.resetEmail,
  },
  'GET /reset/password/kode': { ...resets, atResetCode: 200, else: paths.resetStart },
  'POST /reset/password/kode': { ...resets, atResetCode: 422, else: paths.resetCode },
  'GET /reset/password/perangkat': { ...resets, atResetDevice: 200, else: paths.resetStart },
  'POST /reset/password/perangkat': { ...resets, atResetDevice: 422, else: paths.resetDevice },
  'GET /reset/password/baru': { ...resets, atResetNewPassword: 200, else: paths.resetStart },
  'POST /reset/password/baru': {
    ...resets,
    atResetNewPassword: 422,
    else: paths.resetNewPassword,
  },
  'GET /reset/password-lemah': open,
  'POST /reset/password-lemah': { ...everyPerson(403), else: 422 },
  'GET /reset/mfa': open,
  'POST /reset/mfa': { ...everyPerson(403), else: 422 },
  'GET /reset/mfa/pembatalan': person(200),
  'POST /reset/mfa/pembatalan': person(paths.mfaResetCancelled),
  'GET /pemeriksaan/:id/gambar': { else: 404 },
  'GET /pemeriksaan/:id/suara': { else: 404 },
  'GET /aktivasi': { ...midway, ...whereabouts, atActivation: 200 },
  'POST /aktivasi': { ...midway, ...whereabouts, atActivation: 422 },
  'GET /aktivasi/latihan': person(200),
  'POST /aktivasi/latihan': person(422),
  'GET /bukan-saya/:token': { else: 404 },
  'POST /bukan-saya/:token': { ...everyPerson(404), else: paths.notMe(':token') },
  'GET /beranda': person(200),
  'GET /arsip': person(200),
  'GET /arsip/kekurangan': person(200),
  'GET /arsip/jenis/:type': person(404),
  'GET /arsip/cari': person(200),
  'GET /arsip/berkas/:id': person(404),
  'GET /arsip/berkas/:id/halaman/:page': person(404),
  'GET /arsip/berkas/:id/sampul': person(404),
  'GET /arsip/berkas/:id/lembar-verifikasi': person(404),
  'GET /akun': person(200),
  'GET /akun/langkah-ulang': { ...person(paths.account), unproven: 200 },
  'POST /akun/langkah-ulang': person(422),
  'GET /akun/perangkat': person(200),
  'GET /akun/perangkat/baru': proven(200),
  'POST /akun/perangkat/baru': proven(paths.devices),
  'GET /akun/perangkat/:id/nama': proven(404),
  'POST /akun/perangkat/:id/nama': proven(404),
  'GET /akun/perangkat/:id/pengganti': proven(404),
  'POST /akun/perangkat/:id/pengganti': proven(404),
  'GET /akun/perangkat/:id/penghapusan': proven(404),
  'POST /akun/perangkat/:id/penghapusan': proven(404),
  'GET /aktivasi/kode-cadangan': person(200),
  'POST /aktivasi/kode-cadangan': person(paths.home),
  'GET /aktivasi/kode-cadangan/unduhan': person(paths.recoveryCodes),
  'GET /akun/password': proven(200),
  'POST /akun/password': proven(422),
  'GET /akun/sesi': person(200),
  'GET /akun/sesi/pengakhiran': proven(paths.sessions),
  'POST /akun/sesi/pengakhiran': proven(paths.sessionsAfter('lainnya-diakhiri')),
  'GET /akun/sesi/:id/pengakhiran': proven(404),
  'POST /akun/sesi/:id/pengakhiran': proven(404),
  'GET /akun/riwayat': person(200),
  'GET /akun/catatan': person(200),
  'GET /akun/data': proven(200),
  'GET /akun/data.json': proven(200, paths.ownData),
  'GET /akun/data.html': proven(200, paths.ownData),
  'GET /arsip/versi/:id/halaman/:page': person(404),
  'GET /arsip/versi/:id/halaman/:page/kecil': person(404),
  'GET /arsip/versi/:id/berkas': person(404),
  'GET /arsip/akses': person(200),
  'GET /arsip/akses/:n/keberatan': person(paths.accesses),
  'POST /arsip/akses/:n/keberatan': person(404),
  'GET /arsip/versi/:id/berbagi': proven(404),
  'POST /arsip/versi/:id/berbagi': proven(404),
  'GET /arsip/berbagi': person(200),
  'GET /arsip/berbagi/:id': person(404),
  'GET /arsip/berbagi/:id/batas': person((address) => address.replace('/batas', '')),
  'POST /arsip/berbagi/:id/batas': proven(404),
  'GET /arsip/berbagi/:id/pengakhiran': person((address) => address.replace('/pengakhiran', '')),
  'POST /arsip/berbagi/:id/pengakhiran': person(404),
  'GET /arsip/kabar': person(200),
  'GET /arsip/unduhan': person(200),
  'POST /arsip/unduhan': proven(422),
  'GET /arsip/unduhan/kemajuan': { ...everyPerson(paths.archiveExport), else: 404 },
  'GET /arsip/unduhan/:id/berkas': person(paths.archiveExport),
  'GET /verifikasi': open,
  'POST /verifikasi': { ...everyPerson(403), else: 422 },
  'GET /verifikasi/kiriman': { else: paths.check },
  'POST /verifikasi/kiriman': { ...everyPerson(403), else: 422 },
  'GET /verifikasi/sidik': { else: paths.check },
  'POST /verifikasi/sidik': open,
  'GET /verifikasi/keadaan/:index': open,
  'GET /verifikasi/bukti/:index': { else: 404 },
  'GET /berbagi': open,
  'POST /berbagi': { ...everyPerson(403), else: 422 },
  'GET /berbagi/versi/:id': { else: 404 },
  'GET /berbagi/versi/:id/halaman/:page': { else: 404 },
  'GET /berbagi/versi/:id/berkas': { else: 404 },
  'GET /bantuan/arsip': open,
  'GET /arsip/riwayat/:type/penghapusan': person(paths.archive),
  'POST /arsip/riwayat/:type/penghapusan': person(paths.archive),
  'GET /arsip/unggah/:type': person(200),
  'POST /arsip/unggah/:type': person(422),
  'GET /arsip/unggahan': person(200),
  'POST /arsip/unggahan': person(412),
  'OPTIONS /arsip/unggahan': person(204),
  'GET /arsip/unggahan/kembar': person(paths.uploads),
  'POST /arsip/unggahan/kembar': person(200),
  'GET /arsip/unggahan/:id': person(404),
  'PATCH /arsip/unggahan/:id': person(404),
  'DELETE /arsip/unggahan/:id': person(404),
  'GET /arsip/unggahan/:id/kemajuan': { else: 404 },
  'GET /arsip/unggahan/:id/pembatalan': person(404),
  'POST /arsip/unggahan/:id/pembatalan': person(404),
  'GET /instansi/unggahan/:id/kemajuan': { else: 404 },
  'GET /peran': person(200),
  'POST /peran': person(paths.home),
  'GET /arsip/keberatan': person(200),
  'GET /arsip/keberatan/:id': person(paths.ownObjections),
  'POST /arsip/keberatan/:id': person(404),
  'GET /nasional/impor/:id/kemajuan': { nation: 404, else: paths.imports },
  'GET /peran/:id/letakkan': proven(paths.hats),
  'POST /peran/:id/letakkan': proven(paths.hats),
  'GET /email-baru': open,
  'POST /email-baru': { ...everyPerson(403), else: 422 },
  'GET /akun/email': person(200),
  'POST /akun/email': person(422),
  'GET /sesi/peringatan': open,
  'GET /sesi/perpanjangan': person(paths.home),
  'POST /sesi/perpanjangan': person(paths.home),
  'GET /sesi/berakhir': open,
  'GET /keluar': open,
  'POST /keluar': person(paths.signOut),
}

/** Offices have a matrix of their own, made from the domain: office-matrix.test.ts. */
const personal = routes.filter(({ audience }) => !(audience in PERMISSION_ASKED))
const declared = personal.map(({ method, path }) => `${method} ${path}`)

test('T-MATRIX says of every route what everyone gets there', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(declared.sort())
})

describe.each(Object.keys(SOMEONE) as Someone[])('T-MATRIX %s', (someone) => {
  test.each(personal)('at $method $path', async ({ method, path }) => {
    const browser = await asBefore(someone)
    if (method !== 'GET') expect((await browser.get(tokenPage(someone))).status).toBe(200)
    const address = path
      .replace(':id', '0f8fad5b-d9cb-469f-a165-70867728950e')
      .replace('unggah/:type', 'unggah/pns')
    const answer = await askBy(browser, method, address, FORM)
    if (mayChange(method, path, answer.status)) unchanged.delete(someone)
    const rule = MATRIX[`${method} ${path}`]
    const got = rule?.[someone] ?? rule?.else
    const expected = typeof got === 'function' ? got(address) : got
    expect(answer.headers.get('Location') ?? answer.status).toBe(expected)
  })
})

/** Pages that begin the enrolment of a device. */
const BEGINNING: readonly string[] = [paths.activation, paths.newDevice]
/** By whom was made last, the cookies they had then. */
const unchanged = new Map<Someone, Map<string, string>>()

/** Somebody new after each address that may have changed the last one. */
async function asBefore(someone: Someone): Promise<Browser> {
  const cookies = unchanged.get(someone) ?? (await SOMEONE[someone]()).cookies
  unchanged.set(someone, new Map(cookies))
  return visitor(sql, { cookies })
}

/** Whether somebody may be another after an answer, or have left something. */
function mayChange(method: string, path: string, status: number): boolean {
  return method === 'GET' ? BEGINNING.includes(path) : status !== 403 && status !== 404
}

/** No name that is counted, no code, no name of a device. */
const FORM = { username: '1' }

/** Where a form with this one's token stands. */
function tokenPage(someone: Someone): string {
  return someone in everyPerson('') ? paths.home : paths.signIn
}
