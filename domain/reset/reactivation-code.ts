import type { Brand } from '../brand.ts'
import { after } from '../instant.ts'
import { no, ok, type Result } from '../result.ts'

/** What BKPSDM hands over (R-AD-02): 12 characters of 31, which is 59 bits. */
export type ReactivationCode = Brand<string, 'ReactivationCode'>

export type ReactivationCodeProblem = { kind: 'agencyCodeEmpty' } | { kind: 'agencyCodeShape' }

const SHOWN_SECONDS = 30 * 60

export const REACTIVATION_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const REACTIVATION_LENGTH = 12

/** What the alphabet lacks is read as what it looks like on paper. */
const LOOKS_LIKE: Record<string, string> = { '0': 'Q', O: 'Q', '1': 'J', I: 'J', L: 'J' }

/** For so long the officer who made it sees it, unless it is handed over before. */
export function shownUntil(now: Date): Date {
  return after(now, SHOWN_SECONDS)
}

/** Case, spaces and dashes do not count. */
export function parseReactivationCode(
  text: string,
): Result<ReactivationCode, ReactivationCodeProblem> {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s.\p{Pd}]/gu, '')
    .toUpperCase()
  const code = [...typed].map((one) => LOOKS_LIKE[one] ?? one).join('')
  if (code === '') return no({ kind: 'agencyCodeEmpty' })
  const isWhole =
    code.length === REACTIVATION_LENGTH &&
    [...code].every((one) => REACTIVATION_ALPHABET.includes(one))
  return isWhole ? ok(code as ReactivationCode) : no({ kind: 'agencyCodeShape' })
}

/** ABCD-EFGH-JKMN */
export function formatReactivationCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
