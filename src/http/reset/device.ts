import type { Context } from 'hono'
import { paths } from '#views/paths.ts'
import { factorPage } from '#views/reset/factor-page.tsx'
import type { FactorProblem, FactorWay } from '#views/reset/factor-words.ts'
import type { Deps, ForResetting } from '../../deps.ts'
import { findResetOwner, type ResetOwner } from '../../store/reset-owners.ts'
import { giveCookie } from '../cookies.ts'
import { field, readBody, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { pathOfReset } from '../where-it-stands.ts'
import { takeAgencyFactorStep } from './agency-factor-step.ts'
import { takeDeviceStep } from './device-step.ts'
import type { Asked, FactorAnswer } from './factor-step.ts'
import { takeRecoveryFactorStep } from './recovery-factor-step.ts'

/** GET /reset/password/perangkat: step (4), where the second factor is kept. */
export function getResetDevice(deps: Deps) {
  return async (c: Context<ForResetting>) => {
    const { reset } = c.var
    const owner = await findOwner(c, deps)
    if (reset.state !== 'emailProven' || !owner) return seeOther(c, pathOfReset(reset))
    const ways = waysOf(owner)
    const asked = WAYS[c.req.query('cara') ?? ''] ?? 'device'
    const way = ways.includes(asked) ? asked : (ways[0] ?? 'agencyCode')
    return respond(c, page(c, deps, { owner, way }))
  }
}

/** POST /reset/password/perangkat: a code, or one on paper where the form has its field. */
export function postResetDevice(deps: Deps) {
  return async (c: Context<ForResetting>) => {
    const { reset } = c.var
    const owner = await findOwner(c, deps)
    if (reset.state !== 'emailProven' || !owner) return leaveFor(c, pathOfReset(reset))
    const way = await wayOf(c)
    if (!waysOf(owner).includes(way)) return leaveFor(c, paths.resetDevice)
    const answer = await takeFactor(c, deps, way, { reset, owner })
    if (answer.kind === 'no') return refuseFactor(c, deps, owner, answer.problem)
    if (answer.kind === 'elsewhere') return leaveFor(c, paths.resetDevice)
    giveCookie(c, deps.site, 'pre', answer.pre)
    return leaveFor(c, paths.resetNewPassword)
  }
}

export function resetDeviceAgain(deps: Deps) {
  return async (c: Context<ForResetting>) => {
    const owner = await findOwner(c, deps)
    if (c.var.reset.state !== 'emailProven' || !owner) return leaveFor(c, pathOfReset(c.var.reset))
    return refuseFactor(c, deps, owner, { kind: 'stale' })
  }
}

async function takeFactor(
  c: Context<ForResetting>,
  deps: Deps,
  way: FactorWay,
  asked: Asked,
): Promise<FactorAnswer> {
  const shape = { code: field(50), recovery_code: field(80), agency_code: field(80) }
  const form = await readForm(c, shape)
  switch (way) {
    case 'device':
      return takeDeviceStep(deps, c, asked, form.code)
    case 'recoveryCode':
      return takeRecoveryFactorStep(deps, c, asked, form.recovery_code)
    case 'agencyCode':
      return takeAgencyFactorStep(deps, c, asked, form.agency_code)
  }
}

/** What can prove anything: a frozen account has no recovery codes here. */
function waysOf({ authenticators, hasRecoveryCodes }: ResetOwner): FactorWay[] {
  const device: FactorWay[] = authenticators.inUse.length > 0 ? ['device'] : []
  return [...device, ...(hasRecoveryCodes ? (['recoveryCode'] as const) : []), 'agencyCode']
}

const WAYS: Record<string, FactorWay> = {
  'kode-cadangan': 'recoveryCode',
  'kode-bkpsdm': 'agencyCode',
}

async function findOwner(c: Context<ForResetting>, { sql, clock }: Deps) {
  const { reset } = c.var
  return reset.state === 'emailProven' ? findResetOwner(sql, reset.person, clock()) : undefined
}

async function wayOf(c: Context<ForResetting>): Promise<FactorWay> {
  const body = await readBody(c)
  if ('agency_code' in body) return 'agencyCode'
  return 'recovery_code' in body ? 'recoveryCode' : 'device'
}

async function refuseFactor(
  c: Context<ForResetting>,
  deps: Deps,
  owner: ResetOwner,
  problem: FactorProblem,
) {
  const told = problem.kind === 'factorWrong' ? { kind: problem.reason } : problem
  return refuseForm(c, page(c, deps, { owner, way: await wayOf(c), problem }), told, deps.clock())
}

function page(
  c: Context<ForResetting>,
  { vault, clock }: Deps,
  { owner, ...shown }: { owner: ResetOwner; way: FactorWay; problem?: FactorProblem },
) {
  const { person, account } = owner
  return factorPage({
    csrf: vault.csrfToken(c.var.pre),
    isFrozen: account.state === 'frozen',
    ways: waysOf(owner),
    now: clock(),
    zone: person.agency.zone,
    ...shown,
  })
}
