import type { AgencyId } from '#domain/agency.ts'
import type { AgencyCare, CopyCounts, StoreCare } from '#domain/archive/copy-coverage.ts'
import { at, inOffice } from '#test/support/specimen-parts.ts'
import { careBoardPage } from '#views/archive/care/care-board-page.tsx'
import type { Page } from '#views/page.tsx'
import { paths } from '#views/paths.ts'

function counts(fields: Partial<CopyCounts> = {}): CopyCounts {
  const copies = fields.copies ?? 48_210
  return {
    ...{ copies, bytes: copies * 412_000, covered: copies },
    ...{ damaged: 0, missing: 0, unchecked: 0, lacking: 0, ...fields },
  }
}

const well: StoreCare[] = [
  { store: 'main', ...counts() },
  { store: 'copy', ...counts() },
]
const ill: StoreCare[] = [
  { store: 'main', ...counts({ covered: 47_100, damaged: 12, missing: 3, unchecked: 310 }) },
  { store: 'copy', ...counts({ copies: 31_044, covered: 30_900, lacking: 17_166 }) },
]

const papers: StoreCare[] = [
  { store: 'main', ...counts({ copies: 312 }) },
  { store: 'copy', ...counts({ copies: 312, covered: 309, unchecked: 3 }) },
]

function someAgencies(count: number): AgencyCare[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `agency-${n}` as AgencyId,
    name:
      n === 2
        ? 'Kementerian Kependudukan dan Pembangunan Keluarga/Badan Kependudukan dan Keluarga Berencana Nasional'
        : `Pemerintah Kabupaten Contoh ${n + 1}`,
    incidents: n === 4 ? 2 : 0,
    ...counts({ copies: 900 + n, covered: 900 - (n % 7), damaged: n % 3, lacking: n % 5 }),
  }))
}

function board(fields: Partial<Parameters<typeof careBoardPage>[0]>): Page {
  return careBoardPage({
    ...{ frame: inOffice, away: [], countedAt: at(-300), incidents: 0, stores: well, papers },
    ...fields,
  })
}

export const careSpecimens: Record<string, Page> = {
  care: board({}),
  'care-no-papers': board({ papers: [] }),
  'care-ill': board({ stores: ill, incidents: 2 }),
  'care-away': board({ away: ['copy'] }),
  'care-none': board({ stores: [], countedAt: undefined }),
  'care-nation': board({
    ...{ stores: ill, incidents: 2, agencies: someAgencies(120), allPath: paths.allCareOfNation },
  }),
  'care-nation-all': board({ agencies: someAgencies(120) }),
}
