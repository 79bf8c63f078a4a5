import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OriginProblem, parseOrigin } from '#domain/embed/origin.ts'
import { no, ok } from '#domain/result.ts'

const parse = (typed: string, local = false) => parseOrigin(typed, { local })

describe('R-EM-01 the origin of a site', () => {
  test.each([
    ['https://bkpsdm.contoh.go.id', 'https://bkpsdm.contoh.go.id'],
    [' HTTPS://BKPSDM.Contoh.GO.ID/ ', 'https://bkpsdm.contoh.go.id'],
    ['https://contoh.go.id:8443', 'https://contoh.go.id:8443'],
    ['https://contoh.go.id:443/', 'https://contoh.go.id'],
    ['https://contoh.go.id:1', 'https://contoh.go.id:1'],
    ['https://contoh.go.id:65535', 'https://contoh.go.id:65535'],
    ['https://xn--d1acufc.xn--p1ai', 'https://xn--d1acufc.xn--p1ai'],
    ['https://1a.2b.id', 'https://1a.2b.id'],
    [`https://${'a'.repeat(63)}.id`, `https://${'a'.repeat(63)}.id`],
  ])('%j is %s', (typed, origin) => {
    expect(parse(typed)).toEqual(ok(origin))
  })

  test.each<[string, OriginProblem]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['contoh.go.id', 'notHost'],
    ['//contoh.go.id', 'notHost'],
    ['https:contoh.go.id', 'notHost'],
    ['https://', 'notHost'],
    ['https:///', 'notHost'],
    ['http://contoh.go.id', 'notSecure'],
    ['ftp://contoh.go.id', 'notSecure'],
    ['javascript://contoh.go.id', 'notSecure'],
    ['http://localhost:3000', 'notSecure'],
    ['https://*.go.id', 'wildcard'],
    ['https://*', 'wildcard'],
    ['https://petugas@contoh.go.id', 'user'],
    ['https://petugas:rahasia@contoh.go.id', 'user'],
    ['https://@contoh.go.id', 'user'],
    ['https://contoh.go.id/berita', 'path'],
    ['https://contoh.go.id//', 'path'],
    ['https://contoh.go.id?a=1', 'path'],
    ['https://contoh.go.id#a', 'path'],
    ['https://contoh.go.id:', 'port'],
    ['https://contoh.go.id:0', 'port'],
    ['https://contoh.go.id:080', 'port'],
    ['https://contoh.go.id:65536', 'port'],
    ['https://contoh.go.id:*', 'port'],
    ['https://contoh.go.id:-1', 'port'],
    ['https://192.0.2.1', 'ipAddress'],
    ['https://192.0.2.1:8443', 'ipAddress'],
    ['https://[2001:db8::1]', 'ipAddress'],
    ['https://[::1]:8443', 'ipAddress'],
    ['https://3221225985', 'ipAddress'],
    ['https://0xc0.0x0.0x2.0x1', 'ipAddress'],
    ['https://contoh.0x', 'ipAddress'],
    ['https://contoh.1', 'ipAddress'],
    ['https://situsé.go.id', 'notAscii'],
    ['https://contoh。go。id', 'notAscii'],
    ['https://localhost', 'notHost'],
    ['https://localhost:3000', 'notHost'],
    ['https://contoh.go.id.', 'notHost'],
    ['https://.go.id', 'notHost'],
    ['https://contoh..id', 'notHost'],
    ['https://-contoh.id', 'notHost'],
    ['https://contoh-.id', 'notHost'],
    ['https://contoh_satu.go.id', 'notHost'],
    ['https://contoh go.id', 'notHost'],
    ['https://contoh.go.id\\berita', 'notHost'],
    ["https://a.id; script-src 'unsafe-inline'", 'notHost'],
    ['https://a.id\nb.id', 'notHost'],
    [`https://${'a'.repeat(64)}.id`, 'notHost'],
    [`https://${'abc.'.repeat(63)}id`, 'notHost'],
    ["'self'", 'notHost'],
    ['https:', 'notHost'],
    ['null', 'notHost'],
  ])('%j is none: %s', (typed, problem) => {
    expect(parse(typed)).toEqual(no(problem))
  })

  test('of a desk may be where the portal runs there', () => {
    expect(parse('http://localhost:3000', true)).toEqual(ok('http://localhost:3000'))
    expect(parse('http://localhost:3000/', true)).toEqual(ok('http://localhost:3000'))
    expect(parse('http://localhost:80', true)).toEqual(ok('http://localhost'))
    expect(parse('http://localhost', true)).toEqual(ok('http://localhost'))
    expect(parse('http://localhost:0', true)).toEqual(no('port'))
    expect(parse('http://127.0.0.1:3000', true)).toEqual(no('notSecure'))
    expect(parse('http://localhost.contoh.id:3000', true)).toEqual(no('notSecure'))
    expect(parse('http://contoh.go.id', true)).toEqual(no('notSecure'))
  })

  const label = fc.stringMatching(/^[a-zA-Z0-9]([a-zA-Z0-9-]{0,9}[a-zA-Z0-9])?$/)
  const host = fc
    .array(label, { minLength: 1, maxLength: 4 })
    .map((labels) => [...labels, 'id'].join('.'))
    .filter((name) => !/(^|\.)xn--/i.test(name))
  const port = fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined })

  test('is the one a browser names, whatever its name and port', () => {
    fc.assert(
      fc.property(host, port, fc.boolean(), (name, number, slash) => {
        const typed = `https://${name}${number ? `:${number}` : ''}${slash ? '/' : ''}`
        expect(parse(typed)).toEqual(ok(new URL(typed).origin))
      }),
    )
  })

  const piece = fc.constantFrom(
    ...[
      'https://',
      'http://',
      'localhost',
      'a',
      'b.id',
      '.',
      ':',
      '443',
      '80',
      '@',
      '/',
      '?',
      '#',
      '*',
      ' ',
      "'",
    ],
    ...['[', ']', '::', '%', '\\', ';', ',', '\n', 'é', 'xn--', '-', '0x1', '\0'],
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 6 }).map((pieces) => `https://${pieces.join('')}`),
  )

  test('never holds anything but its name and port, and reads as itself', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (typed, local) => {
        const origin = parse(typed, local)
        if (!origin.ok) return
        expect(origin.value).toMatch(
          /^(https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+|http:\/\/localhost)(:\d+)?$/,
        )
        if (!local) expect(origin.value).toMatch(/^https:/)
        expect(parse(origin.value, local)).toEqual(origin)
      }),
      { numRuns: 2000 },
    )
  })
})
