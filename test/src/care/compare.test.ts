import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after as later } from '#domain/instant.ts'
import { compareStore, countOneSided } from '#src/care/compare.ts'
import { addLooseObjects } from '#src/store/archive/loose-objects.ts'
import { inTransaction } from '#src/store/database.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { addFiled, lose, someCare } from '#test/support/caring.ts'
import { testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const { main, copy, keyring } = someCare(owner, () => NOW)

test('both sides are counted as sets would count them', async () => {
  const names = fc.uniqueArray(fc.integer({ min: 10, max: 60 }).map(String))
  await fc.assert(
    fc.asyncProperty(names, names, async (left, right) => {
      const both = left.filter((name) => right.includes(name)).length
      const counts = await countOneSided(sorted(left), sorted(right))
      expect(counts).toEqual({ left: left.length - both, right: right.length - both, both })
    }),
  )
})

test('what lies there without a row, and rows of what does not lie there, are told and left', async () => {
  const stores = [main.store, copy.store]
  await addFiled(owner, { keyring, stores })
  await lose(owner, main.store, await addFiled(owner, { keyring, stores }))
  const [stray, loose, bag] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  for (const object of [stray, loose, bag]) await main.store.putIfAbsent(object, bytes())
  const { id: person } = await addPerson(owner)
  await owner`
    insert into archive.exports (id, person, state, asked_at, store, object, bytes, ready_at, until)
    values (gen_random_uuid(), ${person}, 'ready', ${NOW}, 'main', ${bag}, 1, ${NOW}, ${later(NOW, 60)})`
  await addLooseObjects(owner, [{ object: loose, store: 'main' }], NOW)
  const expected = { store: 'main', objectsWithoutRow: 1, rowsWithoutObject: 1 }
  expect(await compareStore(owner, main.store)).toEqual(expected)
  expect(await compareStore(owner, main.store)).toEqual(expected)
  expect(await compareStore(owner, copy.store)).toEqual({
    ...{ store: 'copy', objectsWithoutRow: 0, rowsWithoutObject: 0 },
  })
})

test('certificates and archives to take along have a row too', async () => {
  const { id: person } = await addPerson(owner)
  const [bag, certificate, file] = [0, 0, 0].map(() => crypto.randomUUID()) as [
    string,
    string,
    string,
  ]
  for (const object of [bag, certificate]) await copy.store.putIfAbsent(object, bytes())
  const before = await compareStore(owner, copy.store)
  expect(before.objectsWithoutRow).toBe(2)
  await owner`
    insert into archive.exports (id, person, state, asked_at, object, store, bytes, ready_at, until)
    values (gen_random_uuid(), ${person}, 'ready', ${NOW}, ${bag}, 'copy', 1, ${NOW}, ${new Date(NOW.getTime() + 1)})`
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      insert into archive.batch_file_copies (file, store, object, sha256, bytes, next_check_at)
      values (${file}, 'copy', ${certificate}, ${Buffer.alloc(32)}, 1, ${NOW})`
  })
  expect(await compareStore(owner, copy.store)).toEqual({
    ...before,
    objectsWithoutRow: 0,
  })
  await owner`delete from archive.exports where object = ${bag}`
  expect((await compareStore(owner, copy.store)).objectsWithoutRow).toBe(1)
})

async function* sorted(names: readonly string[]) {
  yield* [...names].sort()
}

async function* bytes() {
  yield Buffer.from('x')
}
