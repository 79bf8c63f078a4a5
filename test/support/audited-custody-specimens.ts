import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Custody, CustodyId } from '#domain/archive/custody.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { auditedLists, listedAll } from '#test/support/audited-lists.ts'
import { names } from '#test/support/hold-specimens.ts'
import { at, inOffice, now, records } from '#test/support/specimen-parts.ts'
import { auditedCustodiesPage } from '#views/archive/custody/audited-custodies-page.tsx'
import { auditedCustodyPage } from '#views/archive/custody/audited-custody-page.tsx'
import type { Page } from '#views/page.tsx'

const DAY = 86_400
const frame = { ...inOffice, hat: 'Auditor' }
const id = '00000000-0000-4000-8000-000000000001'
const record = '00000000-0000-4000-8000-000000000002' as RecordId
const by = { person: id as PersonId, hat: id as MandateId }

const offered = {
  ...{ id: id as CustodyId, person: id as PersonId, offeredBy: by, offeredAt: at(-40 * DAY) },
  ...{ from: 'agency' as AgencyId, to: 'other' as AgencyId },
  list: [{ record, versions: 3 }],
}
const ended = { ...offered, decidedBy: by, decidedAt: now, note: '' }

/** One of each state, so that a new one without a page does not compile. */
const custodies: { [S in Custody['state']]: Custody & { state: S } } = {
  offered: { ...offered, state: 'offered' },
  accepted: {
    ...{ ...ended, state: 'accepted', note: 'SK CPNS ditemukan kemudian di lemari arsip.' },
    differences: [
      { record, how: 'gone' },
      { record, how: 'added' },
      { record, how: 'changed' },
    ],
  },
  declined: { ...ended, state: 'declined', note: 'Daftar belum memuat SK jabatan terakhir.' },
  withdrawn: { ...ended, state: 'withdrawn' },
}

function shown(custody: Custody) {
  return {
    ...custody,
    lastFour: '1901',
    fromName: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
    toName: 'Pemerintah Provinsi Nusa Contoh Barat Daya',
    offererName: 'Theresia Rumbiak, S.H., M.H.',
    deciderName: custody.state === 'offered' ? undefined : 'Siti Rahmawati Kusumaningrum, S.Kom.',
  }
}

const event = { role: 'archivist', body: {}, by: 'Theresia Rumbiak, S.H., M.H.' } as const
const events = {
  offered: { ...event, name: 'custodyOffered', at: at(-40 * DAY), leaf: 123_456_001 },
  accepted: { ...event, name: 'custodyAccepted', at: now, leaf: 123_456_110 },
  declined: { ...event, name: 'custodyKept', at: now, leaf: undefined },
  withdrawn: { ...event, name: 'custodyKept', at: now, leaf: 9, body: { state: 'withdrawn' } },
} as const
const items = [
  { type: 'pns', versions: 1, how: undefined, leaf: 123_456_111 },
  { type: 'golongan', versions: 3, how: 'changed' as const, leaf: 123_456_112 },
  { type: 'golongan', versions: undefined, how: 'added' as const, leaf: undefined },
]

export const auditedCustodySpecimens: Record<string, Page> = {
  ...auditedLists(
    'audited-custodies',
    {
      ...listedAll,
      lines: [...Object.values(custodies), { ...custodies.accepted, differences: [] }].map(shown),
      last: id,
    },
    (listed) => auditedCustodiesPage({ frame, listed }),
  ),
  ...records('audited-custody', custodies, (custody) => {
    const told = custody.state === 'offered' ? [] : [events[custody.state]]
    const whole = { items, events: [events.offered, ...told] }
    return auditedCustodyPage({ frame, names, custody: { ...shown(custody), ...whole } })
  }),
}
