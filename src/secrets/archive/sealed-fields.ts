import { createHmac, randomBytes } from 'node:crypto'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'

/**
 * What of a version dies with its key (archive.md 5.2): what its owner called the file, its plain
 * SHA-256, the salt that its commitment opens with, and the hashes of pictures it was made of.
 */
export type SealedFields = { name: string; sha256: string; salt: string; pictures: string[] }

const SALT = 32

export function newCommitment(sha256: Buffer): { salt: Buffer; commitment: Buffer } {
  const salt = randomBytes(SALT)
  return { salt, commitment: createHmac('sha256', salt).update(sha256).digest() }
}

export function sealFields(key: Buffer, version: VersionId, fields: SealedFields): Promise<Buffer> {
  return sealBytes(key, sealContext('sealed', version, 0), Buffer.from(JSON.stringify(fields)))
}

export async function openFields(
  key: Buffer,
  version: VersionId,
  sealed: Buffer,
): Promise<SealedFields> {
  return JSON.parse((await openBytes(key, sealContext('sealed', version, 0), sealed)).toString())
}
