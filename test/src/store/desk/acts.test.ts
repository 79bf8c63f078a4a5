import { describe, expect, test } from 'vitest'
import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import { decideAct } from '#domain/desk/act.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { no } from '#domain/result.ts'
import { byteas, type TransactionSql } from '#src/store/database.ts'
import { actOnEmployee, type DeskAct } from '#src/store/desk/acts.ts'
import { addDeskExport, type DeskExportId, endDeskExport } from '#src/store/desk/exports.ts'
import { inScope } from '#src/store/scope.ts'
import { addAgency, addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { mandatesOf } from '#test/support/office.ts'
import { openFor } from '#test/support/own.ts'
import { origin } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const DENIED = { code: '42501' }
const told = { reason: 'Pegawai datang ke loket dengan kartu' as Reason }

/** An officer who wears the hat, and somebody of the same agency. */
async function desk(fields: Partial<SomePerson> = {}) {
  const agency = await addAgency(owner)
  const whom = await addPerson(owner, { agency, ...fields })
  const officer = await addPerson(owner, { agency, role: 'officer' })
  const [hat] = (await mandatesOf(owner, officer.id)) as [Hat]
  const session = await openFor(owner, officer.id)
  await owner`update sessions set hat = ${hat.id} where id_hash = ${session}`
  const event = { ...origin, at: NOW, actor: officer.id }
  const act: DeskAct = { session, hat, event, person: whom.id, passwordKeys: [] }
  return { agency, whom, officer, hat, act }
}

type Scene = Awaited<ReturnType<typeof desk>>

function disable(act: DeskAct) {
  return actOnEmployee(sql, act, (employee) => decideAct('disable', employee, told, NOW))
}

async function stateOf(person: string) {
  const [account] = await owner`select state from accounts where person = ${person}`
  return account?.['state']
}

describe('R-AD-01 an act is judged again under the lock', () => {
  test.each<[string, string, (tx: TransactionSql, scene: Scene) => unknown]>([
    [
      'the hat was taken off',
      'noLonger',
      (tx, { officer }) => tx`update sessions set hat = null where person = ${officer.id}`,
    ],
    [
      'the session was ended',
      'noLonger',
      (tx, { officer }) => tx`delete from sessions where person = ${officer.id}`,
    ],
    [
      'R-SE-06 the second factor is five minutes old',
      'noLonger',
      (tx, { officer }) => tx`
        update sessions set started_at = started_at - interval '5 minutes' where person = ${officer.id}`,
    ],
    [
      'the mandate ended',
      'noLonger',
      (tx, { hat }) => tx`update mandates set valid_to = ${NOW} where id = ${hat.id}`,
    ],
    [
      'the other moved to another agency',
      'noSuchEmployee',
      async (tx, { whom }) =>
        tx`update people set agency = ${await addAgency(owner)} where id = ${whom.id}`,
    ],
    [
      'the other was given a higher role',
      'higherRole',
      (tx, { whom, agency }) => tx`
        insert into mandates (person, role, agency, valid_from, valid_to)
        values (${whom.id}, 'agencyAdmin', ${agency}, '2020-01-01', '2099-01-01')`,
    ],
  ])('%s while it waited: %s', async (_, kind, change) => {
    const scene = await desk()
    const done = await whileHeld(
      owner,
      async (tx) => {
        await tx`select from accounts where person = ${scene.whom.id} for update`
        await change(tx as TransactionSql, scene)
      },
      () => disable(scene.act),
    )
    expect(done).toEqual(no({ kind }))
    expect(await stateOf(scene.whom.id)).toBe('active')
  })

  test('what another officer did meanwhile is what it is judged by', async () => {
    const { whom, act } = await desk()
    const done = await whileHeld(
      owner,
      (tx) => tx`update accounts set state = 'disabled' where person = ${whom.id}`,
      () => disable(act),
    )
    expect(done).toEqual(no({ kind: 'alreadyDisabled' }))
  })

  test('somebody of another agency is nobody, whatever the act says', async () => {
    const { act } = await desk()
    const stranger = await addPerson(owner)
    const done = await disable({ ...act, person: stranger.id })
    expect(done).toEqual(no({ kind: 'noSuchEmployee' }))
    expect(await stateOf(stranger.id)).toBe('active')
  })
})

describe('R-AD-01 what sees past the policies asks for the scope itself', () => {
  test('ends nothing, tells nothing and reopens nothing of another agency', async () => {
    const { hat } = await desk()
    const stranger = await addPerson(owner)
    await openFor(owner, stranger.id)
    const key = Buffer.alloc(32, 7)
    await owner`
      insert into throttles (key, count, since, lasting) values (${key}, 80, ${NOW}, true)
      on conflict (key) do nothing`
    const told = await inScope(sql, scopeOf(hat), NOW, async (tx) => {
      await tx`select desk_stops_pending(${stranger.id})`
      await tx`select desk_reopens_passwords(${stranger.id}, ${byteas(tx, [key])})`
      const [row] = await tx`
        select desk_password_failures(${stranger.id}, ${byteas(tx, [key])}) as failures`
      return [row?.['failures'], await tx`select from desk_record(${stranger.id}, 10)`]
    })
    expect(told).toEqual([null, []])
    expect(await owner`select from sessions where person = ${stranger.id}`).toHaveLength(1)
    expect(await owner`select from throttles where key = ${key}`).toHaveLength(1)
  })

  test.each([
    `update accounts set mfa = 'none'`,
    'update accounts set code_failures = 0',
    `update accounts set held_until = null, held_because = null`,
    'update email_addresses set bounced_at = null',
    'delete from throttles',
    'select key from throttles',
    'select entries from desk_lists',
    'delete from sessions',
    'select stop_pending(gen_random_uuid())',
    'insert into desk_exports (id) values (gen_random_uuid())',
  ])('and the role of the desk writes no more than acts need: %s', async (statement) => {
    const { hat } = await desk()
    await expect(
      inScope(sql, scopeOf(hat), NOW, (tx) => tx.unsafe(statement)),
    ).rejects.toMatchObject(DENIED)
  })
})

describe('R-AD-03 an export', () => {
  test('is kept as it began, and its rows are told once', async () => {
    const { officer, hat } = await desk()
    const id = crypto.randomUUID() as DeskExportId
    await addDeskExport(sql, {
      id,
      person: officer.id,
      hat: hat.id,
      at: NOW,
      what: 'agency',
      ...origin,
    })
    await endDeskExport(sql, id, 12)
    await endDeskExport(sql, id, 1)
    const [kept] = await owner`select what, rows from desk_exports where id = ${id}`
    expect(kept).toEqual({ what: 'agency', rows: 12 })
    for (const statement of ['delete from desk_exports', 'update desk_exports set rows = 0'])
      await expect(sql.unsafe(statement)).rejects.toMatchObject(DENIED)
  })
})
