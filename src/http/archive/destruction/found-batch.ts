import type { Context } from 'hono'
import type { Viewer } from '#domain/archive/destruction/acts.ts'
import { parseBatchId } from '#domain/archive/destruction/batch.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { type FoundBatch, findBatch } from '../../../store/archive/destruction/reading.ts'

/** The batch that the address names, within the agency of the hat. */
export async function batchOf(deps: Deps, c: Context<ForHat>): Promise<FoundBatch | undefined> {
  const id = parseBatchId(c.req.param('id') ?? '')
  const { hat, current } = c.var
  return id && findBatch(deps.sql, hat, { id, viewer: current.person.id }, deps.clock())
}

export function viewerOf({ current, hat }: ForHat['Variables'], { isSubject }: FoundBatch): Viewer {
  return { person: current.person.id, role: hat.role, isSubject }
}

/** How people call a list. */
export function numberOf({ papers }: Pick<FoundBatch, 'papers'>): string {
  return papers.find(({ kind }) => kind === 'proposalList')?.number ?? ''
}
