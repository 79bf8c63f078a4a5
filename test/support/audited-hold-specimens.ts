import type { Hold, HoldId } from '#domain/archive/hold.ts'
import type { CaseNumber, HoldBasis } from '#domain/archive/hold-case.ts'
import type { PersonId } from '#domain/person.ts'
import { auditedLists, listedAll } from '#test/support/audited-lists.ts'
import { happenings, holds, names } from '#test/support/hold-specimens.ts'
import { placedHold } from '#test/support/holds.ts'
import { at, inOffice, records } from '#test/support/specimen-parts.ts'
import { auditedHoldPage } from '#views/archive/holds/audited-hold-page.tsx'
import { auditedHoldsPage } from '#views/archive/holds/audited-holds-page.tsx'
import type { Page } from '#views/page.tsx'

const DAY = 86_400
const frame = { ...inOffice, hat: 'Auditor' }
const id = '00000000-0000-4000-8000-000000000001'

function shown(hold: Hold, isDue = false) {
  return {
    ...hold,
    placedAt: at(-102 * DAY),
    isDue,
    lastFour: '1901',
    agencyName: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
    placerName: 'Theresia Rumbiak, S.H., M.H.',
    askerName: hold.state === 'on' ? undefined : 'Hasan Basri',
    agreerName: hold.state === 'lifted' ? 'Theresia Rumbiak, S.H., M.H.' : undefined,
    recordType: 'golongan',
  }
}

const silent = placedHold({
  ...{ id: id as HoldId, person: id as PersonId, silent: true },
  caseNo:
    'SP.Sidik/118/VIII/RES.3.3./2026/Ditreskrimsus.PoldaMetroJaya/Subdit-Tipikor' as CaseNumber,
  basis:
    'Permintaan penyidik untuk mengamankan seluruh berkas kepangkatan selama penyidikan dugaan pemalsuan ijazah.' as HoldBasis,
})
const restored = {
  ...shown({ ...silent, silent: false, caseNo: 'restoreReview' as CaseNumber }),
  agencyName: undefined,
}

const events = Object.values(happenings).map((happening, place) => ({
  ...happening,
  role: 'legalOfficer' as const,
  leaf: 123_456_001 + place,
}))
const whole = {
  covered: [
    { type: 'pns', stage: 'inactive' as const, late: undefined, leaf: 123_456_002 },
    { type: 'golongan', stage: 'active' as const, late: undefined, leaf: undefined },
    { type: 'golongan', stage: 'destroyed' as const, late: { at: at(-200 * DAY) }, leaf: 118_204 },
  ],
  events,
}

export const auditedHoldSpecimens: Record<string, Page> = {
  ...auditedLists(
    'audited-holds',
    {
      ...listedAll,
      lines: [shown(silent, true), shown(holds.liftAsked), shown(holds.lifted), restored],
      last: id,
    },
    (listed) => auditedHoldsPage({ frame, listed, names }),
  ),
  ...records('audited-hold', holds, (hold) =>
    auditedHoldPage({ frame, names, hold: { ...shown(hold), ...whole } }),
  ),
  'audited-hold-silent': auditedHoldPage({
    ...{ frame, names },
    hold: { ...shown(silent, true), covered: [], events: events.slice(0, 1) },
  }),
  'audited-hold-restored': auditedHoldPage({ frame, names, hold: { ...restored, ...whole } }),
}
