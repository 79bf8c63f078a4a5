import type { RecordsAsked } from '#domain/archive/find-records.ts'
import { recordTypes } from '#test/support/record-types.ts'
import { at, frame, inOffice, proofDue } from '#test/support/specimen-parts.ts'
import { gapsFilePage } from '#views/archive/gaps/gaps-file-page.tsx'
import { gapsPage, type ShownLacking } from '#views/archive/gaps/gaps-page.tsx'
import { agencySearchPage } from '#views/archive/search/agency-search-page.tsx'
import { ownSearchPage } from '#views/archive/search/own-search-page.tsx'
import type { Page } from '#views/page.tsx'

const LONG = 'Anak Agung Gde Bagus Wirawan Kusumaningrat Pemecutan, S.Pd., M.Pd.'
const asked: RecordsAsked = { words: ['guru'], type: 'jabatan', year: 2018, status: 'verified' }
const nothingAsked: RecordsAsked = {
  words: [],
  type: undefined,
  year: undefined,
  status: undefined,
}
const place = { on: undefined, before: undefined, contents: false, fromPage: undefined }
const start = { ...place, asked: nothingAsked, text: '' }
const walk = { ...place, asked, text: 'guru' }
const later = { ...walk, before: '1755396000000.0f8fad5b-d9cb-469f-a165-70867728950e' }

const found = Array.from({ length: 20 }, (_, n) => ({
  record: `0f8fad5b-d9cb-469f-a165-7086772895${10 + n}`,
  no: 1 + (n % 3),
  called: `SK Jabatan: Guru Ahli Muda pada SMK Negeri ${n + 1} Kepulauan Contoh Tenggara`,
  status: n % 4 === 0 ? ('awaitingVerification' as const) : ('verified' as const),
  receivedAt: at(-n * 86_400),
}))
const inside = { read: 17, unread: 2, textless: 1, stopped: undefined }
const foundInside = found.map((one, n) => ({ ...one, page: n % 3 === 0 ? n + 1 : undefined }))
const inCustody = found.map((one, n) => ({
  ...one,
  person: `3f8fad5b-d9cb-469f-a165-7086772895${10 + n}`,
  name: n === 2 ? LONG : `Pegawai Contoh ${n + 1}`,
  nip: '198501012010011901',
}))

function lacking(n: number): ShownLacking {
  return {
    person: `3f8fad5b-d9cb-469f-a165-7086772895${10 + n}`,
    name: n === 2 ? LONG : `Pegawai Contoh ${n + 1}`,
    nip: '198501012010011901',
    kind: n % 5 === 4 ? 'pppk' : 'pns',
    unitName: n % 4 === 3 ? undefined : 'Dinas Pendidikan, Kebudayaan, Pemuda, dan Olahraga',
    score: n % 5 === 4 ? undefined : 5500 + 37 * n,
    missing: 30 - n,
    waiting: n % 3,
    returned: n % 2,
    named: ['SK PNS', 'SK CPNS', 'SK KP: Penata Muda, III/a', 'Ijazah: S-1'].slice(0, 1 + (n % 4)),
  }
}
const people = Array.from({ length: 25 }, (_, n) => lacking(n))
const units = [
  { id: 'unit-1', name: 'Dinas Pendidikan, Kebudayaan, Pemuda, dan Olahraga' },
  { id: 'unit-2', name: 'Dinas Kesehatan' },
]
const ranks = {
  countedAt: at(-1200),
  people: {
    veryComplete: 1204,
    complete: 58_310,
    fairlyComplete: 12_870,
    poorlyComplete: 96_004,
    noScore: 20_411,
    uncounted: 17,
  },
}
const anywhere = { unit: undefined, after: undefined }

/** Finding documents, and whoever lacks some. */
export const searchSpecimens: Record<string, Page> = {
  'archive-search': ownSearchPage({
    frame,
    walk: start,
    types: recordTypes,
    found: 'nothingAsked',
    next: undefined,
  }),
  'archive-search-found': ownSearchPage({ frame, walk, types: recordTypes, found, next: later }),
  'archive-search-day': ownSearchPage({
    frame,
    walk: { ...walk, on: { year: 2026, month: 3, day: 2 } },
    types: recordTypes,
    found,
    next: undefined,
  }),
  'archive-search-none': ownSearchPage({
    frame,
    walk,
    types: recordTypes,
    found: [],
    next: undefined,
  }),
  'archive-search-end': ownSearchPage({
    frame,
    walk: later,
    types: recordTypes,
    found: [],
    next: undefined,
  }),
  'archive-search-inside': ownSearchPage({
    frame,
    walk: { ...walk, contents: true },
    types: recordTypes,
    found: foundInside,
    next: { ...later, contents: true },
    inside,
  }),
  'archive-search-inside-stopped': ownSearchPage({
    frame,
    walk: { ...walk, contents: true },
    types: recordTypes,
    found: [],
    next: { ...later, contents: true, fromPage: 12 },
    inside: {
      read: 0,
      unread: 0,
      textless: 0,
      stopped: { called: 'SK Jabatan: Guru Ahli Muda', page: 12 },
    },
  }),
  'archive-search-inside-end': ownSearchPage({
    frame,
    walk: { ...later, contents: true },
    types: recordTypes,
    found: foundInside.slice(0, 2),
    next: undefined,
    inside: { read: 2, unread: 0, textless: 0, stopped: undefined },
  }),
  'agency-search': agencySearchPage({
    frame: inOffice,
    walk: start,
    types: recordTypes,
    found: 'nothingAsked',
    next: undefined,
  }),
  'agency-search-found': agencySearchPage({
    frame: inOffice,
    walk: later,
    types: recordTypes,
    found: inCustody,
    next: later,
  }),
  'agency-search-none': agencySearchPage({
    frame: inOffice,
    walk,
    types: recordTypes,
    found: [],
    next: undefined,
  }),
  gaps: gapsPage({
    frame: inOffice,
    walk: { unit: 'unit-1', after: 'x' },
    units,
    people,
    next: { unit: 'unit-1', after: '5.x' },
    ranks: undefined,
  }),
  'gaps-ranks': gapsPage({
    frame: inOffice,
    walk: { unit: 'unit-1', after: undefined },
    units,
    people,
    next: { unit: 'unit-1', after: '5.x' },
    ranks,
  }),
  'gaps-counted': gapsPage({
    frame: inOffice,
    walk: anywhere,
    units,
    people: people.slice(0, 3),
    next: undefined,
    ranks: { ...ranks, people: { complete: 3, noScore: 1 } },
  }),
  'gaps-none': gapsPage({
    frame: inOffice,
    walk: anywhere,
    units: [],
    people: [],
    next: undefined,
    ranks: undefined,
  }),
  'gaps-file': gapsFilePage({
    frame: inOffice,
    walk: anywhere,
    unitName: undefined,
    problem: undefined,
  }),
  'gaps-file-proof': gapsFilePage({
    frame: proofDue,
    walk: { unit: 'unit-2', after: undefined },
    unitName: 'Dinas Kesehatan',
    problem: { kind: 'proofDue' },
  }),
}
