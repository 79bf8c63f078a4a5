import { STATUS_MOVES } from '../moves.ts'
import type { VersionStatus } from '../version.ts'
import { numberIn, type Told, textIn } from './told.ts'

/** What the events of its record say of one version. */
export type RebuiltVersion = {
  no: number | undefined
  status: VersionStatus
  bytes: number | undefined
  uploadedBy: string | null
  uploadedAs: string | null
  receivedAt: string
  verified: { by: string | null; as: string | null; at: string } | undefined
  supersededAt: string | undefined
  /** Of the metadata with which it was verified last; missing in what was verified before 0034. */
  metadata: string | undefined
}

type Versions = ReadonlyMap<string, RebuiltVersion>

/** Undefined where this cannot follow what was told before. */
export function retellVersion(versions: Versions, told: Told): Versions | undefined {
  const id = textIn(told.body, 'version')
  if (told.name === 'uploadCompleted')
    return id === undefined ? undefined : begin(versions, id, told)
  const moves = STATUS_MOVES.filter(([, , by]) => by === told.name)
  if (moves.length === 0 || id === undefined) return moves.length === 0 ? versions : undefined
  const version = versions.get(id)
  const move = moves.find(([from]) => from === version?.status)
  return version && move && new Map(versions).set(id, moved(version, move[1], told))
}

function begin(
  versions: Versions,
  id: string,
  { at, actor, hat, body }: Told,
): Versions | undefined {
  if (versions.has(id)) return undefined
  return new Map(versions).set(id, {
    no: numberIn(body, 'no'),
    status: 'quarantined',
    bytes: numberIn(body, 'bytes'),
    uploadedBy: actor,
    uploadedAs: hat,
    receivedAt: at,
    verified: undefined,
    supersededAt: undefined,
    metadata: undefined,
  })
}

function moved(version: RebuiltVersion, status: VersionStatus, told: Told): RebuiltVersion {
  const { at, actor, hat, body } = told
  switch (told.name) {
    case 'recordVerified': {
      const verified = { by: actor, as: hat, at }
      return { ...version, status, verified, metadata: textIn(body, 'metadata') }
    }
    case 'versionSuperseded':
      return { ...version, status, supersededAt: at }
    case 'verificationRevoked':
      return { ...version, status, verified: undefined }
    default:
      return { ...version, status }
  }
}
