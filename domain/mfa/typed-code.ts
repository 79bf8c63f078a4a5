import type { Brand } from '../brand.ts'
import { no, ok, type Result } from '../result.ts'

/** Six digits, as typed or pasted. */
export type TypedCode = Brand<string, 'TypedCode'>

export type TypedCodeProblem =
  | { kind: 'empty' }
  | { kind: 'length'; typed: number }
  | { kind: 'notDigits' }

const DIGITS = 6

/** R-OT-08: spaces, dashes and full-width digits are accepted. */
export function parseTypedCode(text: string): Result<TypedCode, TypedCodeProblem> {
  const code = text.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')
  if (code === '') return no({ kind: 'empty' })
  if (!/^\d+$/.test(code)) return no({ kind: 'notDigits' })
  if (code.length !== DIGITS) return no({ kind: 'length', typed: code.length })
  return ok(code as TypedCode)
}
