import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AgencyId } from '#domain/agency.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import { adoptExamples } from '#src/store/archive/retention/examples.ts'
import { findRecordRetention } from '#src/store/archive/retention/of-record.ts'
import { recomputePeople } from '#src/store/archive/retention/recompute.ts'
import { listRules } from '#src/store/archive/retention/rules.ts'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { someHat } from '#test/support/hats.ts'
import { day } from '#test/support/retention.ts'
import { addHold, addRetired, addSomeRule } from '#test/support/retention-rows.ts'
import { comingText, retentionText } from '#views/archive/retention-words.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
type Row = Pick<RetentionRule, 'active' | 'inactive' | 'disposition'> & {
  code: string
  exception: RetentionRule['exception'] | null
}
const vectors: { examples: { id: string; rows: Row[] }[] } = JSON.parse(
  readFileSync('test/vectors/retention-examples.json', 'utf8'),
)

function termsOf(row: Row | RetentionRule): string {
  const { active, inactive, disposition, exception } = row
  const code = 'code' in row ? row.code : row.classification
  const periods = [active.years, active.trigger, inactive.years, inactive.trigger]
  return [code, ...periods, disposition, exception?.disposition, exception?.text].join('|')
}

const ofAgency = (agency: AgencyId) => someHat({ role: 'archivist', agency })

describe('the retention of a record', () => {
  test('is one sentence, with the rule that it stands on and what follows', async () => {
    const { id, agency } = await addRetired(owner, '2031-08-01')
    const rule = await addSomeRule(owner, agency)
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'active' })
    const before = await findRecordRetention(sql, ofAgency(agency), record, NOW)
    expect(before?.reason).toMatchObject({ kind: 'forEver', because: 'triggerUnknown' })
    await owner.begin((tx) => recomputePeople(tx, [id], NOW))
    const found = await findRecordRetention(sql, ofAgency(agency), record, NOW)
    expect(found).toMatchObject({
      end: day('2041-12-31'),
      activeEnd: day('2032-12-31'),
      rule,
      follows: { disposition: 'destroy', approval: 'nationalArchives' },
      held: false,
    })
    expect(found && retentionText(found.reason, found.rule)).toBe(
      'Disimpan sampai 31 Desember 2041: pensiun TMT 1 Agustus 2031 + 1 tahun aktif + 9 tahun inaktif (JRA Perbup 63/2024, 800.1.13.1).',
    )
    await addHold(owner, id)
    expect((await findRecordRetention(sql, ofAgency(agency), record, NOW))?.held).toBe(true)
  })

  test('T29 names what a shorter rule brings while it waits, though nothing has moved', async () => {
    const { id, agency } = await addRetired(owner, '2031-08-01')
    const turn = day('2026-12-21')
    const old = await addSomeRule(owner, agency, { until: turn })
    const inactive = { years: 1, trigger: 'activeEnded' as const }
    const shorter = {
      inactive,
      from: day('2026-11-21'),
      endsFrom: turn,
      legalBasis: 'Perbup 7/2026',
    }
    const next = await addSomeRule(owner, agency, shorter)
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'active' })
    await owner.begin((tx) => recomputePeople(tx, [id], NOW))
    const found = await findRecordRetention(sql, ofAgency(agency), record, NOW)
    expect(found).toMatchObject({ end: day('2041-12-31'), rule: old })
    expect(found?.coming).toMatchObject({ from: turn, rule: next })
    expect(found?.coming && comingText({ ...found.coming, source: found.coming.rule })).toBe(
      'Mulai 21 Desember 2026 berlaku aturan yang lebih pendek. Disimpan sampai 31 Desember 2033: pensiun TMT 1 Agustus 2031 + 1 tahun aktif + 1 tahun inaktif (JRA Perbup 7/2026, 800.1.13.1).',
    )
  })

  test('is that of no record to another agency', async () => {
    const { id, agency } = await addRetired(owner, '2031-08-01')
    const record = await addRecord(owner, { person: id, type: 'pns', stage: 'active' })
    expect(await findRecordRetention(sql, ofAgency(agency), record, NOW)).toBeTruthy()
    const stranger = ofAgency(await addAgency(owner))
    expect(await findRecordRetention(sql, stranger, record, NOW)).toBe(undefined)
  })
})

describe('the examples', () => {
  test.each([
    ['A', 13],
    ['B', 27],
  ])('%s are %i rules that nobody verified, for an agency that has none', async (source, count) => {
    const agency = await addAgency(owner)
    const adopt = () => owner.begin((tx) => adoptExamples(tx, { agency, source, now: NOW }))
    expect([await adopt(), await adopt()]).toEqual([count, 0])
    const rules = await listRules(sql, agency)
    const told = vectors.examples.find(({ id }) => id === source)?.rows ?? []
    expect(rules.map(termsOf).sort()).toEqual(told.map(termsOf).sort())
    expect(rules).toHaveLength(count)
    expect(rules.some(({ verified }) => verified)).toBe(false)
  })
})
