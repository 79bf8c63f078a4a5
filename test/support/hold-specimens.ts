import type { MandateId } from '#domain/access/mandate.ts'
import type { Hold, HoldId } from '#domain/archive/hold.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { placedHold } from '#test/support/holds.ts'
import { at, inOffice, now, person, proofDue, records } from '#test/support/specimen-parts.ts'
import { holdPage, type ShownHold } from '#views/archive/holds/hold-page.tsx'
import type {
  LiftProblem,
  PlaceProblem,
  ReviewProblem,
} from '#views/archive/holds/hold-problem-words.ts'
import { type HoldHappening, holdDoneText } from '#views/archive/holds/hold-words.ts'
import { liftHoldPage } from '#views/archive/holds/lift-page.tsx'
import { holdsPage } from '#views/archive/holds/list-page.tsx'
import { placeHoldPage } from '#views/archive/holds/place-page.tsx'
import { reviewHoldPage } from '#views/archive/holds/review-page.tsx'
import type { Page } from '#views/page.tsx'
import type { HoldDone } from '#views/path-names.ts'

type Each<Problem extends { kind: string }> = { [K in Problem['kind']]: Problem & { kind: K } }

const DAY = 86_400
const id = '00000000-0000-4000-8000-000000000001'
const record = '00000000-0000-4000-8000-000000000002' as RecordId

export const names = new Map([
  ['pns', 'SK PNS'],
  ['golongan', 'Riwayat Golongan/Kenaikan Pangkat (SK KP)'],
  ['golongan#skKp', 'SK KP'],
])

const placed = placedHold({ id: id as HoldId, person: id as PersonId })
const by = { person: id as PersonId, hat: id as MandateId }
const lift = {
  by,
  at: at(-DAY),
  reason: 'Putusan nomor 12/G/2026/PTUN.JKT sudah berkekuatan hukum tetap.' as Reason,
}

/** One of each state, so that a new one without a page does not compile. */
export const holds: { [S in Hold['state']]: Hold & { state: S } } = {
  on: placed,
  liftAsked: {
    ...placed,
    state: 'liftAsked',
    scope: { of: 'type', type: 'golongan' },
    lift,
  },
  lifted: {
    ...placed,
    state: 'lifted',
    scope: { of: 'record', record },
    lift,
    agreedBy: by,
    liftedAt: at(-60),
  },
}

function shown(hold: Hold, isDue = false): ShownHold {
  return {
    ...hold,
    name: person.name,
    nip: person.nip,
    agencyName: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
    placerName: 'Theresia Rumbiak, S.H., M.H.',
    askerName: hold.state === 'on' ? undefined : 'Hasan Basri',
    recordType: 'golongan',
    slot: 'III/b#skKp',
    isDue,
  }
}

export const happenings: Record<HoldHappening['name'], HoldHappening> = {
  holdPlaced: { name: 'holdPlaced', at: at(-9 * DAY), by: 'Theresia', reviewOn: placed.reviewOn },
  holdReviewed: { name: 'holdReviewed', at: at(-5 * DAY), by: 'Hasan', reviewOn: placed.reviewOn },
  holdLiftAsked: { name: 'holdLiftAsked', at: at(-4 * DAY), by: 'Hasan', reviewOn: undefined },
  holdKept: { name: 'holdKept', at: at(-3 * DAY), by: 'Theresia', reviewOn: undefined },
  holdLifted: { name: 'holdLifted', at: at(-60), by: 'Theresia', reviewOn: undefined },
}

const common = {
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
  stale: { kind: 'stale' },
  noLonger: { kind: 'noLonger' },
  oneself: { kind: 'oneself' },
} as const

const dates = {
  noReviewDate: { kind: 'noReviewDate' },
  reviewNotLater: { kind: 'reviewNotLater' },
  reviewTooLate: { kind: 'reviewTooLate' },
} as const

const placeProblems: Each<PlaceProblem> = {
  ...common,
  ...dates,
  noScope: { kind: 'noScope' },
  noSuchRecord: { kind: 'noSuchRecord' },
  tooLate: { kind: 'tooLate', at: at(-DAY) },
  basisTooShort: { kind: 'basisTooShort', length: 4 },
  basisTooLong: { kind: 'basisTooLong' },
  noCaseNumber: { kind: 'noCaseNumber' },
  caseNumberTooLong: { kind: 'caseNumberTooLong' },
}

