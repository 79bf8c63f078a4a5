/**
 * An address of the internet as text, and what it is counted as (table 4.1): alone, and with its
 * neighbourhood. Whoever has an IPv6 address has 2^64 of them, so there both are the same.
 */
export type Place = { address: string; alone: string; network: string }

/** IPv4 by /24 and IPv6 by /64, with or without a port; what is no address is one place. */
export function placeOfAddress(text: string): Place {
  const address = withoutPort(text.toLowerCase()).replace(/^::ffff:(?=\d+\.)/, '')
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1]
  if (four) return { address, alone: address, network: `${four}.0/24` }
  if (!address.includes(':')) return { address: 'unknown', alone: 'unknown', network: 'unknown' }
  const network = `${groupsOf(address).slice(0, 4).join(':')}::/64`
  return { address, alone: network, network }
}

/** As some proxies write it: 203.0.113.7:5678, [2001:db8::1]:5678. */
function withoutPort(text: string): string {
  return text.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
}

/** The eight groups of an IPv6 address, its `::` written out (RFC 4291, 2.2). */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0)
  return [...before, ...Array(missing).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  )
}

/** R-RL-01: in a listed office many people share an address, whose limits are ten times as high. */
export function addressFactor(isOffice: boolean): number {
  return isOffice ? 10 : 1
}
