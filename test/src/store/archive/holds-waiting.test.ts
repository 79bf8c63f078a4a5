import { expect, test } from 'vitest'
import type { HoldId } from '#domain/archive/hold.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { askForLifting } from '#src/store/archive/change-hold.ts'
import { countHoldsWaiting } from '#src/store/archive/holds-waiting.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { wantedHold } from '#test/support/holds.ts'
import { acting } from '#test/support/role-acts.ts'

const YEAR = 366 * 24 * 3600
const owner = await testDatabase()
const sql = asApplication(owner)
const agency = await addAgency(owner)
const legal = await acting(owner, { role: 'legalOfficer', agency })
const other = await acting(owner, { role: 'legalOfficer', agency })

async function placed(person: PersonId): Promise<HoldId> {
  const id = crypto.randomUUID() as HoldId
  await placeHold(sql, wantedHold({ id, person, agency }), legal)
  return id
}

test('a legal officer is told of what others asked to lift and of what is due, not of holds on themself', async () => {
  const { id: person } = await addPerson(owner, { agency })
  const id = await placed(person)
  await placed(other.id)
  const seen = (officer: PersonId, now = NOW) => countHoldsWaiting(sql, { agency, officer }, now)
  expect(await seen(other.id)).toEqual({ toLift: 0, due: 0 })
  const reason = 'Putusan sudah berkekuatan hukum tetap.' as Reason
  await askForLifting(sql, { id, act: legal, reason })
  expect(await seen(other.id)).toEqual({ toLift: 1, due: 0 })
  expect(await seen(legal.id)).toEqual({ toLift: 0, due: 0 })
  expect(await seen(other.id, after(NOW, YEAR))).toEqual({ toLift: 1, due: 1 })
  expect((await seen(legal.id, after(NOW, YEAR))).due).toBe(2)
})
