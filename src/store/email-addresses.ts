import type { EmailAddress } from '#domain/mail/address.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from './database.ts'

/** An address in force; `usableFrom`: from when on a reset may be asked with it (R-RS-05). */
export type KeptAddress = {
  address: EmailAddress
  since: Date
  usableFrom: Date
  bouncedAt: Date | undefined
}

export async function listAddresses(
  sql: Sql | TransactionSql,
  person: PersonId,
): Promise<KeptAddress[]> {
  const rows = await sql<Row[]>`
    select address, since, usable_from, bounced_at from email_addresses
    where person = ${person} and ended_at is null order by slot`
  return rows.map(({ bouncedAt, ...row }) => ({ ...row, bouncedAt: bouncedAt ?? undefined }))
}

/** As it is kept, whatever the case of what was typed; undefined if it may not serve a reset yet. */
export async function findUsableAddress(
  sql: Sql | TransactionSql,
  { person, address, now }: { person: PersonId; address: EmailAddress; now: Date },
): Promise<EmailAddress | undefined> {
  const [row] = await sql<Pick<Row, 'address'>[]>`
    select address from email_addresses
    where person = ${person} and ended_at is null and usable_from <= ${now}
      and lower(address) = lower(${address})`
  return row?.address
}

type Row = { address: EmailAddress; since: Date; usableFrom: Date; bouncedAt: Date | null }
