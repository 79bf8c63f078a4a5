import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseLeaf } from '#domain/tlog/leaf.ts'
import { keepAccess } from '#src/store/archive/access-log.ts'
import { accessRootRound } from '#src/tlog/access-roots.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const { id: person } = await addPerson(owner)
const record = await addRecord(owner, { person })
const version = await addVersion(owner, { record })
const MINUTE = 60_000

test('T30 what was read is told as one root for five minutes, once they are over for as long', async () => {
  for (const minutes of [0, 1, 4, 7]) await read(after(minutes))
  await round(9)
  expect(await told()).toEqual([])
  await round(10)
  await round(10)
  expect((await told()).map(({ body }) => body['accesses'])).toEqual([3])
  await round(16)
  const roots = await told()
  expect(roots.map(({ body }) => body['accesses'])).toEqual([3, 1])
  for (const { leaf, body } of roots)
    expect(parseLeaf(leaf)).toMatchObject({ value: { event: 'recordNoted', root: body['root'] } })
  const [last] = await owner<{ digest: Buffer }[]>`
    select archive.access_digest(l) as digest from archive.access_log l where n = 4 and person = ${person}`
  const only = createHash('sha256')
    .update(Buffer.of(0))
    .update(last?.digest ?? '')
    .digest('hex')
  expect(roots[1]?.body['root']).toBe(only)
})

test('T30 what a lagging clock reads comes into a window that is not told yet', async () => {
  const late = after(60)
  await owner`update archive.accesses_told set until = ${late}`
  await read(after(30))
  const [row] = await owner<
    { at: Date }[]
  >`select at from archive.access_log order by n desc limit 1`
  expect(row?.at.getTime()).toBeGreaterThanOrEqual(late.getTime())
})

function after(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * MINUTE)
}

function round(minutes: number): Promise<void> {
  return accessRootRound(
    sql,
    () => after(minutes),
    () => false,
  )
}

async function read(at: Date): Promise<void> {
  const by = { actor: person, hat: undefined }
  const access = { person, by, purpose: 'own', action: 'recordDownloaded', at } as const
  await keepAccess(sql, { ...access, read: { record, version, no: 1 } })
}

async function told() {
  return await owner<{ body: Record<string, unknown>; leaf: Buffer }[]>`
    select e.body, q.leaf from archive.events e join archive.log_queue q on q.event = e.id
    where e.name = 'accessesRooted' order by e.at`
}
