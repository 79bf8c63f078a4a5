import type { Stage } from '../record.ts'
import type { VersionStatus } from '../version.ts'
import type { RebuiltRecord } from './rebuild-record.ts'
import type { RebuiltVersion } from './rebuild-version.ts'

/** A record as its row has it. `isHeld`: what the holds themselves say. */
export type FoundRecord = {
  agency: string
  type: string
  stage: Stage
  nextN: number
  nextNo: number
  held: boolean
  isHeld: boolean
  destroyedAt: string | null
  versions: readonly FoundVersion[]
}

/** `metadata`: the digest of what the row has, under its salt; null where it has none. */
export type FoundVersion = {
  id: string
  no: number
  agency: string
  status: VersionStatus
  bytes: number
  uploadedBy: string
  uploadedAs: string | null
  receivedAt: string
  verifiedBy: string | null
  verifiedAs: string | null
  verifiedAt: string | null
  supersededAt: string | null
  isKeyGone: boolean
  metadata: string | null
}

/** The version that it is of, where it is not of the record itself. */
export type RecordDifference = { version?: FoundVersion } & (
  | { kind: 'field'; field: string }
  | { kind: 'untold' }
  | { kind: 'missing'; id: string }
)

/** Every field that the events decide and the rows contradict. */
export function compareRecord(found: FoundRecord, told: RebuiltRecord): RecordDifference[] {
  const fields: Record<string, boolean> = {
    stage: isStage(found.stage, told),
    next_n: found.nextN === told.nextN,
    next_no: found.nextNo === told.nextNo,
    agency: told.agency === undefined || found.agency === told.agency,
    type: told.type === undefined || found.type === told.type,
    destroyed_at: told.destroyedAt === undefined || found.destroyedAt === told.destroyedAt,
    held: found.stage === 'destroyed' || found.held === found.isHeld,
  }
  return [...wrongOf(fields), ...missing(found, told), ...compareVersions(found, told)]
}

/** A restore forces what was destroyed to be so again, whatever else was lost. */
function isStage(stage: Stage, told: RebuiltRecord): boolean {
  return stage === told.stage || (told.isRestored && stage === 'destroyed')
}

function missing({ versions }: FoundRecord, told: RebuiltRecord): RecordDifference[] {
  const there = new Set(versions.map(({ id }) => id))
  const lost = [...told.versions.keys()].filter((id) => !there.has(id))
  return lost.map((id) => ({ kind: 'missing', id }))
}

function compareVersions(record: FoundRecord, told: RebuiltRecord): RecordDifference[] {
  return record.versions.flatMap((version): RecordDifference[] => {
    const rebuilt = told.versions.get(version.id)
    if (!rebuilt) return [{ version, kind: 'untold' }]
    const wrong = wrongOf(fieldsOf(version, rebuilt, { record, told }))
    return wrong.map((one) => ({ version, ...one }))
  })
}

type Of = { record: FoundRecord; told: RebuiltRecord }

function fieldsOf(found: FoundVersion, told: RebuiltVersion, of: Of): Record<string, boolean> {
  const { verified } = told
  return {
    no: found.no === told.no,
    status: isStatus(found, told, of.told),
    agency: found.agency === of.record.agency,
    bytes: told.bytes === undefined || found.bytes === told.bytes,
    uploaded_by: found.uploadedBy === told.uploadedBy,
    uploaded_as: found.uploadedAs === told.uploadedAs,
    received_at: found.receivedAt === told.receivedAt,
    verified_by: found.verifiedBy === (verified?.by ?? null),
    verified_as: found.verifiedAs === (verified?.as ?? null),
    verified_at: found.verifiedAt === (verified?.at ?? null),
    superseded_at: found.supersededAt === (told.supersededAt ?? null),
    metadata: isMetadata(found, told),
  }
}

/** A version whose key went, of which nobody knows any more why, was withdrawn by the restore. */
function isStatus(
  found: FoundVersion,
  told: RebuiltVersion,
  { isRestored }: RebuiltRecord,
): boolean {
  return (
    found.status === told.status || (isRestored && found.isKeyGone && found.status === 'withdrawn')
  )
}

function isMetadata({ isKeyGone, metadata }: FoundVersion, told: RebuiltVersion): boolean {
  return isKeyGone || told.metadata === undefined || metadata === told.metadata
}

function wrongOf(fields: Record<string, boolean>): { kind: 'field'; field: string }[] {
  return Object.entries(fields).flatMap(([field, isRight]) =>
    isRight ? [] : [{ kind: 'field' as const, field }],
  )
}
