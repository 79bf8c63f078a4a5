import { expect, test } from 'vitest'
import { makeOrderedIds } from '#src/secrets/ordered-ids.ts'
import { NOW } from '#test/support/builders.ts'

test('ids are UUIDs of version 7 of which each is greater than the one before', () => {
  const newId = makeOrderedIds(NOW)
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('two processes that start at the same moment make no id alike', () => {
  const [one, other] = [makeOrderedIds(NOW), makeOrderedIds(NOW)]
  const ids = Array.from({ length: 1000 }, () => [one(), other()]).flat()
  expect(new Set(ids).size).toBe(ids.length)
})
