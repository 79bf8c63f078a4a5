import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import { type Permission, permits } from '#domain/access/permission.ts'

const MAY: Record<Role, Permission[]> = {
  officer: ['helpEmployees', 'uploadOnBehalf', 'seeBoards'],
  verifier: ['verifyRecords', 'seeBoards'],
  archivist: ['keepRetention', 'judgeRules', 'disposeRecords', 'seeBoards'],
  appraiser: ['disposeRecords'],
  approver: ['judgeRules', 'disposeRecords'],
  legalOfficer: ['placeHolds', 'disposeRecords'],
  inspector: ['disposeRecords'],
  agencyAdmin: ['helpEmployees', 'giveRoles', 'setUpAgency', 'seeBoards'],
  nationalAdmin: ['helpEmployees', 'giveRoles', 'nationalReferenceData', 'seeBoards', 'seeNation'],
  auditor: ['readAudit', 'seeBoards', 'seeNation'],
}
const ALL: Permission[] = [
  'helpEmployees',
  'giveRoles',
  'setUpAgency',
  'uploadOnBehalf',
  'verifyRecords',
  'keepRetention',
  'judgeRules',
  'placeHolds',
  'disposeRecords',
  'nationalReferenceData',
  'readAudit',
  'seeBoards',
  'seeNation',
]

describe('R-AD-01', () => {
  test.each(Object.keys(MAY) as Role[])('%s may do what the role is for, and no more', (role) => {
    expect(ALL.filter((asked) => permits({ role }, asked))).toEqual(MAY[role])
  })

  test('who gives roles or helps others cannot read the audit of all, nor the auditor help', () => {
    const both = (Object.keys(MAY) as Role[]).filter(
      (role) => permits({ role }, 'readAudit') && permits({ role }, 'helpEmployees'),
    )
    expect(both).toEqual([])
  })

  test('who keeps the nation or reads its audit reaches no record', () => {
    const records = ALL.slice(ALL.indexOf('uploadOnBehalf'), ALL.indexOf('placeHolds') + 2)
    const reached = (['nationalAdmin', 'auditor', 'agencyAdmin'] as const).flatMap((role) =>
      records.filter((asked) => permits({ role }, asked)),
    )
    expect(records).toHaveLength(6)
    expect(reached).toEqual([])
  })
})
