import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { BatchAct } from '#domain/archive/destruction/acts.ts'
import type { Batch, BatchId, BatchState } from '#domain/archive/destruction/batch.ts'
import type { Certificate } from '#domain/archive/destruction/certificate.ts'
import type { Item } from '#domain/archive/destruction/item.ts'
import type { Objection } from '#domain/archive/destruction/objection.ts'
import { PAPER_KINDS } from '#domain/archive/destruction/paper.ts'
import { procedureOf } from '#domain/archive/destruction/procedure.ts'
import type { ProposalRefused } from '#domain/archive/destruction/propose-record.ts'
import { SEATS } from '#domain/archive/destruction/seat.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import type { RuleId } from '#domain/archive/retention/rule.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { SOME_CHECKPOINT, someListCode, someMark } from '#test/support/marks.ts'
import {
  at,
  frame,
  inOffice,
  now,
  officer,
  person,
  proofDue,
  records,
} from '#test/support/specimen-parts.ts'
import { batchActPage } from '#views/archive/destruction/act-page.tsx'
import { ACT_WORDS, type BatchProblem } from '#views/archive/destruction/act-words.ts'
import { batchPage } from '#views/archive/destruction/batch-page.tsx'
import { agencyBatches } from '#views/archive/destruction/batch-side.ts'
import { batchesPage } from '#views/archive/destruction/batches-page.tsx'
import { certificatePage } from '#views/archive/destruction/certificate-page.tsx'
import { type FullItem, itemPage } from '#views/archive/destruction/item-page.tsx'
import { itemsPage } from '#views/archive/destruction/items-page.tsx'
import type { Mark } from '#views/archive/destruction/items-part.tsx'
import { ownObjectionPage, ownProposedPage } from '#views/archive/destruction/own-page.tsx'
import { proposalsPage } from '#views/archive/destruction/proposals-page.tsx'
import type { Page } from '#views/page.tsx'
import { paths } from '#views/paths.ts'

const DAY = 86_400
const id = '00000000-0000-4000-8000-000000000001'
const batchId = id as BatchId
const record = '00000000-0000-4000-8000-000000000002' as RecordId
const otherRecord = '00000000-0000-4000-8000-000000000003' as RecordId
const fourthRecord = '00000000-0000-4000-8000-000000000005' as RecordId
const thirdRecord = '00000000-0000-4000-8000-000000000004' as RecordId
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const number = '045/117/Arsip/2026'
const reason = 'Masih diperlukan untuk gugatan tata usaha negara.' as Reason
const names = new Map([['golongan', 'Riwayat Golongan/Kenaikan Pangkat (SK KP)']])
const counts = { open: 12_408, destroyed: 0 }

const parties = SEATS.map((seat, place) => ({
  person: `person-${place}` as PersonId,
  hat: id as MandateId,
  seat,
}))
const drawnUp = {
  id: batchId,
  agency: officer.agency as AgencyId,
  since: at(-DAY),
  manifest: { n: 2, base: 1, sha256 },
  parties,
  signatures: parties
    .slice(0, 3)
    .map(({ person: by }) => ({ person: by, manifest: 1, at: at(-DAY), provenAt: at(-DAY) })),
  papers: PAPER_KINDS.slice(0, 3),
  filed: PAPER_KINDS.slice(0, 2),
}
const executor = parties[0]?.person as PersonId

const batches: { [S in BatchState]: Batch & { state: S } } = {
  appraising: {
    ...drawnUp,
    parties: parties.slice(0, 1),
    papers: [],
    filed: [],
    state: 'appraising',
  },
  proposed: { ...drawnUp, state: 'proposed' },
  waiting: { ...drawnUp, state: 'waiting', waitUntil: at(20 * DAY) },
  destroying: { ...drawnUp, state: 'destroying', executor },
  closed: { ...drawnUp, state: 'closed', executor },
}

const papers = PAPER_KINDS.map((kind) => ({
  kind,
  number,
  dated: { year: 2026, month: 8, day: 16 },
  issuer: 'Sekretaris Daerah Kabupaten Kepulauan Contoh Tenggara',
  sha256: kind === 'minutes' ? undefined : sha256,
}))
const named = new Map(
  parties.map((party) => [party.person, { name: person.name, nip: person.nip }] as const),
)
const facts = {
  open: counts.open,
  unappraised: 12,
  due: { agency: true, nationalArchives: true },
  openObjections: 2,
  openRequests: 1,
  unchecked: 5,
  unrecorded: 40,
  failing: 1,
  now,
}

