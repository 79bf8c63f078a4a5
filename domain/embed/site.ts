import type { AgencyId } from '../agency.ts'

/** A web site of the government that may show our pages made for it in its own (R-EM-01). */
export type EmbedSite = {
  /** Random, and no secret: it stands in the addresses that the site shows. */
  key: string
  agency: AgencyId
  agencyName: string
  name: string
  /** One to five, as browsers write them. */
  origins: readonly string[]
}

/** 16 bytes as base64url. */
export function isSiteKey(text: string): boolean {
  return /^[A-Za-z0-9_-]{21}[AQgw]$/.test(text)
}
