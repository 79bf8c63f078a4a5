import type { AgencyId, UnitId } from '#domain/agency.ts'
import { type Counts, noCounts } from '#domain/boards/counts.ts'
import { type Day, daysAfter } from '#domain/boards/day.ts'
import type { AgencyRow } from '#domain/boards/ranking.ts'
import { type Bucket, seriesOf } from '#domain/boards/series.ts'
import { standingOf, type UnitStanding } from '#domain/boards/standing.ts'
import { at, inOffice, now } from '#test/support/specimen-parts.ts'
import { agencyBoardPage } from '#views/boards/agency-board-page.tsx'
import { nationBoardPage } from '#views/boards/nation-board-page.tsx'
import type { Page } from '#views/page.tsx'
import { paths } from '#views/paths.ts'

const TODAY = '2026-08-17' as Day
const LONG =
  'Sekolah Menengah Kejuruan Negeri 12 Kepulauan Contoh Tenggara Program Keahlian Rekayasa Perangkat Lunak dan Gim'

function counts(fields: Partial<Counts>): Counts {
  return { ...noCounts(), ...fields }
}

/** Believable and always the same: a rush that rises, with weekends. */
function someBuckets(days: number): Bucket[] {
  return Array.from({ length: days }, (_, ago) => {
    const quiet = ago % 7 < 2 ? 5 : 1
    const activations = Math.round((400 - 3 * ago) / quiet)
    return {
      starts: daysAfter(TODAY, -ago),
      counts: counts({
        activations,
        signIns: activations * 6,
        lockOuts: Math.round(activations / 40),
        codesLate: Math.round(activations / 12),
        codesClock: Math.round(activations / 5),
        codesZone: Math.round(activations / 9),
        codesUsed: Math.round(activations / 8),
        codesOldQr: Math.round(activations / 30),
        codesWrong: Math.round(activations / 4),
        resetsPassword: Math.round(activations / 15),
        resetsRecovery: Math.round(activations / 90),
        resetsEmail: Math.round(activations / 60),
        resetsOfficer: Math.round(activations / 70),
      }),
    }
  })
}

function someUnits(count: number): UnitStanding[] {
  return Array.from({ length: count }, (_, at) => {
    const total = 20 + ((at * 37) % 180)
    const activated = Math.round((total * ((at * 13) % 100)) / 99)
    const name = at === 3 ? LONG : `SD Negeri Contoh ${at + 1}`
    return {
      unit: at === 5 ? undefined : { id: `unit-${at}` as UnitId, name },
      ...{ total, activated, frozen: 0, disabled: at % 3, bounced: at % 4 },
    }
  })
}

type Shown = Parameters<typeof agencyBoardPage>[0]

function agencyBoard(fields: Partial<Shown> & { buckets?: readonly Bucket[] }): Page {
  const { buckets = someBuckets(90), period = 'month', ...rest } = fields
  return agencyBoardPage({
    frame: inOffice,
    name: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
    period,
    countedAt: at(-240),
    units: someUnits(40),
    series: seriesOf(period, TODAY, buckets),
    clockPeople: 1204,
    queues: [
      { queue: 'approvals', waiting: 3, oldest: at(-7500) },
      { queue: 'urgentMails', waiting: 12, oldest: at(-20) },
      { queue: 'mails', waiting: 1480, oldest: at(-3600) },
    ],
    now,
    showUnits: 'first',
    pathOf: paths.agencyBoard,
    ...rest,
  })
}

const EMPTY = { buckets: [], queues: [], clockPeople: 0 }
const one = { total: 42, activated: 42, frozen: 0, disabled: 0, bounced: 0 }
const unit = { id: 'unit-1' as UnitId, name: 'Dinas Pendidikan' }

const agencyBoards: Record<string, Page> = {
  board: agencyBoard({}),
  'board-week': agencyBoard({ period: 'week' }),
  'board-quarter': agencyBoard({ period: 'quarter' }),
  'board-all': agencyBoard({
    period: 'all',
    clockPeople: undefined,
    buckets: someBuckets(11).map((bucket, ago) => ({
      ...bucket,
      starts:
        `${ago > 7 ? 2025 : 2026}-${String(((19 - ago) % 12) + 1).padStart(2, '0')}-01` as Day,
    })),
  }),
  'board-first-month': agencyBoard({ period: 'all', buckets: [], clockPeople: undefined }),
  'board-none': agencyBoard({ ...EMPTY, countedAt: undefined, units: [] }),
  'board-zero': agencyBoard({ ...EMPTY, units: [{ ...one, unit, activated: 0 }] }),
  'board-one-day': agencyBoard({ buckets: someBuckets(1), period: 'week' }),
  'board-one-unit': agencyBoard({ units: [{ ...one, unit }] }),
  'board-many-units': agencyBoard({ units: someUnits(300) }),
  'board-all-units': agencyBoard({ units: someUnits(300), showUnits: 'all' }),
  'board-of-nation': agencyBoard({ showUnits: 'none' }),
}

function someAgencies(count: number): AgencyRow[] {
  return someUnits(count).map((row, at) => ({
    ...row,
    id: `00000000-0000-4000-9000-${String(at).padStart(12, '0')}` as AgencyId,
    name:
      at === 2
        ? 'Kementerian Kependudukan dan Pembangunan Keluarga/Badan Kependudukan dan Keluarga Berencana Nasional'
        : `Pemerintah Kabupaten Contoh ${at + 1}`,
    total: row.total * 97,
    activated: row.activated * 97,
    counts: counts({
      activations: row.activated * 3,
      lockOuts: at,
      codesClock: at * 4,
      codesWrong: 50,
    }),
  }))
}

function nationBoard(fields: Partial<Parameters<typeof nationBoardPage>[0]>): Page {
  const agencies = fields.agencies ?? someAgencies(50)
  return nationBoardPage({
    frame: { ...inOffice, hat: 'Auditor' },
    period: 'month',
    order: 'percent',
    countedAt: at(-60),
    standing: standingOf(agencies),
    series: seriesOf('month', TODAY, someBuckets(30)),
    agencies,
    next: agencies.at(-1)?.id,
    isFirst: true,
    ...fields,
  })
}

export const boardSpecimens: Record<string, Page> = {
  ...agencyBoards,
  'nation-board': nationBoard({}),
  'nation-board-last': nationBoard({ agencies: someAgencies(3), isFirst: false, next: undefined }),
  'nation-board-none': nationBoard({ agencies: [], series: seriesOf('month', TODAY, []) }),
}
