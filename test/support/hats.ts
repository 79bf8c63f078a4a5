import type { Hat } from '#domain/access/hat.ts'
import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { at } from '#test/support/phone.ts'

export const OWN_AGENCY = 'agency-1' as AgencyId

/** An officer of the own agency; a test names only the fields it is about. */
export function someHat(fields: Partial<Hat> = {}): Hat {
  return {
    id: 'mandate-1' as MandateId,
    role: 'officer',
    agency: OWN_AGENCY,
    unit: undefined,
    agencyName: 'Kabupaten Contoh',
    unitName: undefined,
    from: at(-60),
    until: at(60),
    ...fields,
  }
}
