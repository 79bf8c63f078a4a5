import { beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#domain/access/scope.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { LostPart } from '#domain/archive/incident.ts'
import type { Person } from '#domain/person.ts'
import { readCareBoard } from '#src/store/archive/care-board.ts'
import { moveRecords } from '#src/store/archive/custody/kept-records.ts'
import {
  INCIDENTS_ON_A_PAGE,
  type IncidentList,
  type IncidentPlace,
  listIncidents,
} from '#src/store/archive/incidents.ts'
import { beginIncident } from '#src/store/archive/repairs.ts'
import { inTransaction } from '#src/store/database.ts'
import { inScope } from '#src/store/scope.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { someHat } from '#test/support/hats.ts'
import { whileHeld } from '#test/support/held.ts'
import { addLost, addLostPaper, addParts, WHOLE_FILE } from '#test/support/incidents.ts'

const DAY = 24 * 3600_000
const owner = await testDatabase()
const sql = asApplication(owner)
let agency: AgencyId
let unit: UnitId
let otherUnit: UnitId
let employee: Pick<Person, 'id'>

beforeAll(async () => {
  agency = await addAgency(owner)
  unit = await addUnit(owner, agency)
  otherUnit = await addUnit(owner, agency)
  employee = await addPerson(owner, { agency, unit, name: 'Dewi Lestari' })
})

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * DAY)
}

function hatOf(place: AgencyId, within?: UnitId) {
  return someHat({ role: 'archivist', agency: place, unit: within })
}

function seenBy(hat: ReturnType<typeof hatOf>, list: IncidentList = 'open', after?: IncidentPlace) {
  return listIncidents(sql, hat, { list, after }, NOW)
}

async function idsSeenBy(hat: ReturnType<typeof hatOf>, list: IncidentList = 'open') {
  return (await seenBy(hat, list)).map(({ id }) => id)
}

async function countedFor(place: AgencyId, within?: UnitId): Promise<number> {
  return (await readCareBoard(sql, scopeOf(hatOf(place, within)), NOW)).incidents
}

describe('R-AD-01 files without a whole copy', () => {
  test('are seen by the own agency with whose they are and how they stand, by no other', async () => {
    const { version, record } = await addLost(owner, { person: employee.id, foundAt: daysAgo(9) })
    const [seen] = await seenBy(hatOf(agency))
    expect(seen).toMatchObject({
      ...{
        id: version,
        record,
        of: 'file',
        name: 'Dewi Lestari',
        person: employee.id,
        type: 'pns',
      },
      ...{ no: 1, status: 'verified', stage: 'active', held: false, at: daysAgo(9) },
      parts: WHOLE_FILE,
    })
    expect(await idsSeenBy(hatOf(await addAgency(owner)))).not.toContain(version)
  })

  test('of a unit are those of its people, and so is their number', async () => {
    const place = await addAgency(owner)
    const [own, other] = [await addUnit(owner, place), await addUnit(owner, place)]
    const [one, elsewhere] = [
      await addPerson(owner, { agency: place, unit: own }),
      await addPerson(owner, { agency: place, unit: other }),
    ]
    const { version } = await addLost(owner, { person: one.id })
    await addLost(owner, { person: elsewhere.id })
    await addLostPaper(owner, place)
    expect(await idsSeenBy(hatOf(place, own))).toEqual([version])
    expect(await countedFor(place, own)).toBe(1)
    expect(await idsSeenBy(hatOf(place))).toHaveLength(3)
    expect(await countedFor(place)).toBe(3)
  })

  test('are hidden by the database itself from whoever asks without the code that knows the scope', async () => {
    await addLost(owner, { person: employee.id })
    const counted = (reach: Parameters<typeof inScope>[1]) =>
      inScope(sql, reach, NOW, async (tx) => {
        const rows = await tx`select version from archive.incidents where agency = ${agency}`
        return rows.length
      })
    expect(
      await counted({ reach: 'agency', agency: await addAgency(owner), unit: undefined }),
    ).toBe(0)
    expect(await counted({ reach: 'agency', agency, unit: otherUnit })).toBe(0)
    expect(await counted({ reach: 'offices' })).toBe(0)
    expect(await counted({ reach: 'agency', agency, unit })).toBeGreaterThan(0)
  })

  test('I2 the nation counts them and is shown nobody', async () => {
    await addLost(owner, { person: employee.id })
    const board = await readCareBoard(sql, { reach: 'nation' }, NOW)
    expect(board.incidents).toBeGreaterThan(0)
    expect(await seenBy(someHat({ role: 'nationalAdmin', agency: undefined }))).toEqual([])
  })

  test('go with their file to the agency that takes it over', async () => {
    const [from, to] = [await addAgency(owner), await addAgency(owner)]
    const moved = await addPerson(owner, { agency: from })
    const { version, record } = await addLost(owner, { person: moved.id })
    await inTransaction(sql, (tx) => moveRecords(tx, [record], to))
    expect(await idsSeenBy(hatOf(from))).toEqual([])
    expect(await idsSeenBy(hatOf(to))).toEqual([version])
    expect([await countedFor(from), await countedFor(to)]).toEqual([0, 1])
  })

  test('go with it also when they are found out at that very moment', async () => {
    const [from, to] = [await addAgency(owner), await addAgency(owner)]
    const moved = await addPerson(owner, { agency: from })
    const { version, record } = await addLost(owner, { person: moved.id, parts: [] })
    const bad = {
      version,
      kind: 'content',
      page: 0,
      store: 'main',
      object: '',
      sha256: '',
    } as const
    const isNew = await whileHeld(
      owner,
      (tx) => moveRecords(tx, [record], to),
      () => beginIncident(sql, { ...bad, health: 'missing' }, NOW),
    )
    expect(isNew).toBe(true)
    expect([await countedFor(from), await countedFor(to)]).toEqual([0, 1])
  })

  test('are over with the key of their file, and are told as mended to nobody', async () => {
    const place = await addAgency(owner)
    const person = (await addPerson(owner, { agency: place })).id
    const { version } = await addLost(owner, { person })
    await owner`
      update archive.versions set key_gone_at = ${NOW}, metadata = null where id = ${version}`
    expect(await idsSeenBy(hatOf(place))).toEqual([])
    expect(await idsSeenBy(hatOf(place), 'ended')).toEqual([])
    expect(await countedFor(place)).toBe(0)
  })

  test('of a destroyed record are not listed', async () => {
    const place = await addAgency(owner)
    const person = (await addPerson(owner, { agency: place })).id
    await addLost(owner, { person, stage: 'destroyed' })
    expect(await idsSeenBy(hatOf(place))).toEqual([])
  })
})

