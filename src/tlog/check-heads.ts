import type { Checkpoint } from '#domain/tlog/checkpoint.ts'
import type { Difference } from '#domain/tlog/difference.ts'
import type { Hash } from '#domain/tlog/tree.ts'
import { type VerifierKey, verifierKeyText } from '#domain/tlog/verifier-key.ts'
import type { Sql } from '../store/database.ts'
import { newestNote } from '../store/tlog/checkpoints.ts'
import { withLogLock } from '../store/tlog/places.ts'
import { leadsTo } from './leads-to.ts'
import type { LogReader } from './log-files.ts'
import { openNote } from './opened-note.ts'

export type HeadsPlace = {
  sql: Sql
  files: LogReader
  second: Pick<LogReader, 'checkpoint'>
  key: VerifierKey
}

/** `signed`: what the database says was signed last. */
export type Heads = {
  signed: { size: number; root: Hash } | undefined
  found: readonly Difference[]
}

type Notes = { database: string | undefined; second: string | undefined; files: string | undefined }

/**
 * The three places at a moment in which nobody signs; undefined where somebody is at it all the time,
 * which is no difference.
 */
export async function checkHeads(place: HeadsPlace): Promise<Heads | undefined> {
  let notes: Notes | undefined
  await withLogLock(place.sql, async (_sql, _held, tx) => {
    notes = {
      database: await newestNote(tx),
      second: await place.second.checkpoint(),
      files: await place.files.checkpoint(),
    }
  })
  if (!notes) return undefined
  const signed = notes.database === undefined ? undefined : openNote(notes.database, place.key)
  const found: Difference[] = []
  if (notes.database !== undefined && !signed) found.push({ what: 'badCheckpoint', in: 'database' })
  for (const name of ['second', 'files'] as const)
    found.push(...(await compareNote(place, signed, { name, note: notes[name] })))
  if ((await place.files.vkey()) !== verifierKeyText(place.key)) found.push({ what: 'vkeyDiffers' })
  return { signed: signed && { size: signed.size, root: signed.root }, found }
}

type Other = { name: 'second' | 'files'; note: string | undefined }

/** Behind the database it must lead up to it; ahead of it nothing may be. */
async function compareNote(
  { files, key }: HeadsPlace,
  signed: Checkpoint | undefined,
  { name, note }: Other,
): Promise<Difference[]> {
  const other = note === undefined ? undefined : openNote(note, key)
  if (note !== undefined && !other) return [{ what: 'badCheckpoint', in: name }]
  const [size, have] = [signed?.size ?? 0, other?.size ?? 0]
  if (have > size) return [{ what: 'tablesBehind', in: name, signed: have, have: size }]
  const behind = have < size && ({ what: 'placeBehind', in: name, signed: size, have } as const)
  const leads = !signed || !other || (await leadsTo(files, other, signed))
  const differs = !leads && ({ what: 'rootDiffers', in: name, size: have, since: 0 } as const)
  return [behind, differs].filter((one) => one !== false)
}