function showBatch(
  batch: Batch,
  acts: readonly BatchAct[],
  { isSubject = false, answers = false, isEmpty = false } = {},
): Page {
  return batchPage({
    frame: inOffice,
    side: agencyBatches,
    batch,
    number,
    names: named,
    papers: batch.papers.length === 0 ? [] : papers,
    counts: isEmpty ? { open: 0, destroyed: 0 } : counts,
    steps: procedureOf(batch, facts),
    acts,
    toAnswer: answers ? { record, count: 2 } : undefined,
    isSubject,
    done: isSubject ? undefined : 'ditandatangani',
  })
}

const acts: Record<BatchAct, BatchAct> = {
  takeSeat: 'takeSeat',
  leaveSeat: 'leaveSeat',
  addPaper: 'addPaper',
  sign: 'sign',
  approve: 'approve',
  attend: 'attend',
  start: 'start',
}

function showAct(act: BatchAct, problem: BatchProblem | undefined, due = false): Page {
  return batchActPage({
    frame: due ? proofDue : inOffice,
    act,
    batch: { id, sha256 },
    number,
    counts,
    seats: SEATS,
    papers: PAPER_KINDS,
    witnesses: [
      { seat: 'legalWitness', isThere: true },
      { seat: 'oversightWitness', isThere: false },
    ],
    typed: { seat: 'chair', paper: 'minutes', number, dated: '2026-08-16', issuer: 'Sekretaris' },
    problem,
  })
}

type Each<Problem extends { kind: string }> = { [K in Problem['kind']]: Problem & { kind: K } }

const problems: Each<BatchProblem> = {
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
  notItsTime: { kind: 'notItsTime' },
  notOnPanel: { kind: 'notOnPanel' },
  alreadySigned: { kind: 'alreadySigned', at: at(-DAY) },
  listChanged: { kind: 'listChanged' },
  nothingLeft: { kind: 'nothingLeft' },
  unappraised: { kind: 'unappraised', count: 12 },
  papersMissing: { kind: 'papersMissing', papers: ['minutes', 'recommendation'] },
  filesMissing: { kind: 'filesMissing', papers: ['proposalList', 'minutes'] },
  fileRefused: { kind: 'fileRefused', reason: 'encryptedPdf' },
  fileNotChecked: { kind: 'fileNotChecked' },
  otherHat: { kind: 'otherHat' },
  ownRecord: { kind: 'ownRecord' },
  alreadySeated: { kind: 'alreadySeated', seat: 'chair' },
  seatTaken: { kind: 'seatTaken' },
  notSigned: { kind: 'notSigned' },
  waitNotOver: { kind: 'waitNotOver', until: at(20 * DAY) },
  notExecutor: { kind: 'notExecutor' },
  objectionsOpen: { kind: 'objectionsOpen', count: 2 },
  requestsOpen: { kind: 'requestsOpen', count: 1 },
  fixityUnknown: { kind: 'fixityUnknown', count: 5 },
  certificateMissing: { kind: 'certificateMissing' },
  witnessAway: { kind: 'witnessAway', seat: 'oversightWitness' },
  notSeated: { kind: 'notSeated' },
  drewItUp: { kind: 'drewItUp' },
  notYours: { kind: 'notYours' },
  itemOver: { kind: 'itemOver' },
  endNotLater: { kind: 'endNotLater' },
  alreadyAnswered: { kind: 'alreadyAnswered' },
  otherSeat: { kind: 'otherSeat' },
  tooEarly: { kind: 'tooEarly' },
  tooLate: { kind: 'tooLate' },
  alreadyObjected: { kind: 'alreadyObjected' },
  reasonTooShort: { kind: 'reasonTooShort', length: 6 },
  reasonTooLong: { kind: 'reasonTooLong' },
  stale: { kind: 'stale' },
  noLonger: { kind: 'noLonger' },
  noSeat: { kind: 'noSeat' },
  noPaper: { kind: 'noPaper' },
  exceptionUnanswered: { kind: 'exceptionUnanswered' },
  exceptionKeeps: { kind: 'exceptionKeeps' },
  noVerdict: { kind: 'noVerdict' },
  noneTicked: { kind: 'noneTicked' },
  noEnd: { kind: 'noEnd' },
  nothingToPropose: { kind: 'nothingToPropose' },
  noNumber: { kind: 'noNumber' },
  noDate: { kind: 'noDate' },
  inFuture: { kind: 'inFuture' },
  noIssuer: { kind: 'noIssuer' },
}

/** By the form that shows them. */
const ITEM_PROBLEMS = [
  'noVerdict',
  'exceptionUnanswered',
  'exceptionKeeps',
  'noEnd',
  'endNotLater',
  'reasonTooShort',
  'reasonTooLong',
]

