import type { Role } from '../../access/mandate.ts'
import type { PersonId } from '../../person.ts'
import { type Batch, isOnPanel, seatOf, standingSignature, wearsHatOfSeat } from './batch.ts'
import { EXECUTORS, isSingle, roleOf, SEATS, type Seat } from './seat.ts'
import { stateOfSeat } from './take-seat.ts'

/** What somebody can do next on the page of a batch; the decisions judge it again. */
export type BatchAct =
  | 'takeSeat'
  | 'leaveSeat'
  | 'addPaper'
  | 'sign'
  | 'approve'
  | 'attend'
  | 'start'

export type Viewer = { person: PersonId; role: Role; isSubject: boolean }

export function actsFor(batch: Batch, viewer: Viewer, now: Date): BatchAct[] {
  if (viewer.isSubject) return []
  const seat = seatOf(batch, viewer.person)
  switch (batch.state) {
    case 'appraising':
      return whileAppraising(batch, viewer, seat)
    case 'proposed':
      return [
        ...(seat === undefined && viewer.role === 'approver' ? (['approve'] as const) : []),
        ...((isOnPanel(batch, viewer.person) && wearsHatOfSeat(batch, viewer)) ||
        viewer.role === 'approver'
          ? (['addPaper'] as const)
          : []),
      ]
    case 'waiting':
      return whileWaiting(viewer, seat, now >= batch.waitUntil)
    case 'destroying':
    case 'closed':
      return []
  }
}

function whileAppraising(batch: Batch, viewer: Viewer, seat: Seat | undefined): BatchAct[] {
  if (!seat) return freeSeats(batch, viewer).length > 0 ? ['takeSeat'] : []
  if (viewer.role !== roleOf(seat)) return []
  const hasSigned = batch.signatures.some(({ person }) => person === viewer.person)
  const signs = standingSignature(batch, viewer.person) ? [] : (['sign'] as const)
  const leaves = hasSigned || seat === 'panelArchivist' ? [] : (['leaveSeat'] as const)
  return [...signs, 'addPaper', ...leaves]
}

function whileWaiting(viewer: Viewer, seat: Seat | undefined, isOver: boolean): BatchAct[] {
  const isExecutor = seat !== undefined && EXECUTORS.includes(seat) && viewer.role === roleOf(seat)
  if (isExecutor) return isOver ? ['start', 'addPaper'] : ['addPaper']
  const own = viewer.role === 'legalOfficer' ? 'legalWitness' : 'oversightWitness'
  const mayWitness = viewer.role === 'legalOfficer' || viewer.role === 'inspector'
  return isOver && mayWitness && (seat === undefined || seat === own) ? ['attend'] : []
}

/** Whether whoever looks is of the panel that appraises it now. */
export function mayAppraise(batch: Batch, viewer: Viewer): boolean {
  const isOfPanel = isOnPanel(batch, viewer.person) && wearsHatOfSeat(batch, viewer)
  return isOfPanel && batch.state === 'appraising' && !viewer.isSubject
}

/** Those that the viewer's hat may take now. */
export function freeSeats(batch: Batch, { role }: Pick<Viewer, 'role'>): Seat[] {
  return SEATS.filter(
    (seat) =>
      roleOf(seat) === role &&
      stateOfSeat(seat) === batch.state &&
      !(isSingle(seat) && batch.parties.some((party) => party.seat === seat)),
  )
}
