import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { BATCH_STATES, type Batch, type BatchId } from '#domain/archive/destruction/batch.ts'
import type { Objection } from '#domain/archive/destruction/objection.ts'
import { PAPER_KINDS } from '#domain/archive/destruction/paper.ts'
import { procedureOf } from '#domain/archive/destruction/procedure.ts'
import { SEATS } from '#domain/archive/destruction/seat.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import type { RuleId } from '#domain/archive/retention/rule.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { auditedLists, listedAll } from '#test/support/audited-lists.ts'
import { SOME_CHECKPOINT } from '#test/support/marks.ts'
import { at, inOffice, now, officer, person } from '#test/support/specimen-parts.ts'
import { auditedBatchPage } from '#views/archive/destruction/audited-batch-page.tsx'
import { auditedBatchesPage } from '#views/archive/destruction/audited-batches-page.tsx'
import { auditedItemPage } from '#views/archive/destruction/audited-item-page.tsx'
import { auditedBatches } from '#views/archive/destruction/batch-side.ts'
import { itemsPage } from '#views/archive/destruction/items-page.tsx'
import type { Page } from '#views/page.tsx'
import { paths } from '#views/paths.ts'

const DAY = 86_400
const id = '00000000-0000-4000-8000-000000000001'
const record = '00000000-0000-4000-8000-000000000002' as RecordId
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const number = '045/117/Arsip/2026'
const reason = 'Masih diperlukan untuk gugatan tata usaha negara.' as Reason
const names = new Map([['golongan', 'Riwayat Golongan/Kenaikan Pangkat (SK KP)']])
const frame = { ...inOffice, hat: 'Auditor' }
const side = auditedBatches
const agency = 'Pemerintah Kabupaten Kepulauan Contoh Tenggara'

const parties = SEATS.map((seat, place) => ({
  person: `person-${place}` as PersonId,
  hat: id as MandateId,
  seat,
}))
const [first] = parties
const closed: Batch = {
  id: id as BatchId,
  agency: officer.agency as AgencyId,
  since: at(-DAY),
  manifest: { n: 2, base: 1, sha256 },
  parties,
  signatures: parties.map((party) => ({
    ...{ person: party.person, manifest: 1 },
    ...{ at: at(-DAY), provenAt: at(-DAY) },
  })),
  papers: PAPER_KINDS,
  filed: PAPER_KINDS,
  state: 'closed',
  executor: first?.person,
}
const facts = {
  ...{ open: 12_408, unappraised: 12, due: { agency: true, nationalArchives: true } },
  ...{ openObjections: 2, openRequests: 1, unchecked: 5, unrecorded: 40, failing: 1, now },
}

const line = { id, since: at(-DAY), number, agency }
const lists = { ...listedAll, lines: BATCH_STATES.map((state) => ({ ...line, state })), last: id }

const none = { approvedAt: null, waitUntil: null, startedAt: null, closedAt: null }
const course = {
  agencyName: agency,
  drawnUpAt: at(-60 * DAY),
  ...none,
  rootFrom: null,
  rootTo: null,
}

const whole = {
  ...{ frame, side, batch: closed, number },
  log: { leaf: 123_456, salt: undefined, checkpoint: SOME_CHECKPOINT },
  names: new Map(
    parties.map((party) => [party.person, { name: person.name, nip: person.nip }] as const),
  ),
  papers: PAPER_KINDS.map((kind) => ({
    ...{ kind, number, dated: { year: 2026, month: 8, day: 16 } },
    ...{ issuer: 'Sekretaris Daerah Kabupaten Kepulauan Contoh Tenggara', sha256 },
  })),
  counts: { open: 0, destroyed: 12_396 },
  steps: procedureOf(closed, facts),
  course: {
    ...{ agencyName: agency, drawnUpAt: at(-60 * DAY), approvedAt: at(-32 * DAY) },
    ...{ waitUntil: at(-2 * DAY), startedAt: at(-DAY), closedAt: now, rootFrom: 3, rootTo: 4 },
  },
  left: [
    { outcome: 'withdrawn', because: 'held', count: 8 },
    { outcome: 'extended', because: undefined, count: 4 },
  ] as const,
  objections: { filed: 3, accepted: 1, declined: 2 },
  everFailed: 2,
}
const begun: Batch = { ...closed, signatures: [], papers: [], filed: [], state: 'appraising' }