const listed = { record, subject: id as PersonId, approval: 'nationalArchives' } as const
const items: { [S in Item['state']]: Item & { state: S } } = {
  unappraised: { ...listed, state: 'unappraised' },
  toDestroy: { ...listed, approval: 'agency', state: 'toDestroy' },
  keysGone: { ...listed, state: 'keysGone' },
  over: { ...listed, state: 'over', outcome: 'withdrawn' },
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

function shown(item: Item): FullItem {
  const isOver = item.state === 'over'
  return {
    item,
    whose: { name: person.name, nip: person.nip },
    type: 'golongan',
    slot: 'III/d',
    endsOn: '2020-12-31',
    because: isOver ? 'objectionAccepted' : undefined,
    reason: isOver ? reason : undefined,
    failing: item.state === 'keysGone',
    objects: item.state === 'toDestroy',
    retention,
    exceptionApplies: item.state === 'toDestroy' ? false : undefined,
    versions: [{ id, no: 1, status: 'verified', pages: 3, bytes: 240_000 }],
    objection: undefined,
  }
}

const objection: Objection = { record, person: id as PersonId, reason, at: at(-DAY), state: 'open' }

const onItem = {
  frame: inOffice,
  batch: id,
  source: { classification: '800.1.13.1', legalBasis: 'Perbup 63/2024' },
  names,
  exceptions: [{ text: 'yang berakibat hukum', disposition: 'permanent' as const }],
  typed: { verdict: '', exception: '', until: '', reason: '' },
  problem: undefined,
}

function showItem(item: FullItem, may: 'appraise' | 'answer' | 'look', problem?: BatchProblem) {
  return itemPage({ ...onItem, shown: item, may, problem })
}

function showAppraised(mark: Mark, problem?: BatchProblem) {
  const ofPanel = [record, otherRecord, thirdRecord].map((one) => ({
    ...shown({ ...items.unappraised, record: one }),
    slot: one === otherRecord ? 'IV/a' : 'III/d',
  }))
  return itemsPage({
    frame: proofDue,
    side: agencyBatches,
    batch: id,
    number,
    items: [...ofPanel, shown({ ...items.toDestroy, record: fourthRecord })],
    names,
    more: paths.batchItems(id, thirdRecord),
    first: undefined,
    appraising: {
      marks: new Map([
        [record, mark],
        [otherRecord, 'alone'],
        [thirdRecord, mark],
      ]),
      after: undefined,
    },
    problem,
  })
}

const refusals: Record<ProposalRefused['kind'], ProposalRefused['kind']> = {
  notArchivist: 'notArchivist',
  elsewhere: 'elsewhere',
  notEnded: 'notEnded',
  held: 'held',
  alreadyListed: 'alreadyListed',
  notForDestruction: 'notForDestruction',
  ownRecord: 'ownRecord',
}

const proposable = {
  name: 'Siti Rahmawati Kusumaningrum, S.Kom., M.M.',
  nip: '198501012010011901',
  type: 'golongan',
  slot: 'III/d',
  endsOn: '2020-12-31',
  approval: 'agency',
} as const
const typed = { jenis: '', hingga: '2026-08-17', number: '', dated: '', issuer: '' }
const proposing = { frame: inOffice, names, typed, problem: undefined }

const certificate: Certificate = {
  agencyName: officer.agencyName ?? '',
  zone: 'WIT',
  papers,
  parties: parties.map(({ seat }) => ({
    seat,
    name: person.name,
    nip: person.nip,
    signedAt: at(-DAY),
  })),
  executor: { name: person.name, nip: person.nip },
  drawnUpAt: at(-60 * DAY),
  approvedAt: at(-32 * DAY),
  waitUntil: at(-2 * DAY),
  startedAt: at(-DAY),
  closedAt: now,
  counts: {
    records: 12_396,
    versions: 14_020,
    persons: 1_033,
    bytes: 9_120_400_000,
    verified: 13_800,
  },
  years: { from: 1984, until: 2009 },
  units: [officer.unitName ?? ''],
  rules: ['800.1.13.1 Perbup 63/2024 (versi 2)'],
  left: [
    { outcome: 'withdrawn', because: 'held', count: 8 },
    { outcome: 'extended', because: undefined, count: 4 },
  ],
  objections: { filed: 3, accepted: 1 },
  manifest: { signed: sha256, destroyed: sha256 },
  stores: ['utama', 'salinan'],
  rotation: { from: 3, to: 4 },
  log: { leaf: someListCode.index, salt: someListCode.salt, checkpoint: SOME_CHECKPOINT },
}

const certified = {
  unit: officer.unitName ?? '',
  classification: '800.1.13.1',
  type: 'golongan',
  slot: 'III/d',
  year: 2004,
  files: 2,
  digitised: true,
  lastFour: '1901',
  rule: 'Perbup 63/2024',
  active: 1,
  inactive: 9,
  destroyedAt: now,
  leaves: { intent: 123_456_001, outcome: 123_456_412 },
}

const own = { record, type: 'golongan', slot: 'III/d', stage: 'waitingPeriod' } as const
const open = { ...own, until: at(20 * DAY), mayObject: true, objection: undefined }

export const destructionSpecimens: Record<string, Page> = {
  batches: batchesPage({
    frame: inOffice,
    batches: Object.values(batches).map(({ state }) => ({ id, state, since: at(-DAY), number })),
    mayPropose: true,
    more: paths.batchesAfter(id),
  }),
  'batches-none': batchesPage({ frame: inOffice, batches: [], mayPropose: false, more: undefined }),
  ...records('batch', batches, (batch) =>
    showBatch(batch, batch.state === 'closed' ? [] : (Object.keys(ACT_WORDS) as BatchAct[])),
  ),
  'batch-emptied': showBatch({ ...batches.closed, executor: undefined }, [], { isEmpty: true }),
  'batch-concerned': showBatch(batches.proposed, [], { isSubject: true }),
  'batch-objected': showBatch(batches.waiting, [], { answers: true }),
  ...records('batch-act', acts, (act) => showAct(act, undefined)),
  ...records('batch-act-refused', problems, (problem) =>
    ITEM_PROBLEMS.includes(problem.kind)
      ? showItem(shown(items.unappraised), 'appraise', problem)
      : showAct(
          /^no(Number|Date|Issuer|Paper)|inFuture|^file(Refused|NotChecked)/.test(problem.kind)
            ? 'addPaper'
            : 'takeSeat',
          problem,
          true,
        ),
  ),
  'batch-items': itemsPage({
    frame: inOffice,
    side: agencyBatches,
    batch: id,
    number,
    items: Object.values(items).map(shown),
    names,
    more: paths.batchItems(id, record),
    first: paths.batchItems(id),
  }),
  'batch-items-appraise': showAppraised('free'),
  'batch-items-ticked': showAppraised('ticked'),
  'batch-items-refused': showAppraised('free', { kind: 'noneTicked' }),
  'batch-items-none': itemsPage({
    frame: inOffice,
    side: agencyBatches,
    batch: id,
    number,
    items: [],
    names,
    more: undefined,
    first: undefined,
  }),
  ...records('batch-item', items, (item) => showItem(shown(item), 'look')),
  'batch-item-appraise': showItem(shown(items.unappraised), 'appraise'),
  'batch-item-answer': showItem({ ...shown(items.toDestroy), objection }, 'answer'),
  'batch-item-answered': showItem(
    {
      ...shown(items.over),
      objection: {
        ...objection,
        state: 'answered',
        accepted: true,
        because: reason,
        by: id as PersonId,
      },
    },
    'look',
  ),
  proposals: proposalsPage({
    ...proposing,
    records: [
      { ...proposable, refusal: undefined },
      ...Object.values(refusals).map((refusal) => ({ ...proposable, refusal })),
    ],
    hasMore: true,
  }),
  'proposals-none': proposalsPage({ ...proposing, records: [], hasMore: false }),
  'proposals-refused': proposalsPage({
    ...proposing,
    frame: proofDue,
    records: [{ ...proposable, refusal: undefined }],
    hasMore: false,
    problem: problems.noNumber,
  }),
  certificate: certificatePage({
    frame: inOffice,
    side: agencyBatches,
    batch: id,
    certificate,
    records: [certified],
    hasMore: true,
    hasFile: true,
    names,
    mark: someMark(someListCode),
  }),
  'certificate-soon': certificatePage({
    frame: inOffice,
    side: agencyBatches,
    batch: id,
    certificate: { ...certificate, left: [], log: undefined },
    records: [certified],
    hasMore: false,
    hasFile: false,
    names,
    mark: undefined,
  }),
  'own-proposed': ownProposedPage({
    frame,
    records: [
      open,
      { ...open, until: undefined },
      { ...open, mayObject: false, objection: { reason, accepted: undefined, because: undefined } },
      { ...open, mayObject: false, objection: { reason, accepted: false, because: reason } },
    ],
    names,
    isFiled: true,
  }),
  'own-proposed-none': ownProposedPage({ frame, records: [], names, isFiled: false }),
  'own-objection': ownObjectionPage({ frame, record: open, names, typed: '', problem: undefined }),
  'own-objection-short': ownObjectionPage({
    frame,
    record: open,
    names,
    typed: 'jangan',
    problem: problems.reasonTooShort,
  }),
}
