import type { Role } from '../access/mandate.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import { PURPOSES } from './access.ts'

/** Somebody in an office, and whether they were named to read records of secret types. */
export type SecretReader = { person: PersonId; role: Role; isNamed: boolean }

export type NamingRefused = { kind: 'oneself' } | { kind: 'noReader' } | { kind: 'unchanged' }

/** By an admin of their agency, never for themself; only roles that read records at all. */
export function nameReader(
  { person, role, isNamed }: SecretReader,
  { by, named }: { by: PersonId; named: boolean },
): Result<null, NamingRefused> {
  if (person === by) return no({ kind: 'oneself' })
  if (named && !PURPOSES[role]) return no({ kind: 'noReader' })
  return named === isNamed ? no({ kind: 'unchanged' }) : ok(null)
}
