import type { TypeNames } from '#views/archive/record-name.ts'
import type { Deps } from '../../deps.ts'
import { listRecordTypes } from '../../store/archive/record-types.ts'

/** What each type of record is called. */
export async function typeNames({ sql }: Pick<Deps, 'sql'>): Promise<TypeNames> {
  return new Map((await listRecordTypes(sql)).map(({ code, name }) => [code, name]))
}
