import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CorrectionId, codeServesUntil } from '#domain/email/correction.ts'
import { admitCorrectionCode, type CorrectionTries } from '#domain/email/try-code.ts'
import type { PersonId } from '#domain/person.ts'
import { admitCorrectionTry, giveBackCorrectionTry } from '#src/store/email-corrections.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { sendCorrection } from '#test/support/correction-rows.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { seconds, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const DAY = 24 * 3600

async function triesOf(person: PersonId): Promise<number | undefined> {
  const [row] = await owner<{ tries: number }[]>`
    select tries from email_corrections where person = ${person} and state = 'sent'`
  return row?.tries
}

describe('R-RL-06 admit_correction_try', () => {
  const steps = fc.array(
    fc.record({
      pause: fc.constantFrom(0, 1, 3600, DAY - 1, DAY),
      act: fc.constantFrom('type', 'type', 'type', 'type', 'giveBack', 'send', 'stop'),
    }),
    { minLength: 8, maxLength: 16, size: 'max' },
  )

  test(
    'decides and counts as admitCorrectionCode does, whatever is typed',
    {
      timeout: 60_000,
    },
    () =>
      fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          const { id: person } = await addPerson(owner)
          let model: CorrectionTries | undefined
          let mac: Buffer | undefined
          let last: CorrectionId | undefined
          let now = NOW
          for (const { pause, act } of sequence) {
            now = new Date(now.getTime() + pause * 1000)
            if (act === 'send') {
              mac = await sendCorrection(owner, person, now)
              last = undefined
              model = { tries: 0, expiresAt: codeServesUntil(now) }
            }
            if (act === 'stop') {
              await owner`
              update email_corrections set state = 'stopped' where person = ${person} and state = 'sent'`
              last = undefined
              model = undefined
            }
            if (act === 'giveBack' && last && model) {
              await giveBackCorrectionTry(sql, last)
              last = undefined
              model = { ...model, tries: model.tries - 1 }
            }
            if (act === 'type') {
              const expected = admitCorrectionCode(model, now)
              const answer = await admitCorrectionTry(sql, person, now)
              expect(answer?.mac).toEqual(expected.ok ? mac : undefined)
              if (expected.ok) model = expected.value
              if (answer) last = answer.id
            }
            expect(await triesOf(person)).toBe(model?.tries)
          }
        }),
        { numRuns: 20, endOnFailure: true },
      ),
  )

  test('T-RACE looks at five of a hundred wrong ones at once', async () => {
    const { id: person } = await addPerson(owner)
    await sendCorrection(owner, person, NOW)
    const answers = await together(100, () => admitCorrectionTry(sql, person, NOW))
    expect(answers.filter(Boolean)).toHaveLength(5)
    expect(await triesOf(person)).toBe(5)
  })

  test('R-EN-01 knows no code of nobody, of another person, or of the second after the day', async () => {
    const { id: person } = await addPerson(owner)
    const other = await addPerson(owner)
    await sendCorrection(owner, person, NOW)
    expect(await admitCorrectionTry(sql, undefined, NOW)).toBeUndefined()
    expect(await admitCorrectionTry(sql, other.id, NOW)).toBeUndefined()
    expect(await admitCorrectionTry(sql, person, seconds(DAY))).toBeUndefined()
    expect(await triesOf(person)).toBe(0)
  })
})
