import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HashQueue, makeHashQueue, type Place } from '#src/secrets/hash-queue.ts'

describe('R-HA-03 the hash queue', () => {
  test('has as many places as workers and waiting together, and not one more', () => {
    const queue = makeHashQueue({ workers: 2, waiting: 64 })
    const places = Array.from({ length: 66 }, () => queue.enter())
    expect(places.every(Boolean)).toBe(true)
    expect(queue.enter()).toBeUndefined()
    expect(queue.length).toBe(66)
  })

  test('works at most at so many hashes at once, in the order in which they came', async () => {
    const queue = makeHashQueue({ workers: 2, waiting: 8 })
    const { started, work, finish } = bench()
    const runs = [1, 2, 3, 4, 5].map((name) => enter(queue).run(work(name)))
    await settled()
    expect(started).toEqual([1, 2])
    finish(2)
    await settled()
    expect(started).toEqual([1, 2, 3])
    finish(1)
    await settled()
    expect(started).toEqual([1, 2, 3, 4])
    for (const name of [3, 4]) finish(name)
    await settled()
    finish(5)
    expect(await Promise.all(runs)).toEqual([1, 2, 3, 4, 5])
    expect(queue.length).toBe(0)
  })

  test('goes on after work that fails, whether it rejects or throws', async () => {
    const queue = makeHashQueue({ workers: 1, waiting: 1 })
    const rejected = enter(queue).run(() => Promise.reject(new Error('out of memory')))
    const thrown = enter(queue).run(() => {
      throw new Error('bad salt')
    })
    await expect(rejected).rejects.toThrow('out of memory')
    await expect(thrown).rejects.toThrow('bad salt')
    expect(queue.length).toBe(0)
    expect(await enter(queue).run(async () => 'next')).toBe('next')
  })

  test('takes back an unused place once, however often it is left', () => {
    const queue = makeHashQueue({ workers: 1, waiting: 1 })
    const place = enter(queue)
    enter(queue)
    place.leave()
    place.leave()
    expect(queue.length).toBe(1)
    expect(queue.enter()).toBeDefined()
    expect(queue.enter()).toBeUndefined()
  })

  test('keeps the place of work under way, though its request has left', async () => {
    const queue = makeHashQueue({ workers: 1, waiting: 0 })
    const { work, finish } = bench()
    const place = enter(queue)
    const run = place.run(work(1))
    place.leave()
    expect(queue.enter()).toBeUndefined()
    await settled()
    finish(1)
    await run
    place.leave()
    expect(queue.length).toBe(0)
  })

  test('lets one place hash twice, even when all others are taken', async () => {
    const queue = makeHashQueue({ workers: 1, waiting: 0 })
    const place = enter(queue)
    await place.run(async () => 'verified')
    const other = enter(queue)
    expect(await place.run(async () => 'rehashed')).toBe('rehashed')
    expect(queue.length).toBe(1)
    other.leave()
    expect(queue.length).toBe(0)
  })

  test('is empty after any mix of leaving, success and failure, and never over its limits', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('leave', 'run', 'fail', 'both')), async (acts) => {
        const queue = makeHashQueue({ workers: 2, waiting: 3 })
        let [busy, most] = [0, 0]
        const hash = async () => {
          most = Math.max(most, ++busy)
          await settled()
          busy -= 1
        }
        const fail = () => hash().then(() => Promise.reject(new Error('failed')))
        await Promise.allSettled(
          acts.map(async (act) => {
            const place = queue.enter()
            expect(queue.length).toBeLessThanOrEqual(5)
            if (act !== 'leave') await place?.run(act === 'fail' ? fail : hash)
            if (act !== 'run') place?.leave()
          }),
        )
        expect(most).toBeLessThanOrEqual(2)
        expect(queue.length).toBe(0)
      }),
      { numRuns: 50 },
    ))
})

function enter(queue: HashQueue): Place {
  const place = queue.enter()
  if (!place) throw new Error('the queue is full')
  return place
}

/** Work that ends when it is told to, and a list of what has begun. */
function bench() {
  const started: number[] = []
  const ends = new Map<number, () => void>()
  const work = (name: number) => async () => {
    started.push(name)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    return name
  }
  return { started, work, finish: (name: number) => ends.get(name)?.() }
}

/** Everything that can go on without an outside event has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
