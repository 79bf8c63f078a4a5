import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AgencyId } from '#domain/agency.ts'
import { countWaiting, passDay } from '#src/jobs/retention.ts'
import { askRecount, findRecount, recountNext } from '#src/store/archive/retention/recounts.ts'
import type { Sql } from '#src/store/database.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { day } from '#test/support/retention.ts'
import { addRetired, addSomeRule } from '#test/support/retention-rows.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

async function addMany(count: number) {
  const person = await addRetired(owner, '2024-08-01')
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      insert into archive.records (id, person, agency, type, slot, stage, stage_since)
      select gen_random_uuid(), ${person.id}, ${person.agency}, 'golongan', n::text, 'inactive', now()
      from generate_series(1, ${count}) n`
    await tx`
      insert into archive.retention_facts (person, kind, on_date) values (${person.id}, 'serviceEnded', '2024-08-01')`
  })
  return person
}

async function uncounted(agency: AgencyId) {
  const rows =
    await owner`select from archive.records where agency = ${agency} and retention_end is null`
  return rows.length
}

/** All its work is done, and then it is killed before it can be committed. */
const dying = {
  begin: (work: (tx: never) => Promise<unknown>) =>
    sql.begin(async (tx) => {
      await work(tx as never)
      throw new Error('killed')
    }),
} as unknown as Sql

describe('an agency is counted anew', () => {
  test('piece by piece: whoever is killed goes on there, and its progress is told', async () => {
    const { agency } = await addMany(700)
    await addSomeRule(owner, agency)
    await owner.begin((tx) => askRecount(tx, agency, NOW))
    expect(await recountNext(sql, NOW)).toBe(true)
    expect(await findRecount(sql, agency)).toMatchObject({ seen: 500, changed: 500, doneAt: null })
    await expect(recountNext(dying, NOW)).rejects.toThrow('killed')
    expect(await uncounted(agency)).toBe(701 - 500)
    expect(await recountNext(sql, NOW)).toBe(true)
    expect(await findRecount(sql, agency)).toMatchObject({ seen: 701, changed: 701, doneAt: NOW })
    expect([await uncounted(agency), await recountNext(sql, NOW)]).toEqual([0, false])
  })

  test('from the beginning, where it is asked for again', async () => {
    const { agency } = await addMany(600)
    await addSomeRule(owner, agency)
    await owner.begin((tx) => askRecount(tx, agency, NOW))
    await recountNext(sql, NOW)
    await owner.begin((tx) => askRecount(tx, agency, NOW))
    expect(await findRecount(sql, agency)).toMatchObject({ seen: 0, doneAt: null })
    await countWaiting(sql, () => NOW)
    expect(await findRecount(sql, agency)).toMatchObject({ seen: 601, changed: 101 })
  })

  test('by several at once, each piece by one', async () => {
    const { agency } = await addMany(1_200)
    await addSomeRule(owner, agency)
    await owner.begin((tx) => askRecount(tx, agency, NOW))
    await Promise.all([countWaiting(sql, () => NOW), countWaiting(sql, () => NOW)])
    await countWaiting(sql, () => NOW)
    expect(await findRecount(sql, agency)).toMatchObject({
      seen: 1_201,
      changed: 1_201,
      doneAt: NOW,
    })
  })

  test('on the day on which one of its rules begins, takes effect or ends, and on no other', async () => {
    const { agency } = await addMany(1)
    await addSomeRule(owner, agency, {
      id: randomUUID() as never,
      from: day('2026-11-01'),
      endsFrom: day('2026-12-01'),
      until: day('2026-12-10'),
    })
    const counted = async (on: string) => {
      const now = new Date(`${on}T00:00:00+07:00`)
      await passDay(sql, () => now)
      const isAsked = (await findRecount(sql, agency))?.doneAt === null
      await countWaiting(sql, () => now)
      return isAsked
    }
    expect(await counted('2026-11-20')).toBe(true)
    expect(await counted('2026-11-30')).toBe(false)
    expect(await counted('2026-12-01')).toBe(true)
    expect(await counted('2026-12-02')).toBe(false)
    expect(await counted('2026-12-15')).toBe(true)
    expect(await counted('2026-12-16')).toBe(false)
  })
})
