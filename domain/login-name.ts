import type { Brand } from './brand.ts'
import { no, ok, type Result } from './result.ts'

/** What a person is looked up by: NIP, NI PPPK or MyASN user name, without what does not count. */
export type LoginName = Brand<string, 'LoginName'>

/** `notNipShaped`: digits alone, but not 18 of them; the one thing about a name that may be told. */
export type LoginNameProblem = 'empty' | 'notNipShaped'

const MAX_LENGTH = 64

/**
 * Reads a name as people type and paste it (R-AK-01): white space, dots, dashes and what does not
 * show (PostgreSQL takes no NUL) do not count, nor does case. A number of 18 digits passes even if
 * no such NIP can exist: R-EN-03 lets us tell the shape, and the rest is for the same answer as any
 * unknown name.
 */
export function parseLoginName(text: string): Result<LoginName, LoginNameProblem> {
  const name = text
    .normalize('NFKC')
    .replace(/[\s.\p{Pd}\p{Cc}\p{Cf}]/gu, '')
    .toLowerCase()
    .slice(0, MAX_LENGTH)
  if (name === '') return no('empty')
  if (/^\d+$/.test(name) && name.length !== 18) return no('notNipShaped')
  return ok(name as LoginName)
}
