import type { OpenShare, ShareId } from '#domain/archive/share/share.ts'
import { after } from '#domain/instant.ts'
import { NOW } from './builders.ts'
import { versions } from './versions.ts'

const { id: version, record, person } = versions.verified

export const DAY = 24 * 3600

/** One that was just made, for a week and three uses, without a PIN. */
export function openShare(fields: Partial<OpenShare> = {}): OpenShare {
  return {
    id: 'tautan' as ShareId,
    person,
    record,
    version,
    recipient: 'Bank Contoh Cabang Kota',
    purpose: 'Pengajuan kredit rumah',
    madeAt: NOW,
    until: after(NOW, 7 * DAY),
    usesAllowed: 3,
    uses: 0,
    wrongPins: undefined,
    state: 'open',
    ...fields,
  }
}
