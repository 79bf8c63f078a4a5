import { paths } from '#views/paths.ts'
import { route } from '../route.ts'
import { getArchive, getGaps, getShelf } from './looking/archive.ts'
import { OWN } from './looking/own.ts'
import { getCover, getPreview, getRecord } from './looking/record.ts'
import { getOwnSearch } from './search/own-search.ts'

/** Addresses of one's own archive. */
export const ownArchiveRoutes = [
  route('GET', paths.archive, 'person', getArchive(OWN)),
  route('GET', paths.archiveGaps, 'person', getGaps(OWN)),
  route('GET', paths.archiveType(':type'), 'person', getShelf(OWN)),
  route('GET', paths.archiveSearch, 'person', getOwnSearch),
  route('GET', paths.archiveRecord(':id'), 'person', getRecord(OWN)),
  route('GET', paths.archivePage(':id', ':page'), 'person', getPreview(OWN)),
  route('GET', paths.archiveCover(':id'), 'person', getCover(OWN)),
]
