import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { Happening } from '#domain/audit/event.ts'
import { type Counts, measureOf, showsMfa } from '#domain/boards/counts.ts'
import { rollUp } from '#src/store/boards/roll-up.ts'
import type { Sql } from '#src/store/database.ts'
import { happen, keptCounts, placeOf, rollUpAll, someHappening } from '#test/support/boards.ts'
import { addAgency, addPerson, addUnit, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const owner = await testDatabase()
const sql = asApplication(owner)

const east = await addAgency(owner, 'WIT')
const west = await addAgency(owner, 'WIB')
const office = await addUnit(owner, east)
const PEOPLE: SomePerson[] = [
  await addPerson(owner, { agency: east, unit: office }),
  await addPerson(owner, { agency: east }),
  await addPerson(owner, { agency: west }),
]
const ZONE_HOURS = { [east]: 9, [west]: 7 }

beforeEach(async () => {
  await owner`truncate board_agency_counts, board_unit_counts, board_clock_people, board_nation_counts`
  await owner`truncate events cascade`
})

type Done = { who: number; hours: number; happening: Happening }

/** The same by one pure count over all: of a person in order, since each waits for their account. */
function countOf(events: readonly Done[], withUnits: boolean) {
  const counted: Record<string, Partial<Counts>> = {}
  const had = new Set<number>()
  for (const { who, hours, happening } of events) {
    const measure = measureOf(happening, had.has(who))
    if (showsMfa(happening)) had.add(who)
    const agency = (PEOPLE[who]?.agency ?? west) as AgencyId
    const unit = withUnits ? ((PEOPLE[who]?.unit ?? null) as UnitId | null) : null
    const local = new Date(NOW.getTime() + (hours + (ZONE_HOURS[agency] ?? 0)) * 3_600_000)
    const day = local.toISOString().slice(0, 10)
    if (measure)
      for (const [span, starts] of [
        ['day', day] as const,
        ['month', `${day.slice(0, 7)}-01`] as const,
      ]) {
        const place = placeOf({ span, agency, unit, starts })
        const row = counted[place] ?? {}
        counted[place] = { ...row, [measure]: (row[measure] ?? 0) + 1 }
      }
  }
  return counted
}

/** Where the nation is not what its agencies come to. */
async function nationDiffers() {
  return await owner`
    select span, starts, sum(activations) as activations, sum(sign_ins) as sign_ins, sum(codes_clock) as codes_clock
    from board_agency_counts group by span, starts
    except select span, starts, activations, sign_ins, codes_clock from board_nation_counts`
}

const someDone = fc.record({
  who: fc.nat({ max: PEOPLE.length - 1 }),
  hours: fc.integer({ min: -40, max: 0 }),
  happening: someHappening,
})
const someStep = fc.oneof(
  { weight: 4, arbitrary: someDone },
  { weight: 1, arbitrary: fc.constantFrom('rollUp' as const, 'killed' as const) },
)

/** All its work is done, and then it is killed before it can be committed. */
const dying = {
  begin: (work: (tx: never) => Promise<unknown>) =>
    sql.begin(async (tx) => {
      await work(tx as never)
      throw new Error('killed')
    }),
} as unknown as Sql

describe('the roll-up', () => {
  test('in whatever pieces and however often killed counts as one count over all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someStep, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (steps, piece) => {
          await owner`truncate board_agency_counts, board_unit_counts, board_clock_people, board_nation_counts`
          await owner`truncate events cascade`
          for (const step of steps) {
            if (step === 'rollUp') await rollUp(sql, NOW, piece)
            else if (step === 'killed') await rollUp(dying, NOW, piece).catch(() => {})
            else await happen(sql, PEOPLE[step.who]?.id as never, step.happening, step.hours * 3600)
          }
          const events = steps.filter((step) => typeof step === 'object')
          await rollUpAll(sql)
          expect(await keptCounts(owner, 'board_agency_counts')).toEqual(countOf(events, false))
          expect(await keptCounts(owner, 'board_unit_counts')).toEqual(countOf(events, true))
          expect(await nationDiffers()).toEqual([])
        },
      ),
      { numRuns: 30 },
    )
  })

  test('waits for a transaction that gave out its ids and is still open', async () => {
    const [slow, fast] = [PEOPLE[0], PEOPLE[1]]
    await sql.begin(async (tx) => {
      await happen(tx, slow?.id as never, { kind: 'codeReplayed' })
      await happen(sql, fast?.id as never, { kind: 'codeReplayed' })
      while (await rollUp(sql, NOW));
    })
    await rollUpAll(sql)
    const days = Object.values(await keptCounts(owner, 'board_agency_counts'))
    expect(days).toEqual([{ codesUsed: 2 }, { codesUsed: 2 }])
  })

  test('is done once where several processes do it at the same time', async () => {
    for (let count = 20; count > 0; count -= 1)
      await happen(sql, PEOPLE[0]?.id as never, { kind: 'codesLocked', until: NOW })
    await Promise.all(Array.from({ length: 4 }, () => rollUpAll(sql)))
    await rollUpAll(sql)
    const days = Object.values(await keptCounts(owner, 'board_agency_counts'))
    expect(days).toEqual([{ lockOuts: 20 }, { lockOuts: 20 }])
  })

  test('counts a day as the agency reads its clock', async () => {
    await happen(sql, PEOPLE[0]?.id as never, { kind: 'codeReplayed' }, 10.5 * 3600)
    await happen(sql, PEOPLE[2]?.id as never, { kind: 'codeReplayed' }, 10.5 * 3600)
    await rollUpAll(sql)
    const kept = await keptCounts(owner, 'board_agency_counts')
    expect(kept[placeOf({ span: 'day', agency: east, starts: '2026-11-22' })]).toBeDefined()
    expect(kept[placeOf({ span: 'day', agency: west, starts: '2026-11-21' })]).toBeDefined()
  })

  test('counts people with a wrong clock once a day, however many codes they try', async () => {
    for (const reason of ['late', 'clockOff', 'zone', 'wrong'])
      await happen(sql, PEOPLE[0]?.id as never, { kind: 'codeWrong', reason, inARow: 1 })
    await happen(sql, PEOPLE[1]?.id as never, { kind: 'codeWrong', reason: 'wrong', inARow: 1 })
    await rollUpAll(sql)
    expect(await owner`select person from board_clock_people`).toEqual([{ person: PEOPLE[0]?.id }])
  })

  test('stops where the record comes from another server, instead of counting nothing', async () => {
    const [{ kept } = { kept: '3' }] = await owner<{ kept: string }[]>`
      select rolled_up_before::text as kept from board_cursor`
    await owner`update board_cursor set rolled_up_before = '9000000000000'`
    await expect(rollUp(sql, NOW)).rejects.toThrow('another server')
    await owner`update board_cursor set rolled_up_before = ${kept}::text::xid8`
  })
})
