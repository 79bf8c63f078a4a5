import type { Context } from 'hono'
import { extendFor } from '#domain/sign-in/sign-in.ts'
import { activationPage, activationWaitPage } from '#views/activation/activation-page.tsx'
import type { ActivationProblem } from '#views/activation/activation-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import { prolongSignIn } from '../../store/sign-ins.ts'
import { field, readBody, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { giveSession } from '../session/opening.ts'
import { pathOfSignIn } from '../where-it-stands.ts'
import { takeActivationStep } from './activation-step.ts'
import { takeOldDeviceStep } from './old-device-step.ts'
import { untilHashed } from './own-turn.ts'
import { pendingEnrolment } from './pending-enrolment.ts'

/** GET /aktivasi: the QR code of this browser, the same one for fifteen minutes. */
export function getActivation(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    if (pathOfSignIn(c.var.midway) !== paths.activation)
      return seeOther(c, pathOfSignIn(c.var.midway))
    return showActivation(c, deps, undefined)
  }
}

/** POST /aktivasi: a code of the new device, or of an old one where a reset put it aside. */
export function postActivation(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    const { midway } = c.var
    if (pathOfSignIn(midway) !== paths.activation) return leaveFor(c, pathOfSignIn(midway))
    const isOld = midway.mfa === 'reactivation' && 'old_code' in (await readBody(c))
    const step = isOld ? await takeOldDeviceStep(deps, c) : await takeActivationStep(deps, c)
    if (step.kind === 'no') return showActivation(c, deps, step.problem)
    if (step.kind === 'gone') return leaveFor(c, paths.signInTooLate)
    if (step.kind === 'taken') {
      await untilHashed(deps, midway.person.id)
      return leaveFor(c, paths.recoveryCodes)
    }
    giveSession(c, deps, step.opening)
    return leaveFor(c, isOld ? paths.home : paths.recoveryCodes)
  }
}

export function activationAgain(deps: Deps) {
  return (c: Context<ForMidway>) =>
    pathOfSignIn(c.var.midway) === paths.activation
      ? showActivation(c, deps, { kind: 'stale' })
      : leaveFor(c, pathOfSignIn(c.var.midway))
}

async function showActivation(
  c: Context<ForMidway>,
  deps: Deps,
  problem: ActivationProblem | undefined,
) {
  const { midway } = c.var
  const { person } = midway
  const now = deps.clock()
  const { browser } = midway.signIn
  const kept = await pendingEnrolment(deps, { person: person.id, browser, now })
  if ('kind' in kept) {
    const page = activationWaitPage({ until: kept.until, zone: person.agency.zone, now })
    return refuseForm(c, page, kept, now)
  }
  // Whoever has a QR code before them may finish with it, so the sign-in lasts as long.
  await prolongSignIn(deps.sql, midway.id, extendFor(midway.signIn, kept.enrolment.expiresAt))
  const { squares, ...secret } = deps.vault.showSecret(kept.seed, person.nip)
  const { device_name } = await typedName(c)
  const page = activationPage({
    csrf: deps.vault.csrfToken(c.var.pre),
    qr: squares,
    ...secret,
    nip: person.nip,
    deviceName: device_name ?? kept.name ?? '',
    expiresAt: kept.enrolment.expiresAt,
    zone: person.agency.zone,
    reactivation: midway.mfa === 'reactivation',
    replaces: midway.mfa === 'inUse',
    now,
    ...(problem && { problem }),
  })
  return problem ? refuseForm(c, page, problem, now) : respond(c, page)
}

function typedName(c: Context<ForMidway>) {
  if (c.req.method !== 'POST') return { device_name: undefined }
  return readForm(c, { device_name: field(200) })
}
