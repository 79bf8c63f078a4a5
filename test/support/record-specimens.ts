import type { ToldEvent, ToldName } from '#domain/archive/told-event.ts'
import { TOLD } from '#domain/archive/told-event.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import { SOME_CHECKPOINT, someCode, someMark } from '#test/support/marks.ts'
import { shownOne, someRecord, someVersions } from '#test/support/shown-archive.ts'
import { at, frame, inOffice, records } from '#test/support/specimen-parts.ts'
import { employeeArchive, ownArchive } from '#views/archive/archive-side.ts'
import { coverPage } from '#views/archive/record/cover-page.tsx'
import { previewPage } from '#views/archive/record/preview-page.tsx'
import { type RecordProps, recordPage } from '#views/archive/record/record-page.tsx'
import { type SheetProps, sheetPage } from '#views/archive/record/sheet-page.tsx'
import type { Page } from '#views/page.tsx'

const own = ownArchive(true)
const sheet = {
  record: someRecord([]),
  shown: shownOne(someVersions.verified),
  sha256: someCode.salt,
  place: 'https://asn.example.go.id/verifikasi',
  logged: { leaf: someCode.index, mark: someMark(someCode) },
  checkpoint: SOME_CHECKPOINT,
}
const office = employeeArchive(
  { id: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'Siti Rahmawati', nip: '198501012010011901' },
  'support',
)

const officer = {
  kind: 'officer' as const,
  role: 'verifier' as const,
  name: 'Dewi Lestari, S.Sos.',
}
const BODIES: Partial<Record<ToldName, ToldEvent['body']>> = {
  uploadCompleted: { no: 2, digitised: true },
  intakeRejected: { no: 1, reason: 'activeContent' },
  recordReturned: { no: 1, codes: ['unreadable', 'dataDiffers'] },
  retentionRecomputed: { from: '2031-12-31', to: '2041-12-31' },
  retentionExtended: { until: '2041-12-31' },
}

/** Everything that can happen, each as its page says it. */
const events: ToldEvent[] = TOLD.map((name, n) => ({
  name,
  at: at(-n * 86_400),
  by: n % 3 === 0 ? { kind: 'system' } : n % 3 === 1 ? { kind: 'subject' } : officer,
  no: 1 + (n % 2),
  body: BODIES[name] ?? {},
}))

const retention = {
  reason: {
    kind: 'until' as const,
    on: { year: 2041, month: 12, day: 31 },
    rule: { id: 'rule' as never, version: 1 },
    since: [
      {
        event: 'serviceEnded' as const,
        on: { year: 2031, month: 8, day: 1 },
        how: 'retired' as const,
      },
    ],
    years: { active: 1, inactive: 9 },
    disposition: 'destroy' as const,
    verified: true,
  },
  source: { classification: '800.1.13.1', legalBasis: 'Perbup Contoh 12/2024' },
  coming: undefined,
}

function page(status: VersionStatus, fields: Partial<RecordProps> = {}): Page {
  const shown = shownOne(someVersions[status])
  const older = shownOne(someVersions.superseded)
  const versions = status === 'superseded' ? [shown] : [shown, older]
  return recordPage({
    frame,
    side: own,
    record: someRecord(versions),
    shown,
    from: 1,
    events: events.slice(0, 6),
    revokedFor: undefined,
    loss: undefined,
    retention,
    holds: [],
    proposed: undefined,
    readers: [],
    ...fields,
  })
}

const statuses = Object.fromEntries(
  Object.keys(someVersions).map((status) => [status, status]),
) as Record<VersionStatus, VersionStatus>

const many = { ...someVersions.verified, pages: 30 }
const gone = { ...shownOne(someVersions.verified), metadata: undefined }
const warned = shownOne(
  { ...someVersions.awaitingVerification, scan: 'notScanned' },
  { digitised: true, notes: ['signaturePresent'] },
)
const proposed = {
  record: 'record',
  type: 'golongan',
  slot: 'III/b#skKp',
  stage: 'waitingPeriod' as const,
  until: at(20 * 86_400),
  mayObject: true,
  objection: undefined,
}

