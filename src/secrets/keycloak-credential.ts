import type { LeftOut } from '#domain/import/finding.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { bytesOfBase32 } from './base32.ts'
import { isWithinBounds, type KeycloakHash } from './keycloak-hash.ts'

/** A credential of an export; of an unknown algorithm or type the name, which is no secret. */
export type ReadCredential =
  | { kind: 'password'; hash: KeycloakHash }
  | { kind: 'otp'; seed: Buffer; label: string }
  | { kind: 'leftOut'; reason: LeftOut; algorithm?: string }
  | { kind: 'ignored'; type: string }

type Fields = Record<string, unknown>

/** The two layouts as one; `additional` are the parameters of Argon2. */
type Flat = { secret: Fields; data: Fields; additional: Fields }

const PBKDF2 = ['pbkdf2', 'pbkdf2-sha256', 'pbkdf2-sha512'] as const
const VERSIONS = new Map<string, 0x10 | 0x13>([
  ['1.0', 0x10],
  ['1.3', 0x13],
])
const TYPES = ['id', 'i', 'd'] as const
const MAX_ITERATIONS = 2_000_000

/** Reads one credential in the layout of Keycloak 8 and later, or of 7 and before (domain.md 2). */
export function readCredential(credential: unknown): ReadCredential {
  const fields = fieldsOf(credential)
  const type = textOf(fields['type'])
  switch (type) {
    case 'password':
      return passwordOf(fields)
    case 'otp':
    case 'totp':
    case 'hotp':
      return otpOf(fields, type)
    default:
      return { kind: 'ignored', type }
  }
}

function passwordOf(fields: Fields): ReadCredential {
  const flat = flatten(fields, 'hashedSaltedValue')
  if (!flat.ok) return { kind: 'leftOut', reason: flat.problem }
  const { secret, data, additional } = flat.value
  const algorithm = textOf(data['algorithm'])
  const iterations = numberOf(data['hashIterations'])
  if (iterations === undefined || iterations < 0)
    return { kind: 'leftOut', reason: 'iterationsMissing' }
  const [value, salt] = [bytesOf(secret['value']), bytesOf(secret['salt'])]
  if (!value || !salt) return { kind: 'leftOut', reason: 'malformedSecretData' }
  const hash = hashOf(algorithm, { value, salt, iterations }, additional)
  if (!hash) return { kind: 'leftOut', reason: 'unknownAlgorithm', algorithm: named(algorithm) }
  if (isWithinBounds(hash)) return { kind: 'password', hash }
  const reason = iterations > MAX_ITERATIONS ? 'iterationsTooHigh' : 'outOfBounds'
  return { kind: 'leftOut', reason, algorithm }
}

function hashOf(
  algorithm: string,
  common: { value: Buffer; salt: Buffer; iterations: number },
  additional: Fields,
): KeycloakHash | undefined {
  const pbkdf2 = PBKDF2.find((one) => one === algorithm)
  if (pbkdf2) return { algorithm: pbkdf2, ...common }
  const type = TYPES.find((one) => one === firstOf(additional['type']))
  const version = VERSIONS.get(firstOf(additional['version']))
  if (algorithm !== 'argon2' || !type || !version) return undefined
  const memoryKib = Number(firstOf(additional['memory']))
  const parallelism = Number(firstOf(additional['parallelism']))
  return { algorithm, ...common, argon2: { type, version, memoryKib, parallelism } }
}

/** Our codes are TOTP with SHA-1, 6 digits and 30 s (R-OT-01): other devices cannot be taken over. */
function otpOf(fields: Fields, type: string): ReadCredential {
  const flat = flatten(fields, 'hashedSaltedValue')
  if (!flat.ok) return { kind: 'leftOut', reason: flat.problem }
  const { secret, data } = flat.value
  const kind = type === 'otp' ? textOf(data['subType']) : type
  const algorithm = textOf(data['algorithm'] ?? 'HmacSHA1')
  const isOurs =
    kind === 'totp' &&
    algorithm === 'HmacSHA1' &&
    (numberOf(data['digits']) || 6) === 6 &&
    (numberOf(data['period']) || 30) === 30
  if (!isOurs) return { kind: 'leftOut', reason: 'unsupportedOtp' }
  const seed = seedOf(textOf(secret['value']), data['secretEncoding'] === 'BASE32')
  if (!seed?.length) return { kind: 'leftOut', reason: 'malformedSecretData' }
  return { kind: 'otp', seed, label: textOf(fields['userLabel']) }
}

/** The bytes of the text itself, even if it looks like base32, unless it says that it is. */
function seedOf(value: string, isBase32: boolean): Buffer | undefined {
  return isBase32 ? bytesOfBase32(value) : Buffer.from(value)
}

/** Flat is what lacks one of the two strings and has no `value`: that would be a plain password. */
function flatten(fields: Fields, valueName: string): Result<Flat, LeftOut> {
  const { secretData, credentialData } = fields
  if (typeof secretData !== 'string' || typeof credentialData !== 'string') {
    if (fields['value'] !== undefined) return no('plainTextPassword')
    const secret = { value: fields[valueName], salt: fields['salt'] }
    return ok({ secret, data: fields, additional: fieldsOf(fields['config']) })
  }
  const data = parseJson(credentialData)
  if (!data) return no('malformedCredentialData')
  const secret = parseJson(secretData)
  if (!secret) return no('malformedSecretData')
  return ok({ secret, data, additional: fieldsOf(data['additionalParameters']) })
}

function parseJson(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Node skips what is not base64, so a damaged hash would be another, shorter one. */
function bytesOf(value: unknown): Buffer | undefined {
  const bytes = Buffer.from(textOf(value), 'base64')
  return bytes.length > 0 && bytes.toString('base64') === value ? bytes : undefined
}

/** Parameters stand there as lists of one text each. */
function firstOf(value: unknown): string {
  return textOf(Array.isArray(value) ? value[0] : value)
}

/** As far as it may stand in a report: the name of a provider, nothing else. */
function named(algorithm: string): string {
  return algorithm.replace(/[^\w.-]/g, '').slice(0, 40)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
