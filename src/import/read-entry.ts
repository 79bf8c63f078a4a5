import { z } from 'zod'
import {
  type AgencyFields,
  type AgencyRecord,
  readAgencyRecord,
} from '#domain/import/agency-record.ts'
import type { Finding, LeftOut, Place, Refusal } from '#domain/import/finding.ts'
import {
  HISTORY_COLUMNS,
  type HistoryFields,
  readHistoryRecord,
} from '#domain/import/history-record.ts'
import { readKeycloakUser } from '#domain/import/keycloak-user.ts'
import {
  PERSON_COLUMNS,
  type PersonFields,
  readPersonRecord,
} from '#domain/import/person-record.ts'
import {
  readUnitRecord,
  UNIT_COLUMNS,
  type UnitFields,
  type UnitRecord,
} from '#domain/import/unit-record.ts'
import { parseNip } from '#domain/nip.ts'
import { credentialsOf, type Sealing } from './credentials-of.ts'
import type { Entry } from './entry.ts'
import type { StagedHistory } from './staged-history.ts'
import type { StagedPerson } from './staged-person.ts'

/** What reading one entry found: a record or none, and what is to be reported of it. */
export type ReadEntry<Record> = {
  record: Record | undefined
  findings: readonly Finding[]
  tallies: readonly string[]
}

const text = z.string().catch('')
const user = z.object({
  username: text,
  enabled: z.boolean().catch(true),
  firstName: text,
  lastName: text,
  email: text,
  requiredActions: z.array(text).catch([]),
  credentials: z.array(z.unknown()).catch([]),
})

const NOTHING: readonly never[] = []

export function readPerson(
  entry: Entry,
  file: number,
  newId: () => string,
): ReadEntry<StagedPerson> {
  const place = { file, line: entry.line }
  if ('problem' in entry) return refused(place, entry.problem)
  const fields = textsOf(entry.fields)
  const read = readPersonRecord(fields)
  if (!read.ok) return refused(place, read.problem, fields)
  const { record, leftOut } = read.value
  const findings = leftOut.length === 0 ? NOTHING : leftOut.map((one) => left(place, record, one))
  return { record: { ...place, id: newId(), record, sso: undefined }, findings, tallies: NOTHING }
}

/** Sealing: only where OTP secrets were asked for (domain.md 2.7, rule 1). */
export function readUser(
  entry: Entry,
  file: number,
  { newId, sealing }: { newId: () => string; sealing: Sealing | undefined },
): ReadEntry<StagedPerson> {
  const place = { file, line: entry.line }
  if ('problem' in entry) return refused(place, entry.problem)
  const found = user.parse(entry.fields)
  const read = readKeycloakUser(found)
  if (!read.ok) return refused(place, read.problem, { nip: found.username })
  const { record, ssoDisabled, mustChange, mustActivate } = read.value
  const taken = credentialsOf(found.credentials, mustActivate ? undefined : sealing)
  const { hash, devices, tallies } = taken
  const sso = { disabled: ssoDisabled, hash, mustChange, devices }
  const findings = [...read.value.leftOut, ...taken.leftOut].map((one) => left(place, record, one))
  return { record: { ...place, id: newId(), record, sso }, findings, tallies }
}

export function readAgency(entry: Entry, file: number): ReadEntry<Place & AgencyRecord> {
  const place = { file, line: entry.line }
  if ('problem' in entry) return refused(place, entry.problem)
  const read = readAgencyRecord(agencyTexts(entry.fields))
  if (!read.ok) return refused(place, read.problem)
  return { record: { ...place, ...read.value }, findings: NOTHING, tallies: NOTHING }
}

export function readUnit(entry: Entry, file: number): ReadEntry<Place & UnitRecord> {
  const place = { file, line: entry.line }
  if ('problem' in entry) return refused(place, entry.problem)
  const fields: UnitFields = {}
  for (const name of UNIT_COLUMNS) fields[name] = text.parse(entry.fields[name])
  const read = readUnitRecord(fields)
  if (!read.ok) return refused(place, read.problem, fields)
  return { record: { ...place, ...read.value }, findings: NOTHING, tallies: NOTHING }
}

export function readHistory(entry: Entry, file: number): ReadEntry<StagedHistory> {
  const place = { file, line: entry.line }
  if ('problem' in entry) return refused(place, entry.problem)
  const fields: HistoryFields = {}
  for (const name of HISTORY_COLUMNS) fields[name] = text.parse(entry.fields[name])
  const read = readHistoryRecord(fields)
  if (!read.ok) return refused(place, read.problem, fields)
  return { record: { ...place, ...read.value }, findings: NOTHING, tallies: NOTHING }
}

/** Of what was refused the number is told only if it is one: else anything might stand there. */
function refused(
  place: Place,
  reason: Refusal,
  fields: Pick<PersonFields, 'nip' | 'agency'> = {},
): ReadEntry<never> {
  const nip = parseNip(fields.nip ?? '')
  const agency = /^[A-Za-z0-9-]{1,36}$/.exec(fields.agency ?? '')?.[0]
  const finding = {
    ...place,
    nip: nip.ok ? nip.value : undefined,
    agency,
    refused: true,
    reason,
  } as const
  return { record: undefined, findings: [finding], tallies: NOTHING }
}

function left(
  place: Place,
  { nip, agency }: { nip: string; agency: string | undefined },
  reason: LeftOut,
): Finding {
  return { ...place, nip, agency, refused: false, reason }
}

/** A number loses digits on its way through JSON, so only text is read. */
function textsOf(fields: Record<string, unknown>): PersonFields {
  const texts: PersonFields = {}
  for (const name of PERSON_COLUMNS) {
    const value = fields[name]
    if (typeof value === 'string' && value !== '') texts[name] = value
  }
  return texts
}

function agencyTexts({ code, name, zone }: Record<string, unknown>): AgencyFields {
  return { code: text.parse(code), name: text.parse(name), zone: text.parse(zone) }
}
