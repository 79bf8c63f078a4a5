import { expect, test } from 'vitest'
import { changePassword } from '#domain/password/change.ts'
import { no } from '#domain/result.ts'

const facts = { numbers: ['198501012010011001'], name: 'Siti Rahmawati', agency: 'Instansi Uji' }
const GOOD = 'Layang-Layang=Putus7'
const change = { current: 'Jeruk-Bali-Manis-71', typed: GOOD, confirmation: GOOD }

test('R-PW-07 a change asks for the present password', () => {
  expect(changePassword(change, facts, 'classes').ok).toBe(true)
  expect(changePassword({ ...change, current: '' }, facts, 'classes')).toEqual(
    no({ kind: 'currentEmpty' }),
  )
})

test('R-PW-05 the new password differs from what was typed as the present one', () => {
  expect(changePassword({ ...change, current: GOOD }, facts, 'classes')).toEqual(
    no({ kind: 'sameAsOld' }),
  )
})

test('the rule and the confirmation hold as everywhere', () => {
  expect(changePassword({ ...change, typed: 'rahasia8' }, facts, 'classes').ok).toBe(false)
  expect(changePassword({ ...change, confirmation: 'lain' }, facts, 'classes')).toEqual(
    no({ kind: 'confirmationDiffers' }),
  )
})
