import type { Context } from 'hono'
import { ownArchive } from '#views/archive/archive-side.ts'
import { notFoundPage } from '#views/failure-pages.tsx'
import type { ForPerson } from '../../../deps.ts'
import { findOwnArchive } from '../../../store/archive/archives.ts'
import { findDossier } from '../../../store/archive/dossiers.ts'
import { inTransaction } from '../../../store/database.ts'
import { refuse } from '../../respond.ts'
import { findAround } from './found-record.ts'
import type { Looking } from './looking.ts'

/** What is not one's own does not exist. */
export const OWN: Looking = {
  archive: async ({ sql }, c) => {
    const { id } = c.var.current.person
    const archive = await findOwnArchive(sql, id)
    if (!archive) return noRecord(c)
    return { person: id, side: ownArchive(archive.serves), archive: { ...archive, elsewhere: 0 } }
  },
  record: async ({ sql, clock }, c, record) => {
    const { id } = c.var.current.person
    const found = await inTransaction(sql, async (tx) => {
      const dossier = record && (await findDossier(tx, { person: id, record }))
      return dossier && findAround(tx, dossier, clock())
    })
    if (!found) return noRecord(c)
    return { person: id, side: ownArchive(found.dossier.serves), found }
  },
}

export function noRecord(c: Context<ForPerson>) {
  return refuse(c, notFoundPage(), { kind: 'noSuchRecord', status: 404 })
}
