import type { AgencyId, Zone } from './agency.ts'
import type { Brand } from './brand.ts'

/** Who someone is, whatever NIP, user name or account they come with; never changes, never reused. */
export type PersonId = Brand<string, 'PersonId'>

/** As an address names somebody; undefined where it can name nobody. */
export function parsePersonId(text: string): PersonId | undefined {
  const isOne = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
  return isOne ? (text as PersonId) : undefined
}

/** PNS, CPNS and PPPK: the three kinds of ASN (UU 20/2023). */
export type PersonKind = 'pns' | 'cpns' | 'pppk'

/** What pages show of the person before them. */
export type Person = {
  id: PersonId
  name: string
  kind: PersonKind
  nip: string
  agency: { id: AgencyId; name: string; zone: Zone }
}
