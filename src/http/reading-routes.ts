import { paths } from '#views/paths.ts'
import { getAccesses, getObjection, postObjection } from './archive/accesses.ts'
import { getFile, getPageImage } from './archive/file.ts'
import {
  getObjectionOf,
  getObjections,
  objectionAgain,
  postObjectionOf,
} from './archive/objections.ts'
import {
  getSecretReaders,
  postSecretReaders,
  secretReadersAgain,
} from './archive/secret-readers.ts'
import { postWork, workAgain } from './archive/verification/judgement.ts'
import { getQueue, postQueue } from './archive/verification/queue.ts'
import {
  askingAgain,
  getAsking,
  getRevocation,
  postAsking,
  postRevocation,
  revocationAgain,
} from './archive/verification/revocation.ts'
import { getWork } from './archive/verification/work.ts'
import { route } from './route.ts'

/** Reading records, for their person and for whoever's hat reaches them; and what verifiers do. */
export const readingRoutes = [
  route('GET', paths.versionPage(':id', ':page'), 'person', getPageImage('preview')),
  route('GET', paths.versionThumbnail(':id', ':page'), 'person', getPageImage('thumbnail')),
  route('GET', paths.versionFile(':id'), 'person', getFile),
  route('GET', paths.accesses, 'person', getAccesses),
  route('GET', paths.accessObjection(':n'), 'person', getObjection),
  route('POST', paths.accessObjection(':n'), 'person', postObjection),

  route('GET', paths.verification, 'verifier', getQueue),
  route('POST', paths.verification, 'verifier', postQueue),
  route('GET', paths.verificationOf(':id'), 'verifier', getWork),
  route('POST', paths.verificationOf(':id'), 'verifier', postWork, workAgain),
  route('GET', paths.revocationOf(':id'), 'verifier', getAsking),
  route('POST', paths.revocationOf(':id'), 'verifierActing', postAsking, askingAgain),
  route('GET', paths.revocation(':id'), 'verifier', getRevocation),
  route('POST', paths.revocation(':id'), 'verifierActing', postRevocation, revocationAgain),
  route('GET', paths.accessObjections, 'agencyAdmin', getObjections),
  route('GET', paths.accessObjectionOf(':id'), 'agencyAdmin', getObjectionOf),
  route(
    'POST',
    paths.accessObjectionOf(':id'),
    'agencyAdminActing',
    postObjectionOf,
    objectionAgain,
  ),
  route('GET', paths.secretReaders, 'agencyAdmin', getSecretReaders),
  route('POST', paths.secretReaders, 'agencyAdminActing', postSecretReaders, secretReadersAgain),
]
