import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '#test/support/specimen-parts.ts'
import { csvCell, csvHead, csvRow } from '#views/agency/export-csv.ts'

describe('the CSV of the desk', () => {
  test('begins with the mark that tells Excel the encoding, and parts by semicolons', () => {
    expect(csvHead()).toMatch(/^\ufeffNIP;Nama;[^\r]+\r\n$/)
  })

  test('keeps all 18 digits of a number, and has no address', () => {
    const row = csvRow(
      {
        nip: '198501012010011901',
        name: 'Contoh; "Pegawai"',
        kind: 'pns',
        unitName: undefined,
        legalPosition: undefined,
        standing: { kind: 'active' },
        mailbox: 'bounced',
        lastSignedInAt: at(0),
      },
      'WIB',
    )
    expect(row).toBe(
      '19850101 201001 1 901;"Contoh; ""Pegawai""";PNS;;belum tercatat;Aktif;email tidak sampai;17 Agustus 2026 pukul 09.00 WIB\r\n',
    )
  })

  test.each(['=1+1', '+62', '-1', '@SUM(A1)', '\t=1', ' =1', '\uff1d1', '\r\n=1'])(
    'disarms what a spreadsheet would run: %j',
    (text) => {
      expect(csvCell(text)).toMatch(/^'/)
    },
  )

  test('is one cell of one line, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = csvCell(text)
        expect(cell).not.toMatch(/[\r\n\t]/)
        expect(cell).not.toMatch(/^[=+\-@]/)
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[;"]/)
      }),
    )
  })
})
