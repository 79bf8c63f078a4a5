import type { WantedMandate } from './give-mandate.ts'

/** The first two national admins have a year to give that role to others. */
export function firstAdminMandate(now: Date): WantedMandate {
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + 1)
  return { role: 'nationalAdmin', agency: undefined, unit: undefined, from: now, until }
}
