import { parse } from 'node-html-parser'
import type { Hat } from '#domain/access/hat.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '#src/store/database.ts'
import { type MandateJson, mandatesColumn, toMandates } from '#src/store/people.ts'

const TEXT = 'Pegawai datang ke loket dengan kartu pegawai'

export async function mandatesOf(sql: Sql, person: PersonId): Promise<Hat[]> {
  const [row] = await sql<{ mandates: MandateJson[] }[]>`
    select ${mandatesColumn(sql, sql`p.id`)} from people p where p.id = ${person}`
  return toMandates(row?.mandates ?? [])
}

/** Where a person stands and what was said of them; not their sessions, which move by themselves. */
export async function rowsAbout(sql: Sql, person: PersonId, besides?: 'views'): Promise<string> {
  const leftOut = besides === 'views' ? 'employeeViewed' : ''
  const tables = [
    'accounts',
    'approval_requests',
    'devices',
    'email_addresses',
    'events',
    'login_identifiers',
    'mandates',
    'mfa_resets',
    'outbox',
    'passwords',
    'recovery_sets',
  ]
  const found: unknown[] = []
  for (const table of tables)
    found.push(
      await sql`
        select to_jsonb(t) as row from ${sql(table)} t
        where t.person = ${person} and coalesce(to_jsonb(t) ->> 'kind', '-') <> ${leftOut} order by 1`,
    )
  return JSON.stringify(found)
}

/** The form of that address on the page, filled in as somebody would who means it. */
export function fieldsOn(body: string, path: string): Record<string, string> {
  const form = parse(body)
    .querySelectorAll('main form[method=post]')
    .find((one) => one.getAttribute('action')?.split('?')[0] === path)
  const fields = form?.querySelectorAll('[name]:not([name=csrf]):not([name=otp])') ?? []
  const filled = fields.map((field) => {
    const value =
      field.getAttribute('value') ?? field.querySelector('option[value]')?.getAttribute('value')
    return [field.getAttribute('name') ?? '', value || TEXT] as const
  })
  return Object.fromEntries(filled)
}
