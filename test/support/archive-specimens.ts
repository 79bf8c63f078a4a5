import type { RecordId } from '#domain/archive/record.ts'
import { isSecret } from '#domain/archive/record-type.ts'
import type { SlotState } from '#domain/archive/slot-state.ts'
import type { EventId } from '#domain/archive/told-event.ts'
import type { ToldChange } from '#domain/archive/type-change.ts'
import type { Nip } from '#domain/nip.ts'
import { someCareer, someRow } from '#test/support/careers.ts'
import { recordTypes } from '#test/support/record-types.ts'
import { longHistory, shownArchive, someHead } from '#test/support/shown-archive.ts'
import { at, frame, inOffice } from '#test/support/specimen-parts.ts'
import { employeeArchive, ownArchive } from '#views/archive/archive-side.ts'
import { newsPage } from '#views/archive/overview/news-page.tsx'
import { WHOLE_ARCHIVE } from '#views/archive/overview/news-words.ts'
import { type OverviewProps, overviewPage } from '#views/archive/overview/overview-page.tsx'
import { allGapsPage, shelfPage } from '#views/archive/overview/parts-page.tsx'
import { purposePage } from '#views/archive/overview/purpose-page.tsx'
import type { Page } from '#views/page.tsx'

const LONG =
  'Guru Ahli Muda pada Sekolah Menengah Kejuruan Negeri 12 Kepulauan Contoh Tenggara Program Keahlian Rekayasa'

const history = [
  someRow(),
  someRow({ type: 'jabatan', key: 'guru-muda', label: LONG, source: 'officer' }),
  someRow({ type: 'pendidikan', key: 'S1', label: 'S-1 Pendidikan Matematika' }),
  someRow({ type: 'hukumanDisiplin', key: '2018', label: 'Hukuman disiplin ringan' }),
]

const mixed: Record<string, SlotState> = {
  drh: { kind: 'present' },
  d2np: { kind: 'returned', codes: ['unreadable', 'pagesMissing'], note: 'Halaman kedua buram.' },
  cpns: { kind: 'processing', since: at(-3600) },
  pns: { kind: 'awaitingVerification', since: at(-6 * 86_400), ahead: 12 },
  golongan: { kind: 'present' },
}

const own = ownArchive(true)
const looked = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  name: 'Anak Agung Gde Bagus Wirawan Kusumaningrat, S.Pd., M.Pd.',
  nip: '198501012010011901',
}
const office = employeeArchive(looked, 'service')

const nothing = {
  frame,
  side: own,
  kind: 'pns' as const,
  types: recordTypes,
  changes: [],
  news: [],
  elsewhere: 0,
  lost: [],
  ways: { open: 0, proposed: 0 },
}

function page(
  career: Parameters<typeof shownArchive>[0],
  stateOf: Parameters<typeof shownArchive>[1],
  fields: Partial<OverviewProps> = {},
): Page {
  return overviewPage({ ...nothing, ...shownArchive(career, stateOf), ...fields })
}

/** All that an officer knows of who was not named for secret ones. */
const openTypes = recordTypes.filter((type) => !isSecret(type))

const missing = (): SlotState => ({ kind: 'missing' })
const present = (): SlotState => ({ kind: 'present' })
const some = (type: string): SlotState => mixed[type] ?? { kind: 'missing' }
const teacher = someCareer({ history: [...history, ...longHistory()] })
const former = [
  someHead({ id: 'former-1' as RecordId, type: 'skPppk', slot: '1' }),
  someHead({ id: 'former-2' as RecordId, type: 'skp22', slot: '2021', stage: 'destroyed' }),
]
const news = [
  {
    name: 'recordReturned' as const,
    at: at(-86_400),
    by: { kind: 'officer' as const, role: 'verifier' as const, name: 'Dewi Lestari' },
    no: 1,
    body: { no: 1, codes: ['unreadable', 'pagesMissing'] },
    record: 'record' as RecordId,
    called: 'D2NP/D2NIP (penetapan NIP)',
    event: 'event-1' as EventId,
    isUnread: true,
  },
  {
    name: 'holdPlaced' as const,
    at: at(-9 * 86_400),
    by: { kind: 'officer' as const, role: 'legalOfficer' as const, name: undefined },
    no: undefined,
    body: {},
    record: 'record' as RecordId,
    called: 'SK KP: Penata Muda Tingkat I, III/b',
    event: 'event-2' as EventId,
    isUnread: false,
  },
]

