import { describe, expect, test } from 'vitest'
import { addEvent } from '#src/store/events.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { origin } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const DENIED = { code: '42501' }

async function anEvent() {
  const { id } = await addPerson(owner)
  const happening = { kind: 'signedOut' } as const
  await addEvent(sql, { ...origin, at: NOW, person: id, actor: id, happening })
  return id
}

describe("R-AU-01 the application's own role", () => {
  test('adds to the record and reads it', async () => {
    const person = await anEvent()
    expect(await sql`select kind from events where person = ${person}`).toEqual([
      { kind: 'signedOut' },
    ])
  })

  test.each([
    `update events set kind = 'signedIn'`,
    'delete from events',
    'truncate events',
    `update events set detail = '{}'`,
  ])('can neither change nor remove what stands there: %s', async (statement) => {
    await anEvent()
    await expect(sql.unsafe(statement)).rejects.toMatchObject(DENIED)
  })

  test.each([
    'alter table events disable trigger all',
    'alter table accounts add column mine text',
    'drop table throttles',
    'create table mine ()',
    'create schema mine',
    'create function admit_code_try() returns int language sql as $$ select 1 $$',
    `create or replace function admit_recovery_try(whose uuid, at timestamptz, out outcome text, out until timestamptz) language sql as $$ select 'admitted', null::timestamptz $$`,
  ])('changes no table and no right: %s', async (statement) => {
    await expect(sql.unsafe(statement)).rejects.toThrow()
    expect(await owner`select from events limit 0`).toEqual([])
  })

  test.each([
    `update people set name = 'x'`,
    `insert into login_identifiers values ('x', gen_random_uuid(), 'nip', now())`,
    `update login_identifiers set person = gen_random_uuid()`,
    `insert into mandates values (gen_random_uuid(), 'auditor', null, now(), now())`,
    'delete from mandates',
    'delete from accounts',
    'delete from passwords',
    `insert into migrations select * from migrations`,
    'delete from agencies',
    `insert into import_people select * from import_people`,
    'select hash, devices from import_people',
    'truncate import_people',
    'delete from import_findings',
    'update import_runs set state = state',
    'delete from import_batches',
    `update people set legal_position = '01'`,
    'select rolpassword from pg_authid',
    `select pg_read_file('postgresql.conf')`,
  ])('does nothing that no page of this portal needs: %s', async (statement) => {
    await expect(sql.unsafe(statement)).rejects.toMatchObject(DENIED)
  })

  test('can give itself no right', async () => {
    await sql`grant delete on events to asn_app`
    const [may] = await sql`select has_table_privilege('events', 'delete') as delete_events`
    expect(may).toEqual({ deleteEvents: false })
  })
})
