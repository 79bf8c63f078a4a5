import { paths } from '#views/paths.ts'
import {
  archiveExportAgain,
  getArchiveExport,
  getArchiveExportProgress,
  postArchiveExport,
} from './archive/export/export.ts'
import { getArchiveExportFile } from './archive/export/export-file.ts'
import { getArchiveNews } from './archive/looking/all-news.ts'
import { getNewShare, newShareAgain, postNewShare } from './archive/share/new-share.ts'
import { getOpenShare, openShareAgain, postOpenShare } from './archive/share/open-share.ts'
import {
  getShare,
  getShareForm,
  getShares,
  postShareEnd,
  postShareLimits,
  shareLimitsAgain,
} from './archive/share/own-shares.ts'
import { getShared, getSharedFile, getSharedPage } from './archive/share/shared.ts'
import { route } from './route.ts'

/** What leaves the archive with its person: links for others, all of it for themself, and what they are told. */
export const sharingRoutes = [
  route('GET', paths.newShare(':id'), 'proven', getNewShare),
  route('POST', paths.newShare(':id'), 'proven', postNewShare, newShareAgain),
  route('GET', paths.shares, 'person', getShares),
  route('GET', paths.share(':id'), 'person', getShare),
  route('GET', paths.shareLimits(':id'), 'person', getShareForm),
  route('POST', paths.shareLimits(':id'), 'proven', postShareLimits, shareLimitsAgain),
  route('GET', paths.shareEnd(':id'), 'person', getShareForm),
  route('POST', paths.shareEnd(':id'), 'person', postShareEnd),

  route('GET', paths.archiveNews, 'person', getArchiveNews),
  route('GET', paths.archiveExport, 'person', getArchiveExport),
  route('POST', paths.archiveExport, 'proven', postArchiveExport, archiveExportAgain),
  route('GET', paths.archiveExportProgress, 'anyone', getArchiveExportProgress),
  route('GET', paths.archiveExportFile(':id'), 'person', getArchiveExportFile),

  route('GET', paths.shared, 'visitor', getOpenShare),
  route('POST', paths.shared, 'visitor', postOpenShare, openShareAgain),
  route('GET', paths.sharedVersion(':id'), 'visitor', getShared),
  route('GET', paths.sharedPage(':id', ':page'), 'visitor', getSharedPage),
  route('GET', paths.sharedFile(':id'), 'visitor', getSharedFile),
]
