import { type LoginName, parseLoginName } from '../login-name.ts'
import type { EmailAddress } from '../mail/address.ts'
import { kindOf, type Nip, parseNip } from '../nip.ts'
import type { PersonKind } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import type { LeftOut, Refusal } from './finding.ts'
import { readAgencyCode, readEmails, readName, readUnitCode } from './person-fields.ts'
import { parseEndOfService, parseLegalPosition, type Service } from './service.ts'

/** The columns of a file about people; all but `nip` may be missing or empty, which says nothing. */
export const PERSON_COLUMNS = [
  'nip',
  'former_nip',
  'name',
  'kind',
  'agency',
  'user_name',
  'email',
  'email_gov',
  'legal_position',
  'end_of_service',
  'unit',
] as const

export type PersonFields = Partial<Record<(typeof PERSON_COLUMNS)[number], string>>

/** What a file says of one person, as far as it can be read without knowing anybody. */
export type PersonRecord = {
  nip: Nip
  formerNip: Nip | undefined
  userName: LoginName | undefined
  name: string | undefined
  kind: PersonKind | undefined
  agency: string | undefined
  /** Its code within the agency. */
  unit: string | undefined
  service: Service
  emails: readonly EmailAddress[]
}

export type ReadRecord = { record: PersonRecord; leftOut: readonly LeftOut[] }

const KINDS: readonly PersonKind[] = ['pns', 'cpns', 'pppk']

/** Reads one record; an address that is none is left out, all else that is wrong refuses it. */
export function readPersonRecord(fields: PersonFields): Result<ReadRecord, Refusal> {
  const nip = parseNip(fields.nip ?? '')
  if (!nip.ok) return no(`nip.${nip.problem}`)
  const formerNip = readFormerNip(fields, nip.value)
  if (!formerNip.ok) return formerNip
  const kind = readKind(fields.kind, nip.value)
  if (!kind.ok) return kind
  const userName = readUserName(fields.user_name, nip.value)
  if (!userName.ok) return userName
  const service = readService(fields)
  if (!service.ok) return service
  const name = readName(fields.name)
  if (!name.ok) return name
  const agency = readAgencyCode(fields.agency)
  if (!agency.ok) return agency
  const unit = readUnitCode(fields.unit)
  const { emails, leftOut } = readEmails([fields.email, fields.email_gov])
  const record = {
    nip: nip.value,
    formerNip: formerNip.value,
    userName: userName.value,
    name: name.value,
    kind: kind.value,
    agency: agency.value,
    unit: unit.ok ? unit.value : undefined,
    service: service.value,
    emails,
  }
  return ok({ record, leftOut: unit.ok ? leftOut : [...leftOut, 'unknownUnit'] })
}

function readFormerNip(
  { former_nip }: PersonFields,
  nip: Nip,
): Result<Nip | undefined, 'formerNip'> {
  if (!former_nip?.trim()) return ok(undefined)
  const former = parseNip(former_nip)
  if (!former.ok) return no('formerNip')
  return ok(former.value === nip ? undefined : former.value)
}

/** A number of the other kind contradicts: PNS and CPNS have a NIP, PPPK an NI PPPK. */
function readKind(text: string | undefined, nip: Nip): Result<PersonKind | undefined, 'kind'> {
  const told = text?.trim().toLowerCase()
  if (!told) return ok(undefined)
  const kind = KINDS.find((one) => one === told)
  return kind && (kind === 'pppk') === (kindOf(nip) === 'pppk') ? ok(kind) : no('kind')
}

/** A user name of 18 digits would be a number; many have their own number there, which says nothing. */
function readUserName(
  text: string | undefined,
  nip: Nip,
): Result<LoginName | undefined, 'userName'> {
  if (!text?.trim()) return ok(undefined)
  const name = parseLoginName(text)
  if (!name.ok) return no('userName')
  if (String(name.value) === nip) return ok(undefined)
  return /^[a-z0-9_@+]+$/.test(name.value) && /\D/.test(name.value)
    ? ok(name.value)
    : no('userName')
}

function readService(fields: PersonFields): Result<Service, 'legalPosition' | 'endOfService'> {
  const [told, end] = [fields.legal_position?.trim(), fields.end_of_service?.trim()]
  const position = told ? parseLegalPosition(told) : undefined
  const ending = end ? parseEndOfService(end) : undefined
  if (told && !position) return no('legalPosition')
  if (end && !ending) return no('endOfService')
  return ok({ position, ending })
}
