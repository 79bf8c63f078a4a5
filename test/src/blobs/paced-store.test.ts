import { expect, test } from 'vitest'
import { makeMemoryStore } from '#src/blobs/memory-store.ts'
import { pacedStore } from '#src/blobs/paced-store.ts'

test('a store that is read at a pace gives as many bytes in a second, and all of them', async () => {
  let now = 0
  const watch = {
    uptime: () => now,
    wait: async (milliseconds: number) => {
      now += milliseconds
    },
  }
  const inside = makeMemoryStore('main')
  const object = crypto.randomUUID()
  await inside.putIfAbsent(object, pieces(Buffer.alloc(5000, 1)))
  const paced = pacedStore(inside, 1000, watch)
  for (const _ of [1, 2]) {
    let read = 0
    for await (const piece of (await paced.getRange(object, 0)) ?? []) read += piece.length
    expect(read).toBe(5000)
  }
  expect(now).toBe(10_000)
  expect(await paced.getRange(crypto.randomUUID(), 0)).toBeUndefined()
})

async function* pieces(bytes: Buffer) {
  yield bytes
}
