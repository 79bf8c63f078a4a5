import type { Context, Hono } from 'hono'
import { mailboxPage } from '#views/mailbox/mailbox-page.tsx'
import { paths } from '#views/paths.ts'
import type { ForAnyone, Mailbox } from '../../deps.ts'
import { respond } from '../respond.ts'

/** Mounted only where there is a mailbox: production is given none, and these are no addresses there. */
export function mountMailbox(app: Hono<ForAnyone>, mailbox: Mailbox): void {
  app.get(paths.mailbox, getMailbox(mailbox))
  app.get(paths.mailboxJson, getMailboxJson(mailbox))
  app.get(paths.mailHtml(':id'), getMailHtml(mailbox))
}

/** GET /pengembangan/surat */
function getMailbox(mailbox: Mailbox) {
  return async (c: Context<ForAnyone>) => respond(c, mailboxPage(await mailbox.list()))
}

/** GET /pengembangan/surat.json */
function getMailboxJson(mailbox: Mailbox) {
  return async (c: Context<ForAnyone>) => {
    const mails = await mailbox.list()
    return c.json(mails.map(({ to, subject, text, html, at }) => ({ to, subject, text, html, at })))
  }
}

/** GET /pengembangan/surat/:id: the HTML of one mail, as a mail client would draw it. */
function getMailHtml(mailbox: Mailbox) {
  return async (c: Context<ForAnyone>) => {
    const mail = (await mailbox.list()).find(({ id }) => id === c.req.param('id'))
    return mail ? c.html(mail.html) : c.notFound()
  }
}
