import { join } from 'node:path'
import { writeLetter } from '#views/mail/letter.tsx'
import { mailLetter } from '#views/mail/mail-letter.ts'
import type { Config } from './config.ts'
import type { Mailbox } from './deps.ts'
import type { MailReport, Post } from './jobs/mail-sender.ts'
import { makeLocalMailbox } from './mail/local-mailbox.ts'
import { type Deliver, makeSmtp, type SmtpServer } from './mail/smtp.ts'
import type { Vault } from './secrets/vault.ts'
import type { Sql } from './store/database.ts'

/** Where mails go: to a server, or, on a desk without one, into a folder that a page shows. */
export type MailRoute = { deliver: Deliver; mailbox: Mailbox | undefined }

export function mailRouteOf(config: Config, clock: () => Date): MailRoute {
  if (config.kind === 'production') return overSmtp(config.smtp, config)
  if (config.smtp) return overSmtp(config.smtp, config)
  const mailbox = makeLocalMailbox(join(config.dataDir, 'surat'), clock)
  return { deliver: mailbox.deliver, mailbox }
}

function overSmtp(server: SmtpServer, { mailFrom }: Config): MailRoute {
  return { deliver: makeSmtp(server, mailFrom), mailbox: undefined }
}

type Outside = {
  sql: Sql
  clock: () => Date
  vault: Vault
  report: MailReport
  deliver: Deliver
  origin: string
}

/** What the mail sender works with; the words of a mail are written when it is sent. */
export function makePost({ sql, clock, vault, report, deliver, origin }: Outside): Post {
  return {
    sql,
    clock,
    report,
    open: ({ id, sealed }) => vault.openMail(id, sealed),
    deliver: (mail, late) => {
      const letter = mailLetter(mail, { origin, notMe: vault.notMeToken(mail.id) })
      return deliver({ ...mail, ...writeLetter(letter) }, late)
    },
  }
}
