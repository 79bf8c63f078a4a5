import type { RuleId } from '#domain/archive/retention/rule.ts'
import { inOffice, person } from '#test/support/specimen-parts.ts'
import { retentionOfRecordPage } from '#views/archive/retention/record-page.tsx'
import type { Page } from '#views/page.tsx'

const id = '00000000-0000-4000-8000-000000000001'
const who = { id, name: person.name, nip: person.nip }
const names = new Map([['pns', 'SK PNS']])
const kept = { type: 'pns', slot: '', stage: 'inactive' as const, held: false }
const counted = {
  kind: 'until' as const,
  on: { year: 2041, month: 12, day: 31 },
  rule: { id: id as RuleId, version: 1 },
  since: [
    {
      event: 'serviceEnded' as const,
      on: { year: 2031, month: 8, day: 1 },
      how: 'retired' as const,
    },
  ],
  years: { active: 3, inactive: 7 },
  disposition: 'destroy' as const,
  verified: true,
}
const follows = {
  disposition: 'destroy' as const,
  approval: 'nationalArchives' as const,
  exceptions: [],
}

function ofRecord(fields: Partial<Parameters<typeof retentionOfRecordPage>[0]>): Page {
  return retentionOfRecordPage({
    frame: inOffice,
    record: kept,
    isOwn: false,
    person: who,
    reason: counted,
    source: { classification: '800.1.13.1', legalBasis: 'Perbup 63/2024' },
    coming: undefined,
    follows,
    names,
    ...fields,
  })
}

/** Why a record is kept, and until when, in every state of it. */
export const recordRetentionSpecimens: Record<string, Page> = {
  'retention-of-record': ofRecord({
    record: { ...kept, held: true },
    follows: {
      ...follows,
      exceptions: [
        { id: id as RuleId, version: 1, text: 'Pejabat tinggi', disposition: 'permanent' },
      ],
    },
  }),
  'retention-of-record-shortened': ofRecord({
    coming: {
      from: { year: 2026, month: 9, day: 16 },
      reason: { ...counted, on: { year: 2033, month: 12, day: 31 } },
      source: { classification: '800.1.13.1', legalBasis: 'Perbup 7/2026' },
    },
  }),
  'retention-of-record-over': ofRecord({
    record: { ...kept, held: true },
    reason: { ...counted, on: { year: 2020, month: 12, day: 31 } },
  }),
  'retention-of-record-own': ofRecord({ isOwn: true }),
  'retention-of-record-unverified': ofRecord({ reason: { ...counted, verified: false } }),
  'retention-of-record-permanent': ofRecord({
    record: { ...kept, stage: 'permanent' },
    reason: { ...counted, disposition: 'permanent' },
    follows: { ...follows, disposition: 'permanent' },
  }),
  'retention-of-record-unknown': ofRecord({
    reason: {
      kind: 'forEver',
      because: 'triggerUnknown',
      trigger: 'serviceEnded',
      rule: counted.rule,
    },
  }),
  'retention-of-record-destroyed': ofRecord({
    record: { ...kept, stage: 'destroyed', held: true },
  }),
}
