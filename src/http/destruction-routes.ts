import { BATCH_ACT_PATHS } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import { batchActAgain, getBatchAct, postBatchAct } from './archive/destruction/act.ts'
import { getBatch } from './archive/destruction/batch.ts'
import { getBatches } from './archive/destruction/batches.ts'
import { getCertificate, getCertificateFile } from './archive/destruction/certificate.ts'
import { batchItemAgain, getBatchItem, postBatchItem } from './archive/destruction/item.ts'
import { batchItemsAgain, getBatchItems, postBatchItems } from './archive/destruction/items.ts'
import {
  batchObjectionAgain,
  getBatchObjection,
  postBatchObjection,
} from './archive/destruction/objection.ts'
import { getBatchPaper } from './archive/destruction/paper.ts'
import { getProposals, postProposals, proposalsAgain } from './archive/destruction/proposals.ts'
import { route } from './route.ts'

/** Of those who sit in a batch, whose seat decides what each may do there. */
export const destructionRoutes = [
  route('GET', paths.batches, 'disposer', getBatches),
  route('GET', paths.proposals, 'archivist', getProposals),
  route('POST', paths.proposals, 'archivistActing', postProposals, proposalsAgain),
  route('GET', paths.batch(':id'), 'disposer', getBatch),
  ...BATCH_ACT_PATHS.flatMap((act) => [
    route('GET', paths.batchAct(':id', act), 'disposer', getBatchAct(act)),
    route(
      'POST',
      paths.batchAct(':id', act),
      'disposerActing',
      postBatchAct(act),
      batchActAgain(act),
    ),
  ]),
  route('GET', paths.batchPaper(':id', ':paper'), 'disposer', getBatchPaper),
  route('GET', paths.batchCertificate(':id'), 'disposer', getCertificate),
  route('GET', paths.batchCertificatePdf(':id'), 'disposer', getCertificateFile),
  route('GET', paths.batchItems(':id'), 'disposer', getBatchItems),
  route('POST', paths.batchItems(':id'), 'disposerActing', postBatchItems, batchItemsAgain),
  route('GET', paths.batchItem(':id', ':record'), 'disposer', getBatchItem),
  route('POST', paths.batchItem(':id', ':record'), 'disposerActing', postBatchItem, batchItemAgain),
  route('GET', paths.batchObjection(':id', ':record'), 'disposer', getBatchObjection),
  route(
    'POST',
    paths.batchObjection(':id', ':record'),
    'disposerActing',
    postBatchObjection,
    batchObjectionAgain,
  ),
]
