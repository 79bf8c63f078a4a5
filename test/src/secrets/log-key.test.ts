import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogKeyFile, readLogKey } from '#src/secrets/log-key.ts'

const NAME = 'localhost/log'
let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asn-log-key-'))
  path = join(folder, 'kunci-log')
})

afterEach(() => rm(folder, { recursive: true }))

test('the key of the log is there whole or not at all, for whoever starts at the same moment', async () => {
  let isMade = false
  const making = createLogKeyFile(path, NAME).finally(() => {
    isMade = true
  })
  const seen: string[] = []
  while (!isMade) {
    if (existsSync(path)) seen.push(readFileSync(path, 'utf8'))
    await setImmediate()
  }
  await making
  const whole = await readFile(path, 'utf8')
  expect(seen.filter((text) => text !== whole)).toEqual([])
  expect((await readLogKey(path)).ok).toBe(true)
  expect(await readdir(folder)).toEqual(['kunci-log'])
})

test('the key of the log is never made in the place of one that is there', async () => {
  await createLogKeyFile(path, NAME)
  const before = await readFile(path, 'utf8')
  await createLogKeyFile(path, 'asn.example.go.id/log')
  expect(await readFile(path, 'utf8')).toBe(before)
})

test('the key of the log is not taken from a file that is missing, empty, or open to others', async () => {
  expect(await readLogKey(path)).toEqual({ ok: false, problem: 'missing' })
  await writeFile(path, '', { mode: 0o600 })
  expect(await readLogKey(path)).toEqual({ ok: false, problem: 'unreadable' })
  await rm(path)
  await createLogKeyFile(path, NAME)
  await chmod(path, 0o640)
  expect(await readLogKey(path)).toEqual({ ok: false, problem: 'openToOthers' })
})
