import { describe, expect, test } from 'vitest'
import {
  clockText,
  dayText,
  momentText,
  spanText,
  timeText,
  waitText,
} from '#views/parts/time-words.ts'

const moment = new Date('2026-08-17T16:30:00Z')

describe('R-IN-01 a moment', () => {
  test('is told in the zone of the agency', () => {
    expect(`${dayText(moment, 'WIB')} ${timeText(moment, 'WIB')}`).toBe('17 Agustus 2026 23.30 WIB')
    expect(`${dayText(moment, 'WIT')} ${timeText(moment, 'WIT')}`).toBe('18 Agustus 2026 01.30 WIT')
    expect(momentText(moment, 'WITA')).toBe('18 Agustus 2026 pukul 00.30 WITA')
  })

  test('is told to the second, rounded up, where someone waits for it', () => {
    expect(clockText(new Date('2026-08-17T03:42:15Z'), 'WIB')).toBe('10.42.15 WIB')
    expect(clockText(new Date('2026-08-17T03:42:14.001Z'), 'WIB')).toBe('10.42.15 WIB')
  })
})

test.each([
  [0, '0 detik'],
  [50, '50 detik'],
  [60, '1 menit'],
  [190, '3 menit 10 detik'],
  [900, '15 menit'],
  [3600, '1 jam'],
  [3900, '1 jam 5 menit'],
  [5410, '1 jam 30 menit 10 detik'],
  [86_400, '24 jam'],
])('%i seconds are told as %s', (seconds, text) => {
  expect(spanText(seconds)).toBe(text)
})

test.each([
  [-5, '1 menit'],
  [1, '1 menit'],
  [60, '1 menit'],
  [61, '2 menit'],
  [841, '15 menit'],
])('a wait of %i seconds is told in minutes begun: %s', (seconds, text) => {
  expect(waitText(moment, new Date(moment.getTime() + seconds * 1000))).toBe(text)
})
