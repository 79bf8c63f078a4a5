import { beforeEach, describe, expect, test } from 'vitest'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import { after as later } from '#domain/instant.ts'
import { countQueues } from '#src/store/boards/queues.ts'
import { recountNext } from '#src/store/boards/recount.ts'
import { happen, rollUpAll } from '#test/support/boards.ts'
import { addAgency, addPerson, addUnit, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const MINUTE = 60
const DAY = 86_400

let agency: AgencyId
let unit: UnitId

beforeEach(async () => {
  agency = await addAgency(owner)
  unit = await addUnit(owner, agency)
})

async function recountAll(now = NOW): Promise<void> {
  while (await recountNext(sql, now));
}

function someone(fields: Partial<SomePerson> = {}): Promise<SomePerson> {
  return addPerson(owner, { agency, ...fields })
}

async function standing(of = agency) {
  return await owner`
    select unit, total, activated, frozen, disabled, bounced from board_standing
    where agency = ${of} order by unit nulls last`
}

describe('the standing of an agency', () => {
  test('is what its accounts are, by unit, the disabled apart', async () => {
    await someone({ unit, state: 'created' })
    const { id } = await someone({ unit, emails: ['mati@instansi.example'] })
    await owner`update email_addresses set bounced_at = ${NOW} where person = ${id}`
    await someone({ state: 'frozen' })
    await someone({ state: 'disabled' })
    await recountAll()
    expect(await standing()).toEqual([
      { unit, total: 2, activated: 1, frozen: 0, disabled: 0, bounced: 1 },
      { unit: null, total: 1, activated: 1, frozen: 1, disabled: 1, bounced: 0 },
    ])
  })

  test('follows whoever moves or is gone, on the next day at the latest', async () => {
    const other = await addAgency(owner)
    const [mover, leaver] = [await someone({ unit }), await someone({ unit })]
    await recountAll()
    await owner`update people set agency = ${other}, unit = null where id = ${mover.id}`
    await owner`update accounts set state = 'disabled' where person = ${leaver.id}`
    await recountAll(later(NOW, DAY))
    expect((await standing())[0]).toMatchObject({ total: 2 })
    await recountAll(later(NOW, DAY + 1))
    expect(await standing()).toMatchObject([{ unit, total: 0, activated: 0, disabled: 1 }])
    expect(await standing(other)).toMatchObject([{ unit: null, total: 1, activated: 1 }])
  })

  test('follows an activation after ten minutes', async () => {
    const { id } = await someone({ state: 'created' })
    await recountAll()
    await owner`update accounts set state = 'active' where person = ${id}`
    await happen(sql, id, { kind: 'mfaActivated', device: 'HP' })
    await rollUpAll(sql)
    await recountAll(later(NOW, 9 * MINUTE))
    expect(await standing()).toMatchObject([{ activated: 0 }])
    await recountAll(later(NOW, 10 * MINUTE))
    expect(await standing()).toMatchObject([{ activated: 1 }])
  })

  test('follows a file of national data', async () => {
    await someone()
    await recountAll()
    await someone()
    await owner`
      insert into import_runs (id, source, fingerprint, path, with_otp, started_by, state, started_at, applied_at)
      values (gen_random_uuid(), 'people', 'f', 'p', false, 'uji', 'applied', ${NOW}, ${later(NOW, 1)})`
    await recountAll(later(NOW, 2))
    expect(await standing()).toMatchObject([{ total: 2 }])
    await owner`delete from import_runs`
  })
})

test('queues tell how many wait, since when, and how urgent they are', async () => {
  const asker = await someone({ role: 'officer' })
  const { id } = await someone({ unit, emails: ['budi@instansi.example'] })
  await happen(owner, id, { kind: 'passwordChanged' }, -90)
  await happen(owner, id, { kind: 'deviceRenamed', device: 'A', old: 'B' }, -30)
  const [mandate] = await owner<
    { id: string }[]
  >`select id from mandates where person = ${asker.id}`
  for (const [state, hours] of [
    ['open', 5],
    ['open', 2],
    ['withdrawn', 9],
  ] as const)
    await owner`
      insert into approval_requests (id, kind, person, agency, what, reason, asked_by, asked_as, asked_at, expires_at, state, decided_at)
      values (gen_random_uuid(), 'mfaReset', ${id}, ${agency}, '{}', 'HP hilang di perjalanan dinas', ${asker.id},
              ${mandate?.id ?? ''}, ${later(NOW, -hours * 3600)}, ${later(NOW, 3600)}, ${state},
              ${state === 'open' ? null : NOW})`
  await countQueues(sql, NOW)
  const queues = await owner`
    select queue, waiting, oldest from board_queues where agency = ${agency} and unit = ${unit} order by queue`
  expect(queues).toEqual([
    { queue: 'approvals', waiting: 2, oldest: later(NOW, -5 * 3600) },
    { queue: 'mails', waiting: 1, oldest: later(NOW, -30) },
    { queue: 'urgentMails', waiting: 1, oldest: later(NOW, -90) },
  ])
})
