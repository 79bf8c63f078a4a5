import type { MandateId } from '../access/mandate.ts'
import { type AccountHold, isHeld } from '../account/hold.ts'
import type { Brand } from '../brand.ts'
import { after } from '../instant.ts'
import type { EmailAddress } from '../mail/address.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'

export type CorrectionId = Brand<string, 'CorrectionId'>

/** Two addresses at most, each in a slot of its own (R-RS-05). */
export type Slot = 1 | 2

/** The addresses in force, by slot. */
export type Addresses = { [S in Slot]?: EmailAddress | undefined }

/** `replaces`: what stood in the slot when it was proposed, which must still stand there. */
export type Wanted = {
  slot: Slot
  address: EmailAddress
  replaces: EmailAddress | undefined
}

/**
 * R-AD-05: two officers have agreed, and a code is on its way to the new mailbox. Only who reads it
 * there makes the address theirs.
 */
export type Correction = Wanted & {
  id: CorrectionId
  person: PersonId
  approvedBy: { person: PersonId; hat: MandateId }
  expiresAt: Date
}

export type CorrectionRefused =
  | { kind: 'disabled' }
  | { kind: 'frozen' }
  | { kind: 'held'; until: Date }
  | { kind: 'sameAddress' }
  | { kind: 'changedMeanwhile' }

type Facts = {
  state: 'created' | 'active' | 'frozen' | 'disabled'
  hold: AccountHold | undefined
  addresses: Addresses
}

const CODE_SECONDS = 24 * 3600
const PROPOSALS_A_DAY = 20
const USABLE_SECONDS = 72 * 3600

/** An account that is held (R-RS-07) keeps its addresses, whoever asks; a frozen one too. */
export function mayCorrect(
  { slot, address, replaces }: Wanted,
  { state, hold, addresses }: Facts,
  now: Date,
): Result<true, CorrectionRefused> {
  if (state === 'disabled') return no({ kind: 'disabled' })
  if (state === 'frozen') return no({ kind: 'frozen' })
  if (isHeld(hold, now)) return no({ kind: 'held', until: hold.until })
  if (isSame(addresses[1], address) || isSame(addresses[2], address))
    return no({ kind: 'sameAddress' })
  if (!isSame(addresses[slot], replaces)) return no({ kind: 'changedMeanwhile' })
  return ok(true)
}

/** R-AD-03: `proposedToday`: by one officer, whatever became of them. */
export function mayPropose(proposedToday: number): boolean {
  return proposedToday < PROPOSALS_A_DAY
}

/** Without a first address there is no second one. */
export function slotsOf(addresses: Addresses): readonly Slot[] {
  return addresses[1] ? [1, 2] : [1]
}

export function codeServesUntil(now: Date): Date {
  return after(now, CODE_SECONDS)
}

/** From when on a reset may be asked with it (table 4.3). */
export function usableFrom(now: Date): Date {
  return after(now, USABLE_SECONDS)
}

/** n…@instansi.go.id: enough for its owner to know it again. */
export function maskAddress(address: EmailAddress): string {
  const at = address.indexOf('@')
  return `${[...address][0] ?? ''}…${address.slice(at)}`
}

function isSame(one: EmailAddress | undefined, other: EmailAddress | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase()
}
