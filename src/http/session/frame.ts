import { holdsOffice } from '#domain/access/mandate.ts'
import { canExtend, endsAt, warnsAt } from '#domain/session/session.ts'
import { needsStepUp } from '#domain/session/step-up.ts'
import type { Frame, SessionClock } from '#views/page.tsx'
import { hatText, workOf } from '#views/parts/role-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'

type Variables = Pick<ForPerson['Variables'], 'current' | 'sid'>

/** What surrounds every page of a person: name, way out, and when the session ends. */
export function frameOf({ vault, clock }: Deps, { current, sid }: Variables): Frame {
  const csrf = vault.csrfToken(sid)
  const now = clock()
  const { person, hat, mandates, session } = current
  return {
    name: person.name,
    csrf,
    clock: clockOf(current, csrf, now),
    hat: hat && hatText(hat),
    work: hat && workOf(hat.role),
    mayAct: holdsOffice(mandates, now),
    proofDue: hat !== undefined && needsStepUp(session, now, 'office'),
  }
}

function clockOf({ session, person }: Variables['current'], csrf: string, now: Date): SessionClock {
  return {
    now,
    warnsAt: warnsAt(session),
    endsAt: endsAt(session),
    canExtend: canExtend(session, now),
    zone: person.agency.zone,
    csrf,
    state: now < warnsAt(session) ? 'running' : 'warning',
  }
}
