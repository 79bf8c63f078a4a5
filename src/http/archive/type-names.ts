import type { TypeNames } from '#views/archive/record-name.ts'
import type { Deps } from '../../deps.ts'

/** What each type of record is called. */
export async function typeNames(_: Pick<Deps, 'sql'>): Promise<TypeNames> {
  return new Map()
}
