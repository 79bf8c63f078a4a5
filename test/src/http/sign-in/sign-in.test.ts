import { describe, expect, test } from 'vitest'
import { stepAt } from '#domain/mfa/step.ts'
import { codeOf } from '#src/secrets/otp.ts'
import { addPerson, NOW, PASSWORD, SEED } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { visitor } from '#test/support/visitor.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function atSignIn() {
  const browser = visitor(sql)
  await browser.get(paths.signIn)
  return browser
}

describe('POST /masuk', () => {
  test('leads with the right password to the code, and with the code to Beranda', async () => {
    const { nip, name } = await addPerson(sql)
    const browser = await atSignIn()
    const code = await browser.send(paths.signIn, { username: nip, password: PASSWORD })
    expect(code.path).toBe(paths.code)
    const home = await browser.send(paths.code, { code: codeOf(SEED, stepAt(NOW)) })
    expect(home.path).toBe(paths.home)
    expect(home.body).toContain(name)
  })
})
