import { describe, expect, test } from 'vitest'
import { durationText, progressText } from '#views/import/progress-words.ts'
import { reportText } from '#views/import/report-words.ts'

describe('a progress bar', () => {
  test('shows share, rate of this start alone, and what remains', () => {
    const progress = { done: 600, before: 200, total: 1000, seconds: 4 }
    expect(progressText('Menerapkan', 'baris', progress)).toBe(
      'Menerapkan [##############..........] 60 % 100 baris/dtk, sisa 4 dtk',
    )
  })

  test('ends at the full hundred, also where there was nothing to do', () => {
    const nothing = { done: 0, before: 0, total: 0, seconds: 0 }
    expect(progressText('Membaca', 'MB', nothing)).toBe(
      'Membaca [########################] 100 % 0 MB/dtk',
    )
  })

  test.each([
    [0.2, '1 dtk'],
    [59, '59 dtk'],
    [61, '1 mnt 1 dtk'],
    [3600, '1 jam 0 mnt'],
    [7384, '2 jam 3 mnt'],
  ])('tells %d seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text)
  })
})

describe('a report', () => {
  const counts = { new: 1200, changed: 0, unchanged: 3, refused: 2 }

  test('has its sums first, then the agencies where most happens, then why', () => {
    const agencies = [
      { agency: '7001', name: 'Instansi Satu', new: 0, changed: 0, unchanged: 3, refused: 0 },
      { agency: '7002', name: 'Instansi Dua', new: 1200, changed: 0, unchanged: 0, refused: 2 },
    ]
    const refusals = { 'nip.length': 2 }
    const text = reportText({
      records: 1205,
      agencies,
      refusals,
      leftOut: { email: 1 },
      credentials: { otp: 4 },
    })
    expect(text.split('\n').map((line) => line.trim())).toEqual([
      '1.205 data dibaca.',
      'Instansi             Baru  Berubah  Tetap  Ditolak',
      'Seluruhnya          1.200        0      3        2',
      '7002 Instansi Dua   1.200        0      0        2',
      '7001 Instansi Satu      0        0      3        0',
      '',
      'Ditolak:',
      '2  NIP tidak 18 angka',
      '',
      'Dilewati:',
      '1  alamat email tidak sah, dilewati',
      '',
      'Kredensial:',
      '4  otp',
    ])
  })

  test('of hundreds of agencies shows forty, and says where the others are', () => {
    const agencies = Array.from({ length: 653 }, (_, at) => ({
      agency: String(at),
      name: 'x',
      ...counts,
    }))
    const text = reportText({ records: 1, agencies, refusals: {}, leftOut: {}, credentials: {} })
    expect(text.split('\n')).toHaveLength(1 + 1 + 1 + 40 + 1)
    expect(text).toContain('… dan 613 instansi lain, lihat berkas laporan.')
  })
})
