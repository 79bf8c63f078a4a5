import type { Context } from 'hono'
import { hasOwnFile, PAPER_KINDS } from '#domain/archive/destruction/paper.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import {
  type BatchFile,
  findBatchFile,
  openFileKey,
  paperContext,
} from '../../../store/archive/destruction/batch-files.ts'
import { keepPaperRead } from '../../../store/archive/destruction/papers.ts'
import { openSealed } from '../open-sealed.ts'
import { noFile, sendParts } from '../send-file.ts'
import { batchOf } from './found-batch.ts'

/** GET /instansi/pemusnahan/:id/surat/:paper: as it was sent. */
export function getBatchPaper(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const paper = PAPER_KINDS.find((kind) => kind === c.req.param('paper') && hasOwnFile(kind))
    const found = await batchOf(deps, c)
    if (!paper || !found) return c.notFound()
    const batch = found.batch.id
    const file = await findBatchFile(deps.sql, batch, paper)
    if (!file) return c.notFound()
    const opened = await openBatchFile(deps, file, paperContext(file.id))
    if (!opened) return noFile(c)
    const { current, hat } = c.var
    const by = { person: current.person.id, hat: hat.id }
    await keepPaperRead(deps.sql, { batch, paper, file: file.id }, by, deps.clock())
    const name = `pemusnahan-${paper}.pdf`
    return sendParts(c, opened, { id: file.id, name, type: 'application/pdf' })
  }
}

/** From whichever store has it whole. */
export async function openBatchFile(deps: Deps, { id, copies }: BatchFile, context: string) {
  const key = await openFileKey(deps.keyring, id)
  return key && openSealed(deps, { copies, key, context })
}
