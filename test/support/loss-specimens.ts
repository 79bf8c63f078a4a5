import type { Loss } from '#domain/archive/incident.ts'
import type { Version } from '#domain/archive/version.ts'
import { shownOne, someRecord, someVersions } from '#test/support/shown-archive.ts'
import { at, frame, inOffice, records } from '#test/support/specimen-parts.ts'
import { employeeArchive, ownArchive } from '#views/archive/archive-side.ts'
import { noFilePage } from '#views/archive/no-file-page.tsx'
import type { NoFile } from '#views/archive/reading-words.ts'
import { previewPage } from '#views/archive/record/preview-page.tsx'
import { type RecordProps, recordPage } from '#views/archive/record/record-page.tsx'
import type { Page } from '#views/page.tsx'
import { paths } from '#views/paths.ts'

const id = '00000000-0000-4000-8000-000000000001'
const own = ownArchive(true)
const office = employeeArchive({ id, name: 'Siti Rahmawati', nip: '198501012010011901' }, 'support')

const whole: Loss = {
  since: at(-3 * 86_400),
  parts: [
    { kind: 'content', page: 0 },
    { kind: 'preview', page: 1 },
  ],
}
const pictures: Loss = {
  since: at(-86_400),
  parts: [
    { kind: 'preview', page: 1 },
    { kind: 'preview', page: 2 },
    { kind: 'text', page: 3 },
  ],
}

function lost(fields: Partial<RecordProps>, version: Version = someVersions.verified): Page {
  const shown = shownOne(version)
  return recordPage({
    ...{ frame, side: own, record: someRecord([shown]), shown, from: 1, events: [], loss: whole },
    ...{ revokedFor: undefined, retention: undefined, holds: [], proposed: undefined },
    ...{ readers: [], ...fields },
  })
}

const whys: Record<NoFile, NoFile> = {
  notNow: 'notNow',
  lostOwn: 'lostOwn',
  lostPage: 'lostPage',
  lost: 'lost',
  lostShared: 'lostShared',
  lostPaper: 'lostPaper',
}

/** A document of which no copy is whole, as its person, an officer and readers are told. */
export const lossSpecimens: Record<string, Page> = {
  ...records('no-file', whys, (why) =>
    noFilePage(why, why === 'lostOwn' ? paths.archiveRecord(id, 2) : undefined),
  ),
  'record-lost': lost({}),
  'record-lost-closed': lost({
    record: someRecord([shownOne(someVersions.verified)], { stage: 'waitingPeriod' }),
  }),
  'record-lost-replaced': lost({}, someVersions.superseded),
  'record-lost-read-only': lost({ side: ownArchive(false) }),
  'record-lost-of-employee': lost({ frame: inOffice, side: office, readers: undefined }),
  'record-lost-pictures': lost({ loss: pictures }),
  'record-preview-lost': previewPage({
    ...{ frame, side: own, record: someRecord([]), version: someVersions.verified, page: 1 },
    isLost: true,
  }),
}