/** Each way in which the nation may come to ask something else. */
const changes: readonly ToldChange[] = [
  { type: 'skp22', at: at(-86_400), terms: [{ kind: 'asked', of: 'pns' }] },
  { type: 'kursus', at: at(-2 * 86_400), terms: [{ kind: 'notAsked', of: 'pns' }] },
  {
    type: 'pns',
    at: at(-300 * 86_400),
    terms: [
      { kind: 'renamed', before: 'SK PNS', to: LONG },
      { kind: 'bytes', before: 1024 * 1024, to: 512 * 1024 },
      { kind: 'pages', before: 300, to: 4 },
      { kind: 'fields', added: ['orgUnit', 'title'], dropped: ['rankGrade'] },
      { kind: 'secret' },
    ],
  },
]

const mixedArchive = shownArchive(someCareer({ history }), some)
const longArchive = shownArchive(teacher, some)

/** An archive in every state that its page has. */
export const archiveSpecimens: Record<string, Page> = {
  'archive-empty': page(someCareer(), missing),
  'archive-mixed': page(someCareer({ history }), some, {
    news,
    ways: { open: 2, proposed: 1 },
    overview: shownArchive(someCareer({ history }), some, former).overview,
  }),
  'archive-changes': page(someCareer({ history }), some, { changes }),
  'archive-news': newsPage({
    frame,
    side: own,
    news: [...news, ...news.map((one) => ({ ...one, record: undefined, called: WHOLE_ARCHIVE }))],
    older: 'event-2' as EventId,
    isNewest: false,
  }),
  'archive-news-none': newsPage({ frame, side: own, news: [], older: undefined, isNewest: true }),
  'archive-lost': page(someCareer({ history }), present, {
    lost: [1, 2].map((no) => ({ record: 'record' as RecordId, no, called: LONG })),
  }),
  'archive-whole': page(someCareer({ history }), present),
  'archive-long': page(teacher, some),
  'archive-pppk': page(someCareer({ kind: 'pppk', nip: '200012312024211906' as Nip }), missing, {
    kind: 'pppk',
  }),
  'archive-left': page(someCareer({ history }), some, { side: ownArchive(false) }),
  'archive-gaps': allGapsPage({ frame, side: own, gaps: longArchive.overview.gaps }),
  ...shelvesOf('archive-shelf', longArchive.overview),
  'archive-of-employee': page(someCareer({ history }), some, {
    frame: inOffice,
    side: office,
    types: openTypes,
    ways: undefined,
  }),
  'archive-of-newcomer': page(someCareer(), missing, {
    frame: inOffice,
    side: office,
    types: openTypes,
    ways: undefined,
    elsewhere: 7,
  }),
  'archive-gaps-of-employee': allGapsPage({
    frame: inOffice,
    side: office,
    gaps: mixedArchive.overview.gaps,
  }),
  'archive-purpose': purposePage({
    frame: inOffice,
    of: looked,
    ways: [
      { purpose: 'service', path: '/instansi/pegawai/x/arsip?tujuan=layanan' },
      { purpose: 'support', path: '/instansi/pegawai/x/arsip?tujuan=dukungan' },
    ],
  }),
}

function shelvesOf(name: string, { shelves }: (typeof longArchive)['overview']) {
  const shown = shelves.filter(({ type }) => ['diklat', 'hukumanDisiplin'].includes(type.code))
  return Object.fromEntries(
    shown.map((shelf) => [`${name}-${shelf.type.code}`, shelfPage({ frame, side: own, shelf })]),
  )
}
