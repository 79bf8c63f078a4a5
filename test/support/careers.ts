import type { HistoryRow } from '#domain/archive/history.ts'
import type { Career } from '#domain/archive/slot.ts'
import type { Nip } from '#domain/nip.ts'

/** A PNS since January 2010 of whom nothing has been told; a test names only what it is about. */
export function someCareer(fields: Partial<Career> = {}): Career {
  return { kind: 'pns', nip: '198501012010011901' as Nip, history: [], ...fields }
}

export function someRow(fields: Partial<HistoryRow> = {}): HistoryRow {
  return {
    type: 'golongan',
    key: 'III/b',
    label: 'Penata Muda Tingkat I, III/b',
    onDate: { year: 2018, month: 4, day: 1 },
    source: 'national',
    ...fields,
  }
}
