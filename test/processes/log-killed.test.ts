import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { expect, inject, test, vi } from 'vitest'
import { newLogKey, parseLogKey } from '#src/secrets/log-key.ts'
import { openLogFiles, openSecondPlace } from '#src/tlog/log-files.ts'
import { sequenceRound } from '#src/tlog/sequence.ts'
import { addPerson } from '#test/support/builders.ts'
import { asLogKeeper, testDatabase } from '#test/support/database.ts'
import { newFolder } from '#test/support/processes.ts'
import { addAccountEvents, expectWholeLog } from '#test/support/tlog.ts'

vi.setConfig({ testTimeout: 240_000 })

const owner = await testDatabase()
const person = (await addPerson(owner)).id
const [{ database } = { database: '' }] = await owner<{ database: string }[]>`
  select current_database() as database`
const key = newLogKey('asn.instansi.example/log')
const signer = parseLogKey(key)
if (!signer.ok) throw new Error(signer.problem)
const [folder, second] = [await newFolder(), await newFolder()]
const place = {
  sql: asLogKeeper(owner),
  files: openLogFiles(folder),
  second: openSecondPlace(second),
  signer: signer.value,
  clock: () => new Date(),
  refused: (refusal: unknown) => {
    throw new Error(JSON.stringify(refusal))
  },
}

test('fault 16: kill -9 between any two steps of the sequencer, and after a restart the same bytes', async () => {
  let kills = 0
  for (let steps = 1, killed = true; killed; steps += 1) {
    await addAccountEvents(owner, person, 90)
    killed = (await sequence(steps)) === 'SIGKILL'
    if (!killed) break
    kills += 1
    await untilUnlocked()
    const before = await filesOf(folder)
    await sequenceRound(place, () => false)
    const after = await filesOf(folder)
    for (const [path, bytes] of before)
      if (after.has(path) && path !== 'checkpoint')
        expect(after.get(path)?.equals(bytes), path).toBe(true)
    await expectWholeLog(owner, place)
    expect(await place.second.checkpoint()).toBe(await place.files.checkpoint())
  }
  expect(kills).toBeGreaterThan(20)
})

/** The server lets a lock go once it has seen that its client is gone. */
async function untilUnlocked(): Promise<void> {
  const locked = await owner`
    select from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and d.datname = current_database()`
  if (locked.length > 0) await setImmediate().then(untilUnlocked)
}

async function filesOf(root: string): Promise<Map<string, Buffer>> {
  const names = await readdir(root, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile() && !one.parentPath.includes('.scratch'))
  const read = files.map(async (one) => {
    const path = join(one.parentPath, one.name)
    return [path.slice(root.length + 1), await readFile(path)] as const
  })
  return new Map(await Promise.all(read))
}

/** Answers how the process ended: by the signal that it sent itself, or by coming to the end. */
async function sequence(steps: number): Promise<string> {
  const url = Object.assign(new URL(inject('server')), { pathname: database }).href
  const args = [
    'test/support/sequence-alone.ts',
    JSON.stringify({ url, folder, second, key, steps }),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const [complaint, [code, signal]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  if (signal === 'SIGKILL') return signal
  if (code !== 0) throw new Error(complaint)
  return 'ended'
}
