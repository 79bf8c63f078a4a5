import type { MandateId, Role } from '../../access/mandate.ts'
import type { AgencyId } from '../../agency.ts'
import type { Brand } from '../../brand.ts'
import type { PersonId } from '../../person.ts'
import { needsStepUp } from '../../session/step-up.ts'
import { isUuid } from '../../uuid.ts'
import { isStanding, type Manifest, type Signature } from './manifest.ts'
import type { PaperKind } from './paper.ts'
import { PANEL, type Party, roleOf, type Seat } from './seat.ts'

export type BatchId = Brand<string, 'BatchId'>

export function parseBatchId(text: string): BatchId | undefined {
  return isUuid(text) ? (text as BatchId) : undefined
}

/**
 * One list of records on its way to destruction (archive.md 6.3): appraised by the panel, proposed to
 * whoever approves, waiting for objections, being destroyed, and over.
 */
export type Batch =
  | (DrawnUp & { state: 'appraising' })
  | ProposedBatch
  | WaitingBatch
  | DestroyingBatch
  | ClosedBatch

export type BatchState = Batch['state']
export const BATCH_STATES: readonly BatchState[] = [
  'appraising',
  'proposed',
  'waiting',
  'destroying',
  'closed',
]

export type ProposedBatch = DrawnUp & { state: 'proposed' }
export type WaitingBatch = DrawnUp & { state: 'waiting'; waitUntil: Date }
export type DestroyingBatch = DrawnUp & { state: 'destroying'; executor: PersonId }
/** None executed where nothing was left to destroy. */
export type ClosedBatch = DrawnUp & { state: 'closed'; executor: PersonId | undefined }

type DrawnUp = {
  id: BatchId
  agency: AgencyId
  /** When it came into this state. */
  since: Date
  manifest: Manifest
  parties: readonly Party[]
  signatures: readonly Signature[]
  papers: readonly PaperKind[]
  /** Those whose file is there too. */
  filed: readonly PaperKind[]
}

/** Somebody acts in a hat, with a second factor given then. */
export type Acting = { person: PersonId; hat: MandateId; role: Role; provenAt: Date }

/** Fewer than five minutes old (T19). */
export function isProven({ provenAt }: Acting, now: Date): boolean {
  return provenAt <= now && !needsStepUp({ provenAt }, now, 'office')
}

export function seatOf({ parties }: Pick<Batch, 'parties'>, person: PersonId): Seat | undefined {
  return parties.find((party) => party.person === person)?.seat
}

export function holderOf({ parties }: Pick<Batch, 'parties'>, seat: Seat): Party | undefined {
  return parties.find((party) => party.seat === seat)
}

export function isOnPanel(batch: Pick<Batch, 'parties'>, person: PersonId): boolean {
  const seat = seatOf(batch, person)
  return seat !== undefined && PANEL.includes(seat)
}

/** A role that ended takes with it what its seat lets do, whatever other hat is worn by now. */
export function wearsHatOfSeat(
  batch: Pick<Batch, 'parties'>,
  { person, role }: Pick<Acting, 'person' | 'role'>,
): boolean {
  const seat = seatOf(batch, person)
  return seat !== undefined && roleOf(seat) === role
}

/** Their signature of the list as it is, or of one from which things were only taken since. */
export function standingSignature(batch: Batch, person: PersonId): Signature | undefined {
  return batch.signatures.find((one) => one.person === person && isStanding(one, batch.manifest))
}

/** One more; whoever signs the same list again has signed it then. */
export function withSignature<B extends Batch>(
  batch: B,
  { person, provenAt }: Acting,
  at: Date,
): B {
  const manifest = batch.manifest.n
  const others = batch.signatures.filter(
    (one) => one.person !== person || one.manifest !== manifest,
  )
  return { ...batch, signatures: [...others, { person, manifest, at, provenAt }] }
}
