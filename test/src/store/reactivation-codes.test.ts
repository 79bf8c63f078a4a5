import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { type AgencyCodeCounters, admitAgencyCode } from '#domain/reset/try-agency-code.ts'
import { admitAgencyCodeTry, takeAgencyCode } from '#src/store/reactivation-codes.ts'
import { sweep } from '#src/store/sweep.ts'
import { giveAgencyCode } from '#test/support/agency-code.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addProvenReset } from '#test/support/reset-rows.ts'
import { addSomeSignIn, seconds, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const DAY = 24 * 3600

async function addJourney(person: PersonId, kind: 'signIn' | 'reset') {
  if (kind === 'signIn') {
    const signIn = await addSomeSignIn(sql, { person })
    await owner`update sign_ins set expires_at = '2099-01-01' where id_hash = ${signIn}`
    return { signIn }
  }
  const { id: reset } = await addProvenReset(sql, person, 'none')
  await owner`update resets set expires_at = '2099-01-01' where id = ${reset}`
  return { reset }
}

describe('R-RL-06 admit_agency_code_try', () => {
  const tries = fc.array(
    fc.record({ pause: fc.constantFrom(0, 1, 3600, DAY - 1, DAY), isNew: fc.boolean() }),
    { minLength: 6, maxLength: 14, size: 'max' },
  )

  test('decides and counts as admitAgencyCode does, whatever is typed', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        tries,
        fc.boolean(),
        fc.constantFrom('signIn', 'reset'),
        async (sequence, isOut, kind) => {
          const { id: person } = await addPerson(owner)
          let journey = await addJourney(person, kind)
          if (isOut) await giveAgencyCode(owner, { id: person })
          const code = isOut ? { tries: 0, closesAt: seconds(DAY) } : undefined
          let model: AgencyCodeCounters = { journey: 0, code }
          let now = NOW
          for (const { pause, isNew } of sequence) {
            if (isNew) {
              journey = await addJourney(person, kind)
              model = { ...model, journey: 0 }
            }
            now = new Date(now.getTime() + pause * 1000)
            const expected = admitAgencyCode(model, now)
            const answer = await admitAgencyCodeTry(sql, { person, ...journey }, now)
            if (!expected.ok) expect(answer).toEqual(expected.problem)
            if (!expected.ok) continue
            const counts = expected.value.code !== model.code
            expect(answer).toMatchObject({ kind: 'admitted', journey: expected.value.journey })
            expect(answer.kind === 'admitted' && answer.tries).toBe(
              counts ? expected.value.code?.tries : undefined,
            )
            model = expected.value
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    ),
  )

  test('T-RACE looks at five of a hundred wrong ones at once, of many sign-ins', async () => {
    const { id: person } = await addPerson(owner)
    await giveAgencyCode(owner, { id: person })
    const signIns = await together(20, () => addSomeSignIn(sql, { person }))
    const answers = await together(100, (at) =>
      admitAgencyCodeTry(sql, { person, signIn: signIns[at % 20] ?? Buffer.alloc(0) }, NOW),
    )
    expect(answers.filter((one) => one.kind === 'admitted' && one.out)).toHaveLength(5)
  })

  test('knows no other person’s sign-in', async () => {
    const { id: person } = await addPerson(owner)
    const other = await addPerson(owner)
    const signIn = await addSomeSignIn(sql, { person: other.id })
    expect(await admitAgencyCodeTry(sql, { person, signIn }, NOW)).toEqual({ kind: 'elsewhere' })
  })
})

describe('R-AD-02 a code that is out', () => {
  test('T-RACE is taken once of fifty times at once', async () => {
    const person = await addPerson(owner)
    const { id, mac } = await giveAgencyCode(owner, person)
    const taken = await together(50, () =>
      sql.begin((tx) => takeAgencyCode(tx as never, { id, mac, to: 'done' })),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  test('is not taken by another one’s digits', async () => {
    const person = await addPerson(owner)
    const { id } = await giveAgencyCode(owner, person)
    const mac = Buffer.alloc(32)
    expect(await sql.begin((tx) => takeAgencyCode(tx as never, { id, mac, to: 'done' }))).toBe(
      false,
    )
  })

  test('is one a person, whatever is written', async () => {
    const person = await addPerson(owner)
    await giveAgencyCode(owner, person)
    const second = owner`
      insert into mfa_resets (id, person, way, state, asked_at, closes_at)
      values (gen_random_uuid(), ${person.id}, 'agencyCode', 'issued', ${NOW}, ${seconds(60)})`
    await expect(second).rejects.toMatchObject({ code: '23505' })
  })

  test('leaves nothing sealed behind once it is no longer shown', async () => {
    const person = await addPerson(owner)
    const { id } = await giveAgencyCode(owner, person)
    await owner`
      update reactivation_codes set shown_to = 'x', shown_until = ${NOW}, key_id = 'k', sealed = 's'
      where reset = ${id}`
    await sweep(sql, seconds(1))
    const [row] = await owner`select sealed from reactivation_codes where reset = ${id}`
    expect(row).toEqual({ sealed: null })
  })
})
