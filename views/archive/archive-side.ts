import type { Purpose } from '#domain/archive/access.ts'
import { paths } from '../paths.ts'

/** Whose archive an officer looks at. */
export type LookedAt = { id: string; name: string; nip: string }

/**
 * Where the same things of an archive stand for its owner, and for an officer who looks at it for a
 * purpose. `to`: where a document is sent, undefined to whom nothing is asked of.
 */
export type ArchiveSide = {
  of: LookedAt | undefined
  purpose: Purpose
  overview: string
  gaps: string
  type: (type: string) => string
  record: (record: string, no?: number) => string
  page: (record: string, page: number, no: number) => string
  cover: ((record: string) => string) | undefined
  sheet: (record: string, no: number) => string
  to: ((type: string, slot: string) => string) | undefined
  sent: (version: string) => string
}

/** `mayAdd`: whoever has left the service reads on, and nothing is asked of them. */
export function ownArchive(mayAdd: boolean): ArchiveSide {
  return {
    of: undefined,
    purpose: 'own',
    overview: paths.archive,
    gaps: paths.archiveGaps,
    type: paths.archiveType,
    record: paths.archiveRecord,
    page: paths.archivePage,
    cover: paths.archiveCover,
    sheet: paths.archiveSheet,
    to: mayAdd ? paths.uploadTo : undefined,
    sent: paths.upload,
  }
}

export function employeeArchive(of: LookedAt, purpose: Purpose): ArchiveSide {
  return {
    of,
    purpose,
    overview: paths.employeeArchive(of.id, purpose),
    gaps: paths.employeeGaps(of.id, purpose),
    type: (type) => paths.employeeType(of.id, type, purpose),
    record: (record, no) => paths.employeeRecord(of.id, record, purpose, no),
    page: (record, page, no) => paths.employeeRecordPage(of.id, record, page, purpose, no),
    cover: undefined,
    sheet: (record, no) => paths.employeeRecordSheet(of.id, record, purpose, no),
    to: (type, slot) => paths.employeeUploadTo(of.id, type, slot),
    sent: paths.deskUpload,
  }
}
