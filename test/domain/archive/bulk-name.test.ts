import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBulkName, slotNamed } from '#domain/archive/bulk-name.ts'
import { slotsOf } from '#domain/archive/slot.ts'
import { someCareer, someRow } from '#test/support/careers.ts'
import { recordTypes } from '#test/support/record-types.ts'

const NIP = '198501012010011901'
const history = [
  someRow(),
  someRow({ type: 'pendidikan', key: 'S1', label: 'Sarjana' }),
  someRow({ type: 'skp22', key: '2024', label: '2024' }),
  someRow({ type: 'skp22', key: '2025', label: '2025' }),
  someRow({ type: 'jabatan', key: 'guru-muda', label: 'Guru Muda' }),
]
const slots = slotsOf(recordTypes, someCareer({ history }))

function placeOf(name: string) {
  const read = readBulkName(name)
  if (!read.ok) return read.problem
  const slot = slotNamed(slots, read.value)
  return slot && `${slot.type.code}/${slot.slot}`
}

describe('the name of a file says', () => {
  test.each([
    [`SK_PNS_${NIP}.pdf`, 'pns/'],
    [`folder/sk-cpns-${NIP}.PDF`, 'cpns/'],
    [`D2NIP ${NIP}.pdf`, 'd2np/'],
    [`SK_KP_IIIb_${NIP}.pdf`, 'golongan/III/b#skKp'],
    [`PERTEK_KP_III_b_${NIP}.pdf`, 'golongan/III/b#pertekKp'],
    [`IJAZAH_S1_${NIP}.pdf`, 'pendidikan/S1#ijazah'],
    [`TRANSKRIP_S1_${NIP}.pdf`, 'pendidikan/S1#transkrip'],
    [`SKP_2024_${NIP}.pdf`, 'skp22/2024'],
    [`SK_JABATAN_${NIP}.pdf`, 'jabatan/guru-muda#skJabatan'],
    [`SK_JABATAN_Guru_Muda_${NIP}.pdf`, 'jabatan/guru-muda#skJabatan'],
  ])('%s is %s', (name, expected) => {
    expect(placeOf(name)).toBe(expected)
  })

  test.each([
    [`SK_KP_IVa_${NIP}.pdf`, undefined],
    [`SKP_${NIP}.pdf`, undefined],
    [`SK_PNS_1_${NIP}.pdf`, undefined],
    [`SK_PNS_${NIP}.docx`, 'notPdf'],
    [`SK_PNS_19850101201001190.pdf`, 'noNip'],
    [`SK_PNS.pdf`, 'noNip'],
    [`Surat_${NIP}.pdf`, 'unknownType'],
    [`${NIP}.pdf`, 'unknownType'],
  ])('%s is no place: %s', (name, expected) => {
    expect(placeOf(name)).toBe(expected)
  })

  test('nothing that makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        expect(readBulkName(name)).toHaveProperty('ok')
        expect(readBulkName(`${name}_${NIP}.pdf`)).toHaveProperty('ok')
      }),
    )
  })
})
