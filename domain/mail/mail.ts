import type { Zone } from '../agency.ts'
import type { Digest } from '../archive/digest.ts'
import type { Origin } from '../audit/event.ts'
import type { Brand } from '../brand.ts'
import type { Told } from '../notice/notice.ts'
import type { EmailAddress } from './address.ts'

/** A row of the outbox; its link *Bukan saya* and the Message-ID of its mail come from it. */
export type MailId = Brand<string, 'MailId'>

/** What a mail with a code says: eight digits (R-RS-02), and until when they serve. */
export type ResetCode = { code: string; until: Date }

/** A happening as its notice tells it. */
export type NoticedEvent = Origin & { at: Date; happening: Told }

/**
 * A mail as it is put in words; `name` is the recipient's. An officer hears of another person, and
 * no more than is needed to find that one (2.8).
 */
export type Mail = { id: MailId; to: EmailAddress; name: string; zone: Zone; madeAt: Date } & (
  | { kind: 'notice'; event: NoticedEvent }
  | { kind: 'officerNotice'; event: NoticedEvent; about: { name: string; nip: string } }
  | { kind: 'resetCode' | 'correctionCode'; reset: ResetCode }
  | { kind: 'archiveDigest'; digest: Digest }
)

/** A code that serves no more is not worth a mail. */
export function isOverdue(mail: Mail, now: Date): boolean {
  return 'reset' in mail && now >= mail.reset.until
}
