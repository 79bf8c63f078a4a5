import { no, ok, type Result } from '../result.ts'
import type { Refusal } from './finding.ts'
import { readAgencyCode, readName, readUnitCode } from './person-fields.ts'

export const UNIT_COLUMNS = ['agency', 'code', 'name', 'parent_code'] as const

export type UnitFields = Partial<Record<(typeof UNIT_COLUMNS)[number], string>>

/** A unit with no parent is at the top of its agency; a file says all about a unit that it names. */
export type UnitRecord = {
  agency: string
  code: string
  name: string
  parentCode: string | undefined
}

export function readUnitRecord(fields: UnitFields): Result<UnitRecord, Refusal> {
  const agency = readAgencyCode(fields.agency)
  const code = readUnitCode(fields.code)
  const name = readName(fields.name)
  const parentCode = readUnitCode(fields.parent_code)
  if (!agency.ok || !agency.value) return no('agency')
  if (!code.ok || !code.value) return no('code')
  if (!name.ok || !name.value) return no('name')
  if (!parentCode.ok) return no('parentCode')
  return ok({
    agency: agency.value,
    code: code.value,
    name: name.value,
    parentCode: parentCode.value,
  })
}
