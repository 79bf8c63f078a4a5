import { afterAll, expect, test, vi } from 'vitest'
import { openDesk } from '#test/support/desk.ts'
import { mannWhitney, median } from '#test/support/mann-whitney.ts'
import { startProcess } from '#test/support/processes.ts'
import {
  addClasses,
  answersIn,
  compare,
  different,
  sample,
  tell,
} from '#test/support/time-classes.ts'

vi.setConfig({ testTimeout: 300_000 })

const EACH = 300
const FEW = 60
/** Milliseconds; two cores that serve and ask at the same time hold it with so many in flight. */
const DEADLINE = 150
const AT_ONCE = 4

const desk = await openDesk({ RESPONSE_DEADLINE_MS: String(DEADLINE) })
const portal = await desk.start()
await addClasses(await desk.owner(), EACH)
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

test('T-TIME a portal without decoy and deadline is caught by the same statistic', async () => {
  const args = ['--conditions=dist', 'test/support/undefended.ts', await desk.address()]
  const { line, end } = await startProcess(args, { ready: /^siap di / })
  const comparisons = compare(
    await sample(line.replace('siap di ', ''), { rounds: FEW, atOnce: AT_ONCE }),
  )
  await end('SIGTERM')
  tell('/masuk', comparisons)
  expect(different(comparisons)).toEqual(expect.arrayContaining(['unknown', 'emptyPassword']))
})

test('T-TIME whatever a name stands for, a wrong password is answered alike, in bytes and time', async () => {
  const samples = await sample(portal.url, { rounds: EACH, atOnce: AT_ONCE })
  const comparisons = compare(samples)
  tell('/masuk', comparisons)
  expect(answersIn(samples)).toBe(1)
  expect(different(comparisons)).toEqual([])
})
