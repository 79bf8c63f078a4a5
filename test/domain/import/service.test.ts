import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  closesAccount,
  type EndOfService,
  endsMandates,
  type LegalPosition,
  parseEndOfService,
  parseLegalPosition,
  serviceAfter,
  startsRetention,
} from '#domain/import/service.ts'

type Position = {
  code: string
  suggested: { inService: boolean; account: string; startsRetention: boolean }
}

const vectors = JSON.parse(readFileSync('test/vectors/legal-positions.json', 'utf8'))
const positions: Position[] = vectors.positions
const CLOSED = ['closed', 'suspended', 'notYetActive']

function service(position?: string, ending?: string) {
  return {
    position: position as LegalPosition | undefined,
    ending: ending as EndOfService | undefined,
  }
}

describe('a legal position', () => {
  test.each(positions)('$code is read, with or without its zero', ({ code }) => {
    expect(parseLegalPosition(code)).toBe(code)
    if (code.startsWith('0')) expect(parseLegalPosition(code.slice(1))).toBe(code)
  })

  test.each(['00', '10', '1 ', '', 'Aktif', '001', '0'])('%j is none', (text) => {
    expect(parseLegalPosition(text)).toBe(undefined)
  })

  test.each(positions)('$code closes the account as suggested', ({ code, suggested }) => {
    expect(closesAccount(service(code))).toBe(CLOSED.includes(suggested.account))
  })

  test.each(positions)('$code ends roles exactly where nobody serves', ({ code, suggested }) => {
    expect(endsMandates(service(code))).toBe(!suggested.inService)
  })

  test.each(positions)('$code lets retention run as suggested', ({ code, suggested }) => {
    expect(startsRetention(service(code))).toBe(suggested.startsRetention)
    expect(startsRetention(service(undefined, '1'))).toBe(false)
  })

  test('that was never told closes nothing and ends nothing', () => {
    expect(closesAccount(service())).toBe(false)
    expect(endsMandates(service())).toBe(false)
  })
})

describe('an end of service', () => {
  test.each(vectors.endOfService as { code: string }[])(
    '$code is read and ends roles',
    ({ code }) => {
      expect(parseEndOfService(code)).toBe(code)
      expect(endsMandates(service('01', code))).toBe(true)
    },
  )

  test.each(['0', '17', '', 'x', '-1'])('%j is none', (text) => {
    expect(parseEndOfService(text)).toBe(undefined)
  })

  test('by death closes the account, whatever the position; by retirement it does not', () => {
    expect(closesAccount(service('88', '2'))).toBe(true)
    expect(closesAccount(service('88', '6'))).toBe(true)
    expect(closesAccount(service('88', '1'))).toBe(false)
  })

  test('is forgotten when a position comes without one, and kept when nothing is told', () => {
    const known = service('88', '1')
    expect(serviceAfter(known, service('01'))).toEqual(service('01'))
    expect(serviceAfter(known, service())).toEqual(known)
    expect(serviceAfter(known, service(undefined, '2'))).toEqual(service('88', '2'))
  })
})
