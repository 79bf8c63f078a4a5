import type { UploadForm } from '#domain/archive/upload.ts'
import { paths } from '../paths.ts'
import { ARCHIVE } from './overview/overview-words.ts'
import { FOR_OTHERS } from './upload-words.ts'

/** Whom an officer sends for. */
export type SentFor = { id: string; name: string; nip: string }

/** Where the same things stand for whoever sends their own, and for an officer who sends for them. */
export type UploadSide = {
  sentFor: SentFor | undefined
  list: string
  /** Where all documents stand, to go on with another one. */
  back: { path: string; label: string }
  to: (type: string, slot: string, form: UploadForm) => string
  upload: (id: string) => string
  progress: (id: string) => string
  cancel: (id: string) => string
  rowRemoval: (type: string, key: string) => string
  twins: string
}

export const ownSide: UploadSide = {
  sentFor: undefined,
  list: paths.uploads,
  back: { path: paths.archive, label: ARCHIVE.back },
  to: paths.uploadTo,
  upload: paths.upload,
  progress: paths.uploadProgress,
  cancel: paths.uploadCancel,
  rowRemoval: paths.rowRemoval,
  twins: paths.uploadTwins,
}

export function deskSide(person: SentFor): UploadSide {
  return {
    sentFor: person,
    list: paths.deskUploads,
    back: { path: paths.employeeUploads(person.id), label: FOR_OTHERS.back },
    to: (type, slot, form) => paths.employeeUploadTo(person.id, type, slot, form),
    upload: paths.deskUpload,
    progress: paths.deskUploadProgress,
    cancel: paths.deskUploadCancel,
    rowRemoval: (type, key) => paths.employeeRowRemoval(person.id, type, key),
    twins: paths.deskUploadTwins(person.id),
  }
}