/** The page of a record in every state of its version, and what surrounds it. */
const sheets: Record<string, Partial<SheetProps>> = {
  logged: {},
  superseded: { shown: shownOne(someVersions.superseded) },
  waiting: { logged: undefined },
  noLog: { logged: undefined, checkpoint: undefined },
  looked: { frame: inOffice, side: office },
}

export const recordSpecimens: Record<string, Page> = {
  ...records('record', statuses, (status) => page(status)),
  'record-everything': page('verified', {
    events,
    holds: [{ agencyName: 'Pemerintah Kabupaten Contoh', placedAt: at(-40 * 86_400) }],
    readers: [
      {
        n: 12,
        at: at(-3600),
        purpose: 'service',
        action: 'recordViewed',
        versionNo: 2,
        typeName: undefined,
        slot: '',
        reader: { name: 'Budi Santoso', role: 'officer', agency: 'Pemerintah Kabupaten Contoh' },
        link: undefined,
        objection: undefined,
      },
    ],
  }),
  'record-shortened': page('verified', {
    retention: {
      ...retention,
      coming: {
        from: { year: 2026, month: 9, day: 16 },
        reason: { ...retention.reason, on: { year: 2033, month: 12, day: 31 } },
        source: { classification: '800.1.13.1', legalBasis: 'Perbup Contoh 7/2026' },
      },
    },
  }),
  'record-proposed': page('verified', {
    record: someRecord([shownOne(someVersions.verified)], { stage: 'waitingPeriod' }),
    proposed,
  }),
  'record-objected': page('verified', {
    record: someRecord([shownOne(someVersions.verified)], { stage: 'waitingPeriod' }),
    proposed: {
      ...proposed,
      mayObject: false,
      objection: { reason: 'Masih saya perlukan.', accepted: undefined, because: undefined },
    },
  }),
  'record-revoked': page('awaitingVerification', {
    events: [{ name: 'verificationRevoked', at: at(-60), by: officer, no: 2, body: {} }],
    revokedFor: 'Nomor SK tidak tercatat di buku agenda Sekretariat Daerah Kabupaten.',
  }),
  'record-warned': page('awaitingVerification', { shown: warned, record: someRecord([warned]) }),
  'record-harmful': page('awaitingVerification', {
    shown: shownOne({ ...someVersions.awaitingVerification, scan: 'scanFound' }),
  }),
  'record-destroyed': page('verified', {
    shown: gone,
    record: someRecord([gone], { stage: 'destroyed' }),
    retention: undefined,
  }),
  'record-nothing': page('verified', { shown: undefined, record: someRecord([]), events: [] }),
  'record-many-pages': page('verified', { shown: shownOne(many), from: 13 }),
  'record-secret': page('verified', {
    record: someRecord([shownOne(someVersions.verified)], {
      type: 'hukumanDisiplin',
      slot: '2018',
      rowLabel: 'Hukuman disiplin ringan',
    }),
  }),
  'record-read-only': page('returned', { side: ownArchive(false) }),
  'record-of-employee': page('returned', { frame: inOffice, side: office, readers: undefined }),
  'record-preview': previewPage({
    frame,
    side: own,
    record: someRecord([]),
    version: someVersions.verified,
    page: 1,
    isLost: false,
  }),
  'record-preview-marked': previewPage({
    frame,
    side: own,
    record: someRecord([]),
    version: someVersions.returned,
    page: 2,
    isLost: false,
  }),
  'record-preview-of-employee': previewPage({
    frame: inOffice,
    side: office,
    record: someRecord([]),
    version: someVersions.verified,
    page: 3,
    isLost: false,
  }),
  'record-cover': coverPage({
    frame,
    record: someRecord([]),
    shown: shownOne(someVersions.verified),
    retention,
    mark: someMark(someCode),
  }),
  'record-cover-not-logged': coverPage({
    frame,
    record: someRecord([]),
    shown: shownOne(someVersions.awaitingVerification),
    retention,
    mark: undefined,
  }),
  ...records('record-sheet', sheets, (more) => sheetPage({ ...sheet, frame, side: own, ...more })),
}
