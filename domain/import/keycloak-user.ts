import { parseNip } from '../nip.ts'
import { no, ok, type Result } from '../result.ts'
import type { LeftOut } from './finding.ts'
import { readEmails, readName } from './person-fields.ts'
import type { PersonRecord } from './person-record.ts'

/** A user of a realm export beside their credentials; roles and groups are not taken over. */
export type KeycloakUser = {
  username: string
  enabled: boolean
  firstName: string
  lastName: string
  email: string
  requiredActions: readonly string[]
}

/** `mustChange`, `mustActivate`: the required actions as our own states (domain.md 2.7, rule 9). */
export type ReadUser = {
  record: PersonRecord
  leftOut: readonly LeftOut[]
  ssoDisabled: boolean
  mustChange: boolean
  mustActivate: boolean
}

/** An export knows no agency and no position; who has no name there has their number for now. */
export function readKeycloakUser(user: KeycloakUser): Result<ReadUser, 'invalidNip' | 'name'> {
  const nip = parseNip(user.username)
  if (!nip.ok) return no('invalidNip')
  const name = readName(`${user.firstName} ${user.lastName}`)
  if (!name.ok) return name
  const { emails, leftOut } = readEmails([user.email])
  const record = {
    nip: nip.value,
    formerNip: undefined,
    userName: undefined,
    name: name.value ?? nip.value,
    kind: undefined,
    agency: undefined,
    unit: undefined,
    service: { position: undefined, ending: undefined },
    emails,
  }
  return ok({
    record,
    leftOut,
    ssoDisabled: !user.enabled,
    mustChange: user.requiredActions.includes('UPDATE_PASSWORD'),
    mustActivate: user.requiredActions.includes('CONFIGURE_TOTP'),
  })
}
