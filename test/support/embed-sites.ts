import { randomUUID } from 'node:crypto'
import type { EmbedSite } from '#domain/embed/site.ts'
import { newSiteKey } from '#src/secrets/tokens.ts'
import type { Sql } from '#src/store/database.ts'
import { findEmbedSite } from '#src/store/embed/sites.ts'
import { NOW } from '#test/support/builders.ts'
import { acting, REASON } from '#test/support/role-acts.ts'

type Wanted = Partial<Pick<EmbedSite, 'key' | 'name' | 'origins'>>

/** A site in force, asked for and agreed to by two admins of its own; of the agency of one of them. */
export async function addEmbedSite(sql: Sql, wanted: Wanted = {}): Promise<EmbedSite> {
  const {
    key = newSiteKey(),
    name = 'Portal BKPSDM',
    origins = ['https://bkpsdm.example'],
  } = wanted
  const asker = await acting(sql, { role: 'nationalAdmin' })
  const other = await acting(sql, { role: 'nationalAdmin' })
  const id = randomUUID()
  await sql`
    insert into embed_site_requests (id, kind, site, agency, name, origins, reason, asked_by, asked_as, asked_at,
      state, decided_by, decided_as, decided_at, answer)
    select ${id}, 'add', ${key}, p.agency, ${name}, ${[...origins]}, ${REASON}, ${asker.id}, ${asker.hat.id}, ${NOW},
      'applied', ${other.id}, ${other.hat.id}, ${NOW}, ${REASON}
    from people p where p.id = ${asker.id}`
  await sql`select apply_embed_site_request(${id})`
  const site = await findEmbedSite(sql, key)
  if (!site) throw new Error('a site of two admins is in force')
  return site
}

/** As the second of two admins ends it. */
export async function endEmbedSite(sql: Sql, key: string): Promise<void> {
  await sql`update embed_sites set ended_at = ${NOW} where key = ${key}`
}
