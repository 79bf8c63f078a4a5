import { describe, expect, test } from 'vitest'
import { completenessOf, gapsOf } from '#domain/archive/completeness.ts'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import type { SlotState } from '#domain/archive/slot-state.ts'
import { RETURN_CODES } from '#domain/archive/version.ts'
import { someCareer, someRow } from '#test/support/careers.ts'
import { recordTypes, vectors } from '#test/support/record-types.ts'
import { lackingText, pointsText, scoreText } from '#views/archive/completeness-words.ts'
import {
  fieldText,
  groupText,
  metadataProblemText,
  securityText,
} from '#views/archive/record-type-words.ts'
import { returnCodeText, slotName, stateText, whyText } from '#views/archive/slot-words.ts'

const NOW = new Date('2026-11-26T03:00:00Z')
const history = [
  someRow(),
  someRow({ type: 'diklat', key: 'x', label: 'Dasar', source: 'person', onDate: undefined }),
]
const { slots } = completenessOf(recordTypes, someCareer({ history }), () => ({ kind: 'missing' }))

function told(state: SlotState) {
  return stateText(state, NOW, 'WIB')
}

test('a slot is called by its document and by what that proves', () => {
  expect(slots.map(slotName)).toEqual([
    'Daftar Riwayat Hidup (DRH)',
    'D2NP/D2NIP (penetapan NIP)',
    'SK CPNS',
    'SPMT CPNS',
    'SK PNS',
    'SK KP: Penata Muda Tingkat I, III/b',
    'Pertek KP: Penata Muda Tingkat I, III/b',
    'Riwayat Diklat (sertifikat): Dasar',
  ])
})

test('why a document is asked for is said in a few words', () => {
  expect([...new Set(slots.map(({ why }) => whyText(why)))]).toEqual([
    'Wajib bagi setiap ASN',
    'PNS sejak 2010',
    'Tanggal 1 April 2018, menurut data nasional',
    'Ditambahkan pemilik arsip',
  ])
  expect(whyText({ kind: 'service', as: 'cpns', since: undefined })).toBe('Wajib bagi CPNS')
  expect(whyText({ kind: 'agreement', number: 2 })).toBe('Perjanjian kerja ke-2, menurut NI PPPK')
})

describe('what became of a document', () => {
  const since = new Date('2026-11-20T04:00:00Z')

  test.each([
    [0, 'Sudah 5 hari. Berkas ini yang berikutnya diperiksa.'],
    [12, 'Sudah 5 hari. Ada 12 berkas di depannya.'],
    [200, 'Sudah 5 hari. Ada 200 berkas di depannya.'],
    [201, 'Sudah 5 hari. Ada lebih dari 200 berkas di depannya.'],
    [undefined, 'Sudah 5 hari.'],
  ])('tells the days and that %s wait before it', (ahead, text) => {
    expect(told({ kind: 'awaitingVerification', since, ahead })).toBe(text)
  })

  test('counts no day before the first is over', () => {
    const state = { kind: 'awaitingVerification', since: NOW, ahead: undefined } as const
    expect(told(state)).toBe('Dikirim kurang dari sehari yang lalu.')
  })

  test('tells every reason of a return with its remedy, and the note', () => {
    const state = { kind: 'returned', codes: ['unreadable', 'other'], note: 'Hal. 2' } as const
    expect(told(state)).toBe(
      'Tidak terbaca: pindai atau foto ulang dengan terang dan lurus. Lihat catatan verifikator. Catatan verifikator: Hal. 2',
    )
  })
})

test('every reason of a return says what mends it, in a sentence', () => {
  const texts = RETURN_CODES.map(returnCodeText)
  expect(texts.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([])
  expect(new Set(texts).size).toBe(RETURN_CODES.length)
})

test('a type is told by its group, and as secret only where it is', () => {
  const told = recordTypes.map(({ group, securityClass }) => [
    groupText(group),
    securityText(securityClass),
  ])
  expect(told.filter(([group]) => group === 'Arsip Utama')).toHaveLength(13)
  expect(told.filter(([, secret]) => secret?.startsWith('Rahasia'))).toHaveLength(1)
})

test('what is lacking is counted, and named as far as that makes a sentence', () => {
  const gaps = gapsOf(slots)
  expect(lackingText(gaps.slice(4, 6))).toBe(
    'Kurang 2: SK PNS; SK KP: Penata Muda Tingkat I, III/b.',
  )
  expect(lackingText(gaps)).toBe(
    'Kurang 7: Daftar Riwayat Hidup (DRH); D2NP/D2NIP (penetapan NIP); SK CPNS; dan 4 lainnya.',
  )
  expect(lackingText([])).toBe('Semua berkas yang diminta sudah ada atau sedang diproses.')
})

test('points are shown with a comma, and no more of it than there is', () => {
  expect([7750, 9000, 4464].map(pointsText)).toEqual(['77,5', '90', '44,64'])
  expect(scoreText({ total: 5560 })).toBe('55,6 dari 100')
})

test('fields are called as the vectors call them', () => {
  const names = Object.keys(vectors.fields).map((field) => [
    field,
    fieldText(field as MetadataField),
  ])
  expect(Object.fromEntries(names)).toEqual(vectors.fields)
})

test.each([
  ['decreeNumber', { kind: 'empty' }, 'Isi Nomor SK.'],
  [
    'lessonHours',
    { kind: 'outOfRange', least: 1, most: 9999 },
    'Jumlah jam pelajaran harus 1 sampai 9.999.',
  ],
  ['endDate', { kind: 'beforeStart' }, 'Tanggal selesai tidak boleh sebelum Tanggal mulai.'],
] as const)('a problem of %s names it: %o', (field, problem, text) => {
  expect(metadataProblemText(field, problem)).toBe(text)
})
