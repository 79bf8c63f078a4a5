import type { EmailAddress } from '#domain/mail/address.ts'
import type { MailId } from '#domain/mail/mail.ts'
import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from './database.ts'

/** A mail with a code; `sealed` opens for `id` alone and goes once the mail is sent or given up. */
export type NewMail = {
  id: MailId
  person: PersonId
  address: EmailAddress
  kind: 'resetCode'
  sealed: { keyId: string; sealed: Buffer }
  madeAt: Date
}

/** In the transaction of what it belongs to. Notices come by themselves with their event. */
export async function addMail(
  tx: TransactionSql,
  { id, person, address, kind, sealed, madeAt }: NewMail,
): Promise<void> {
  await tx`
    insert into outbox (id, kind, person, address, key_id, sealed, urgent, made_at, due_at)
    values (${id}, ${kind}, ${person}, ${address}, ${sealed.keyId}, ${sealed.sealed}, true,
            ${madeAt}, ${madeAt})`
}
