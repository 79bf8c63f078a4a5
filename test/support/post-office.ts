import { expect } from 'vitest'
import { startSmtp } from './smtp.ts'

/** An SMTP server with mailboxes that people look into: a mail that was read is taken out. */
export async function startPostOffice() {
  const { port, mails } = await startSmtp()

  async function read(recipient: string, subject: string): Promise<string> {
    const isIt = ({ to, mail }: (typeof mails)[number]) =>
      to.includes(recipient) && mail.subject === subject
    await expect.poll(() => mails.some(isIt), { timeout: 15_000, interval: 20 }).toBe(true)
    const [taken] = mails.splice(mails.findIndex(isIt), 1)
    return taken?.mail.text ?? ''
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    read,
    /** As it is printed: 1234 5678. */
    readCode: async (recipient: string) => {
      const text = await read(recipient, 'Kode reset Anda')
      return /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? ''
    },
    readNotMeLink: async (recipient: string, subject: string) => {
      const text = await read(recipient, subject)
      return /\S+\/bukan-saya\/\S+/.exec(text)?.[0] ?? ''
    },
  }
}
