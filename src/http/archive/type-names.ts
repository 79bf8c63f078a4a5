import type { TypeNames } from '#views/archive/record-name.ts'
import type { Deps } from '../../deps.ts'
import { listRecordTypes } from '../../store/archive/record-types.ts'

/** What each type of record is called, and each of its parts. */
export async function typeNames({ sql }: Pick<Deps, 'sql'>): Promise<TypeNames> {
  const types = await listRecordTypes(sql)
  return new Map(
    types.flatMap(({ code, name, parts }) => [
      [code, name] as const,
      ...parts.map((part) => [`${code}#${part.code}`, part.name] as const),
    ]),
  )
}
