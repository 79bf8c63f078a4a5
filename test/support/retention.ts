import fc from 'fast-check'
import type { AgencyId } from '#domain/agency.ts'
import type { Classified } from '#domain/archive/retention/coverage.ts'
import type { Facts } from '#domain/archive/retention/facts.ts'
import { type Retention, retentionOf } from '#domain/archive/retention/retention.ts'
import {
  COUNT_FROM,
  DISPOSITIONS,
  RETENTION_EVENTS,
  type RetentionRule,
  type RuleId,
} from '#domain/archive/retention/rule.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { OWN_AGENCY } from './hats.ts'

const FILE_CODE = '800.1.13.1'
export const TODAY = day('2026-11-21')

export function day(text: string): CivilDate {
  const date = parseCivilDate(text)
  if (!date) throw new Error(`${text} is no day`)
  return date
}

/** A decree that lies in the personal file and comes from a promotion. */
export function classified(fields: Partial<Classified> = {}): Classified {
  return { type: 'golongan', fileCodes: [FILE_CODE], processCode: '800.1.3.2', ...fields }
}

/** The personal file: one year active after the end of service and nine inactive, then destroyed. */
export function rule(fields: Partial<RetentionRule> = {}): RetentionRule {
  return {
    id: '00000000-0000-4000-8000-00000000000a' as RuleId,
    version: 1,
    agency: OWN_AGENCY as AgencyId,
    classification: FILE_CODE,
    name: 'Berkas Perseorangan PNS',
    covers: { of: 'classification' },
    active: { years: 1, trigger: 'serviceEnded' },
    inactive: { years: 9, trigger: 'activeEnded' },
    countFrom: 'yearEnd',
    disposition: 'destroy',
    exception: undefined,
    approval: 'agency',
    legalBasis: 'Perbup 63/2024',
    verified: true,
    from: day('2020-01-01'),
    endsFrom: day('2020-01-01'),
    until: undefined,
    ...fields,
  }
}

export const RETIRED: Facts = { serviceEnded: { on: day('2031-08-01'), how: 'retired' } }

export function retention(
  rules: readonly RetentionRule[] = [rule()],
  facts: Facts = RETIRED,
  today: CivilDate = TODAY,
): Retention {
  return retentionOf({ record: classified(), facts, extended: undefined }, rules, today)
}

export const someDay: fc.Arbitrary<CivilDate> = fc
  .tuple(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 0, max: 365 }))
  .map(([year, rest]) => {
    const there = new Date(Date.UTC(year, 0, 1 + rest))
    return { year, month: there.getUTCMonth() + 1, day: there.getUTCDate() }
  })
  .filter(
    ({ year, month, day: date }) => new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date,
  )

export const someFacts: fc.Arbitrary<Facts> = fc.dictionary(
  fc.constantFrom(...RETENTION_EVENTS),
  fc.record({ on: someDay }),
)

const someTrigger = fc.constantFrom(...RETENTION_EVENTS, 'notStated' as const)

export const someRule: fc.Arbitrary<RetentionRule> = fc
  .record({
    id: fc.uuid().map((id) => id as RuleId),
    classification: fc.constantFrom(FILE_CODE, '800.1.3.2', '800.1.6.2'),
    covers: fc.constantFrom(
      { of: 'classification' } as const,
      { of: 'type', type: 'golongan' } as const,
      { of: 'personalFile' } as const,
    ),
    active: fc.oneof(
      fc.record({ years: fc.nat({ max: 12 }), trigger: someTrigger }),
      fc.constant({ years: 0, trigger: 'none' } as const),
    ),
    inactive: fc.oneof(
      fc.record({ years: fc.nat({ max: 12 }), trigger: fc.constant('activeEnded' as const) }),
      fc.record({ years: fc.nat({ max: 12 }), trigger: someTrigger }),
      fc.constant({ years: 0, trigger: 'none' } as const),
    ),
    countFrom: fc.constantFrom(...COUNT_FROM),
    disposition: fc.constantFrom(...DISPOSITIONS),
    approval: fc.constantFrom('agency' as const, 'nationalArchives' as const),
    verified: fc.boolean(),
  })
  .map((fields) => rule(fields))
