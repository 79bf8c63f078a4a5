import { describe, expect, test } from 'vitest'
import type { Facts } from '#domain/archive/retention/facts.ts'
import { retentionOf } from '#domain/archive/retention/retention.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import { classified, day, RETIRED, rule, TODAY } from '#test/support/retention.ts'
import { nextStepText } from '#views/archive/retention/retention-page-words.ts'
import { afterEndText, keptText, retentionText } from '#views/archive/retention-words.ts'

function text(fields: Partial<RetentionRule> = {}, facts: Facts = RETIRED, extended?: string) {
  const counting = { record: classified(), facts, extended: extended ? day(extended) : undefined }
  const { reason } = retentionOf(counting, [rule(fields)], TODAY)
  return retentionText(reason, 'rule' in reason ? rule(fields) : undefined)
}

describe('why a record is kept', () => {
  test('archive 6.2 is one sentence with day, event, periods and JRA', () => {
    expect(text()).toBe(
      'Disimpan sampai 31 Desember 2041: pensiun TMT 1 Agustus 2031 + 1 tahun aktif + 9 tahun inaktif (JRA Perbup 63/2024, 800.1.13.1).',
    )
  })

  test('names the event of the inactive period where it has its own', () => {
    const facts = { ...RETIRED, rightsSettled: { on: day('2033-03-03') } }
    expect(text({ inactive: { years: 2, trigger: 'rightsSettled' } }, facts)).toBe(
      'Disimpan sampai 31 Desember 2035: pensiun TMT 1 Agustus 2031 + 1 tahun aktif, lalu hak dan kewajiban habis 3 Maret 2033 + 2 tahun inaktif (JRA Perbup 63/2024, 800.1.13.1).',
    )
  })

  test('names no period that a rule does not have', () => {
    const fields = {
      active: { years: 2, trigger: 'decreeIssued' },
      inactive: { years: 0, trigger: 'none' },
    } as const
    expect(text(fields, { decreeIssued: { on: day('2020-02-29') } })).toContain(
      '31 Desember 2022: SK ditetapkan 29 Februari 2020 + 2 tahun aktif (JRA',
    )
  })

  test('says so where it stays for ever, or where the rule is an example', () => {
    expect(text({ disposition: 'permanent' })).toMatch(
      /^Disimpan selamanya sebagai arsip permanen; retensinya sampai 31 Desember 2041: pensiun/,
    )
    expect(text({ verified: false })).toContain(
      'Aturan ini contoh yang belum diverifikasi, jadi belum mengakhiri retensi.',
    )
    expect(text({}, RETIRED, '2050-06-30')).toBe(
      'Disimpan sampai 30 Juni 2050: diperpanjang oleh panitia penilai (JRA Perbup 63/2024, 800.1.13.1).',
    )
  })

  test.each([
    ['tanggalnya belum diketahui (JRA', {}, {}],
    ['sejak berhenti atau pensiun', {}, {}],
    ['tidak menyebut sejak kapan', { active: { years: 3, trigger: 'notStated' } }, RETIRED],
    ['belum memuat aturan untuk jenis arsip ini.', { classification: 'x' }, RETIRED],
    ['untuk berkas itu belum ada aturan.', { disposition: 'mergePersonalFile' }, RETIRED],
  ] as const)('tells why nobody knows until when: %s', (why, fields, facts) => {
    expect(text(fields, facts)).toMatch(/^Disimpan tanpa batas waktu: /)
    expect(text(fields, facts)).toContain(why)
  })
})

describe('a day that has passed', () => {
  const { reason } = retentionOf(
    { record: classified(), facts: RETIRED, extended: undefined },
    [rule()],
    TODAY,
  )
  const after = day('2042-01-01')
  const ended = { stage: 'inactive', isHeld: false, reason, today: after } as const

  test('ends nothing by itself, and that is said from the day after on', () => {
    const judged =
      'Tanggal itu sudah lewat; arsip tetap disimpan sampai panitia penilai memutuskan.'
    expect(afterEndText(ended)).toBe(judged)
    expect(afterEndText({ ...ended, stage: 'retentionEnded', today: TODAY })).toBe(judged)
    expect(afterEndText({ ...ended, today: day('2041-12-31') })).toBeUndefined()
    expect(afterEndText({ ...ended, isHeld: true })).toBe(
      'Tanggal itu sudah lewat; arsip tetap disimpan selama ditahan.',
    )
  })

  test('says nothing where the panel has it, nobody verified the rule, or it stays for ever', () => {
    if (reason.kind !== 'until') throw new Error('no end')
    expect(afterEndText({ ...ended, stage: 'waitingPeriod' })).toBeUndefined()
    for (const other of [{ verified: false }, { disposition: 'permanent' as const }])
      expect(afterEndText({ ...ended, reason: { ...reason, ...other } })).toBeUndefined()
  })

  test('of what is gone is told as what was', () => {
    expect(keptText('destroyed', reason, undefined)).toMatch(
      /^Sudah dimusnahkan. Dahulu disimpan sampai 31 Desember 2041: /,
    )
  })
})

test('an archivist reads what there is to do where nothing ends a record yet', () => {
  const step = (fields: Partial<RetentionRule>, facts: Facts = RETIRED) =>
    nextStepText(
      retentionOf({ record: classified(), facts, extended: undefined }, [rule(fields)], TODAY)
        .reason,
    )
  expect(step({})).toBeUndefined()
  expect(step({ verified: false })).toContain('Bandingkan aturan itu')
  expect(step({ endsFrom: day('2030-01-01') })).toContain('Tambahkan aturannya')
  expect(step({}, {})).toContain('dihitung begitu diketahui')
})
