import type { LoginName } from '../login-name.ts'
import type { EmailAddress } from '../mail/address.ts'
import type { MfaState } from '../mfa/mfa.ts'
import type { Nip } from '../nip.ts'
import type { PersonId, PersonKind } from '../person.ts'
import type { ClosableAccount } from './account-after.ts'
import type { PersonRecord } from './person-record.ts'
import type { Service } from './service.ts'

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
  unit: string | undefined
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
  isUnit: (agency: string, code: string) => boolean
  isClaimedByOthers: boolean
}
