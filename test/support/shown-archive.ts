import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { completenessOf } from '#domain/archive/completeness.ts'
import type { HistoryRow } from '#domain/archive/history.ts'
import { type Overview, overviewOf, type RecordHead } from '#domain/archive/overview.ts'
import type { ArchiveRecord, RecordId } from '#domain/archive/record.ts'
import { type Career, slotsOf } from '#domain/archive/slot.ts'
import type { SlotState } from '#domain/archive/slot-state.ts'
import type { Version, VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { recordType, recordTypes } from '#test/support/record-types.ts'
import { at, now, person } from '#test/support/specimen-parts.ts'
import type { ShownRecord, ShownVersion } from '#views/archive/record/shown-record.ts'
import { recordCalled } from '#views/archive/record-called.ts'

/** What a page about an archive is drawn from; each expected document that is not missing has a record. */
export function shownArchive(
  career: Career,
  stateOf: (type: string, slot: string) => SlotState,
  more: readonly RecordHead[] = [],
): { overview: Overview; score: ReturnType<typeof completenessOf>['score'] } {
  const completeness = completenessOf(recordTypes, career, stateOf)
  const records = slotsOf(recordTypes, career)
    .filter(({ type, slot }) => stateOf(type.code, slot).kind !== 'missing')
    .map(({ type, slot }, n) => someHead({ id: idOf(n), type: type.code, slot }))
  const overview = overviewOf(completeness, [...records, ...more])
  return { overview, score: completeness.score }
}

export function someHead(fields: Partial<RecordHead> = {}): RecordHead {
  return { id: idOf(0), type: 'pns', slot: '', stage: 'active', ...fields }
}

/** As hard to compress as real ones. */
function idOf(n: number): RecordId {
  const digits = (seed: number, length: number) =>
    (((n + 1) * seed) % 16 ** length).toString(16).padStart(length, '0')
  return `${digits(2654435761, 8)}-${digits(40503, 4)}-4${digits(1663, 3)}-8${digits(3041, 3)}-${digits(79185364123571, 12)}` as RecordId
}

/** A career of a teacher of thirty years: sixty rows in a history. */
export function longHistory(): HistoryRow[] {
  return Array.from({ length: 60 }, (_, n) => ({
    type: 'diklat',
    key: `diklat-${n + 1}`,
    label: `Pelatihan ${n + 1}: Penguatan Kompetensi Guru Sekolah Menengah Angkatan ${1996 + Math.floor(n / 2)}`,
    onDate: { year: 1996 + Math.floor(n / 2), month: 1 + (n % 12), day: 15 },
    source: 'national' as const,
  }))
}

const uploaded = {
  record: idOf(0),
  person: person.id,
  agency: 'agency' as AgencyId,
  uploadedBy: person.id,
  uploadedAs: undefined,
  bytes: 412_345,
  scan: 'scanClean' as const,
}
const checked = { pages: 3, submittedAt: at(-6 * 86_400) }
const verified = {
  by: 'verifier' as PersonId,
  as: 'mandate' as MandateId,
  at: at(-5 * 86_400),
}

/** One in each status, so that the compiler asks for the new one. */
export const someVersions: { [S in VersionStatus]: Extract<Version, { status: S }> } = {
  quarantined: { ...uploaded, ...meta(4), status: 'quarantined' },
  rejectedBySystem: {
    ...uploaded,
    ...meta(3),
    status: 'rejectedBySystem',
    refusal: 'activeContent',
  },
  awaitingVerification: { ...uploaded, ...meta(2), ...checked, status: 'awaitingVerification' },
  returned: {
    ...uploaded,
    ...meta(2),
    ...checked,
    status: 'returned',
    returned: {
      codes: ['unreadable', 'pagesMissing'],
      note: 'Stempel di kanan bawah tidak terbaca.',
      place: { page: 2, box: { left: 520, top: 700, width: 360, height: 180 } },
      by: 'verifier' as PersonId,
    },
  },
  verified: { ...uploaded, ...meta(2), ...checked, status: 'verified', verified },
  superseded: {
    ...uploaded,
    ...meta(1),
    ...checked,
    status: 'superseded',
    verified,
    supersededAt: at(-5 * 86_400),
  },
  withdrawn: { ...uploaded, ...meta(1), status: 'withdrawn' },
}

function meta(no: number) {
  const receivedAt = at(-(9 - no) * 86_400)
  return { id: `version-${no}` as VersionId, no, receivedAt, since: receivedAt }
}

export function shownOne(version: Version, fields: Partial<ShownVersion> = {}): ShownVersion {
  const metadata = {
    decreeNumber: '821.2/045/BKD/2018',
    decreeDate: '2018-03-12',
    effectiveDate: '2018-04-01',
    issuingOfficial: 'Bupati Kepulauan Contoh Tenggara',
    rankGrade: 'III/b',
  }
  return { version, metadata, notes: [], digitised: false, ...fields }
}

type Fields = { stage?: ArchiveRecord['stage']; type?: string; slot?: string; rowLabel?: string }

export function someRecord(
  versions: readonly ShownVersion[],
  { stage = 'active', type: code = 'golongan', slot = 'III/b#skKp', rowLabel }: Fields = {},
): ShownRecord {
  const type = recordType(code)
  const label = rowLabel ?? 'Penata Muda Tingkat I, III/b'
  return {
    record: {
      id: idOf(0),
      person: person.id,
      agency: 'agency' as AgencyId,
      type: code,
      slot,
      stage,
      since: now,
    },
    type,
    called: recordCalled({ type, slot, rowLabel: label }),
    owner: { name: person.name, nip: person.nip, kind: 'pns', agencyName: person.agency.name },
    versions,
  }
}