describe('5.4 the list', () => {
  test('has a version once, since the first of it was lost, and counts it once', async () => {
    const place = await addAgency(owner)
    const person = (await addPerson(owner, { agency: place })).id
    const pages: LostPart[] = [2, 1].map((page) => ({ kind: 'preview', page }))
    const { version } = await addLost(owner, { person, parts: pages, foundAt: daysAgo(5) })
    await addParts(owner, version, WHOLE_FILE, { foundAt: daysAgo(2) })
    const seen = await seenBy(hatOf(place))
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      at: daysAgo(5),
      parts: [...WHOLE_FILE, { kind: 'preview', page: 1 }, { kind: 'preview', page: 2 }],
    })
    expect(await countedFor(place)).toBe(1)
  })

  test('is walked by key, the oldest first, papers among the files, none twice and none left out', async () => {
    const place = await addAgency(owner)
    const person = (await addPerson(owner, { agency: place })).id
    const all: string[] = []
    for (let n = 0; n < INCIDENTS_ON_A_PAGE + 4; n += 1) {
      const foundAt = daysAgo(100 - Math.floor(n / 3))
      const { version } = await addLost(owner, { person, foundAt })
      all.push(version)
    }
    all.push((await addLostPaper(owner, place, { foundAt: daysAgo(95) })).file)
    const first = (await seenBy(hatOf(place))).slice(0, INCIDENTS_ON_A_PAGE)
    const rest = await seenBy(hatOf(place), 'open', first.at(-1))
    const walked = [...first, ...rest]
    expect(walked.map(({ id }) => id).sort()).toEqual(all.sort())
    const times = walked.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((one, other) => one - other))
    expect(first.map(({ of }) => of)).toContain('paper')
  })

  test('of what was mended has what is whole as a whole, for 90 days, the newest first', async () => {
    const place = await addAgency(owner)
    const person = (await addPerson(owner, { agency: place })).id
    const fresh = await addLost(owner, { person, overAt: daysAgo(1) })
    const partly = await addLost(owner, { person, overAt: daysAgo(2) })
    await addParts(owner, partly.version, [{ kind: 'preview', page: 1 }])
    const older = await addLost(owner, { person, overAt: daysAgo(89) })
    await addParts(owner, older.version, [{ kind: 'preview', page: 1 }], { overAt: daysAgo(95) })
    await addLost(owner, { person, overAt: daysAgo(91) })
    const paper = await addLostPaper(owner, place, { overAt: daysAgo(3) })
    const ended = await seenBy(hatOf(place), 'ended')
    expect(ended.map(({ id }) => id)).toEqual([fresh.version, paper.file, older.version])
    expect(ended[2]?.at).toEqual(daysAgo(89))
    const [open] = await seenBy(hatOf(place))
    expect(open).toMatchObject({ id: partly.version, parts: [{ kind: 'preview', page: 1 }] })
    const after = { at: daysAgo(1), id: fresh.version }
    expect((await seenBy(hatOf(place), 'ended', after)).map(({ id }) => id)).toEqual([
      paper.file,
      older.version,
    ])
  })
})
