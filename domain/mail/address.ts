import type { Brand } from '../brand.ts'
import { no, ok, type Result } from '../result.ts'

/** One mailbox and nothing else: a mailer would read more as a list of recipients. */
export type EmailAddress = Brand<string, 'EmailAddress'>

export type EmailAddressProblem = 'empty' | 'tooLong' | 'malformed'

const MAX_LENGTH = 254
const MAX_LOCAL = 64

/**
 * Reads an address as people type it. What separates, groups or quotes recipients is refused, and
 * so is what does not show: it could end a line of the mail's head.
 */
export function parseEmailAddress(text: string): Result<EmailAddress, EmailAddressProblem> {
  const address = text.trim().normalize('NFC')
  if (address === '') return no('empty')
  if (address.length > MAX_LENGTH) return no('tooLong')
  const [local = '', host = '', ...more] = address.split('@')
  const isWhole = more.length === 0 && isLocalPart(local) && isHost(host)
  return isWhole ? ok(address as EmailAddress) : no('malformed')
}

function isLocalPart(text: string): boolean {
  const isDotted = text.split('.').every((part) => part !== '')
  return isDotted && text.length <= MAX_LOCAL && !/[\s\p{C}\p{Z},;:<>()[\]\\"]/u.test(text)
}

function isHost(text: string): boolean {
  const labels = text.split('.')
  return (
    labels.length > 1 &&
    labels.every((label) =>
      /^[\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(label),
    )
  )
}
