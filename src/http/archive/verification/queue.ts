import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { queuePage } from '#views/archive/verification/queue-page.tsx'
import { JUDGED_BEFORE, type JudgedBefore } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findAges } from '../../../store/archive/archive-counts.ts'
import { type Claiming, claimNext, type Passed } from '../../../store/archive/claims.ts'
import { listRevocations } from '../../../store/archive/revocations.ts'
import {
  COUNTED,
  findLoad,
  listDecisions,
  listWaiting,
} from '../../../store/archive/verification-queue.ts'
import { inScope } from '../../../store/scope.ts'
import { leaveFor, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

/** As many as one looks through. */
const LISTED = 20
const DECIDED = 10

/** GET /instansi/verifikasi */
export function getQueue(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const claiming = claimingOf(deps, c)
    const { hat, person, now } = claiming
    const found = await inScope(deps.sql, scopeOf(hat), now, async (tx) => ({
      load: await findLoad(tx, claiming),
      queue: await listWaiting(tx, claiming, LISTED),
      decisions: await listDecisions(tx, person, DECIDED),
      asked: await listRevocations(tx, hat, now, LISTED),
      ages: await findAges(tx, now),
    }))
    const { asked, ...shown } = found
    const revocations = asked.map(({ revocation: { id, askedAt: at }, askedByName, ...one }) => ({
      ...one,
      id,
      at,
      askedBy: askedByName,
    }))
    const done = c.req.query('hasil') === 'kosong' ? 'nothingForYou' : undefined
    const frame = frameOf(deps, c.var)
    const before = judgedBefore(c)
    return respond(c, queuePage({ frame, ...shown, revocations, counted: COUNTED, done, before }))
  }
}

/** POST of the same address: whatever waits longest is taken. */
export function postQueue(deps: Deps) {
  return (c: Context<ForHat>) => goToNext(deps, c)
}

/** To the next one; to the queue where there is none for this verifier. */
export async function goToNext(
  deps: Deps,
  c: Context<ForHat>,
  { passed, before }: { passed?: Passed; before?: JudgedBefore } = {},
) {
  const next = await claimNext(deps.sql, claimingOf(deps, c), passed)
  return leaveFor(c, next ? paths.verificationOf(next, before) : paths.verificationEmpty(before))
}

/** As the address says it; anything else is nothing. */
export function judgedBefore(c: Context<ForHat>): JudgedBefore | undefined {
  return JUDGED_BEFORE.find((one) => one === c.req.query('sebelumnya'))
}

export function claimingOf({ clock }: Deps, c: Context<ForHat>): Claiming {
  return { hat: c.var.hat, person: c.var.current.person.id, now: clock() }
}