const liftProblems: Each<LiftProblem> = {
  ...common,
  alreadyLifted: { kind: 'alreadyLifted', at: at(-DAY) },
  alreadyAsked: { kind: 'alreadyAsked', at: at(-DAY) },
  notAsked: { kind: 'notAsked' },
  ownRequest: { kind: 'ownRequest' },
  noDecision: { kind: 'noDecision' },
  reasonTooShort: { kind: 'reasonTooShort', length: 5 },
  reasonTooLong: { kind: 'reasonTooLong' },
}

const reviewProblems: Each<ReviewProblem> = {
  ...common,
  ...dates,
  alreadyLifted: { kind: 'alreadyLifted', at: at(-DAY) },
}

const done: Record<HoldDone, HoldDone> = {
  dipasang: 'dipasang',
  ditinjau: 'ditinjau',
  diajukan: 'diajukan',
  dicabut: 'dicabut',
  tetap: 'tetap',
}

const covered = [
  { type: 'pns', slot: '', stage: 'inactive' as const, late: undefined },
  {
    type: 'golongan',
    slot: 'III/b#skKp',
    stage: 'destroyed' as const,
    late: { at: now, n: 31, leaf: 4711, batch: id },
  },
]
const seen = { frame: inOffice, names, covered, history: Object.values(happenings), isOurs: true }

const placing = {
  frame: inOffice,
  person: { id, name: person.name, nip: person.nip, agencyName: person.agency.name },
  records: [
    { id: record, type: 'golongan', slot: 'III/b#skKp', stage: 'inactive' as const, held: true },
    { id: record, type: 'pns', slot: '', stage: 'destroyed' as const, held: false },
  ],
  names,
  typed: { scope: 'semua', basis: '', caseNo: '', reviewOn: '2027-02-17', silent: 'tidak' },
  problem: undefined,
}

export const holdSpecimens: Record<string, Page> = {
  holds: holdsPage({
    frame: inOffice,
    list: 'berlaku',
    holds: [shown(holds.on, true), shown(holds.liftAsked), shown(holds.on)],
    names,
    more: '/instansi/penahanan?daftar=berlaku&setelah=x',
    isFirst: true,
  }),
  'holds-lifted': holdsPage({
    frame: inOffice,
    list: 'dicabut',
    holds: [shown(holds.lifted)],
    names,
    more: undefined,
    isFirst: false,
  }),
  'holds-none': holdsPage({
    frame: inOffice,
    list: 'tinjau',
    holds: [],
    names,
    more: undefined,
    isFirst: true,
  }),
  'hold-place': placeHoldPage(placing),
  ...records('hold-place', placeProblems, (problem) =>
    placeHoldPage({ ...placing, frame: proofDue, problem }),
  ),
  ...records('hold', holds, (hold) =>
    holdPage({ ...seen, hold: shown(hold, true), done: undefined }),
  ),
  ...records('hold', done, (what) =>
    holdPage({ ...seen, hold: shown(holds.on), done: holdDoneText(what, false) }),
  ),
  'hold-elsewhere': holdPage({
    ...seen,
    covered: [],
    hold: shown({ ...holds.on, silent: true }),
    isOurs: false,
    done: undefined,
  }),
  ...records('hold-lift', holds, (hold) =>
    liftHoldPage({
      frame: inOffice,
      hold: shown(hold),
      names,
      isOwn: false,
      typed: '',
      problem: undefined,
    }),
  ),
  'hold-lift-own': liftHoldPage({
    frame: inOffice,
    hold: shown(holds.liftAsked),
    names,
    isOwn: true,
    typed: '',
    problem: undefined,
  }),
  ...records('hold-lift', liftProblems, (problem) =>
    liftHoldPage({
      frame: proofDue,
      hold: shown(holds.on),
      names,
      isOwn: false,
      typed: 'sudah',
      problem,
    }),
  ),
  'hold-review': reviewHoldPage({
    frame: inOffice,
    hold: shown(holds.on, true),
    names,
    typed: '2027-02-17',
    problem: undefined,
  }),
  ...records('hold-review', reviewProblems, (problem) =>
    reviewHoldPage({ frame: proofDue, hold: shown(holds.on), names, typed: '', problem }),
  ),
}
