import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { IntakeRefusal } from '#domain/archive/intake.ts'
import {
  intakeNoteText,
  intakeRefusalWords,
  photoRefusalWords,
  scanText,
} from '#views/archive/intake-words.ts'

const { reasons } = JSON.parse(readFileSync('test/vectors/pdf/index.json', 'utf8')) as {
  reasons: Record<IntakeRefusal, string>
}

test.each(Object.entries(reasons))(
  '%s is told in its sentence, with a next step',
  (reason, sentence) => {
    const words = intakeRefusalWords(reason as IntakeRefusal)
    expect(words.reason).toBe(sentence)
    expect(words.step).toMatch(/^[A-Z].{20,}\.$/)
  },
)

test('a photo that cannot be used is named by its place among the others', () => {
  const { reason, step } = photoRefusalWords({ kind: 'notPicture', picture: 3 })
  expect(reason).toBe('Foto ke-3 bukan foto JPEG atau PNG.')
  expect(step).toContain('iPhone')
  expect(photoRefusalWords({ kind: 'noPicture' }).reason).toBe('Belum ada foto.')
})

test('what was not scanned is never told as clean, and a signature not as checked', () => {
  expect(scanText({ kind: 'notScanned', why: 'oversize' })).toMatch(/^Belum dipindai: /)
  expect(intakeNoteText('signaturePresent')).toBe('Memuat tanda tangan, belum diperiksa.')
})
