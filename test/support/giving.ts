import type { Role } from '#domain/access/mandate.ts'
import type { Sql } from '#src/store/database.ts'
import type { SomePerson } from '#test/support/builders.ts'
import type { Answer } from '#test/support/visitor.ts'
import type { Browser } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const GIVEN = {
  unit: '',
  from: '2026-11-21',
  until: '2027-11-20',
  reason: 'Menggantikan petugas yang pensiun.',
}

/** Asks for a role by the form, as it stands after the number was typed. */
export async function askOverHttp(
  browser: Browser,
  { nip, id }: Pick<SomePerson, 'nip' | 'id'>,
  role: Role,
  fields: Partial<typeof GIVEN> = {},
): Promise<Answer> {
  await browser.get(paths.newRole)
  await browser.send(paths.newRole, { nip })
  return browser.post(paths.newRoleFor(id), { ...GIVEN, role, ...fields })
}

export async function decideOverHttp(
  browser: Browser,
  request: string,
  decision: 'approved' | 'declined' | 'withdrawn',
): Promise<Answer> {
  await browser.open(paths.roleRequest(request))
  return browser.post(paths.roleRequest(request), { decision })
}

export async function endOverHttp(browser: Browser, mandate: string): Promise<Answer> {
  await browser.get(paths.newRole)
  const reason = 'Pindah tugas ke bidang yang lain.'
  return browser.post(paths.roleEnd(mandate), { reason })
}

/** The request that waits about somebody. */
export async function requestAbout(sql: Sql, person: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from approval_requests where person = ${person} and state = 'open'`
  return row?.id ?? ''
}

export async function rolesHeld(sql: Sql, person: string): Promise<Role[]> {
  const rows = await sql<{ role: Role }[]>`
    select role from mandates where person = ${person} and valid_to > '2026-11-21T05:00:00Z'
    order by role`
  return rows.map(({ role }) => role)
}
