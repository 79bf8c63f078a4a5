import { describe, expect, test } from 'vitest'
import { parseSearch } from '#domain/desk/search.ts'
import { readTicket } from '#domain/desk/ticket.ts'

describe('a search of the desk', () => {
  test.each([
    ['', { kind: 'nothing' }],
    [' \t\u200b ', { kind: 'nothing' }],
    ['198', { kind: 'tooShort' }],
    ['s', { kind: 'tooShort' }],
    ['s t', { kind: 'tooShort' }],
    ['1985', { kind: 'number', prefix: '1985' }],
    ['19850101 201001 1 901', { kind: 'number', prefix: '198501012010011901' }],
    ['1985-0101.2010\u2013011901', { kind: 'number', prefix: '198501012010011901' }],
    ['１９８５', { kind: 'number', prefix: '1985' }],
    ['  Siti   Rahma ', { kind: 'name', words: ['siti', 'rahma'] }],
    ['SITI siti', { kind: 'name', words: ['siti'] }],
    ['I Gusti', { kind: 'name', words: ['i', 'gusti'] }],
    ["Ma'ruf-2", { kind: 'name', words: ["ma'ruf-2"] }],
    ['aa bb cc dd ee ff gg', { kind: 'name', words: ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'] }],
  ])('reads %j as people type and paste it', (text, expected) => {
    expect(parseSearch(text)).toEqual(expected)
  })

  test.each([
    ['', undefined],
    [' \n ', undefined],
    [' LY-0417\r\n', 'LY-0417'],
    ['x'.repeat(50), 'x'.repeat(40)],
  ])('reads the ticket %j on one line', (text, expected) => {
    expect(readTicket(text)).toBe(expected)
  })
})
