import type { PersonId } from '#domain/person.ts'
import type { Sql } from '#src/store/database.ts'
import { addPerson, NOW } from './builders.ts'

export type LegalOfficer = { placedBy: PersonId; placedAs: string }

export async function addLegalOfficer(owner: Sql): Promise<LegalOfficer> {
  const { id } = await addPerson(owner, { role: 'legalOfficer' })
  const [mandate] = await owner<{ id: string }[]>`select id from mandates where person = ${id}`
  return { placedBy: id, placedAs: mandate?.id ?? '' }
}

/** All that is held of somebody, asked for by one and agreed to by another (T25). */
export async function liftHolds(owner: Sql, person: PersonId): Promise<void> {
  const held = await owner`select from archive.holds where person = ${person} and lifted_at is null`
  if (held.length === 0) return
  const [one, other] = [await addLegalOfficer(owner), await addLegalOfficer(owner)]
  await owner`
    update archive.holds
    set asked_to_lift_by = ${one.placedBy}, asked_to_lift_as = ${one.placedAs}, asked_to_lift_at = ${NOW},
      asked_to_lift_for = 'Perkara selesai dan berkekuatan tetap'
    where person = ${person} and lifted_at is null`
  await owner`
    update archive.holds
    set lifted_by = asked_to_lift_by, lifted_with = ${other.placedBy}, lifted_as = ${other.placedAs},
      lifted_at = ${NOW}, lift_reason = asked_to_lift_for
    where person = ${person} and lifted_at is null`
}
