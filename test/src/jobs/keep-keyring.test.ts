import { expect, test } from 'vitest'
import { keepKeyring } from '#src/jobs/keep-keyring.ts'
import { testDatabase } from '#test/support/database.ts'
import { someKeyring } from '#test/support/rotating.ts'

const DAY = 24 * 60 * 60_000
const owner = await testDatabase()
const [made] = await owner<{ rotatedAt: Date }[]>`select rotated_at from keyring.root`
const start = made?.rotatedAt.getTime() ?? 0
let now = start
const { places, roots, dumped } = await someKeyring(owner, () => new Date(now))

test('the keyring is dumped once a day, and its root key changed after thirty', async () => {
  expect(await keepKeyring(places)).toBe('dumped')
  now = start + DAY - 1
  expect(await keepKeyring(places)).toBe('nothingDue')
  now = start + DAY
  expect(await keepKeyring(places)).toBe('dumped')
  expect((await dumped()).map((names) => names.length)).toEqual([2, 2])
  now = start + 30 * DAY - 1
  expect(await keepKeyring(places)).toBe('dumped')
  now = start + 30 * DAY
  expect(await keepKeyring(places)).toBe('rotated')
  expect(await roots.list()).toEqual([2])
  expect((await dumped()).map((names) => names.length)).toEqual([1, 1])
  expect(await keepKeyring(places)).toBe('nothingDue')
})

test('a rotation that was broken off is ended first', async () => {
  await owner`update keyring.root set epoch = epoch + 1, rotating_since = ${new Date(now)}`
  await roots.make(3)
  expect(await keepKeyring(places)).toBe('rotated')
  expect(await roots.list()).toEqual([3])
})
