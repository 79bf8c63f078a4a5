import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { ForAnyone } from '#src/deps.ts'
import { meet } from '#src/http/visit.ts'
import { makeSite, type SiteSettings } from '#src/site.ts'
import { depsOf } from '#test/support/visitor.ts'

/** Whoever asks it for anything fails. */
const NO_DATABASE = (() => undefined) as never

const PROXIES = ['10.0.0.0/8', '203.0.113.7/32', '2001:db8:1::/48']

function site(fields: Partial<SiteSettings> = {}) {
  return makeSite({
    baseUrl: 'https://asn.example.go.id',
    isEmbedded: false,
    trustedProxies: PROXIES,
    officeNetworks: ['198.51.100.0/24'],
    ...fields,
  })
}

/** The network that a request is counted with. */
async function networkOf(peer: string | undefined, forwarded?: string): Promise<string> {
  const app = new Hono<ForAnyone>()
    .use(meet(depsOf(NO_DATABASE, { site: site() })))
    .get('/', (c) => c.text(c.var.visit.network))
  const headers: Record<string, string> =
    forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }
  const response = await app.request(
    '/',
    { headers },
    { incoming: { socket: { remoteAddress: peer } } },
  )
  return response.text()
}

describe('R-RL-01 the address of a client', () => {
  test.each([
    ['192.0.2.7', undefined, '192.0.2.0/24'],
    ['192.0.2.7', '198.51.100.1', '192.0.2.0/24'],
    ['10.1.1.1', '192.0.2.7', '192.0.2.0/24'],
    ['::ffff:10.1.1.1', '192.0.2.7', '192.0.2.0/24'],
    ['10.1.1.1', '192.0.2.7, 203.0.113.7, 10.2.2.2', '192.0.2.0/24'],
    ['10.1.1.1', '198.51.100.1, 192.0.2.7', '192.0.2.0/24'],
    ['10.1.1.1', '10.9.9.9, 192.0.2.7', '192.0.2.0/24'],
    ['10.1.1.1', ' 192.0.2.7 ,, ', '192.0.2.0/24'],
    ['10.1.1.1', undefined, '10.1.1.0/24'],
    ['10.1.1.1', '10.3.3.3', '10.1.1.0/24'],
    ['10.1.1.1', '2001:db8:2:3:4::9', '2001:db8:2:3::/64'],
    ['2001:db8:1::5', '192.0.2.7', '192.0.2.0/24'],
    ['10.1.1.1', 'nonsense', 'unknown'],
    [undefined, '192.0.2.7', 'unknown'],
  ])('peer %s with X-Forwarded-For %j is %s', async (peer, forwarded, network) => {
    expect(await networkOf(peer, forwarded)).toBe(network)
  })

  test('an office is listed by its network', () => {
    expect(site().isOffice('198.51.100.200')).toBe(true)
    expect(site().isOffice('198.51.101.1')).toBe(false)
    expect(site().isOffice('unknown')).toBe(false)
  })
})

describe('the origin of our own forms', () => {
  test.each([
    ['https://asn.example.go.id', true],
    ['http://asn.example.go.id', false],
    ['https://asn.example.go.id:8443', false],
    ['https://asn.example.go.id.jahat.example', false],
    ['http://asn.example.go.id:3000', false],
    ['null', false],
    ['', false],
  ])('in production is the configured one alone: %s', (origin, isOwn) => {
    expect(site().isOwnOrigin(origin, 'asn.example.go.id:3000')).toBe(isOwn)
  })

  test('on a desk is also the name that the browser was pointed at', () => {
    const desk = site({ baseUrl: 'http://127.0.0.1:3000', isEmbedded: true })
    expect(desk.isOwnOrigin('http://localhost:3000', 'localhost:3000')).toBe(true)
    expect(desk.isOwnOrigin('http://localhost:8080', 'localhost:3000')).toBe(false)
    expect([desk.isSecure, site().isSecure]).toEqual([false, true])
  })
})
