import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Inspection, STRUCTURE_REFUSALS } from '#domain/archive/intake.ts'
import {
  type IntakeFindings,
  isAlarming,
  judgeIntake,
  nextLook,
} from '#domain/archive/judge-intake.ts'
import { STATUS_MOVES } from '#domain/archive/moves.ts'
import type { ScanAnswer } from '#domain/archive/scan.ts'
import type { Version } from '#domain/archive/version.ts'
import { no } from '#domain/result.ts'
import { NOW } from '#test/support/builders.ts'
import { versions } from '#test/support/versions.ts'

const by = { engine: 'ClamAV 1.4.3', signatures: '27800' }
const sound: Inspection = { kind: 'accepted', pages: 3, notes: ['signaturePresent'] }
const clean: ScanAnswer = { kind: 'scanClean', by }
const found: ScanAnswer = { kind: 'scanFound', by, name: 'Eicar' }
const unscanned: ScanAnswer = { kind: 'notScanned', why: 'absent' }

function judge(fields: Partial<IntakeFindings> = {}, version: Version = versions.quarantined) {
  const usual = { structure: sound, scan: clean, policy: 'required', hasTwin: false } as const
  return judgeIntake(version, { ...usual, now: NOW, ...fields })
}

describe('what is in quarantine', () => {
  test('T5 goes on when all of it is known to be right', () => {
    const { scan: _, ...version } = versions.quarantined
    const passed = { ...version, scan: 'scanClean', status: 'awaitingVerification', pages: 3 }
    expect(judge()).toEqual({
      ok: true,
      value: {
        kind: 'passed',
        version: { ...passed, submittedAt: NOW, since: NOW },
        notes: ['signaturePresent'],
      },
    })
  })

  test.each(STRUCTURE_REFUSALS)('T3 is rejected for its structure: %s', (reason) => {
    expect(judge({ structure: { kind: 'refused', reason } })).toMatchObject({
      value: { kind: 'rejected', version: { status: 'rejectedBySystem', refusal: reason } },
    })
  })

  test('T3 is rejected for malware under every policy, whatever else is wrong', () => {
    const structure: Inspection = { kind: 'refused', reason: 'notPdf' }
    for (const policy of ['required', 'optional', 'off'] as const)
      expect(judge({ scan: found, policy, structure })).toMatchObject({
        value: { version: { refusal: 'malwareFound', scan: 'scanFound' } },
      })
  })

  test('T3 is rejected when its person has the same file already', () => {
    expect(judge({ hasTwin: true })).toMatchObject({
      value: { version: { refusal: 'identicalTwin' } },
    })
  })

  test('T4 stays while a scan is required and not had, and else goes on as not scanned', () => {
    expect(judge({ scan: unscanned })).toMatchObject({ value: { kind: 'deferred', why: 'scan' } })
    expect(judge({ scan: unscanned, policy: 'optional' })).toMatchObject({
      value: { kind: 'passed', version: { scan: 'notScanned' } },
    })
  })

  test('T4 stays when nobody could look into it', () => {
    expect(judge({ structure: { kind: 'notInspected' } })).toMatchObject({
      value: { kind: 'deferred', why: 'inspection' },
    })
  })

  test.each(Object.values(versions).filter(({ status }) => status !== 'quarantined'))(
    'is all that is judged: not $status',
    (version) => {
      expect(judge({}, version)).toEqual(no('notQuarantined'))
    },
  )

  test('I6 what was not scanned is never clean, and only the moves of the table are made', () => {
    const structures = fc.constantFrom<Inspection>(
      sound,
      { kind: 'notInspected' },
      { kind: 'refused', reason: 'tooLarge' },
    )
    const findings = fc.record({
      structure: structures,
      scan: fc.constantFrom(clean, found, unscanned),
      policy: fc.constantFrom('required', 'optional', 'off'),
      hasTwin: fc.boolean(),
    })
    fc.assert(
      fc.property(findings, (fields) => {
        const judged = judge(fields)
        if (!judged.ok) throw new Error('what is in quarantine can be judged')
        const { kind, version } = judged.value
        const moves = STATUS_MOVES.map(([from, to]) => `${from} ${to}`)
        expect(version.scan).toBe(fields.scan.kind)
        expect(kind === 'passed' && fields.scan.kind === 'scanFound').toBe(false)
        if (kind !== 'deferred') expect(moves).toContain(`quarantined ${version.status}`)
      }),
    )
  })

  test('T4 is looked at again after longer and longer pauses of ten minutes at most', () => {
    const pauses = [0, 1, 2, 5, 10, 1000].map(
      (tries) => nextLook(tries, NOW).getTime() - NOW.getTime(),
    )
    expect(pauses).toEqual([5_000, 10_000, 20_000, 160_000, 600_000, 600_000])
  })

  test('T4 alarms once it has waited an hour', () => {
    const later = (ms: number) => new Date(NOW.getTime() + ms)
    expect(isAlarming(versions.quarantined, later(3_599_999))).toBe(false)
    expect(isAlarming(versions.quarantined, later(3_600_000))).toBe(true)
  })
})
