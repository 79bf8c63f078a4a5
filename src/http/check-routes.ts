import { paths } from '#views/paths.ts'
import { route } from './route.ts'
import {
  getFingerprint,
  getProofFile,
  getStanding,
  postFingerprint,
} from './verification/answers.ts'
import { checkAgain, getCheck, postCheck } from './verification/check.ts'
import { checkUploadAgain, getCheckUpload, postCheckUpload } from './verification/upload.ts'

/** Public verification: the forms are a visitor's, what a script asks is anybody's. */
export const checkRoutes = [
  route('GET', paths.check, 'visitor', getCheck),
  route('POST', paths.check, 'visitor', postCheck, checkAgain),
  route('GET', paths.checkUpload, 'visitor', getCheckUpload),
  route('POST', paths.checkUpload, 'visitor', postCheckUpload, checkUploadAgain),
  route('GET', paths.checkFingerprint, 'anyone', getFingerprint),
  route('POST', paths.checkFingerprint, 'anyone', postFingerprint),
  route('GET', paths.checkStanding(':index'), 'anyone', getStanding),
  route('GET', paths.checkProof(':index'), 'anyone', getProofFile),
]
