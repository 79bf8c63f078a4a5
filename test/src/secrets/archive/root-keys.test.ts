import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeRootKeys } from '#src/secrets/archive/root-keys.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asn-roots-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a root key is 32 bytes in a file for its owner alone, and stays when it is made again', async () => {
  const roots = makeRootKeys(folder)
  await roots.make(1)
  const key = await roots.read(1)
  await roots.make(1)
  expect(key).toHaveLength(32)
  expect(await roots.read(1)).toEqual(key)
  expect((await stat(join(folder, 'root-1.key'))).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['root-1.key'])
})

test('made by many at once it is one key', async () => {
  const keys = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const roots = makeRootKeys(folder)
      await roots.make(3)
      return (await roots.read(3)).toString('hex')
    }),
  )
  expect(new Set(keys).size).toBe(1)
})

test('only those before an epoch are destroyed, as often as it is asked', async () => {
  const roots = makeRootKeys(folder)
  for (const epoch of [1, 2, 9, 10, 11]) await roots.make(epoch)
  await writeFile(join(folder, 'catatan.txt'), 'x')
  await roots.destroyBefore(10)
  await roots.destroyBefore(10)
  expect(await roots.list()).toEqual([10, 11])
  expect(await readdir(folder)).toContain('catatan.txt')
  await expect(roots.read(9)).rejects.toThrow('root-9.key cannot be used: missing')
})

test('a file that others may read, or that holds no key, is refused without telling what it holds', async () => {
  const roots = makeRootKeys(folder)
  await roots.make(1)
  const path = join(folder, 'root-1.key')
  await chmod(path, 0o640)
  await expect(roots.read(1)).rejects.toThrow('root-1.key cannot be used: openToOthers')
  await chmod(path, 0o600)
  const text = await readFile(path, 'utf8')
  for (const wrong of ['', text.slice(0, -6), `x${text}`, `${text}${text}`]) {
    await writeFile(path, wrong)
    await expect(roots.read(1)).rejects.toThrow(/^root-1\.key is no key of 32 bytes$/)
  }
})
