import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { startChild } from '#src/intake/killable.ts'
import { runningCount } from '#test/support/liar.ts'

const NOSY = resolve('test/support/intake-children/nosy.ts')
const DENIED = 'ERR_ACCESS_DENIED'

test('a child knows no secret, reads the program alone, and writes and starts nothing', async () => {
  const child = startChild(NOSY, [])
  const frame = await firstOf(child?.frames)
  expect(JSON.parse(String(frame?.body))).toEqual({
    environment: [],
    reads: DENIED,
    readsSystem: DENIED,
    writes: DENIED,
    starts: DENIED,
    works: DENIED,
  })
  const limits = readFileSync(`/proc/${frame?.page}/limits`, 'utf8')
  expect(limits).toMatch(/Max cpu time +300 +300/)
  expect(limits).toMatch(/Max core file size +0 +0/)
  expect(readFileSync(`/proc/${frame?.page}/stat`, 'latin1').split(' ')[4]).toBe(`${frame?.page}`)
  await child?.end()
  expect(runningCount(NOSY)).toBe(0)
})

test('where no process starts, nothing is said', () => {
  expect(startChild(`${NOSY}\0`, [])).toBeUndefined()
})

/** Not by `for await`: leaving it would close what the child speaks through. */
async function firstOf<Part>(parts: AsyncIterable<Part> | undefined): Promise<Part | undefined> {
  const next = await parts?.[Symbol.asyncIterator]().next()
  return next?.done ? undefined : next?.value
}
