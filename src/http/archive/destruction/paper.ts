import type { Context } from 'hono'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import { hasOwnFile, PAPER_KINDS, type PaperKind } from '#domain/archive/destruction/paper.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import {
  certificateContext,
  findBatchFile,
  openFileKey,
  paperContext,
} from '../../../store/archive/destruction/batch-files.ts'
import { keepPaperRead } from '../../../store/archive/destruction/papers.ts'
import { isPaperLost } from '../../../store/archive/losses.ts'
import { openSealed } from '../open-sealed.ts'
import { noFile, sendParts } from '../send-file.ts'
import { batchOf } from './found-batch.ts'

/** GET /instansi/pemusnahan/:id/surat/:paper: as it was sent. */
export function getBatchPaper(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const paper = paperIn(c)
    const found = paper && (await batchOf(deps, c))
    return found ? sendBatchFile(deps, c, found.batch.id, paper) : c.notFound()
  }
}

/** The one that the address names, of those that somebody sent. */
export function paperIn(c: Context<ForHat>): PaperKind | undefined {
  return PAPER_KINDS.find((kind) => kind === c.req.param('paper') && hasOwnFile(kind))
}

/** From whichever store has it whole, once it was written down who reads it (I9). */
export async function sendBatchFile(
  deps: Deps,
  c: Context<ForHat>,
  batch: BatchId,
  paper: PaperKind,
): Promise<Response> {
  const file = await findBatchFile(deps.sql, batch, paper)
  if (!file) return c.notFound()
  const { id, copies } = file
  const key = await openFileKey(deps.keyring, id)
  const context = paper === 'certificate' ? certificateContext(id) : paperContext(id)
  const opened = key && (await openSealed(deps, { copies, key, context }))
  if (!opened) return noFile(c, (await isPaperLost(deps.sql, id)) ? 'lostPaper' : 'notNow')
  const by = { person: c.var.current.person.id, hat: c.var.hat.id }
  await keepPaperRead(deps.sql, { batch, paper, file: id }, by, deps.clock())
  return sendParts(c, opened, { id, name: nameOf(paper), type: 'application/pdf' })
}

function nameOf(paper: PaperKind): string {
  return paper === 'certificate' ? 'berita-acara-pemusnahan.pdf' : `pemusnahan-${paper}.pdf`
}