const listed = { record, subject: id as PersonId, approval: 'nationalArchives' } as const
const shown = {
  item: { ...listed, state: 'over', outcome: 'destroyed' } as const,
  ...{ whose: { lastFour: '1901' }, type: 'golongan', slot: '', year: 2004 },
  ...{ endsOn: '2020-12-31', because: undefined, reason: undefined, failing: false },
  ...{ objects: false, leaves: { intent: 123_456_001, outcome: 123_456_412 } },
}
const withdrawn = {
  ...{ ...shown, because: 'objectionAccepted' as const, reason, leaves: undefined },
  item: { ...listed, state: 'over', outcome: 'withdrawn' } as const,
}

const retention: RetentionReason = {
  kind: 'until',
  on: { year: 2020, month: 12, day: 31 },
  rule: { id: id as RuleId, version: 1 },
  since: [{ event: 'serviceEnded', on: { year: 2010, month: 5, day: 1 }, how: 'retired' }],
  years: { active: 1, inactive: 9 },
  disposition: 'destroy',
  verified: true,
}
const objection: Objection = {
  ...{ record, person: id as PersonId, reason, at: at(-DAY), state: 'answered' },
  ...{ accepted: false, because: 'Perkara sudah berkekuatan hukum tetap.' as Reason },
  by: id as PersonId,
}
const done = { by: person.name, at: at(-DAY) }
const event = { at: at(-DAY), body: {}, by: person.name, role: 'appraiser', leaf: 123_456 } as const
const alone = { at: at(-DAY), body: {}, by: undefined, role: undefined } as const

const item = {
  ...{ frame, batch: id, names, exceptions: [] },
  source: { classification: '800.1.13.1', legalBasis: 'Perbup 63/2024' },
  shown: {
    ...{ ...shown, retention, exceptionApplies: undefined, objection },
    ...{ failures: 2, appraised: done, answered: done },
    steps: (['keysDeleted', 'objectsDeleted', 'proven', 'recorded'] as const).map((step) => ({
      ...{ step, at: now },
    })),
    events: [
      { ...event, name: 'destructionRecommended' },
      { ...alone, name: 'destructionStepFailed', leaf: 123_457 },
      { ...alone, name: 'recordDestroyed', leaf: undefined },
    ] as const,
  },
}

const onItems = { frame, side, batch: id, number, names, more: undefined, first: undefined }

export const auditedSpecimens: Record<string, Page> = {
  ...auditedLists('audited-batches', lists, (listed) => auditedBatchesPage({ frame, listed })),
  'audited-batch': auditedBatchPage(whole),
  'audited-batch-begun': auditedBatchPage({
    ...{ ...whole, batch: begun, papers: [], steps: procedureOf(begun, facts), course },
    ...{ counts: { open: 12_408, destroyed: 0 }, left: [], log: undefined, everFailed: 0 },
    objections: { filed: 0, accepted: 0, declined: 0 },
  }),
  'audited-items': itemsPage({
    ...{ ...onItems, items: [shown, withdrawn], only: 'all' },
    more: paths.auditedItems(id, record),
  }),
  'audited-items-none': itemsPage({
    ...{ ...onItems, items: [], only: 'failed', first: paths.auditedItems(id) },
  }),
  'audited-item': auditedItemPage(item),
  'audited-item-begun': auditedItemPage({
    ...item,
    shown: {
      ...{ ...item.shown, item: { ...listed, state: 'unappraised' }, leaves: undefined },
      ...{ failures: 0, appraised: undefined, answered: undefined, objection: undefined },
      ...{ steps: [], events: [{ ...event, name: 'appraisalStarted' }] },
    },
  }),
}
