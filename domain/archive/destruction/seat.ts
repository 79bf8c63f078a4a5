import type { MandateId, Role } from '../../access/mandate.ts'
import type { PersonId } from '../../person.ts'

/** What somebody is in one batch (archive.md 11): one seat a person, whatever hats they own. */
export const SEATS = [
  'chair',
  'originatingHead',
  'panelArchivist',
  'appraiser',
  'approver',
  'legalWitness',
  'oversightWitness',
] as const

export type Seat = (typeof SEATS)[number]

/** Who sits on a seat, and in which hat they took it. */
export type Party = { person: PersonId; hat: MandateId; seat: Seat }

export const PANEL: readonly Seat[] = ['chair', 'originatingHead', 'panelArchivist', 'appraiser']

/** Without these three there is no panel (Perka ANRI 25/2012). */
export const PANEL_NEEDED: readonly Seat[] = ['chair', 'originatingHead', 'panelArchivist']

export const WITNESSES = ['legalWitness', 'oversightWitness'] as const
export type WitnessSeat = (typeof WITNESSES)[number]

/** Those of the panel who belong to the records unit; one of them executes. */
export const EXECUTORS: readonly Seat[] = ['chair', 'panelArchivist']

const HATS: Record<Seat, Role> = {
  chair: 'appraiser',
  originatingHead: 'appraiser',
  panelArchivist: 'archivist',
  appraiser: 'appraiser',
  approver: 'approver',
  legalWitness: 'legalOfficer',
  oversightWitness: 'inspector',
}

/** The hat in which a seat is taken, and in which its holder acts. */
export function roleOf(seat: Seat): Role {
  return HATS[seat]
}

/** Of further appraisers there may be any number. */
export function isSingle(seat: Seat): boolean {
  return seat !== 'appraiser'
}
