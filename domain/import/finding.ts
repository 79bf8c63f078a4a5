import type { NipProblem } from '../nip.ts'

/** Why a record is not taken over; the person stays as they are, or does not come to be. */
export type Refusal =
  | `nip.${NipProblem}`
  | 'invalidNip'
  | 'formerNip'
  | 'name'
  | 'kind'
  | 'agency'
  | 'parentCode'
  | 'legalPosition'
  | 'endOfService'
  | 'userName'
  | 'code'
  | 'zone'
  | 'type'
  | 'label'
  | 'date'
  | 'unreadable'
  | 'tooLong'
  | MetRefusal

/** What only shows when a record meets the others and the people who are there. */
export type MetRefusal =
  /** Two records of the file claim one name. */
  | 'claimedTwice'
  /** A name that belongs, or once belonged, to somebody else. */
  | 'otherPerson'
  /** The number was replaced by another: the file is older than what is known. */
  | 'numberReplaced'
  | 'unknownAgency'
  | 'agencyMissing'
  | 'nameMissing'
  | UnitRefusal
  | HistoryRefusal

/** Of a unit: no way leads up from it to one that has none above it. */
export type UnitRefusal = 'unknownParent' | 'unitCycle'

/** Of an event of a career: told twice, of nobody, or of a type that is none, has no history or no such key. */
export type HistoryRefusal = 'eventTwice' | 'unknownPerson' | 'unknownType' | 'noHistory' | 'key'

/** What of a record was left out, while the rest of it is taken over. */
export type LeftOut =
  | 'email'
  /** The agency has no such unit: the person stays without one. */
  | 'unknownUnit'
  | 'noCredentials'
  | 'malformedCredentialData'
  | 'malformedSecretData'
  | 'iterationsMissing'
  | 'iterationsTooHigh'
  | 'outOfBounds'
  | 'plainTextPassword'
  | 'unknownAlgorithm'
  | 'secondPassword'
  | 'unsupportedOtp'
  | 'otpTooMany'

/** Where in a file, and whom it is about as far as that could be read. */
export type Finding = Place & {
  nip: string | undefined
  agency: string | undefined
} & ({ refused: true; reason: Refusal } | { refused: false; reason: LeftOut })

/** The number of a file within the run, and of the line or user within the file. */
export type Place = { file: number; line: number }
