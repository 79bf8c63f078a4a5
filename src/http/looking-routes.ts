import type { Handler } from 'hono'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat, ForPerson } from '../deps.ts'
import { gapsFileAgain, getGapsFile, postGapsFile } from './archive/gaps/file.ts'
import { getGapsReport } from './archive/gaps/gaps.ts'
import { getArchive, getGaps, getShelf } from './archive/looking/archive.ts'
import { OFFICE } from './archive/looking/office.ts'
import { OWN } from './archive/looking/own.ts'
import { getCover, getPreview, getRecord } from './archive/looking/record.ts'
import { getSheet } from './archive/looking/sheet.ts'
import { getAgencySearch } from './archive/search/agency-search.ts'
import { getOwnSearch } from './archive/search/own-search.ts'
import { route } from './route.ts'

/** Looking at an archive: one's own, and under a hat those of others. */
export const lookingRoutes = [
  route('GET', paths.archive, 'person', getArchive(OWN)),
  route('GET', paths.archiveGaps, 'person', getGaps(OWN)),
  route('GET', paths.archiveType(':type'), 'person', getShelf(OWN)),
  route('GET', paths.archiveSearch, 'person', getOwnSearch),
  route('GET', paths.archiveRecord(':id'), 'person', getRecord(OWN)),
  route('GET', paths.archivePage(':id', ':page'), 'person', getPreview(OWN)),
  route('GET', paths.archiveCover(':id'), 'person', getCover(OWN)),
  route('GET', paths.archiveSheet(':id'), 'person', getSheet(OWN)),

  route('GET', paths.employeeArchive(':id'), 'uploader', underHat(getArchive(OFFICE))),
  route('GET', paths.employeeGaps(':id'), 'uploader', underHat(getGaps(OFFICE))),
  route('GET', paths.employeeType(':id', ':type'), 'uploader', underHat(getShelf(OFFICE))),
  route('GET', paths.employeeRecord(':id', ':record'), 'uploader', underHat(getRecord(OFFICE))),
  route(
    'GET',
    paths.employeeRecordPage(':id', ':record', ':page'),
    'uploader',
    underHat(getPreview(OFFICE)),
  ),
  route('GET', paths.employeeRecordSheet(':id', ':record'), 'uploader', underHat(getSheet(OFFICE))),
  route('GET', paths.agencyArchive, 'uploader', getAgencySearch),
  route('GET', paths.gaps, 'uploader', getGapsReport),
  route('GET', paths.gapsFile, 'uploader', getGapsFile),
  route('POST', paths.gapsFile, 'uploaderActing', postGapsFile, gapsFileAgain),
]

/** Whoever wears a hat is a person too. */
function underHat(answer: (deps: Deps) => Handler<ForPerson>) {
  return answer as unknown as (deps: Deps) => Handler<ForHat>
}
