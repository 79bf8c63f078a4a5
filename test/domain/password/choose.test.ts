import { describe, expect, test } from 'vitest'
import { choosePassword, type PasswordChoice } from '#domain/password/choose.ts'
import { no, ok } from '#domain/result.ts'

const facts = { numbers: [], name: 'Siti Rahayu', agency: 'Kabupaten Sleman' }
const GOOD = 'Kerbau 7 putar'

describe('choosing a password', () => {
  test('takes one that follows the rule, is new and was typed twice', () => {
    expect(choose({})).toEqual(ok(GOOD))
  })

  test('R-PW-05 refuses the old one', () => {
    expect(choose({ matchesOld: true })).toEqual(no({ kind: 'sameAsOld' }))
  })

  test('refuses two different texts', () => {
    expect(choose({ confirmation: `${GOOD} ` })).toEqual(no({ kind: 'confirmationDiffers' }))
  })

  test('takes a confirmation that another keyboard composed otherwise', () => {
    const [typed, confirmation] = ['Kérbau 7 putar', 'Ke\u0301rbau 7 putar']
    expect(choose({ typed, confirmation })).toEqual(ok(typed))
  })

  test('says empty before all else', () => {
    const choice = { typed: '', confirmation: 'x', matchesOld: true }
    expect(choose(choice)).toEqual(no({ kind: 'empty' }))
  })

  test('says what breaks the rule before old and different', () => {
    const choice = { typed: 'Kw9# rahayu mobk', confirmation: '', matchesOld: true }
    expect(choose(choice)).toEqual(no({ kind: 'containsName' }))
  })

  test('says old before different', () => {
    const choice = { confirmation: '', matchesOld: true }
    expect(choose(choice)).toEqual(no({ kind: 'sameAsOld' }))
  })

  test('R-PW-02 goes by the rule that is set', () => {
    const choice = { typed: GOOD, confirmation: GOOD, matchesOld: false }
    const chosen = choosePassword(choice, facts, 'length')
    expect(chosen).toEqual(no({ kind: 'tooShort', minimum: 15, typed: 14 }))
  })
})

function choose(choice: Partial<PasswordChoice>) {
  const whole = { typed: GOOD, confirmation: GOOD, matchesOld: false, ...choice }
  return choosePassword(whole, facts, 'classes')
}
