import { type Batch, type BatchState, holderOf, standingSignature } from './batch.ts'
import { type ApprovalsDue, hasOwnFile, type PaperKind, papersOfApproval } from './paper.ts'
import { PANEL, PANEL_NEEDED, type Seat, WITNESSES } from './seat.ts'

/** The ten steps of Perka ANRI 25/2012, in their order. */
export const PROCEDURE = [
  'panel',
  'selection',
  'list',
  'appraisal',
  'recommendation',
  'approval',
  'order',
  'execution',
  'certificate',
  'keeping',
] as const

export type ProcedureStep = (typeof PROCEDURE)[number]

type Counted =
  | 'unappraised'
  | 'objections'
  | 'requests'
  | 'fixity'
  | 'left'
  | 'unrecorded'
  | 'failing'

/** What a step still waits for. */
export type Missing =
  | { kind: 'paper' | 'file'; paper: PaperKind }
  | { kind: 'seat'; seat: Seat }
  | { kind: 'signature'; seat: Seat }
  | { kind: Counted; count: number }
  | { kind: 'wait'; until: Date }
  | { kind: 'rotation' }

export type ProcedureFacts = {
  open: number
  unappraised: number
  due: ApprovalsDue
  openObjections: number
  openRequests: number
  unchecked: number
  /** Whose intent is in no signed checkpoint of the log yet. */
  unrecorded: number
  failing: number
  now: Date
}

/** `never`: the list was over before it came to that. */
export type StandingStep = {
  step: ProcedureStep
  state: 'done' | 'now' | 'later' | 'never'
  missing: Missing[]
}

/** Each step with what is missing of it; those that come after an open one wait. */
export function procedureOf(batch: Batch, facts: ProcedureFacts): StandingStep[] {
  if (batch.state === 'closed' && !batch.executor)
    return PROCEDURE.map((step) => standingAtEnd(batch, step, facts))
  let isOpen = false
  return PROCEDURE.map((step) => {
    const missing = isPast(batch, step) ? [] : MISSING[step](batch, facts)
    const isDone = isPast(batch, step) || (missing.length === 0 && !isOpen && !ENDS_LATE[step])
    const state = isDone ? 'done' : isOpen ? 'later' : 'now'
    isOpen ||= !isDone
    return { step, state, missing }
  })
}

/** Of a list from which everything was taken: what was done of it until then. */
function standingAtEnd(batch: Batch, step: ProcedureStep, facts: ProcedureFacts): StandingStep {
  const isDone = DONE_IN[step] !== 'closed' && MISSING[step](batch, facts).length === 0
  return { step, state: isDone ? 'done' : 'never', missing: [] }
}

const ORDER: readonly BatchState[] = ['appraising', 'proposed', 'waiting', 'destroying', 'closed']

/** The state of a batch in which that step is behind it. */
const DONE_IN: Record<ProcedureStep, BatchState> = {
  panel: 'proposed',
  selection: 'appraising',
  list: 'appraising',
  appraisal: 'proposed',
  recommendation: 'proposed',
  approval: 'waiting',
  order: 'waiting',
  execution: 'closed',
  certificate: 'closed',
  keeping: 'closed',
}

/** Done by the state alone, however little is missing. */
const ENDS_LATE: Record<ProcedureStep, boolean> = {
  panel: false,
  selection: false,
  list: false,
  appraisal: false,
  recommendation: true,
  approval: true,
  order: true,
  execution: true,
  certificate: true,
  keeping: true,
}

function isPast({ state }: Batch, step: ProcedureStep): boolean {
  return ORDER.indexOf(state) >= ORDER.indexOf(DONE_IN[step])
}

const MISSING: Record<ProcedureStep, (batch: Batch, facts: ProcedureFacts) => Missing[]> = {
  panel: (batch) => [...papers(batch, ['panelDecree']), ...emptySeats(batch)],
  selection: () => [],
  list: () => [],
  appraisal: (batch, { unappraised }) => [
    ...counted('unappraised', unappraised),
    ...papers(batch, ['minutes']),
  ],
  recommendation: (batch) => [
    ...papers(batch, ['proposalList', 'recommendation']),
    ...unsigned(
      batch,
      batch.parties.map(({ seat }) => seat).filter((seat) => PANEL.includes(seat)),
    ),
  ],
  approval: (batch, { due }) => [
    ...papers(
      batch,
      papersOfApproval(due).filter((kind) => kind !== 'destructionOrder'),
    ),
    ...unsigned(batch, ['approver']),
  ],
  order: (batch) => papers(batch, ['destructionOrder']),
  execution: executionLacks,
  certificate: (batch) => papers(batch, ['certificate']),
  keeping: () => [],
}

function executionLacks(batch: Batch, facts: ProcedureFacts): Missing[] {
  const { now, openObjections, openRequests, unchecked, open, unrecorded, failing } = facts
  if (batch.state === 'destroying')
    return open > 0
      ? [
          ...counted('left', open),
          ...counted('unrecorded', unrecorded),
          ...counted('failing', failing),
        ]
      : [{ kind: 'rotation' }]
  const isWaiting = batch.state === 'waiting' && now < batch.waitUntil
  return [
    ...(isWaiting ? [{ kind: 'wait' as const, until: batch.waitUntil }] : []),
    ...counted('objections', openObjections),
    ...counted('requests', openRequests),
    ...counted('fixity', unchecked),
    ...unsigned(batch, WITNESSES),
  ]
}

function papers({ papers: kept, filed }: Batch, needed: readonly PaperKind[]): Missing[] {
  return needed.flatMap((paper): Missing[] => {
    if (!kept.includes(paper)) return [{ kind: 'paper', paper }]
    return hasOwnFile(paper) && !filed.includes(paper) ? [{ kind: 'file', paper }] : []
  })
}

function emptySeats(batch: Batch): Missing[] {
  return PANEL_NEEDED.filter((seat) => !holderOf(batch, seat)).map((seat) => ({
    kind: 'seat',
    seat,
  }))
}

function unsigned(batch: Batch, seats: readonly Seat[]): Missing[] {
  const lacking = seats.filter((seat) => {
    const holders = batch.parties.filter((party) => party.seat === seat)
    return holders.length === 0 || holders.some(({ person }) => !standingSignature(batch, person))
  })
  return [...new Set(lacking)].map((seat) => ({ kind: 'signature', seat }))
}

function counted(kind: Counted, count: number): Missing[] {
  return count > 0 ? [{ kind, count }] : []
}
