import type { Brand } from '../brand.ts'
import { no, ok, type Result } from '../result.ts'

/** Eight digits from a mail, as typed or pasted (R-RS-02). */
export type EmailCode = Brand<string, 'EmailCode'>

export type EmailCodeProblem =
  | { kind: 'codeEmpty' }
  | { kind: 'codeLength'; typed: number }
  | { kind: 'codeNotDigits' }

const DIGITS = 8

/** The mail shows two groups of four; spaces, dashes and full-width digits are accepted. */
export function parseEmailCode(text: string): Result<EmailCode, EmailCodeProblem> {
  const code = text.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')
  if (code === '') return no({ kind: 'codeEmpty' })
  if (!/^\d+$/.test(code)) return no({ kind: 'codeNotDigits' })
  if (code.length !== DIGITS) return no({ kind: 'codeLength', typed: code.length })
  return ok(code as EmailCode)
}
