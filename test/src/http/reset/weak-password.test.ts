import { describe, expect, test } from 'vitest'
import { addPerson, NOW, PASSWORD } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { BETTER } from '#test/support/reset-walk.ts'
import { visitor } from '#test/support/visitor.ts'
import { atSignIn, codeAt, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const TWICE = { new_password: BETTER, confirm_password: BETTER }

async function throughDoor(
  fields: Parameters<typeof addPerson>[1],
  { htmx = false, password = PASSWORD } = {},
) {
  const person = await addPerson(sql, { judgedAt: NOW, password, ...fields })
  const browser = visitor(sql, { htmx })
  await browser.get(paths.weakPassword)
  const page = await browser.send(paths.weakPassword, { username: person.nip, password })
  return { person, browser, page }
}

describe.each([false, true])('R-RS-08 Reset Password Lemah, by htmx: %s', (htmx) => {
  test('asks for the code, then for another password, and signs in; MFA stays', async () => {
    const { person, browser, page } = await throughDoor({}, { htmx })
    expect(page.path).toBe(paths.code)
    const next = await browser.send(paths.code, { code: codeAt() })
    expect(next.path).toBe(paths.newPassword)
    expect(next.body).toContain('Silakan buat password baru.')
    expect(next.body).not.toContain('belum memenuhi ketentuan')
    expect((await browser.send(paths.newPassword, TWICE)).path).toBe(paths.home)
    const [account] = await sql`select mfa from accounts where person = ${person.id}`
    expect(account).toEqual({ mfa: 'inUse' })
    const again = await typePassword(await atSignIn(sql), { ...person, password: BETTER })
    expect(again.path).toBe(paths.code)
  })

  test('without MFA asks for another password first, and then for the activation', async () => {
    const { browser, page } = await throughDoor(
      { state: 'created' },
      { htmx, password: 'rahasia8' },
    )
    expect(page.path).toBe(paths.newPassword)
    expect((await browser.send(paths.newPassword, TWICE)).path).toBe(paths.activation)
  })

  test('is refused as at /masuk, in the same words', async () => {
    const { nip } = await addPerson(sql)
    const browser = visitor(sql, { htmx })
    await browser.get(paths.weakPassword)
    const answer = await browser.post(paths.weakPassword, { username: nip, password: 'salah' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('NIP atau password salah. Periksa kembali, lalu coba lagi.')
    expect(answer.body).toContain('Reset Password Lemah')
  })

  test.each([
    ['frozen', 'Akun Anda ditahan karena laporan Bukan saya.'],
    ['disabled', 'Akun Anda dinonaktifkan. Hubungi BKPSDM instansi Anda.'],
  ] as const)('says after the right password that an account is %s', async (state, text) => {
    const { page } = await throughDoor({ state }, { htmx })
    expect(page.body).toContain(text)
  })
})
