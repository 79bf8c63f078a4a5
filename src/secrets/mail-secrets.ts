import type { MailId, ResetCode } from '#domain/mail/mail.ts'
import type { Keys } from './keys.ts'
import { open, type Sealed, seal } from './seeds.ts'
import { macOf, sameBytes } from './tokens.ts'

const ID_BYTES = 16
const MAC_BYTES = 32

/** What a mail carries in secret opens for its own row of the outbox alone. */
export function sealMail(keys: Keys, id: MailId, { code, until }: ResetCode): Sealed {
  return seal(keys, `mail:${id}`, Buffer.from(`${code} ${until.toISOString()}`))
}

export function openMail(keys: Keys, id: MailId, sealed: Sealed): ResetCode {
  const [code = '', until = ''] = open(keys, `mail:${id}`, sealed).toString().split(' ')
  return { code, until: new Date(until) }
}

/** The end of a link *Bukan saya*, derived from the mail's id: nothing of it is stored. */
export function notMeToken(keys: Keys, id: MailId): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([bytes, macOf(keys, 'bukan-saya', id)]).toString('base64url')
}

/** Whose link it is; undefined for what we never wrote, spelled another way included. */
export function readNotMeToken(keys: Keys, token: string): MailId | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token)
    return undefined
  const id = toId(bytes.subarray(0, ID_BYTES).toString('hex'))
  return sameBytes(macOf(keys, 'bukan-saya', id), bytes.subarray(ID_BYTES)) ? id : undefined
}

function toId(hex: string): MailId {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as MailId
}
