import { describe, expect, test } from 'vitest'
import { isCommonPassword } from '#domain/password/common-passwords.ts'
import { COMMON_WORDS } from '#domain/password/common-words.ts'
import { judgePassword } from '#domain/password/rule.ts'

const nobody = { numbers: [], name: '', agency: '' }

const ENDINGS =
  `123! 1234! 12345! 123456! @123 @1234 @12345 #123 #1234 2024! 2025! 2026! @2025 @2026
  #2026 2026# _2026 .2026 !2026 @1945 1945! 17081945! @170845 1! 01! 12! 123!@# 1234!! @1 @01
  111! 000! 777! @99 12345678! 123456789! 321! 4321! 54321! !1 !12 !123 123@ 123# 123. 123?`
    .trim()
    .split(/\s+/)

describe('common passwords', () => {
  test('R-PW-03 at least 3,000 that satisfy the rule of classes are refused as common', () => {
    const candidates = new Set(
      COMMON_WORDS.flatMap((word) => ENDINGS.map((end) => title(word) + end)),
    )
    const fit = [...candidates].filter((text) => text.length >= 12 && hasAllClasses(text))
    expect(fit.length).toBeGreaterThanOrEqual(3000)
    expect(fit.filter((text) => !isRefused(text))).toEqual([])
  })

  test('R-PW-03 typing lookalikes or capitals makes no common password a good one', () => {
    const leet = (word: string) =>
      word.replaceAll('a', '@').replaceAll('i', '1').replaceAll('s', '5')
    const disguised = COMMON_WORDS.filter((word) => word.length >= 8).map(
      (word) => `${leet(word)}X1!`,
    )
    const shouted = COMMON_WORDS.map((word) => `${word.toUpperCase()}aja123!`)
    expect(shouted.filter((text) => !isCommonPassword(text))).toEqual([])
    expect(disguised.filter((text) => isCommonPassword(text))).toEqual([])
    expect(disguised.filter((text) => !isCommonPassword(text.replace('X', '')))).toEqual([])
  })

  test('no word stands twice in the list, and each is plain letters', () => {
    expect(new Set(COMMON_WORDS).size).toBe(COMMON_WORDS.length)
    expect(COMMON_WORDS.filter((word) => !/^[a-z]+$/.test(word))).toEqual([])
  })
})

function isRefused(text: string): boolean {
  const judged = judgePassword(text, nobody, 'classes')
  return !judged.ok && judged.problem.kind === 'common'
}

function hasAllClasses(text: string): boolean {
  return /^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[^A-Za-z0-9])/.test(text)
}

function title(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
