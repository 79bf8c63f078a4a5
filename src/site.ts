import { BlockList, isIPv6 } from 'node:net'
import type { Site } from './deps.ts'

/** `baseUrl`: the one address of production; on a desk also what the browser was pointed at. */
export type SiteSettings = {
  baseUrl: string
  isEmbedded: boolean
  trustedProxies: readonly string[]
  officeNetworks: readonly string[]
}

export function makeSite({ baseUrl, isEmbedded, ...networks }: SiteSettings): Site {
  const own = new URL(baseUrl).origin
  return {
    origin: own,
    isSecure: own.startsWith('https:'),
    isOwnOrigin: (origin, host) => origin === own || (isEmbedded && origin === `http://${host}`),
    isTrustedProxy: within(networks.trustedProxies),
    isOffice: within(networks.officeNetworks),
  }
}

/** Networks are written address/prefix length, as `config.ts` leaves them. */
function within(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4')
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
