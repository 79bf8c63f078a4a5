import type { Account } from '../account/account.ts'
import { kindOf } from '../nip.ts'
import type { PersonKind } from '../person.ts'
import { accountAfter, type ClosableAccount } from './account-after.ts'
import type { Candidate, Met, Surroundings } from './met.ts'
import { closesAccount, type Service, serviceAfter } from './service.ts'
import type { Change } from './verdict.ts'

/** What a record changes about the person whom it found. */
export function changesOf(candidate: Candidate, met: Met, around: Surroundings): Change[] {
  const { credentials } = candidate
  const service = serviceAfter(met.service, candidate.service)
  const ssoDisabled = credentials?.ssoDisabled ?? met.ssoDisabled
  const account = accountAfter(met.account, closesAccount(service) || ssoDisabled)
  const found: [Change, boolean][] = [
    ['number', !hasInForce(met, candidate.nip)],
    ['userName', !!candidate.userName && !hasInForce(met, candidate.userName)],
    ['name', !credentials && !!candidate.name && candidate.name !== met.name],
    ['kind', kindAfter(candidate, met) !== met.kind],
    ['agency', !!candidate.agency && candidate.agency !== met.agency],
    ['unit', isOtherUnit(unitAfter(candidate, met, around), candidate, met)],
    ['service', !isSameService(service, met.service)],
    ['email', !credentials && areOthers(candidate.emails, met.toldEmails)],
    ['closed', account.state === 'disabled' && met.account.state !== 'disabled'],
    ['reopened', account.state !== 'disabled' && met.account.state === 'disabled'],
    ['sso', ssoDisabled !== met.ssoDisabled],
    ['password', !!credentials?.hash && takesPassword(met, credentials.hash)],
    ['devices', !!credentials?.hasDevices && takesDevices(met)],
  ]
  return found.flatMap(([change, isSo]) => (isSo ? [change] : []))
}

/** A PNS stays the CPNS they are known to be, until the data says otherwise. */
function kindAfter({ kind, nip }: Candidate, met: Met): PersonKind {
  if (kind) return kind
  const isPppk = kindOf(nip) === 'pppk'
  return isPppk === (met.kind === 'pppk') ? met.kind : kindOf(nip)
}

/** Whoever moves leaves their unit; one that the agency does not have says nothing. */
function unitAfter({ agency, unit }: Candidate, met: Met, { isUnit }: Surroundings) {
  const own = agency ?? met.agency
  if (unit && isUnit(own, unit)) return unit
  return own === met.agency ? met.unit : undefined
}

/** A code names a unit of its agency alone: the same one elsewhere is another unit. */
function isOtherUnit(after: string | undefined, { agency }: Candidate, met: Met): boolean {
  if (after === undefined) return met.unit !== undefined
  return after !== met.unit || (agency ?? met.agency) !== met.agency
}

function hasInForce({ names }: Met, name: string): boolean {
  return names.some((one) => one.name === name && one.inForce)
}

function isSameService(one: Service, other: Service): boolean {
  return one.position === other.position && one.ending === other.ending
}

/** Who names one address names all; who names none says nothing. */
function areOthers(named: readonly string[], told: readonly string[]): boolean {
  const key = (all: readonly string[]) => JSON.stringify(all.map((one) => one.toLowerCase()).sort())
  return named.length > 0 && key(named) !== key(told)
}

/** A password of our own stays (domain.md 2.7, rule 12). */
function takesPassword({ password }: Met, hash: string): boolean {
  return !password || (password.kind === 'keycloak' && password.hash !== hash)
}

/** Only who has never activated here takes over what the old SSO knows. */
function takesDevices({ mfa, account }: Met): boolean {
  return mfa === 'none' && stateBefore(account) === 'created'
}

function stateBefore({ state, closedFrom }: ClosableAccount): Account['state'] {
  return closedFrom ?? state
}
