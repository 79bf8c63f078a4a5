import type { Zone } from '../agency.ts'
import { no, ok, type Result } from '../result.ts'
import type { Refusal } from './finding.ts'
import { readAgencyCode, readName } from './person-fields.ts'

export const AGENCY_COLUMNS = ['code', 'name', 'zone'] as const

export type AgencyFields = Partial<Record<(typeof AGENCY_COLUMNS)[number], string>>

export type AgencyRecord = { code: string; name: string; zone: Zone }

const ZONES = new Map<string, Zone>([
  ['WIB', 'WIB'],
  ['WITA', 'WITA'],
  ['WIT', 'WIT'],
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Pontianak', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
])

export function readAgencyRecord(fields: AgencyFields): Result<AgencyRecord, Refusal> {
  const code = readAgencyCode(fields.code)
  const name = readName(fields.name)
  const zone = ZONES.get(fields.zone?.trim() ?? '')
  if (!code.ok || !code.value) return no('code')
  if (!name.ok || !name.value) return no('name')
  return zone ? ok({ code: code.value, name: name.value, zone }) : no('zone')
}
