import { STAGE_MOVES } from '../moves.ts'
import type { Stage } from '../record.ts'
import { type RebuiltVersion, retellVersion } from './rebuild-version.ts'
import { type Told, textIn } from './told.ts'

/** What the events of a record say that it is; `undefined` is what they leave open. */
export type RebuiltRecord = {
  stage: Stage
  nextN: number
  nextNo: number
  agency: string | undefined
  type: string | undefined
  destroyedAt: string | undefined
  versions: ReadonlyMap<string, RebuiltVersion>
  /** Some of what it lived through was lost with a restore, so that its rows are older than its events. */
  isRestored: boolean
  /** The first event that cannot have followed those before it, and the first number that is missing. */
  impossible: number | undefined
  gap: number | undefined
}

const NEW: RebuiltRecord = {
  stage: 'draft',
  nextN: 1,
  nextNo: 1,
  agency: undefined,
  type: undefined,
  destroyedAt: undefined,
  versions: new Map(),
  isRestored: false,
  impossible: undefined,
  gap: undefined,
}

/** From all events of a record, in the order of their numbers. */
export function rebuildRecord(events: readonly Told[]): RebuiltRecord {
  return events.reduce(retell, NEW)
}

function retell(record: RebuiltRecord, told: Told): RebuiltRecord {
  const next = {
    ...count(record, told),
    isRestored: record.isRestored || told.name === 'restoredLeaf',
  }
  const stage = stageAfter(record.stage, told)
  const versions = retellVersion(record.versions, told)
  const isImpossible = (!stage || !versions) && !next.isRestored
  return {
    ...next,
    ...placeOf(told),
    ...(stage && { stage }),
    ...(versions && { versions }),
    ...(told.name === 'uploadCompleted' && { nextNo: record.nextNo + 1 }),
    ...(stage === 'destroyed' && told.body['restored'] !== true && { destroyedAt: told.at }),
    impossible: record.impossible ?? (isImpossible ? told.n : undefined),
  }
}

function count(record: RebuiltRecord, { n }: Told): RebuiltRecord {
  const gap = record.gap ?? (n === record.nextN ? undefined : record.nextN)
  return { ...record, nextN: n + 1, gap }
}

/** Where it is kept, and as what it was received. */
function placeOf({ name, body }: Told): Partial<RebuiltRecord> {
  if (name === 'custodyAccepted') return { agency: textIn(body, 'to') }
  if (name !== 'uploadCompleted') return {}
  const [agency, type] = [textIn(body, 'agency'), textIn(body, 'type')]
  return { ...(agency !== undefined && { agency }), ...(type !== undefined && { type }) }
}

/** Undefined where it cannot follow; a restore alone destroys from whatever stage. */
function stageAfter(stage: Stage, { name, body }: Told): Stage | undefined {
  if (name === 'recordDestroyed' && body['restored'] === true) return 'destroyed'
  const moves = STAGE_MOVES.filter(([, , by]) => by === name)
  if (moves.length === 0) return stage
  return moves.find(([from]) => from === stage)?.[1]
}
