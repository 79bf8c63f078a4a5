import { no, ok, type Result } from '../result.ts'

/**
 * What stands on paper beside a QR code: where in the log the leaf is, and the salt that its commitment
 * opens with. Of a berita acara, the SHA-256 of its list too, for which nobody has a file to choose.
 */
export type VerificationCode = DocumentCode | ListCode
export type DocumentCode = { kind: 'document'; index: number; salt: string }
export type ListCode = { kind: 'list'; index: number; salt: string; manifest: string }

export type CodeProblem = 'empty' | 'notACode'

const DOCUMENT = /^(?:1\.)?(0|[1-9]\d{0,15})\.([0-9a-f]{64})$/
const LIST = /^2\.(0|[1-9]\d{0,15})\.([0-9a-f]{64})\.([0-9a-f]{64})$/

/** Reads a code as people type and paste it: a whole link, in groups, in capitals, with O for 0. */
export function parseVerificationCode(typed: string): Result<VerificationCode, CodeProblem> {
  const text = plain(typed.replace(/^[^#]*#/, ''))
  if (text === '') return no('empty')
  const [, index, salt = ''] = DOCUMENT.exec(text) ?? []
  if (index && isIndex(index)) return ok({ kind: 'document', index: Number(index), salt })
  const [, of, eventSalt = '', manifest = ''] = LIST.exec(text) ?? []
  if (of && isIndex(of)) return ok({ kind: 'list', index: Number(of), salt: eventSalt, manifest })
  return no('notACode')
}

/** As it stands behind the # of a link. */
export function formatVerificationCode(code: VerificationCode): string {
  const { index, salt } = code
  return code.kind === 'document' ? `1.${index}.${salt}` : `2.${index}.${salt}.${code.manifest}`
}

/** As it is printed for people to type: groups of four, which `parseVerificationCode` takes too. */
export function groupedVerificationCode(code: VerificationCode): string {
  return formatVerificationCode(code).replace(/[0-9a-f]{64}/g, (hex) =>
    (hex.match(/.{4}/g) ?? []).join(' '),
  )
}

const SHA256 = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/

/** As other programs print it: alone, in groups and capitals, or in a line beside the file's name. */
export function parseFingerprint(typed: string): Result<string, 'empty' | 'notASha256'> {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text === '') return no('empty')
  const sha256 = SHA256.exec(text)?.[0] ?? plain(text).replace(/[:-]/g, '')
  return /^[0-9a-f]{64}$/.test(sha256) ? ok(sha256) : no('notASha256')
}

function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('o', '0')
}

function isIndex(digits: string): boolean {
  return Number.isSafeInteger(Number(digits))
}
