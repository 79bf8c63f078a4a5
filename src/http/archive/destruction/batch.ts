import type { Context } from 'hono'
import { actsFor } from '#domain/archive/destruction/acts.ts'
import { mayAnswer } from '#domain/archive/destruction/objection.ts'
import { procedureOf } from '#domain/archive/destruction/procedure.ts'
import { DONE } from '#views/archive/destruction/act-places.ts'
import { batchPage } from '#views/archive/destruction/batch-page.tsx'
import { agencyBatches } from '#views/archive/destruction/batch-side.ts'
import type { BatchDone } from '#views/path-names.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import type { FoundBatch } from '../../../store/archive/destruction/reading.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { batchOf, numberOf, viewerOf } from './found-batch.ts'

/** GET /instansi/pemusnahan/:id */
export function getBatch(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await batchOf(deps, c)
    if (!found) return c.notFound()
    const { batch, isSubject, names, papers, counts, openObjections, objected } = found
    const now = deps.clock()
    const viewer = viewerOf(c.var, found)
    const page = batchPage({
      frame: frameOf(deps, c.var),
      side: agencyBatches,
      batch,
      number: numberOf(found),
      names,
      papers,
      counts,
      steps: procedureOf(batch, { ...factsOf(found), now }),
      acts: actsFor(batch, viewer, now),
      toAnswer:
        objected && mayAnswer(batch, viewer)
          ? { record: objected, count: openObjections }
          : undefined,
      isSubject,
      done: (Object.keys(DONE) as BatchDone[]).find((one) => one === c.req.query('hasil')),
    })
    return respond(c, page)
  }
}

/** Of what the steps of a procedure wait for. */
export function factsOf({ counts, ...facts }: FoundBatch) {
  const { openObjections, openRequests, unchecked, unrecorded, failing } = facts
  const { open, unappraised, agency, nationalArchives } = counts
  const due = { agency: agency > 0, nationalArchives: nationalArchives > 0 }
  return { open, unappraised, due, openObjections, openRequests, unchecked, unrecorded, failing }
}
