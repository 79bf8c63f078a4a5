import type { Brand } from '../brand.ts'

/** A row of the outbox; its link *Bukan saya* and the Message-ID of its mail come from it. */
export type MailId = Brand<string, 'MailId'>

/** What the mail with a reset code says: eight digits (R-RS-02), and until when they serve. */
export type ResetCode = { code: string; until: Date }
