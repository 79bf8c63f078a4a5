import { createTransport } from 'nodemailer'
import { type EmailAddress, parseEmailAddress } from '#domain/mail/address.ts'
import type { MailId } from '#domain/mail/mail.ts'
import type { MailFailure } from '#domain/mail/retry.ts'
import type { WrittenMail } from '#domain/mail/written-mail.ts'
import { no, ok, type Result } from '#domain/result.ts'

/** Where mails are handed over, and in whose name. */
export type SmtpServer = {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  secure: boolean
  auth: { user: string; pass: string } | undefined
}

export type Sender = { name: string; address: string }

export type Envelope = { id: MailId; to: EmailAddress; name: string }

/** Hands a mail over; `late` breaks it off. Never rejects because of the other side. */
export type Deliver = (
  mail: WrittenMail & Envelope,
  late: AbortSignal,
) => Promise<Result<true, MailFailure>>

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000
const WHOLE_MS = 30_000

/** A connection a mail, so that none is held open for a server that is away. */
export function makeSmtp(server: SmtpServer, from: Sender): Deliver {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    ...(server.auth && { auth: server.auth, requireTLS: !server.secure }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.address.split('@')[1] ?? 'localhost'
  return async ({ id, to, name, subject, text, html }, late) => {
    // nodemailer reads an address as a list of them, wherever it came from.
    if (!parseEmailAddress(to).ok) return no('unwritable')
    const mail = {
      from,
      to: { name, address: to },
      subject,
      text,
      html,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.any([late, AbortSignal.timeout(WHOLE_MS)]),
    }
    try {
      await transport.sendMail(mail)
      return ok(true)
    } catch (problem) {
      return no(failureOf(problem))
    }
  }
}

/**
 * About this mail alone, or about us and all our mails: whoever refuses to greet, to log in or the
 * sender is away, for all the operator can tell. 5.7 means policy, which may still be mended.
 */
function failureOf(problem: unknown): MailFailure {
  const { command, responseCode, response } = fieldsOf(problem)
  const isRefused = (command === 'RCPT TO' || command === 'DATA') && responseCode !== 421
  if (!isRefused) return 'unreachable'
  const isPolicy = /^\d{3}[ -]5\.7\./.test(String(response))
  const isForGood = command === 'RCPT TO' && Number(responseCode) >= 500 && !isPolicy
  return isForGood ? 'mailboxRefused' : 'refusedForNow'
}

function fieldsOf(problem: unknown): Record<string, unknown> {
  return typeof problem === 'object' && problem !== null ? { ...problem } : {}
}
