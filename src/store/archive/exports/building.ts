import { type ExportId, exportUntil } from '#domain/archive/export/archive-export.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql } from '../../database.ts'
import { bindObjects } from '../loose-objects.ts'
import { listExportableIds } from './exportable.ts'

/**
 * An export in the hands of one process: `tries` tells it from whoever had it before, and was so slow that
 * it was taken for dead.
 */
export type Building = { id: ExportId; person: PersonId; tries: number; versions: VersionId[] }

const LEASE_SECONDS = 300
const MOST_TRIES = 5

/** The one asked for first that nobody is at; undefined where there is none. */
export function takeExport(sql: Sql, now: Date): Promise<Building | undefined> {
  return inTransaction(sql, async (tx) => {
    const [next] = await tx<{ id: ExportId; person: PersonId; tries: number }[]>`
      select id, person, tries from archive.exports
      where state = 'asked' or (state = 'building' and lease_until <= ${now})
      order by asked_at limit 1 for update skip locked`
    if (!next) return undefined
    const versions = await listExportableIds(tx, next.person)
    const tries = next.tries + 1
    if (tries > MOST_TRIES || versions.length === 0) {
      await tx`
        update archive.exports set state = 'failed', ended_at = ${now}, lease_until = null where id = ${next.id}`
      return undefined
    }
    await tx`
      update archive.exports
      set state = 'building', tries = ${tries}, versions = ${versions}::uuid[], steps = ${2 * versions.length},
        steps_done = 0, lease_until = ${after(now, LEASE_SECONDS)}
      where id = ${next.id}`
    return { ...next, tries, versions }
  })
}

/** Also says that somebody is at it still; false where it is not this one any more. */
export async function noteStep(
  sql: Sql,
  { id, tries }: Building,
  stepsDone: number,
  now: Date,
): Promise<boolean> {
  const kept = await sql`
    update archive.exports set steps_done = ${stepsDone}, lease_until = ${after(now, LEASE_SECONDS)}
    where id = ${id} and state = 'building' and tries = ${tries}`
  return kept.count === 1
}

/** False where something in it went meanwhile, or another one has it: nothing of it is kept then. */
export function keepReady(
  sql: Sql,
  { id, tries }: Building,
  { store, object, bytes }: { store: string; object: string; bytes: number },
  now: Date,
): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const kept = await tx`
      update archive.exports
      set state = 'ready', lease_until = null, steps_done = steps, store = ${store}, object = ${object},
        bytes = ${bytes}, ready_at = ${now}, until = ${exportUntil(now)}
      where id = ${id} and state = 'building' and tries = ${tries}`
    if (kept.count === 1) await bindObjects(tx, [object])
    return kept.count === 1
  })
}

/** After a failure: tried anew when its lease is over. */
export async function leaveExport(sql: Sql, { id, tries }: Building, now: Date): Promise<void> {
  await sql`
    update archive.exports set lease_until = ${after(now, 30)}
    where id = ${id} and state = 'building' and tries = ${tries}`
}
