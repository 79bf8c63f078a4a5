import { readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { addPerson, PASSWORD } from '#test/support/builders.ts'
import { type Caller, caller, type Reply } from '#test/support/caller.ts'
import { openDesk } from '#test/support/desk.ts'
import { signIn } from '#test/support/last-steps.ts'
import type { Portal } from '#test/support/portal.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const DEADLINE = 1000
/** V8 lets garbage lie while it has room, which would look like growth. */
const SMALL_HEAP = '--max-semi-space-size=2 --max-old-space-size=64'
const desk = await openDesk({ RESPONSE_DEADLINE_MS: String(DEADLINE) })
const portal = await desk.start()
const owner = await desk.owner()

test('T-LOAD beyond its queue the portal answers 503 at the deadline, and charges nobody for it', async () => {
  const replies = await rush(await browsersAt(portal, 160))
  const busy = replies.filter(({ status }) => status === 503)
  const judged = replies.filter(({ status }) => status === 422)
  expect(busy.length + judged.length).toBe(160)
  // Two hash and 64 wait; some leave before the last have come.
  expect(judged.length).toBeGreaterThanOrEqual(66)
  expect(busy.length).toBeGreaterThan(0)
  expect(busy.map(({ headers }) => headers.get('Retry-After'))).toEqual(busy.map(() => '5'))
  expect(Math.min(...busy.map(({ milliseconds }) => milliseconds))).toBeGreaterThanOrEqual(DEADLINE)
  // Each had a name and a network of its own, and a try is counted under five keys.
  expect(await owner`select from throttles where count > 0`).toHaveLength(5 * judged.length)
})

test('T-LOAD overflow after overflow, memory stays where it was and all places are free again', async () => {
  const quick = await desk.start({ RESPONSE_DEADLINE_MS: '0', NODE_OPTIONS: SMALL_HEAP })
  const overflow = async (times: number) => {
    for (let left = times; left > 0; left -= 1) await rush(await browsersAt(quick, 160))
    return residentMegabytes(quick)
  }
  // The heap grows to its working size first.
  const before = await overflow(8)
  expect((await overflow(5)) - before).toBeLessThan(20)
  const all = await rush(await browsersAt(quick, 66))
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 422))
  const { nip } = await addPerson(owner)
  expect((await signIn(caller(quick.url), nip, PASSWORD)).path).toBe(paths.code)
})

let names = 0

/** Each is nobody, so that no counter but the queue holds anyone up. */
function rush(browsers: Caller[]): Promise<Reply[]> {
  const posts = browsers.map((one) => {
    names += 1
    return one.post(paths.signIn, { username: `tamu.${names}`, password: PASSWORD })
  })
  return Promise.all(posts)
}

async function browsersAt({ url }: Portal, count: number): Promise<Caller[]> {
  const browsers = Array.from({ length: count }, () => caller(url))
  for (let at = 0; at < count; at += 20)
    await Promise.all(browsers.slice(at, at + 20).map((one) => one.get(paths.signIn)))
  return browsers
}

async function residentMegabytes({ pid }: Portal): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024
}
