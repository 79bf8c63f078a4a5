import { describe, expect, test } from 'vitest'
import { addressFactor, placeOfAddress } from '#domain/throttle/network.ts'

describe('R-RL-01 an address is counted with', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
    ['203.0.113.255', '203.0.113.255', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
    ['::FFFF:203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
    ['203.0.113.7:5678', '203.0.113.7', '203.0.113.0/24'],
  ])('its /24 if it is IPv4: %s', (text, address, network) => {
    expect(placeOfAddress(text)).toEqual({ address, alone: address, network })
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:0:0:0:1', '2001:db8:0:0::/64'],
    ['2001:db8:0000::7:8', '2001:db8:0:0::/64'],
    ['2001:db8::3:4:5:6:7', '2001:db8:0:3::/64'],
    ['2001:db8::5:6:7:8', '2001:db8:0:0::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1:2:3::4:5:6:7:8:9', '1:2:3:4::/64'],
    ['::', '0:0:0:0::/64'],
    ['::2:3:4:5:6:7:8', '0:2:3:4::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('its /64 if it is IPv6: %s', (text, network) => {
    expect(placeOfAddress(text)).toEqual({ address: text.toLowerCase(), alone: network, network })
  })

  test.each([
    '',
    'unknown',
    'localhost',
    '203.0.113',
    '203.0.113.7.9',
    '1234.0.0.1',
    '1.2345.0.1',
    '1.2.3456.1',
    '1.2.3.4567',
  ])('all that is no address: "%s"', (text) => {
    expect(placeOfAddress(text)).toEqual({
      address: 'unknown',
      alone: 'unknown',
      network: 'unknown',
    })
  })

  test('R-RL-01 the same with the port and brackets that a proxy writes', () => {
    expect(placeOfAddress('[2001:db8:1:2::1]:5678')).toEqual(placeOfAddress('2001:db8:1:2::1'))
    expect(placeOfAddress('[2001:db8:1:2::1]')).toEqual(placeOfAddress('2001:db8:1:2::1'))
  })

  test('no other network of the same beginning', () => {
    const networks = ['2001:db8:1:2::1', '2001:db8:1:20::1', '2001:db8:12::1', '2001:db8:1::2:1']
    expect(new Set(networks.map((text) => placeOfAddress(text).network)).size).toBe(4)
  })
})

test('R-RL-01 an office is allowed ten times as much', () => {
  expect([addressFactor(true), addressFactor(false)]).toEqual([10, 1])
})
