import { after } from '../instant.ts'
import { no, ok, type Result } from '../result.ts'
import type { Purpose } from './access.ts'

/** UU PDP 31-32: its person does not agree that somebody read, and the agency says why they did. */
export type Objectable = { at: Date; purpose: Purpose; objectedAt: Date | undefined }

export type ObjectionRefused = { kind: 'ownReading' | 'alreadyObjected' | 'tooLongAgo' }

/** As long as whoever read can be asked why; who has a link was given it by the person. */
const SECONDS = 365 * 24 * 3600

export function objectTo(
  { at, purpose, objectedAt }: Objectable,
  now: Date,
): Result<{ at: Date }, ObjectionRefused> {
  if (purpose === 'own' || purpose === 'share') return no({ kind: 'ownReading' })
  if (objectedAt) return no({ kind: 'alreadyObjected' })
  if (now >= after(at, SECONDS)) return no({ kind: 'tooLongAgo' })
  return ok({ at: now })
}
