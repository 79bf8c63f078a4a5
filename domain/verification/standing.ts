import type { Stage } from '../archive/record.ts'
import type { Version } from '../archive/version.ts'
import { isCount } from '../tlog/count.ts'

/**
 * What became of a version after it was verified, and the leaf that says so: none while that waits to be
 * signed. Nothing of a person, nor of what the document is about.
 */
export type Standing =
  | { kind: 'current' }
  | { kind: 'superseded'; version: number; leaf: number | undefined }
  | { kind: 'revoked'; leaf: number | undefined }
  | { kind: 'destroyed'; leaf: number | undefined }

/** Of the leaves of a record, those that a stranger may be told of. */
export type LaterLeaf = {
  event: 'recordVerified' | 'verificationRevoked' | 'recordDestroyed'
  version: number
  leaf: number | undefined
}

/** `later`: of the same record and after the leaf that is asked about, in the order they came. */
export type AfterVerification = {
  stage: Stage
  status: Version['status']
  version: number
  later: readonly LaterLeaf[]
}

/** The gravest first; a verification that was revoked and given anew stands. Undefined: it cannot be told. */
export function standingOf(after: AfterVerification): Standing | undefined {
  const { stage, status, version, later } = after
  const last = (event: LaterLeaf['event']) => later.findLast((one) => one.event === event)
  if (stage === 'destroyed') return { kind: 'destroyed', leaf: last('recordDestroyed')?.leaf }
  if (status === 'verified') return { kind: 'current' }
  if (status !== 'superseded') return { kind: 'revoked', leaf: revocationOf(after)?.leaf }
  const newer = last('recordVerified')
  if (!newer || newer.version <= version) return undefined
  return { kind: 'superseded', version: newer.version, leaf: newer.leaf }
}

/** An answer of the server, which may say anything; undefined for what says nothing. */
export function parseStanding(said: unknown): Standing | undefined {
  const { kind, version, leaf } = Object(said) as Record<string, unknown>
  if (leaf !== undefined && !isCount(leaf)) return undefined
  switch (kind) {
    case 'current':
      return { kind }
    case 'superseded':
      return isCount(version) ? { kind, version, leaf } : undefined
    case 'revoked':
    case 'destroyed':
      return { kind, leaf }
    default:
      return undefined
  }
}

function revocationOf({ version, later }: AfterVerification): LaterLeaf | undefined {
  return later.findLast((one) => one.event === 'verificationRevoked' && one.version === version)
}
