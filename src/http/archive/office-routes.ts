import type { Handler } from 'hono'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat, ForPerson } from '../../deps.ts'
import { route } from '../route.ts'
import { gapsFileAgain, getGapsFile, postGapsFile } from './gaps/file.ts'
import { getGapsReport } from './gaps/gaps.ts'
import { getArchive, getGaps, getShelf } from './looking/archive.ts'
import { OFFICE } from './looking/office.ts'
import { getPreview, getRecord } from './looking/record.ts'
import { getAgencySearch } from './search/agency-search.ts'

/** Addresses of officers who look at archives of employees. */
export const officeArchiveRoutes = [
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
  route('GET', paths.agencyArchive, 'uploader', getAgencySearch),
  route('GET', paths.gaps, 'uploader', getGapsReport),
  route('GET', paths.gapsFile, 'uploader', getGapsFile),
  route('POST', paths.gapsFile, 'uploaderActing', postGapsFile, gapsFileAgain),
]

/** Whoever wears a hat is a person too. */
function underHat(answer: (deps: Deps) => Handler<ForPerson>) {
  return answer as unknown as (deps: Deps) => Handler<ForHat>
}
