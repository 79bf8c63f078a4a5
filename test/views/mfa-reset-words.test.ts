import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { specimens } from '#test/support/specimens.ts'

function textOf(specimen: string): string {
  return parse(String(specimens[specimen]?.main)).text
}

test('R-RS-09 who waits reads when to come back, until when, and nothing about offices', () => {
  const text = textOf('mfa-reset-waiting')
  expect(text).toContain('Perangkat baru dapat diaktifkan mulai 18 Agustus 2026 pukul 09.00 WIB')
  expect(text).toContain('paling lambat 21 Agustus 2026 pukul 09.00 WIB')
  expect(text).not.toContain('petugas dan admin')
})

test('R-RS-09 who holds an office reads why no mailbox is offered', () => {
  expect(textOf('mfa-reset-officer')).toContain('Untuk petugas dan admin')
})

test('R-RS-09 Beranda says which request it is that may be taken back', () => {
  expect(textOf('home-busy')).toContain('Permintaan Reset MFA')
})

test('R-RS-06 where there are no recovery codes, none are called unsaved or void', () => {
  const text = textOf('recovery-codes-none')
  expect(text).toContain('Anda belum memiliki kode cadangan yang berlaku.')
  expect(text).not.toMatch(/belum ditandai|Kode yang lama/)
})
