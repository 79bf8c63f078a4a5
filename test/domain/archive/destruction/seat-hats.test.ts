import { expect, test } from 'vitest'
import { actsFor, mayAppraise } from '#domain/archive/destruction/acts.ts'
import { type Party, SEATS, type Seat } from '#domain/archive/destruction/seat.ts'
import type { PersonId } from '#domain/person.ts'
import { type Command, newWorld, PEOPLE, run } from '#test/support/destruction-world.ts'

const CHAIR = SEATS.indexOf('chair') + 1

function by(kind: Command['kind'], fields: Partial<Command> = {}): Command {
  const seat: Seat = 'chair'
  const common = { person: CHAIR, role: 'appraiser', seat, record: 0, seconds: 1, isStale: false }
  return { kind, ...common, ...fields } as Command
}

function seated() {
  const world = newWorld()
  run(world, by('takeSeat'))
  return world
}

test('I4 whoever sits on the panel appraises in the hat of that seat, and in no other of theirs', () => {
  const world = seated()
  run(world, by('appraise', { role: 'legalOfficer' }))
  expect([...world.items.values()].map(({ state }) => state)).not.toContain('toDestroy')
  run(world, by('appraise'))
  expect([...world.items.values()].map(({ state }) => state)).toContain('toDestroy')
})

test('I4 and signs in it: a role that ended took the signature with it', () => {
  const world = seated()
  for (let record = 0; record < world.items.size; record += 1)
    run(world, by('appraise', { record }))
  run(world, by('sign', { role: 'legalOfficer' }))
  expect(world.batch.signatures).toEqual([])
  run(world, by('sign'))
  expect(world.batch.signatures).toHaveLength(1)
})

test('I4 nothing is offered to them in another hat', () => {
  const { batch, now } = seated()
  const viewer = { person: PEOPLE[CHAIR] as PersonId, isSubject: false }
  expect(actsFor(batch, { ...viewer, role: 'appraiser' }, now)).toContain('sign')
  expect(actsFor(batch, { ...viewer, role: 'legalOfficer' }, now)).toEqual([])
})

test('I4 only the panel is asked to appraise, in the hat of its seat, while it does, and none with a record in the list', () => {
  const { batch } = seated()
  const chair = { person: PEOPLE[CHAIR] as PersonId, role: 'appraiser', isSubject: false } as const
  expect(mayAppraise(batch, chair)).toBe(true)
  expect(mayAppraise(batch, { ...chair, role: 'legalOfficer' })).toBe(false)
  expect(mayAppraise(batch, { ...chair, person: PEOPLE[CHAIR + 1] as PersonId })).toBe(false)
  expect(mayAppraise(batch, { ...chair, isSubject: true })).toBe(false)
  expect(mayAppraise({ ...batch, state: 'proposed' }, chair)).toBe(false)
  const seats = batch.parties.map((party): Party => ({ ...party, seat: 'approver' }))
  expect(mayAppraise({ ...batch, parties: seats }, { ...chair, role: 'approver' })).toBe(false)
})
