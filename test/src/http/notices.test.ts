import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/support/database.ts'
import { activated, atCode, codeAt, signedIn, testClock, wrongCode } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const emails = ['budi@instansi.example', 'budi@rumah.example']

/** What this person's first address is told, in turn. */
async function told({ id }: { id: string }): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`
    select e.kind from outbox o join events e on e.id = o.event
    where o.person = ${id} and o.address = ${emails[0] ?? ''} order by e.id`
  return rows.map(({ kind }) => kind)
}

describe('R-NO-01 by mail is told', () => {
  test('an activation, once for session, device and codes', async () => {
    const { person } = await activated(sql, {}, { emails })
    expect(await told(person)).toEqual(['mfaActivated'])
  })

  test('a sign-in from a new browser, and not the next one from there', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await signedIn(sql, { deps: { clock } }, { emails })
    expect(await told(person)).toEqual(['signedIn'])
    await browser.send(paths.signOut)
    await browser.get(paths.signIn)
    const again = await browser.send(paths.signIn, {
      username: person.nip,
      password: person.password,
    })
    expect(again.path).toBe(paths.code)
    await browser.send(paths.code, { code: codeAt(at(60)) })
    expect(await told(person)).toEqual(['signedIn'])
  })

  test('the third wrong code in a row, not the first, the second or the fourth', async () => {
    const { person, browser } = await atCode(sql, {}, { emails })
    const after: number[] = []
    for (let left = 4; left > 0; left -= 1) {
      await browser.post(paths.code, { code: wrongCode() })
      after.push((await told(person)).length)
    }
    expect(after).toEqual([0, 0, 1, 1])
    expect(await told(person)).toEqual(['codeWrong'])
  })

  test('nothing of two wrong codes before a right one and two after', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await atCode(sql, { deps: { clock } }, { emails })
    for (let left = 2; left > 0; left -= 1) await browser.post(paths.code, { code: wrongCode() })
    await browser.send(paths.code, { code: codeAt() })
    for (let left = 2; left > 0; left -= 1)
      await browser.post(paths.practice, { code: wrongCode(at(60)) })
    expect(await told(person)).toEqual(['signedIn'])
  })

  test('the third wrong code of someone signed in, and a code used twice', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await signedIn(sql, { deps: { clock } }, { emails })
    const now = at(60)
    await browser.get(paths.practice)
    await browser.send(paths.practice, { code: codeAt(now) })
    await browser.post(paths.practice, { code: codeAt(now) })
    for (let left = 2; left > 0; left -= 1)
      await browser.post(paths.practice, { code: wrongCode(now) })
    expect(await told(person)).toEqual(['signedIn', 'codeReplayed', 'codeWrong'])
  })

  test('to every address alike', async () => {
    const { person } = await signedIn(sql, {}, { emails })
    const rows = await sql<{ address: string }[]>`
      select address from outbox where person = ${person.id} order by address`
    expect(rows.map(({ address }) => address)).toEqual(emails)
  })
})
