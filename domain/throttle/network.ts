/** An address of the internet as text, and the neighbourhood it is counted with (table 4.1). */
export type Place = { address: string; network: string }

/** IPv4 by /24 and IPv6 by /64; what is no address is a place of its own. */
export function placeOfAddress(text: string): Place {
  const address = text.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1]
  if (four) return { address, network: `${four}.0/24` }
  if (!address.includes(':')) return { address: 'unknown', network: 'unknown' }
  return { address, network: `${groupsOf(address).slice(0, 4).join(':')}::/64` }
}

/** The eight groups of an IPv6 address, its `::` written out (RFC 4291, 2.2). */
function groupsOf(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0)
  return [...before, ...Array(missing).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  )
}
