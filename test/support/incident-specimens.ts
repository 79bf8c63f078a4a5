import type { LostPart, Remedy } from '#domain/archive/incident.ts'
import { at, inOffice, person } from '#test/support/specimen-parts.ts'
import { incidentsPage, type ShownIncident } from '#views/archive/care/incidents-page.tsx'
import type { Page } from '#views/page.tsx'
import { paths } from '#views/paths.ts'

const DAY = 86_400
const id = '00000000-0000-4000-8000-000000000001'

const names = new Map([
  ['pns', 'SK PNS'],
  ['golongan', 'Riwayat Golongan/Kenaikan Pangkat (SK KP)'],
  ['golongan#skKp', 'SK KP'],
])

const WHOLE: LostPart[] = [
  { kind: 'content', page: 0 },
  ...[1, 2, 3].map((page) => ({ kind: 'preview' as const, page })),
  ...[1, 2, 3].map((page) => ({ kind: 'thumbnail' as const, page })),
]
const PICTURES: LostPart[] = [2, 3, 4, 7, 9, 11, 13, 15, 17, 19].map((page) => ({
  kind: 'preview',
  page,
}))

type File = Extract<ShownIncident, { of: 'file' }>

function file(fields: Partial<File> = {}): File {
  return {
    ...{ of: 'file', at: at(-9 * DAY), name: person.name, nip: person.nip, unitName: undefined },
    ...{ record: id, type: 'pns', slot: '', no: 1, status: 'verified', stage: 'active' },
    ...{ held: false, parts: WHOLE, isOwn: false, ...fields },
  }
}

const remedies: Record<Remedy, ShownIncident> = {
  sendAgain: file(),
  backup: file({ stage: 'waitingPeriod', held: true }),
  replaced: file({ status: 'superseded', type: 'golongan', slot: 'III/b#skKp', isOwn: true }),
  pictures: file({ parts: PICTURES, no: 12 }),
  none: file({ status: 'rejectedBySystem', parts: [{ kind: 'content', page: 0 }] }),
}
const paper: ShownIncident = {
  ...{
    of: 'paper',
    at: at(-2 * DAY),
    batch: id,
    paper: 'recommendation',
    number: '045/12/DUM/2026',
  },
}
const long = file({
  name: 'Raden Ajeng Siti Nurhaliza Kusumaningrum Wijayakusuma Hadiningrat, S.Kom., M.M., M.Si.',
  unitName: 'Dinas Pendidikan, Kebudayaan, Kepemudaan, dan Olahraga Bidang Pembinaan Ketenagaan',
  type: 'golongan',
  slot: 'III/b-Penata-Muda-Tingkat-Satu-2014#skKp',
  parts: [...WHOLE, { kind: 'text', page: 1 }],
})

function list(fields: Partial<Parameters<typeof incidentsPage>[0]> = {}): Page {
  return incidentsPage({
    ...{ frame: inOffice, list: 'terbuka', incidents: [], names, more: undefined, isFirst: true },
    ...{ ended: { incidents: [], hasMore: false }, ...fields },
  })
}

const all = [...Object.values(remedies), paper]

/** Files without a whole copy, as an archivist sees them. */
export const incidentSpecimens: Record<string, Page> = {
  'incidents-none': list(),
  incidents: list({ incidents: all, ended: { incidents: [file(), paper], hasMore: true } }),
  'incidents-long': list({ incidents: [long, long] }),
  'incidents-walked': list({
    ...{ incidents: [file()], ended: undefined, isFirst: false },
    more: paths.agencyIncidentsIn('terbuka', `1786932000000.${id}`),
  }),
  'incidents-ended': list({ list: 'pulih', incidents: all, ended: undefined }),
  'incidents-ended-none': list({ list: 'pulih', ended: undefined }),
}
