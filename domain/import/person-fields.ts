import { type EmailAddress, parseEmailAddress } from '../mail/address.ts'
import { no, ok, type Result } from '../result.ts'

const MAX_NAME = 200

/** As pages show it: in NFC, on one line; a replacement character tells of a file not in UTF-8. */
export function readName(text: string | undefined): Result<string | undefined, 'name'> {
  const name = text
    ?.normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  if (!name) return ok(undefined)
  const isName = name.length <= MAX_NAME && /\p{L}/u.test(name) && !name.includes('\ufffd')
  return isName ? ok(name) : no('name')
}

export function readAgencyCode(text: string | undefined): Result<string | undefined, 'agency'> {
  const code = text?.trim()
  if (!code) return ok(undefined)
  return /^[A-Za-z0-9-]{1,36}$/.test(code) ? ok(code) : no('agency')
}

/** As agencies write them: no two of them agree on a form. */
export function readUnitCode(text: string | undefined): Result<string | undefined, 'unit'> {
  const code = text?.trim()
  if (!code) return ok(undefined)
  return /^[A-Za-z0-9._/-]{1,64}$/.test(code) ? ok(code) : no('unit')
}

/** At most two, each once whatever its case. */
export function readEmails(texts: readonly (string | undefined)[]): {
  emails: EmailAddress[]
  leftOut: 'email'[]
} {
  const read = texts.filter((text) => text?.trim()).map((text) => parseEmailAddress(text ?? ''))
  const addresses = read.flatMap((one) => (one.ok ? [one.value] : []))
  const emails = addresses.filter(
    (one, at) => addresses.findIndex((other) => sameAddress(one, other)) === at,
  )
  return { emails, leftOut: read.flatMap((one) => (one.ok ? [] : ['email' as const])) }
}

function sameAddress(one: EmailAddress, other: EmailAddress): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
