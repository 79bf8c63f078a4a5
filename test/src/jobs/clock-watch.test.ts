import { expect, onTestFinished, test } from 'vitest'
import { compareClocks, type MeasureOffset, watchClock } from '#src/jobs/clock-watch.ts'
import { databaseTime } from '#src/store/clock.ts'
import { testDatabase } from '../../support/database.ts'

const sql = await testDatabase()

const off: MeasureOffset = async () => ({ offsetMs: 5_000, uncertaintyMs: 0 })
const right: MeasureOffset = async () => ({ offsetMs: 0, uncertaintyMs: 0 })
const silent: MeasureOffset = async () => {
  throw new Error('no answer')
}

test('R-OT-07 codes are postponed once the database has contradicted for 60 seconds', async () => {
  expect(await trustAfter({ database: off }, [0, 59_000])).toBe(true)
  expect(await trustAfter({ database: off }, [0, 60_000])).toBe(false)
})

test('R-OT-07 the time server is asked too', async () => {
  expect(await trustAfter({ database: right, ntp: off }, [0, 60_000])).toBe(false)
})

test('R-OT-07 a source that gives no answer is passed over, and the other still heard', async () => {
  expect(await trustAfter({ database: silent, ntp: off }, [0, 60_000])).toBe(false)
  expect(await trustAfter({ database: off, ntp: silent }, [0, 60_000])).toBe(false)
  expect(await trustAfter({ database: silent, ntp: silent }, [0, 60_000])).toBe(true)
})

test('fault 13: what goes by the date waits for the first comparison, and for one that contradicts', async () => {
  expect(watched({}).isCertain()).toBe(false)
  for (const [database, isCertain] of [
    [right, true],
    [silent, true],
    [off, false],
  ] as const) {
    const watch = watched({ database })
    await watch.measure()
    expect(watch.isCertain()).toBe(isCertain)
  }
})

test('R-OT-07 our clock is compared with that of the real database', async () => {
  const now = await databaseTime(sql)
  const fast = await compareClocks(
    () => new Date(now + 3_600_000),
    () => databaseTime(sql),
  )
  expect(Math.abs(fast.offsetMs - 3_600_000)).toBeLessThan(60_000)
})

test('R-OT-07 half the way there and back is the uncertainty', async () => {
  const ours = [new Date(1_000), new Date(1_400)]
  const compared = await compareClocks(
    () => ours.shift() ?? new Date(0),
    async () => 200,
  )
  expect(compared).toEqual({ offsetMs: 1_000, uncertaintyMs: 200 })
})

async function trustAfter(sources: Parameters<typeof watchClock>[0], moments: number[]) {
  let uptime = 0
  const watch = watched(sources, () => uptime)
  for (const moment of moments) {
    uptime = moment
    await watch.measure()
  }
  return watch.isTrusted()
}

function watched(sources: Parameters<typeof watchClock>[0], uptime = () => 0) {
  const watch = watchClock(sources, uptime)
  onTestFinished(watch.stop)
  return watch
}
