import type { Account } from '#domain/account/account.ts'
import type { FrozenAccount } from '#domain/account/freeze.ts'
import type { AuditEvent } from '#domain/audit/event.ts'
import type { MailId } from '#domain/mail/mail.ts'
import type { PersonId } from '#domain/person.ts'
import type { Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'

/** Whose mail a link *Bukan saya* stood in, and when that was written. */
export type NotMeLink = { person: PersonId; madeAt: Date; state: Account['state'] }

/** Only a notice to the owner has such a link: not an officer's, not the mail with a code. */
export async function findNotMeLink(sql: Sql, id: MailId): Promise<NotMeLink | undefined> {
  const [row] = await sql<NotMeLink[]>`
    select o.person, o.made_at, a.state
    from outbox o
    join events e on e.id = o.event and e.person = o.person
    join accounts a on a.person = o.person
    where o.id = ${id}`
  return row
}

/**
 * Locks the account, lets `decide` judge it, and with a yes ends everything that is open or on its
 * way. Owner and officers hear of it with the event.
 */
export function freezeAccount<Refused>(
  sql: Sql,
  person: PersonId,
  decide: (account: Account) => Result<FrozenAccount, Refused>,
  event: Omit<AuditEvent, 'person' | 'actor' | 'happening'>,
): Promise<Result<FrozenAccount, Refused>> {
  return inTransaction(sql, async (tx) => {
    const decided = decide(await lockAccount(tx, person))
    if (!decided.ok) return decided
    await tx`
      update accounts set state = ${decided.value.state}, state_since = ${event.at}
      where person = ${person}`
    await tx`select stop_pending(${person})`
    await addEvent(tx, { ...event, person, actor: person, happening: { kind: 'frozen' } })
    return decided
  })
}

async function lockAccount(tx: TransactionSql, person: PersonId): Promise<Account> {
  const [account] = await tx<Account[]>`
    select person, state, mfa from accounts where person = ${person} for update`
  if (!account) throw new Error('a link of nobody')
  return account
}
