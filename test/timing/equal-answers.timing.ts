import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDesk } from '#test/support/desk.ts'
import { mannWhitney, median } from '#test/support/mann-whitney.ts'
import { startProcess } from '#test/support/processes.ts'
import { forgottenPassword, lostDevice, newEmail } from '#test/support/reset-time-classes.ts'
import {
  addClasses,
  answersIn,
  atDoor,
  compare,
  comparisonsOf,
  different,
  interleave,
  peopleFor,
  type Samples,
  sendCodes,
  tell,
} from '#test/support/time-classes.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const EACH = 300
/** Of the steps of a reset; so many are enough to catch a portal without decoy and deadline. */
const LESS = 60
/**
 * As in production, in milliseconds: long enough for a hash that waits for others, whose own time
 * would show where it comes late. So many in flight leave two cores a third of their time.
 */
const DEADLINE = 400
const AT_ONCE = 18

/** Mails are sent meanwhile, as they would be, and what is kept is on the disk, so that both would be seen. */
const desk = await openDesk({ RESPONSE_DEADLINE_MS: String(DEADLINE) }, { fsync: true })
const portal = await desk.start()
const journeys = [
  atDoor(portal.url, paths.signIn, { rounds: EACH }),
  atDoor(portal.url, paths.weakPassword, { rounds: LESS }),
  atDoor(portal.url, paths.mfaResetDoor, { rounds: LESS }),
  forgottenPassword(portal.url, { rounds: LESS }),
  lostDevice(portal.url, { rounds: LESS }),
  newEmail(portal.url, { rounds: LESS }),
]
const from = peopleFor(journeys)
const comparisons = comparisonsOf(journeys)
const owner = await desk.owner()
await addClasses(owner, from + 2 * LESS)
await sendCodes(owner, { from: from - LESS, count: LESS })
afterAll(() => portal.stop())

test('the Mann-Whitney test gives the p that SciPy gives', () => {
  // scipy.stats.mannwhitneyu(x, y, method='asymptotic'), SciPy 1; the data are Hollander and Wolfe's.
  const x = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
  const y = [1.15, 0.88, 0.9, 0.74, 1.21]
  expect(mannWhitney(x, y)).toBeCloseTo(0.244_623, 5)
  expect(mannWhitney([1, 2, 2, 3, 4], [2, 3, 3, 5, 6])).toBeCloseTo(0.198_829, 5)
  expect(mannWhitney([1, 2, 3], [1, 2, 3])).toBeCloseTo(1, 5)
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5])
})

test('T-TIME two milliseconds more are told in a sample of sixty, one is not, nor what chance does in as many comparisons', () => {
  const shifted = (milliseconds: number, all: number) => {
    const sample = (more: number) =>
      Array.from({ length: LESS }, (_, at) => ({ milliseconds: 400 + at / 10 + more, bytes: '' }))
    return different(compare({ active: sample(0), unknown: sample(milliseconds) }, all))
  }
  expect(shifted(2, comparisons)).toEqual(['unknown'])
  expect(shifted(5.5, Number.POSITIVE_INFINITY)).toEqual(['unknown'])
  expect(shifted(0.9, 1)).toEqual([])
  expect([shifted(1.1, 1), shifted(1.1, comparisons)]).toEqual([['unknown'], []])
})

describe('T-TIME a portal without decoy and deadline', () => {
  let steps: Record<string, Samples> = {}

  beforeAll(async () => {
    const args = ['--conditions=dist', 'test/support/undefended.ts', await desk.address()]
    const { line, end } = await startProcess(args, { ready: /^siap di / })
    const url = line.replace('siap di ', '')
    const door = atDoor(url, paths.signIn, {
      rounds: LESS,
      classes: ['active', 'unknown', 'emptyPassword'],
    })
    const forgotten = forgottenPassword(url, { rounds: LESS, classes: ['active', 'unknown'] })
    steps = {
      ...(await interleave([door], { atOnce: 4, from })),
      ...(await interleave([forgotten], { atOnce: 1, from: from + LESS })),
    }
    await end('SIGTERM')
  })

  test('is caught by the same statistic at the password', () => {
    expect(different(toldOf(paths.signIn, steps))).toEqual(['unknown', 'emptyPassword'])
  })

  test('is caught where an address is typed that would get a mail', () => {
    expect(different(toldOf('email', steps))).toEqual(['unknown'])
  })
})

describe('T-TIME whoever is meant, in bytes and time alike is the answer to', () => {
  let steps: Record<string, Samples> = {}

  beforeAll(async () => {
    steps = await interleave(journeys, { atOnce: AT_ONCE, apart: DEADLINE / AT_ONCE })
  })

  test.each([
    ['a wrong password at Masuk', paths.signIn, EACH],
    ['a wrong password at Reset Password Lemah', paths.weakPassword, LESS],
    ['a wrong password at Reset MFA', paths.mfaResetDoor, LESS],
    ['a number that forgot its password', 'nip', LESS],
    ['an address for the code', 'email', LESS],
    ['a wrong code', 'code', LESS],
    ['an address within Reset MFA, the own or another', 'mfaEmail', LESS],
    ['a wrong code within Reset MFA', 'mfaCode', LESS],
    ['a wrong code for a new email', paths.newEmail, LESS],
  ])('%s', (_, step, each) => {
    const samples = steps[step] ?? { active: [] }
    expect(new Set(Object.values(samples).map(({ length }) => length))).toEqual(new Set([each]))
    expect(answersIn(samples)).toBe(1)
    expect(different(toldOf(step, steps))).toEqual([])
  })
})

function toldOf(step: string, steps: Record<string, Samples>) {
  const compared = compare(steps[step] ?? { active: [] }, comparisons)
  tell(step, compared)
  return compared
}
