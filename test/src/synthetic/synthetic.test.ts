import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readPersonRecord } from '#domain/import/person-record.ts'
import { kindOf, parseNip } from '#domain/nip.ts'
import { syntheticAgencies } from '#src/synthetic/agencies.ts'
import { syntheticPeople } from '#src/synthetic/people.ts'
import { syntheticUnits } from '#src/synthetic/units.ts'
import { writeSyntheticFiles } from '#src/synthetic/write-files.ts'
import { newFolder } from '#test/support/processes.ts'

const agencies = syntheticAgencies()
const COUNT = 20_000
const units = syntheticUnits(COUNT, agencies)
const people = [...syntheticPeople(COUNT, 1, agencies, units)]

describe('a synthetic country', () => {
  test('has 653 agencies in three zones, each with a code of its own', () => {
    expect(agencies).toHaveLength(653)
    expect(new Set(agencies.map(({ code }) => code)).size).toBe(653)
    expect(new Set(agencies.map(({ zone }) => zone))).toEqual(new Set(['WIB', 'WITA', 'WIT']))
  })

  test('gives each of its people a valid number that nobody else has', () => {
    expect(new Set(people.map(({ nip }) => nip)).size).toBe(COUNT)
    for (const { nip, kind, name, userName, email } of people) {
      const read = parseNip(nip)
      expect(read.ok && kindOf(read.value)).toBe(kind === 'pppk' ? 'pppk' : 'pns')
      expect(readPersonRecord({ nip, kind, name, user_name: userName, email })).toMatchObject({
        ok: true,
      })
    }
  })

  test('appoints nobody below 20 or above 45, and all kinds of people', () => {
    const ages = people.map(({ nip }) => Number(nip.slice(8, 12)) - Number(nip.slice(0, 4)))
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(20)
    expect(Math.max(...ages)).toBeLessThanOrEqual(45)
    const share = people.filter(({ kind }) => kind === 'pppk').length / COUNT
    expect(share).toBeGreaterThan(0.33)
    expect(share).toBeLessThan(0.39)
  })

  test('is the same for the same seed, and another for another', async () => {
    const first = (seed: number) => [...syntheticPeople(100, seed, agencies, units)]
    expect(first(5)).toEqual(first(5))
    expect(first(5)).not.toEqual(first(6))
    const write = async () => writeSyntheticFiles(await newFolder(), { people: 500, seed: 3 })
    const [one, other] = [await write(), await write()]
    for (const name of ['agencies', 'units', 'people', 'realm'] as const)
      expect(await readFile(one[name], 'utf8')).toBe(await readFile(other[name], 'utf8'))
  })

  test('writes mails to nobody: every address is at instansi.example', () => {
    const hosts = people.filter(({ email }) => email).map(({ email }) => email.split('@')[1])
    expect(new Set(hosts)).toEqual(new Set(['instansi.example']))
  })
})
