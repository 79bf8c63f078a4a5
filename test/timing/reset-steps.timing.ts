import { afterAll, describe, expect, test, vi } from 'vitest'
import { openDesk } from '#test/support/desk.ts'
import { startProcess } from '#test/support/processes.ts'
import { sampleMfaReset, sampleReset } from '#test/support/reset-time-classes.ts'
import {
  addClasses,
  answersIn,
  compare,
  different,
  type Samples,
  sample,
  tell,
} from '#test/support/time-classes.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 300_000 })

/** A third of what /masuk is measured with: all steps together stay below six minutes. */
const EACH = 100
const FEW = 40
/** Milliseconds; two cores that serve and ask at the same time hold it with so many in flight. */
const DEADLINE = 150
const AT_ONCE = 4

/** Mails are sent meanwhile, as they would be, so that their work would be seen too. */
const desk = await openDesk({ RESPONSE_DEADLINE_MS: String(DEADLINE) })
const portal = await desk.start()
await addClasses(await desk.owner(), EACH)
afterAll(() => portal.stop())

describe('T-TIME a forgotten password', () => {
  test('in a portal without deadline is told by the time of its answers', async () => {
    const args = ['--conditions=dist', 'test/support/undefended.ts', await desk.address()]
    const { line, end } = await startProcess(args, { ready: /^siap di / })
    const url = line.replace('siap di ', '')
    const { email } = await sampleReset(url, { rounds: FEW, atOnce: 1 })
    await end('SIGTERM')
    expect(different(toldOf('undefended', email))).toContain('unknown')
    await (await desk.owner())`delete from resets`
    await (await desk.owner())`delete from throttles`
  })

  test('is answered alike at each step, whoever is meant, in bytes and time', async () => {
    const steps = await sampleReset(portal.url, { rounds: EACH, atOnce: AT_ONCE })
    expectAlike(steps)
  })
})

test('T-TIME a wrong password at the other doors of Reset is answered alike', async () => {
  for (const door of [paths.weakPassword, paths.mfaResetDoor])
    expectAlike({ [door]: await sample(portal.url, { rounds: EACH, atOnce: AT_ONCE, door }) })
})

test('T-TIME within Reset MFA the own address and another are answered alike', async () => {
  expectAlike(await sampleMfaReset(portal.url, { rounds: EACH, atOnce: AT_ONCE }))
})

function expectAlike(steps: Record<string, Samples>): void {
  const found = Object.entries(steps).map(([step, samples]) => ({
    step,
    answers: answersIn(samples),
    different: different(toldOf(step, samples)),
  }))
  expect(found).toEqual(found.map(({ step }) => ({ step, answers: 1, different: [] })))
}

function toldOf(step: string, samples: Samples) {
  const comparisons = compare(samples)
  tell(step, comparisons)
  return comparisons
}
