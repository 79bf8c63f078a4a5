import type { Difference } from '#domain/tlog/difference.ts'
import { at, inOffice } from '#test/support/specimen-parts.ts'
import { logPage } from '#views/nation/log-page.tsx'
import type { Page } from '#views/page.tsx'

const record = 'b1f0a9de-31c1-4c34-9f6e-7b3f6a2f1c55'
const row = '9a52d0c4-88f1-4f0e-8a3c-2a9f0e4f7d11'
const path = 'tile/0/x001/x234/067'
const from = '2026-11-21T05:00:00.000Z'

/** One of each. */
const differences: { [W in Difference['what']]: Difference & { what: W } } = {
  badCheckpoint: { what: 'badCheckpoint', in: 'database', size: 4096 },
  vkeyDiffers: { what: 'vkeyDiffers' },
  tablesBehind: { what: 'tablesBehind', in: 'files', signed: 1_234_567, have: 1_200_000 },
  placeBehind: { what: 'placeBehind', in: 'second', signed: 1_234_567, have: 0 },
  rootDiffers: { what: 'rootDiffers', in: 'database', size: 4096, since: 2048 },
  tileDiffers: { what: 'tileDiffers', path, index: 316_000_000 },
  bundleDiffers: { what: 'bundleDiffers', path: 'tile/entries/000', index: 17 },
  leafDiffers: { what: 'leafDiffers', index: 300 },
  leafMissing: { what: 'leafMissing', index: 301 },
  eventDiffers: { what: 'eventDiffers', index: 1_002, table: 'archive.events', row, record, n: 17 },
  eventMissing: { what: 'eventMissing', index: 1_003, record, n: 18 },
  commitmentDiffers: { what: 'commitmentDiffers', index: 1_004, record, n: 3, version: 2 },
  untold: { what: 'untold', table: 'archive.versions', row, record, version: 3 },
  gap: { what: 'gap', record, n: 4 },
  outOfOrder: { what: 'outOfOrder', index: 1_005, record, n: 6 },
  impossible: { what: 'impossible', record, n: 7 },
  rowMissing: { what: 'rowMissing', table: 'archive.holds', row },
  rowDiffers: {
    ...{ what: 'rowDiffers', table: 'archive.versions', row, field: 'verified_at', record },
    version: 2,
  },
  accessesDiffer: { what: 'accessesDiffer', index: 1_006, from, told: 12, found: 11 },
  copiesDiffer: { what: 'copiesDiffer', index: 1_007, from, told: 40, found: 40 },
  copyDiffers: { what: 'copyDiffers', row, store: 'main', found: 'damaged' },
}

const all = Object.values(differences)
const checkpoint = {
  origin: 'asn.instansi.example/log',
  size: 1_234_567,
  root: '30/a7PTXsbPc4OA/gTi8ZpaY+jvcIPTllrBVAzHkb6A=',
  at: at(-60),
}
const vkey = 'asn.instansi.example/log+1a2b3c4d+AfR0zq8C3nM2Wkq7J3yq8mD0nY2J6T0t1u8y6m0g2v9X'
const look = { isFull: false, overAt: at(-3600), size: 1_230_000, found: 0, differences: [] }

function page(fields: Partial<Parameters<typeof logPage>[0]>): Page {
  return logPage({ frame: inOffice, checkpoint, vkey, looks: [look], ...fields })
}

export const logSpecimens: Record<string, Page> = {
  'nation-log': page({ looks: [look, { ...look, isFull: true, overAt: at(-200_000) }] }),
  'nation-log-none': page({ checkpoint: undefined, vkey: undefined, looks: [] }),
  'nation-log-differs': page({
    looks: [{ ...look, isFull: true, found: 4_812, differences: all }, look],
  }),
}
