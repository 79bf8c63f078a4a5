import { expect, test } from 'vitest'
import { adviseStrength } from '#domain/password/strength.ts'

test.each([
  ['', 'weak'],
  ['Kw9#mobkv', 'weak'],
  ['Kw9#mobkvz', 'fair'],
  ['Indonesia123!', 'weak'],
  ['Ｉｎｄｏｎｅｓｉａ－ｋｅｊｗ', 'weak'],
  ['Zp7!Zp7!Zp7!', 'weak'],
  ['Jakarta-Bandung-7', 'weak'],
  ['Budi-Dewi-7', 'weak'],
  ['R4hasia B@ndung 7', 'weak'],
  ['Kw9#mooooooooooooooooooooob', 'weak'],
  ['🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂Kw9#', 'weak'],
  ['Kw9#abcdefghijklmnop', 'weak'],
  ['Kw9#mobkvzrtnhqcf', 'fair'],
  ['Kw9#mobkvzrtnhqcfx', 'strong'],
  ['Tujuh kerbau berputar 9', 'strong'],
  ['rahasia jakarta sambil berenang', 'strong'],
] as const)('R-PW-04 "%s" is called %s', (text, strength) => {
  expect(adviseStrength(text)).toBe(strength)
})
