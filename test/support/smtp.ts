import { createServer, type Server } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

/** A mail as a server took it: whom it was for, and what it says. */
type TakenMail = { from: string; to: string[]; mail: Email; raw: string }

type Refusal = { code: number; text: string }

/** `refuse`: what RCPT TO is answered; `taken`: called before the mail is said to be taken. */
type Options = {
  port?: number
  refuse?: (address: string) => Refusal | undefined
  refuseSender?: Refusal
  refuseData?: Refusal
  taken?: (mail: TakenMail) => void | Promise<void>
}

/** A real SMTP server on a port of this machine, which keeps what it takes. */
export async function startSmtp({ port = 0, taken, ...options }: Options = {}) {
  const mails: TakenMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onMailFrom: (_, __, callback) => callback(refusal(options.refuseSender)),
    onRcptTo: ({ address }, _, callback) => callback(refusal(options.refuse?.(address))),
    onData: (stream, { envelope }, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const raw = Buffer.concat(parts)
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address)
        const one = { from, to, mail: await PostalMime.parse(raw), raw: raw.toString('latin1') }
        if (!options.refuseData) mails.push(one)
        await taken?.(one)
        callback(refusal(options.refuseData))
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const address = server.server.address()
  const close = () => new Promise<void>((closed) => server.close(closed))
  afterAll(close)
  return {
    mails,
    port: typeof address === 'object' && address ? address.port : 0,
    /** Those written to one address. */
    to: (recipient: string) => mails.filter(({ to }) => to.includes(recipient)),
    close,
  }
}

function refusal(said: Refusal | undefined): Error | null {
  return said ? Object.assign(new Error(said.text), { responseCode: said.code }) : null
}

/** A server that takes connections and never says a word. */
export async function startMuteServer() {
  const server: Server = createServer(() => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  afterAll(() => server.close())
  return { port: typeof address === 'object' && address ? address.port : 0, server }
}
