import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAgencyRecord } from '#domain/import/agency-record.ts'
import { no, ok } from '#domain/result.ts'

type Sample = { code: string; name: string; timeZone: string }

const { agencies }: { agencies: Sample[] } = JSON.parse(
  readFileSync('test/vectors/agencies.sample.json', 'utf8'),
)

test.each(agencies)('$name is read with its zone', ({ code, name, timeZone }) => {
  const read = readAgencyRecord({ code, name, zone: timeZone })
  expect(read.ok && ['WIB', 'WITA', 'WIT'].includes(read.value.zone)).toBe(true)
})

test('the zone of Makassar is WITA, of Jayapura WIT', () => {
  const zone = (text: string) => readAgencyRecord({ code: '1', name: 'A', zone: text })
  expect(zone('Asia/Makassar')).toEqual(ok({ code: '1', name: 'A', zone: 'WITA' }))
  expect(zone('Asia/Jayapura')).toEqual(ok({ code: '1', name: 'A', zone: 'WIT' }))
})

test.each([
  [{ code: '', name: 'A', zone: 'WIB' }, 'code'],
  [{ code: 'a b', name: 'A', zone: 'WIB' }, 'code'],
  [{ code: '1', name: '', zone: 'WIB' }, 'name'],
  [{ code: '1', name: 'A', zone: 'GMT+7' }, 'zone'],
  [{ code: '1', name: 'A', zone: 'toString' }, 'zone'],
] as const)('%j is refused: %s', (fields, problem) => {
  expect(readAgencyRecord(fields)).toEqual(no(problem))
})
