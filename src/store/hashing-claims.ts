import type { PersonId } from '#domain/person.ts'
import type { Sql } from './database.ts'

/**
 * One set of recovery codes a person at a time, in whatever process, and none beside one that was
 * just made and is still on a screen: ten hashes a post would let a single person fill the queue
 * (R-HA-03). A claim that a crash left behind ends.
 */
export async function claimHashing(sql: Sql, person: PersonId, now: Date): Promise<boolean> {
  const rows = await sql`
    update accounts a set hashing_until = ${now}::timestamptz + interval '15 seconds'
    where a.person = ${person} and a.hashing_until <= ${now}
      and not exists (
        select from recovery_sets r
        where r.person = a.person and r.sealed is not null
          and r.made_at > ${now}::timestamptz - interval '1 minute')
    returning 1`
  return rows.length === 1
}

export async function isHashing(sql: Sql, person: PersonId, now: Date): Promise<boolean> {
  const rows = await sql`select from accounts where person = ${person} and hashing_until > ${now}`
  return rows.length === 1
}

export async function releaseHashing(sql: Sql, person: PersonId): Promise<void> {
  await sql`update accounts set hashing_until = 'epoch' where person = ${person}`
}
