import type { Happening } from '#domain/audit/event.ts'
import { after } from '#domain/instant.ts'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { MailId } from '#domain/mail/mail.ts'
import type { MailFailure } from '#domain/mail/retry.ts'
import type { PersonId } from '#domain/person.ts'
import type { Post } from '#src/jobs/mail-sender.ts'
import { makeSmtp } from '#src/mail/smtp.ts'
import { makePost } from '#src/post.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addEvent } from '#src/store/events.ts'
import { addMail } from '#src/store/outbox.ts'
import { NOW } from './builders.ts'
import { vault } from './secrets.ts'
import { origin } from './tries.ts'

export const SENDER = { name: 'ASN Digital', address: 'tidak-dibalas@asn.example.go.id' }
export const SITE = 'https://asn.example.go.id'
export const CODE = '12345678'

/** Nobody leaves and nothing is late. */
export const GOING_ON = {
  leaving: new AbortController().signal,
  late: new AbortController().signal,
}

export type Failed = { mail: string; failure: MailFailure; givenUp: boolean }

/** A sender to a server on this machine, under a clock that the test moves. */
export function postTo(sql: Sql, port: number, fields: Partial<Post> = {}) {
  let now = NOW
  const failed: Failed[] = []
  const problems: unknown[] = []
  const report = {
    problem: (problem: unknown) => problems.push(problem),
    mailFailed: (line: Failed) => failed.push(line),
  }
  const server = { host: '127.0.0.1', port, secure: false, auth: undefined }
  const deliver = makeSmtp(server, SENDER)
  const outside = { sql, clock: () => now, vault, report, deliver, origin: SITE }
  const pass = (seconds: number) => {
    now = after(now, seconds)
  }
  return { post: { ...makePost(outside), ...fields }, failed, problems, pass }
}

export async function tell(
  sql: Sql,
  person: PersonId,
  happening: Happening = { kind: 'codeReplayed' },
): Promise<void> {
  await addEvent(sql, { ...origin, at: NOW, person, actor: person, happening })
}

/** The mail with a code, as a reset writes it. */
export async function addCodeMail(
  sql: Sql,
  { person, address }: { person: PersonId; address: string },
): Promise<MailId> {
  const id = vault.newId() as MailId
  const sealed = vault.sealMail(id, { code: CODE, until: after(NOW, 600) })
  const to = address as EmailAddress
  await inTransaction(sql, (tx) =>
    addMail(tx, { id, person, address: to, kind: 'resetCode', sealed, madeAt: NOW }),
  )
  return id
}
