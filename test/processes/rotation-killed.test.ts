import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, inject, test, vi } from 'vitest'
import { rotateKeys } from '#src/jobs/rotate-keys.ts'
import { testDatabase } from '#test/support/database.ts'
import { addKeyed, deleteKeys, isOpenable, type Keyed } from '#test/support/keyring.ts'
import { someKeyring } from '#test/support/rotating.ts'

vi.setConfig({ testTimeout: 240_000 })

const owner = await testDatabase()
const { places, roots, keyring, dumped, folder } = await someKeyring(owner, () => new Date())
const [{ database } = { database: '' }] = await owner<{ database: string }[]>`
  select current_database() as database`

test('T-CRASH kill -9 between any two steps of a rotation, and the next one comes to the same end', async () => {
  const kept: Keyed[] = []
  const gone: Keyed[] = []
  for (let steps = 1, killed = true; killed; steps += 1) {
    if (steps <= 3) await owner`update keyring.shard_keys set people = 4096`
    const lost = await addKeyed(owner, keyring)
    kept.push(await addKeyed(owner, keyring, lost.person))
    await deleteKeys(keyring, lost)
    gone.push(lost)
    const [before = 0] = await roots.list()
    killed = (await rotate(steps)) === 'SIGKILL'
    await expectAll(kept, gone)
    if (killed) await rotateKeys(places)
    await expectAll(kept, gone)
    expect(await roots.list()).toEqual([before + 1])
    expect((await dumped()).map((names) => names.length)).toEqual([1, 1])
    const [root] = await owner`select epoch, rotating_since from keyring.root`
    expect(root).toEqual({ epoch: before + 1, rotatingSince: null })
    const left = await owner`select from keyring.shard_keys where dirty or epoch <> ${before + 1}`
    expect(left).toHaveLength(0)
  }
  expect(gone.length).toBeGreaterThan(12)
})

async function expectAll(kept: readonly Keyed[], gone: readonly Keyed[]): Promise<void> {
  for (const one of kept) expect(await isOpenable(keyring, one)).toBe(true)
  for (const one of gone)
    expect(await keyring.openVersionKey(keyring.sql, one.version)).toBeUndefined()
}

/** Answers how the process ended: by the signal that it sent itself, or by coming to the end. */
async function rotate(steps: number): Promise<string> {
  const url = Object.assign(new URL(inject('server')), { pathname: database }).href
  const given = { url, keys: folder, dumps: places.dumps, steps }
  const args = ['--conditions=dist', 'test/support/rotate-alone.ts', JSON.stringify(given)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const [complaint, [code, signal]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  if (signal === 'SIGKILL') return signal
  if (code !== 0) throw new Error(complaint)
  return 'ended'
}
