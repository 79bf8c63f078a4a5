import type { Account } from '../account/account.ts'
import type { LoginName } from '../login-name.ts'
import type { EmailAddress } from '../mail/address.ts'
import type { MfaState } from '../mfa/mfa.ts'
import { kindOf, type Nip } from '../nip.ts'
import type { PersonId, PersonKind } from '../person.ts'
import { accountAfter, type ClosableAccount } from './account-after.ts'
import type { MetRefusal } from './finding.ts'
import type { PersonRecord } from './person-record.ts'
import { closesAccount, type Service, serviceAfter } from './service.ts'

/**
 * What a changed record changes; `closed` and `reopened`: the account, by what the data says; `sso`:
 * whether the old SSO lets them in.
 */
export type Change =
  | 'number'
  | 'userName'
  | 'name'
  | 'kind'
  | 'agency'
  | 'service'
  | 'email'
  | 'closed'
  | 'reopened'
  | 'sso'
  | 'password'
  | 'devices'

export type Verdict =
  | { kind: 'new' | 'unchanged' }
  | { kind: 'changed'; changes: readonly Change[] }
  | { kind: 'refused'; reason: MetRefusal }

/** What an export of the old SSO brings beside the record; a hash is compared by its text. */
export type Credentials = {
  ssoDisabled: boolean
  hash: string | undefined
  hasDevices: boolean
}

/** `authority`: the national data says how a person is; the old SSO only how they sign in. */
export type Candidate = PersonRecord & { credentials: Credentials | undefined }

/** A person as a record finds them. Names are all they ever had, `inForce` or past. */
export type Met = {
  id: PersonId
  names: readonly { name: string; inForce: boolean; kind: 'number' | 'userName' }[]
  name: string
  kind: PersonKind
  agency: string
  service: Service
  toldEmails: readonly EmailAddress[]
  account: ClosableAccount
  mfa: MfaState
  ssoDisabled: boolean
  password: { kind: 'own' } | { kind: 'keycloak'; hash: string } | undefined
}

/** What is there already: who has a name, whether an agency's code is known, what others claim. */
export type Surroundings = {
  whoHas: (name: Nip | LoginName) => Met | undefined
  isAgency: (code: string) => boolean
  isClaimedByOthers: boolean
}

/** One record against what is there; the model of the set-based `judged` in src/store/import. */
export function judgeRecord(candidate: Candidate, around: Surroundings): Verdict {
  const met = around.whoHas(candidate.nip) ?? formerOwner(candidate, around)
  const refused = refusalOf(candidate, met, around)
  if (refused) return { kind: 'refused', reason: refused }
  if (!met) return { kind: 'new' }
  const changes = changesOf(candidate, met)
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', changes }
}

function formerOwner({ formerNip }: Candidate, { whoHas }: Surroundings): Met | undefined {
  return formerNip && whoHas(formerNip)
}

function refusalOf(
  candidate: Candidate,
  met: Met | undefined,
  around: Surroundings,
): MetRefusal | undefined {
  const { nip, formerNip, userName, agency, name, credentials } = candidate
  if (around.isClaimedByOthers) return 'claimedTwice'
  if (met && isPast(met, nip)) return 'numberReplaced'
  const owners = [formerNip, userName].map((one) => one && around.whoHas(one))
  if (owners.some((owner) => owner && owner.id !== met?.id)) return 'otherPerson'
  if (agency && !around.isAgency(agency)) return 'unknownAgency'
  if (met) return undefined
  if (!credentials && !agency) return 'agencyMissing'
  return name ? undefined : 'nameMissing'
}

function isPast({ names }: Met, nip: Nip): boolean {
  return names.some((one) => one.name === nip && !one.inForce)
}

function changesOf(candidate: Candidate, met: Met): Change[] {
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
