import type { Zone } from '#domain/agency.ts'
import type { Digest } from '#domain/archive/digest.ts'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { MailId, NoticedEvent } from '#domain/mail/mail.ts'
import type { MailFailure } from '#domain/mail/retry.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from './database.ts'
import { toHappening } from './events.ts'

/** A mail with a code; `sealed` opens for `id` alone and goes once the mail is sent or given up. */
export type NewMail = {
  id: MailId
  person: PersonId
  address: EmailAddress
  kind: 'resetCode' | 'correctionCode'
  sealed: SealedMail
  madeAt: Date
}

type SealedMail = { keyId: string; sealed: Buffer }

/** A mail whose time has come, with what its words need; `tries`: how often it has failed. */
export type DueMail = {
  id: MailId
  to: EmailAddress
  name: string
  zone: Zone
  madeAt: Date
  tries: number
} & (
  | { kind: 'notice'; event: NoticedEvent }
  | { kind: 'officerNotice'; event: NoticedEvent; about: { name: string; nip: string } }
  | { kind: 'resetCode' | 'correctionCode'; sealed: SealedMail }
  | { kind: 'archiveDigest'; digest: Digest }
)

export type Sending =
  | { kind: 'sent'; at: Date }
  | { kind: 'again'; at: Date; failure: MailFailure }
  | { kind: 'givenUp'; at: Date; failure: MailFailure }

/** A notice to an address that is none of the person's yet: with its link *Bukan saya* all the same. */
export async function addNoticeTo(
  tx: TransactionSql,
  {
    person,
    address,
    kind,
    at,
  }: { person: PersonId; address: EmailAddress; kind: string; at: Date },
): Promise<void> {
  await tx`
    insert into outbox (kind, person, address, event, urgent, made_at, due_at)
    select 'notice', person, ${address}, id, true, at, at from events
    where person = ${person} and kind = ${kind} and at = ${at} order by id desc limit 1`
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

/** Calls `wake` whenever a mail was added, by whatever process; the database may lose a call. */
export async function onNewMail(sql: Sql, wake: () => void): Promise<void> {
  await sql.listen('outbox', wake)
}

/**
 * Holds one due mail while `send` tries to deliver it, and keeps how that ended. Others pass it
 * over meanwhile; if this process dies the mail is due as before.
 */
export function sendDueMail(
  sql: Sql,
  now: Date,
  send: (mail: DueMail) => Promise<Sending>,
): Promise<Sending | undefined> {
  return inTransaction(sql, async (tx) => {
    const [row] = await tx<Row[]>`
      select o.id, o.kind, o.person, o.address, o.key_id, o.sealed, o.made_at, o.tries, o.notices, o.to_mend,
        r.name, g.zone, e.at, e.kind as event_kind, e.detail, e.browser, e.network,
        e.person <> o.person as is_for_officer, p.name as about_name, p.number as about_nip
      from outbox o
      join people r on r.id = o.person
      join agencies g on g.id = r.agency
      left join events e on e.id = o.event
      left join people p on p.id = e.person
      where o.sent_at is null and o.given_up_at is null and o.due_at <= ${now}
      order by o.urgent desc, o.due_at
      limit 1 for update of o skip locked`
    if (!row) return undefined
    const sending = await send(toDueMail(row))
    await keep(tx, row, sending)
    return sending
  })
}

async function keep(tx: TransactionSql, row: Row, sending: Sending): Promise<void> {
  const { id } = row
  const { kind, at } = sending
  switch (kind) {
    case 'sent':
      await tx`update outbox set sent_at = ${at}, key_id = null, sealed = null where id = ${id}`
      return noteBounce(tx, row, null)
    case 'again':
      await tx`
        update outbox set due_at = ${at}, tries = tries + 1, failure = ${sending.failure}
        where id = ${id}`
      return
    case 'givenUp':
      await tx`
        update outbox set given_up_at = ${at}, tries = tries + 1, failure = ${sending.failure},
          key_id = null, sealed = null
        where id = ${id}`
      if (sending.failure === 'mailboxRefused') await noteBounce(tx, row, at)
  }
}

/** For the officer's desk; a mail that arrives again takes it back. */
async function noteBounce(
  tx: TransactionSql,
  { person, address }: Row,
  at: Date | null,
): Promise<void> {
  await tx`
    update email_addresses set bounced_at = ${at}
    where person = ${person} and address = ${address} and ended_at is null
      and (bounced_at is null) = (${at}::timestamptz is not null)`
}

type Row = {
  id: MailId
  kind: 'notice' | 'resetCode' | 'correctionCode' | 'archiveDigest'
  person: PersonId
  address: EmailAddress
  keyId: string | null
  sealed: Buffer | null
  madeAt: Date
  tries: number
  notices: number | null
  toMend: number | null
  name: string
  zone: Zone
  at: Date | null
  eventKind: NoticedEvent['happening']['kind'] | null
  detail: Record<string, unknown> | null
  browser: string | null
  network: string | null
  isForOfficer: boolean | null
  aboutName: string | null
  aboutNip: string | null
}

function toDueMail({ id, address, name, zone, madeAt, tries, ...row }: Row): DueMail {
  const mail = { id, to: address, name, zone, madeAt, tries }
  if (row.kind === 'archiveDigest') {
    const digest = { notices: filled(row.notices), toMend: filled(row.toMend) }
    return { ...mail, kind: row.kind, digest }
  }
  if (row.kind !== 'notice')
    return {
      ...mail,
      kind: row.kind,
      sealed: { keyId: filled(row.keyId), sealed: filled(row.sealed) },
    }
  const event = toNoticed(row)
  if (!row.isForOfficer) return { ...mail, kind: 'notice', event }
  const about = { name: filled(row.aboutName), nip: row.aboutNip ?? '' }
  return { ...mail, kind: 'officerNotice', event, about }
}

function toNoticed({
  at,
  browser,
  network,
  eventKind,
  detail,
}: Pick<Row, 'at' | 'eventKind' | 'detail' | 'browser' | 'network'>): NoticedEvent {
  const happening = toHappening({ kind: filled(eventKind), detail: filled(detail) })
  return {
    at: filled(at),
    browser: filled(browser),
    network: filled(network),
    happening: happening as NoticedEvent['happening'],
  }
}
