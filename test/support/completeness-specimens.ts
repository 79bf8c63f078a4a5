import { jsx } from 'hono/jsx'
import { completenessOf, gapsOf } from '#domain/archive/completeness.ts'
import type { Career } from '#domain/archive/slot.ts'
import type { SlotState } from '#domain/archive/slot-state.ts'
import type { Nip } from '#domain/nip.ts'
import { someCareer, someRow } from '#test/support/careers.ts'
import { recordTypes } from '#test/support/record-types.ts'
import { at, frame, now } from '#test/support/specimen-parts.ts'
import { GapList, ScoreTile } from '#views/archive/completeness-parts.tsx'
import type { Page } from '#views/page.tsx'

const LONG =
  'Guru Ahli Muda pada Sekolah Menengah Kejuruan Negeri 12 Kepulauan Contoh Tenggara Program Keahlian Rekayasa'

const history = [
  someRow(),
  someRow({ type: 'jabatan', key: 'guru-muda', label: LONG, source: 'officer' }),
  someRow({
    type: 'diklat',
    key: 'dasar',
    label: 'Pelatihan Dasar',
    onDate: undefined,
    source: 'person',
  }),
  someRow({ type: 'hukumanDisiplin', key: '2018', label: 'Hukuman disiplin ringan' }),
]

const mixed: Record<string, SlotState> = {
  d2np: { kind: 'returned', codes: ['unreadable', 'pagesMissing'], note: 'Halaman kedua buram.' },
  cpns: { kind: 'processing', since: at(-3600) },
  pns: { kind: 'awaitingVerification', since: at(-6 * 86_400), ahead: 12 },
}

function page(career: Career, stateOf: (type: string) => SlotState): Page {
  const found = completenessOf(recordTypes, career, stateOf)
  const uploadPath = () => '/arsip'
  const gaps = gapsOf(found.slots)
  const list = GapList({ gaps, uploadPath, now, zone: 'WIB' })
  return {
    title: 'Arsip',
    main: [jsx('h1', {}, 'Arsip'), ScoreTile({ ...found, gaps }), list],
    frame,
  }
}

export const completenessSpecimens: Record<string, Page> = {
  'completeness-gaps': page(someCareer({ history }), (type) => mixed[type] ?? { kind: 'missing' }),
  'completeness-whole': page(someCareer(), () => ({ kind: 'present' })),
  'completeness-pppk': page(someCareer({ kind: 'pppk', nip: '200012312024211906' as Nip }), () => ({
    kind: 'missing',
  })),
}
