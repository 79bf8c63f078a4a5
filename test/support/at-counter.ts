import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Sql } from '#src/store/database.ts'
import { addAgency, addPerson, SEED, type SomePerson } from './builders.ts'
import { EMAIL } from './reset-walk.ts'
import type { Answer, Visit } from './visitor.ts'
import { type Browser, inOffice } from './walk.ts'

const SECOND = Buffer.from('09876543210987654321')

/** R-AD-04: whoever resets for others has two devices. */
export const TWO_DEVICES = [
  { name: 'HP Kantor', seed: SEED },
  { name: 'HP Rumah', seed: SECOND },
]

export const REASON = 'HP hilang, datang sendiri dengan kartu pegawai.'
export const HELP = { evidence: 'present', ticket: 'BKD-118', reason: REASON }
export const RESET = { ...HELP, cause: 'phoneLost' }

/** An officer at the desk, in the hat; of an agency of their own unless it is named. */
export function atDesk(
  sql: Sql,
  { role = 'officer', ...fields }: Partial<SomePerson> & { role?: Role } = {},
  visit: Visit = {},
) {
  return inOffice(sql, { devices: TWO_DEVICES, ...fields, role }, visit)
}

/** An employee with an officer, and maybe a second one, of the same agency. */
export async function atCounter(sql: Sql, fields: Partial<SomePerson> = {}, visit: Visit = {}) {
  const agency = fields.agency ?? (await addAgency(sql))
  const employee = await addPerson(sql, { emails: [EMAIL], ...fields, agency })
  const { person: officer, browser } = await atDesk(sql, { agency }, visit)
  return { agency, employee, officer, browser }
}

export async function colleague(sql: Sql, agency: AgencyId, visit: Visit = {}): Promise<Browser> {
  return (await atDesk(sql, { agency }, visit)).browser
}

/** The code as it stands on the officer's page. */
export function codeOnPage({ body }: Answer): string {
  return /<code>([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})<\/code>/.exec(body)?.[1] ?? ''
}
