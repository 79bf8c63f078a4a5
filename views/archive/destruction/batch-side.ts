import { paths } from '../../paths.ts'

/** Where a list and what belongs to it stand, for its agency and for an auditor. */
export type BatchSide = {
  list: string
  batch: (id: string) => string
  items: (id: string, after?: string) => string
  item: (id: string, record: string) => string
  paper: (id: string, paper: string) => string
  certificate: (id: string) => string
  certificatePdf: (id: string) => string
}

export const agencyBatches: BatchSide = {
  list: paths.batches,
  batch: paths.batch,
  items: paths.batchItems,
  item: paths.batchItem,
  paper: paths.batchPaper,
  certificate: paths.batchCertificate,
  certificatePdf: paths.batchCertificatePdf,
}

export const auditedBatches: BatchSide = {
  list: paths.auditedBatches,
  batch: paths.auditedBatch,
  items: paths.auditedItems,
  item: paths.auditedItem,
  paper: paths.auditedPaper,
  certificate: paths.auditedCertificate,
  certificatePdf: paths.auditedCertificatePdf,
}
