import type { Context } from 'hono'
import { type Hat, hatsOf } from '#domain/access/hat.ts'
import { permits } from '#domain/access/permission.ts'
import { isHeld } from '#domain/account/hold.ts'
import type { AgencyId } from '#domain/agency.ts'
import { type RenewalReason, renewalReason } from '#domain/mfa/recovery-code.ts'
import type { PersonId } from '#domain/person.ts'
import { OWN_DEVICES } from '#domain/reset/issue-code.ts'
import { homePage } from '#views/home/home-page.tsx'
import type { Todo } from '#views/home/home-words.ts'
import { pendingMfaResetText } from '#views/reset/mfa-reset-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { findWaiting } from '../../store/archive/destruction/objections.ts'
import { listProposedOf } from '../../store/archive/destruction/proposed-of.ts'
import { countHoldsWaiting } from '../../store/archive/holds-waiting.ts'
import { findLacking } from '../../store/archive/lacking.ts'
import { countUnread } from '../../store/archive/notices.ts'
import { listOwnDevices } from '../../store/own-devices.ts'
import type { FoundSession } from '../../store/sessions.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

/** GET /beranda */
export function getHome(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { current } = c.var
    const { person, previousAt, failedElsewhere, hold, pendingMfaReset } = current
    const now = deps.clock()
    const hats = hatsOf(current.mandates, now)
    return respond(
      c,
      homePage({
        frame: frameOf(deps, c.var),
        person,
        previousAt,
        failedElsewhere,
        hold: isHeld(hold, now) ? hold : undefined,
        pendingMfaReset:
          pendingMfaReset && pendingMfaResetText(pendingMfaReset, now, person.agency.zone),
        todo: [
          ...todoOf(current),
          ...(await proposedTodo(deps, person.id)),
          ...(await archiveTodo(deps, person.id)),
          ...(await newsTodo(deps, person.id)),
          ...(await officeTodo(deps, person.id, hats)),
          ...(await objectionTodo(deps, hats)),
          ...(await holdTodo(deps, person.id, hats)),
        ],
        hat: current.hat,
        hats,
      }),
    )
  }
}

const WHAT_TO_DO: Record<RenewalReason, Todo> = {
  none: { kind: 'noRecoveryCodes' },
  unsaved: { kind: 'recoveryCodesUnsaved' },
  few: { kind: 'fewRecoveryCodes' },
}

function todoOf({ recovery }: FoundSession): Todo[] {
  const reason = renewalReason(recovery)
  return reason ? [WHAT_TO_DO[reason]] : []
}

/** As long as they may object: those who left the service above all. */
async function proposedTodo({ sql, clock }: Deps, person: PersonId): Promise<Todo[]> {
  const proposed = await listProposedOf(sql, person, clock())
  const count = proposed.filter(({ mayObject }) => mayObject).length
  return count > 0 ? [{ kind: 'recordsProposed', count }] : []
}

/** Of whoever left the service nothing is asked. */
async function archiveTodo({ sql }: Deps, person: PersonId): Promise<Todo[]> {
  const lacking = await findLacking(sql, person)
  if (!lacking) return []
  const { returned, missing } = lacking
  return [
    ...(returned > 0 ? [{ kind: 'recordsReturned' as const, count: returned }] : []),
    ...(missing > 0 ? [{ kind: 'recordsMissing' as const, count: missing }] : []),
  ]
}

/** Also for those of whom nothing is asked any more. */
async function newsTodo({ sql }: Deps, person: PersonId): Promise<Todo[]> {
  const count = await countUnread(sql, person)
  return count > 0 ? [{ kind: 'archiveNews', count }] : []
}

/** R-AD-04, before it stops somebody in the middle of a reset. */
async function officeTodo({ sql }: Deps, person: PersonId, hats: readonly Hat[]): Promise<Todo[]> {
  if (!hats.some((hat) => permits(hat, 'helpEmployees'))) return []
  const devices = await listOwnDevices(sql, person)
  return devices.length < OWN_DEVICES ? [{ kind: 'oneDevice' }] : []
}

/** Until the legal unit answers, nothing of that list can be destroyed. */
async function objectionTodo({ sql }: Deps, hats: readonly Hat[]): Promise<Todo[]> {
  const agency = legalAgency(hats)
  const waiting = agency && (await findWaiting(sql, agency))
  return waiting ? [{ kind: 'objectionsWait', ...waiting }] : []
}

/** A hold never ends by itself, and lifting one waits for a second officer. */
async function holdTodo(
  { sql, clock }: Deps,
  officer: PersonId,
  hats: readonly Hat[],
): Promise<Todo[]> {
  const agency = legalAgency(hats)
  if (!agency) return []
  const { toLift, due } = await countHoldsWaiting(sql, { agency, officer }, clock())
  return [
    ...(toLift > 0 ? [{ kind: 'holdsToLift' as const, count: toLift }] : []),
    ...(due > 0 ? [{ kind: 'holdsDue' as const, count: due }] : []),
  ]
}

function legalAgency(hats: readonly Hat[]): AgencyId | undefined {
  return hats.find(({ role }) => role === 'legalOfficer')?.agency
}
