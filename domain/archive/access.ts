import type { Hat } from '../access/hat.ts'
import type { MandateId, Role } from '../access/mandate.ts'
import type { PersonId } from '../person.ts'
import type { Stage } from './record.ts'
import type { SecurityClass } from './record-type.ts'
import type { Version } from './version.ts'

/** Why somebody reads a record; its person needs none. */
export type Purpose = 'own' | 'verification' | 'service' | 'audit' | 'legal' | 'support' | 'share'

export type AccessAction = 'recordViewed' | 'recordDownloaded' | 'recordShared' | 'archiveExported'

/**
 * What each role reads records for, the usual one first; the others read none, and whoever appraises
 * only what is on a list of their panel.
 */
export const PURPOSES: Partial<Record<Role, readonly Purpose[]>> = {
  verifier: ['verification'],
  officer: ['service', 'support'],
  archivist: ['service'],
  appraiser: ['audit'],
  legalOfficer: ['legal'],
  inspector: ['audit'],
}

/** None where the role reads no records. */
export function purposesOf(role: Role): readonly Purpose[] {
  return PURPOSES[role] ?? []
}

/**
 * Who asks to read; `readsSecrets`: their agency named them for secret types; `appraises`: they sit on
 * the panel of a list that has the record.
 */
export type Reader = {
  person: PersonId
  hat:
    | (Pick<Hat, 'role'> & { id: MandateId; readsSecrets: boolean; appraises: boolean })
    | undefined
  asked: Purpose | undefined
}

export type Readable = {
  version: Pick<Version, 'status' | 'person' | 'scan'>
  stage: Stage
  securityClass: SecurityClass
}

/**
 * T30: for what they may read it, if at all. Its own person always reads as such, whatever hat they
 * wear; whether it is in the reach of a hat is asked in SQL.
 */
export function purposeOf(
  { version, stage, securityClass }: Readable,
  { person, hat, asked }: Reader,
): Purpose | undefined {
  if (!isReadable(version) || stage === 'destroyed') return undefined
  if (version.person === person) return 'own'
  if (!hat || (securityClass === 'secret' && !hat.readsSecrets)) return undefined
  if (hat.role === 'appraiser' && !hat.appraises) return undefined
  const purposes = purposesOf(hat.role)
  return purposes.find((one) => one === asked) ?? purposes[0]
}

/** Whatever was not checked, did not pass, or was found to be harmful is read by nobody. */
export function isReadable({ status, scan }: Pick<Version, 'status' | 'scan'>): boolean {
  const isChecked =
    status === 'awaitingVerification' ||
    status === 'returned' ||
    status === 'verified' ||
    status === 'superseded'
  return isChecked && scan !== 'scanFound'
}

const QUARTER = 15 * 60_000

/** Views of one version by one person within it are one. */
export function viewedIn(at: Date): Date {
  return new Date(Math.floor(at.getTime() / QUARTER) * QUARTER)
}
