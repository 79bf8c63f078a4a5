import type { Context } from 'hono'
import type { Deps, ForMidway } from '../../deps.ts'
import { giveBackAgencyCodeTry, takeAgencyCode } from '../../store/reactivation-codes.ts'
import { endSignIn } from '../../store/sign-ins.ts'
import { grantMfaReset } from '../reset/mfa-grant.ts'
import { type AgencyAnswer, tryAgencyCode } from '../session/agency-code-try.ts'

/** A code of BKPSDM after the right password: this sign-in may activate another device (2.6). */
export function takeAgencyStep(
  deps: Deps,
  c: Context<ForMidway>,
  typed: string,
): Promise<AgencyAnswer> {
  const { visit, midway } = c.var
  const { id: signIn, person } = midway
  const end = () => endSignIn(deps.sql, signIn)
  return tryAgencyCode(deps, { person: person.id, visit, journey: { signIn }, end }, typed)
}

export function grantByAgency(
  deps: Deps,
  c: Context<ForMidway>,
  { id, mac }: Extract<AgencyAnswer, { kind: 'matched' }>,
): Promise<Response> {
  return grantMfaReset(c, deps, {
    id,
    by: 'agencyCode',
    takeProof: (tx) => takeAgencyCode(tx, { id, mac, to: 'granted' }),
    giveBack: () => giveBackAgencyCodeTry(deps.sql, { signIn: c.var.midway.id }, id),
  })
}
