import type { Context } from 'hono'
import { hatsOf } from '#domain/access/hat.ts'
import { isHeld } from '#domain/account/hold.ts'
import { type RenewalReason, renewalReason } from '#domain/mfa/recovery-code.ts'
import { homePage } from '#views/home/home-page.tsx'
import type { Todo } from '#views/home/home-words.ts'
import { pendingMfaResetText } from '#views/reset/mfa-reset-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import type { FoundSession } from '../../store/sessions.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

/** GET /beranda */
export function getHome(deps: Deps) {
  return (c: Context<ForPerson>) => {
    const { current } = c.var
    const { person, previousAt, failedElsewhere, hold, pendingMfaReset } = current
    const now = deps.clock()
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
        todo: todoOf(current),
        hat: current.hat,
        hats: hatsOf(current.mandates, now),
      }),
    )
  }
}

const WHAT_TO_DO: Record<RenewalReason, Todo> = {
  none: 'noRecoveryCodes',
  unsaved: 'recoveryCodesUnsaved',
  few: 'fewRecoveryCodes',
}

function todoOf({ recovery }: FoundSession): Todo[] {
  const reason = renewalReason(recovery)
  return reason ? [WHAT_TO_DO[reason]] : []
}
