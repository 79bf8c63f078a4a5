import { formatVerificationCode, type VerificationCode } from '#domain/verification/code.ts'
import { paths } from '../paths.ts'

type Named = Pick<Extract<VerificationCode, { kind: 'document' }>, 'index' | 'salt'>

/** What the QR of a document opens; what stands behind the # no browser sends. */
export function verificationLink(origin: string, { index, salt }: Named): string {
  return linkOf(origin, { kind: 'document', index, salt })
}

/** The same of a berita acara, whose list nobody has as a file. */
export function listVerificationLink(origin: string, list: Named & { manifest: string }): string {
  return linkOf(origin, { kind: 'list', ...list })
}

/** Of either. */
export function linkOf(origin: string, code: VerificationCode): string {
  return `${origin}${paths.check}#${formatVerificationCode(code)}`
}
