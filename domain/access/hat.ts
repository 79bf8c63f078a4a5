import { isInForce, type Mandate, type MandateId } from './mandate.ts'
import { type Permission, permits } from './permission.ts'

/** A mandate with the names people know its place by. */
export type Hat = Mandate & { agencyName: string | undefined; unitName: string | undefined }

/** What a person may put on now. */
export function hatsOf(hats: readonly Hat[], now: Date): Hat[] {
  return hats.filter((hat) => isInForce(hat, now))
}

/** The one a session wears; a mandate that ended is worn no more, whatever the session says. */
export function wornHat(
  hats: readonly Hat[],
  worn: MandateId | undefined,
  now: Date,
): Hat | undefined {
  return worn && hatsOf(hats, now).find(({ id }) => id === worn)
}

/** The one that a session wore until it ended, so that its person can be told. */
export function fallenHat(
  hats: readonly Hat[],
  worn: MandateId | undefined,
  now: Date,
): Hat | undefined {
  return hats.find((hat) => hat.id === worn && !isInForce(hat, now))
}

/** Those that would let their owner do what was asked for, if they were put on. */
export function hatsFor(hats: readonly Hat[], asked: Permission, now: Date): Hat[] {
  return hatsOf(hats, now).filter((hat) => permits(hat, asked))
}
