import { paths } from '#views/paths.ts'
import { getOpenUploads, getTwins, postTwins } from './archive/open-uploads.ts'
import { getRowRemoval, postRowRemoval, rowRemovalAgain } from './archive/row-removal.ts'
import {
  cancelAgain,
  getCancel,
  getSentProgress,
  getSentUpload,
  postCancel,
} from './archive/sent-upload.ts'
import { headByTus, ownTus } from './archive/tus.ts'
import { getUploadForm, postUploadForm, uploadFormAgain } from './archive/upload-form.ts'
import { OWN } from './archive/upload-side.ts'
import { route } from './route.ts'

/** Addresses of a person's own archive. */
export const archiveRoutes = [
  route('GET', paths.uploadTo(':type', ''), 'person', getUploadForm(OWN)),
  route('POST', paths.uploadTo(':type', ''), 'person', postUploadForm(OWN), uploadFormAgain(OWN)),
  route('GET', paths.rowRemoval(':type', ''), 'person', getRowRemoval(OWN)),
  route('POST', paths.rowRemoval(':type', ''), 'person', postRowRemoval(OWN), rowRemovalAgain(OWN)),
  route('GET', paths.uploads, 'person', getOpenUploads),
  route('POST', paths.uploads, 'person', ownTus),
  route('OPTIONS', paths.uploads, 'person', ownTus),
  route('GET', paths.uploadTwins, 'person', getTwins(OWN)),
  route('POST', paths.uploadTwins, 'person', postTwins(OWN)),
  route('GET', paths.upload(':id'), 'person', headByTus(ownTus, getSentUpload(OWN))),
  route('PATCH', paths.upload(':id'), 'person', ownTus),
  route('DELETE', paths.upload(':id'), 'person', ownTus),
  route('GET', paths.uploadProgress(':id'), 'anyone', getSentProgress(OWN)),
  route('GET', paths.uploadCancel(':id'), 'person', getCancel(OWN)),
  route('POST', paths.uploadCancel(':id'), 'person', postCancel(OWN), cancelAgain(OWN)),
]
