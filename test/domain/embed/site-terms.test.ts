import { describe, expect, test } from 'vitest'
import { isSameTerms, parseSiteTerms } from '#domain/embed/site-terms.ts'
import { no, ok } from '#domain/result.ts'

const parse = (name: string, origins: string) => parseSiteTerms({ name, origins }, { local: false })
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `https://situs${at}.example`)

describe('what a site is asked to be', () => {
  test('has its origins one a line, or with commas, each once', () => {
    expect(
      parse(
        ' Portal \n BKPSDM ',
        'https://a.example\r\n\r\nHTTPS://B.example/, https://a.example/',
      ),
    ).toEqual(ok({ name: 'Portal BKPSDM', origins: ['https://a.example', 'https://b.example'] }))
  })

  test('has a name and one to five origins', () => {
    expect(parse('ab', 'https://a.example')).toEqual(no({ kind: 'noName' }))
    expect(parse('abc', 'https://a.example').ok).toBe(true)
    expect(parse('a\u200bb', 'https://a.example').ok).toBe(true)
    expect(parse('Situs', ' ,;\n')).toEqual(no({ kind: 'noOrigin' }))
    expect(parse('Situs', many(5).join('\n')).ok).toBe(true)
    expect(parse('Situs', many(6).join('\n'))).toEqual(no({ kind: 'tooManyOrigins' }))
    expect(parse('Situs', [...many(5), ...many(5)].join(' ')).ok).toBe(true)
  })

  test('says which origin is none', () => {
    expect(parse('Situs', 'https://a.example http://b.example')).toEqual(
      no({ kind: 'origin', typed: 'http://b.example', problem: 'notSecure' }),
    )
  })

  test('is the same in another order of origins', () => {
    const [one, two] = ['https://a.example', 'https://b.example']
    const site = { name: 'Situs', origins: [one, two] }
    expect(isSameTerms(site, { name: 'Situs', origins: [two, one] })).toBe(true)
    expect(isSameTerms(site, { name: 'Situs', origins: [one] })).toBe(false)
    expect(isSameTerms(site, { name: 'Situs 2', origins: [one, two] })).toBe(false)
  })
})
