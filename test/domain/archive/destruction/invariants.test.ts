import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { ALL_ROLES, type Role } from '#domain/access/mandate.ts'
import { type Batch, holderOf, standingSignature } from '#domain/archive/destruction/batch.ts'
import { PANEL, roleOf, SEATS, type Seat } from '#domain/archive/destruction/seat.ts'
import {
  type Command,
  KINDS,
  listed,
  newWorld,
  PEOPLE,
  run,
  type World,
} from '#test/support/destruction-world.ts'

vi.setConfig({ testTimeout: 60_000 })

const RECORDS = 5

/** Anything by anybody. */
const anything: fc.Arbitrary<Command> = fc.record({
  kind: fc.constantFrom(...KINDS),
  person: fc.nat(PEOPLE.length - 1),
  role: fc.constantFrom<Role>(...ALL_ROLES),
  seat: fc.constantFrom<Seat>(...SEATS),
  record: fc.nat(RECORDS - 1),
  seconds: fc.nat(400),
  isStale: fc.boolean(),
})

/** A seat of the procedure, acted on by the person and in the hat that fit it. */
function fitting(kind: Command['kind'], seat: Seat, record = 0, seconds = 1): Command {
  const person = SEATS.indexOf(seat) === 2 ? 0 : SEATS.indexOf(seat) + 1
  return { kind, person, role: roleOf(seat), seat, record, seconds, isStale: false }
}

/** The whole way, as it should go. */
const PROCEDURE: readonly Command[] = [
  fitting('takeSeat', 'chair'),
  fitting('takeSeat', 'originatingHead'),
  ...Array.from({ length: RECORDS }, (_, record) => fitting('appraise', 'chair', record)),
  fitting('sign', 'chair'),
  fitting('sign', 'originatingHead'),
  fitting('sign', 'panelArchivist'),
  fitting('approve', 'approver'),
  fitting('wait', 'chair', 0, 31),
  fitting('attend', 'legalWitness'),
  fitting('attend', 'oversightWitness'),
  fitting('start', 'chair'),
  ...Array.from({ length: RECORDS }, (_, record) => [
    fitting('deleteKeys', 'chair', record),
    fitting('step', 'chair', record),
    fitting('step', 'chair', record),
    fitting('record', 'chair', record),
  ]).flat(),
]

/** The procedure with anything at all in between, and steps left out. */
const disturbed = fc
  .array(fc.tuple(fc.array(anything, { maxLength: 2 }), fc.integer({ min: 0, max: 9 })), {
    minLength: PROCEDURE.length,
    maxLength: PROCEDURE.length,
  })
  .map((parts) =>
    PROCEDURE.flatMap((step, at) => {
      const [before, luck] = parts[at] ?? [[], 1]
      return luck === 0 ? before : [...before, step]
    }),
  )

describe('I1–I5 whatever anybody does, in whatever order', () => {
  test('the procedure itself destroys all of its records', () => {
    const world = played(PROCEDURE)
    expect(world.batch.state).toBe('destroying')
    expect(world.deletions).toHaveLength(RECORDS)
    expect([...world.items.values()].map(({ state }) => state)).toEqual(Array(RECORDS).fill('over'))
  })

  test('I1 no key goes under a hold, and none comes back', () => {
    check((world) => {
      expect(world.deletions.filter(({ held }) => held)).toEqual([])
      for (const { record } of world.deletions) expect(world.keys.has(record)).toBe(false)
    })
  })

  test('I4 six persons at the least, each on one seat, and none of them concerned', () => {
    check((world) => {
      const persons = world.batch.parties.map(({ person }) => person)
      expect(new Set(persons).size).toBe(persons.length)
      expect(persons.filter((person) => isConcerned(world, person))).toEqual([])
      for (const { batch } of world.deletions)
        expect(signersOf(batch).size).toBeGreaterThanOrEqual(6)
    })
  })

  test('I5 whoever stands behind a destruction signed a list that had the very same line', () => {
    check((world) => {
      for (const { batch, line } of world.deletions)
        for (const seat of SEATS.filter((one) => one !== 'appraiser')) {
          const holder = holderOf(batch, seat)
          const signed = holder && standingSignature(batch, holder.person)
          if (seat === 'panelArchivist' || seat === 'chair') expect(signed !== undefined).toBe(true)
          expect(world.lists.get(signed?.manifest ?? 0)?.has(line)).toBe(true)
        }
    })
  })

  test('I5 the list is at any time what is to go, and nothing else', () => {
    check((world) => {
      expect([...(world.lists.get(world.batch.manifest.n) ?? [])].sort()).toEqual(
        listed(world).sort(),
      )
    })
  })

  test('I2 nothing is destroyed before the panel, the approval and the wait', () => {
    check((world) => {
      for (const { batch } of world.deletions) {
        const panel = batch.parties.filter(({ seat }) => PANEL.includes(seat))
        expect(batch.state).toBe('destroying')
        expect(panel.every(({ person }) => standingSignature(batch, person))).toBe(true)
        expect(panel.length).toBeGreaterThanOrEqual(3)
      }
    })
  })

  test('the disturbed procedure reaches destruction often enough to show something', () => {
    const reached = fc
      .sample(disturbed, { numRuns: 300, seed: 5 })
      .filter((commands) => played(commands).deletions.length > 0)
    expect(reached.length).toBeGreaterThan(15)
  })
})

function check(holds: (world: World) => void): void {
  fc.assert(
    fc.property(disturbed, (commands) => holds(played(commands))),
    { numRuns: 1000 },
  )
}

function played(commands: readonly Command[]): World {
  const world = newWorld()
  for (const command of commands) run(world, command)
  return world
}

function signersOf(batch: Batch): Set<string> {
  const standing = batch.parties.filter(({ person }) => standingSignature(batch, person))
  return new Set(standing.map(({ person }) => person))
}

function isConcerned({ items }: World, person: string): boolean {
  return [...items.values()].some(({ subject }) => subject === person)
}
