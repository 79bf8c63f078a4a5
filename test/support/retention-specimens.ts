import type { AgencyId } from '#domain/agency.ts'
import type { Custody, CustodyDifference, CustodyId } from '#domain/archive/custody.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { addToForecast, type Forecast, NO_FORECAST } from '#domain/archive/retention/forecast.ts'
import type { TermsProblem } from '#domain/archive/retention/judge-terms.ts'
import type { RetentionRule, RuleId } from '#domain/archive/retention/rule.ts'
import type { PersonId } from '#domain/person.ts'
import { actor } from '#test/support/holds.ts'
import { at, inOffice, person, proofDue, records } from '#test/support/specimen-parts.ts'
import { custodyListPage } from '#views/archive/custody/custody-list-page.tsx'
import { custodyPage } from '#views/archive/custody/custody-page.tsx'
import type { CustodyProblem, OfferProblem } from '#views/archive/custody/custody-words.ts'
import { offerCustodyPage } from '#views/archive/custody/offer-page.tsx'
import { findPersonPage } from '#views/archive/find-person-page.tsx'
import { endedPage } from '#views/archive/retention/ended-page.tsx'
import { ruleForecastPage } from '#views/archive/retention/forecast-page.tsx'
import { retentionPage } from '#views/archive/retention/home-page.tsx'
import { retentionOfPersonPage } from '#views/archive/retention/person-page.tsx'
import { ruleRequestsPage } from '#views/archive/retention/requests-page.tsx'
import type {
  DecideRuleProblem,
  ExampleProblem,
  ProposeProblem,
  TermsFormProblem,
} from '#views/archive/retention/retention-page-words.ts'
import { ruleFormPage } from '#views/archive/retention/rule-form-page.tsx'
import { ruleRequestPage } from '#views/archive/retention/rule-request-page.tsx'
import { rulesPage } from '#views/archive/retention/rules-page.tsx'
import type { Page } from '#views/page.tsx'
import type { CustodyDone, RuleDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'

type Each<Problem extends { kind: string }> = { [K in Problem['kind']]: Problem & { kind: K } }

const DAY = 86_400
const id = '00000000-0000-4000-8000-000000000001'
const today = { year: 2026, month: 8, day: 17 }
const agencyName = 'Pemerintah Kabupaten Kepulauan Contoh Tenggara'
const who = { id, name: person.name, nip: person.nip, agencyName }

const names = new Map([
  ['pns', 'SK PNS'],
  ['golongan', 'Riwayat Golongan/Kenaikan Pangkat (SK KP)'],
  ['golongan#skKp', 'SK KP'],
])

export const rule: RetentionRule = {
  id: id as RuleId,
  version: 1,
  agency: 'agency' as AgencyId,
  classification: '800.1.13.1',
  name: 'Berkas Perseorangan PNS',
  covers: { of: 'personalFile' },
  active: { years: 3, trigger: 'serviceEnded' },
  inactive: { years: 7, trigger: 'activeEnded' },
  countFrom: 'yearEnd',
  disposition: 'destroy',
  exception: { text: 'Pejabat tinggi dan yang berjasa nasional', disposition: 'permanent' },
  approval: 'nationalArchives',
  legalBasis: 'contoh Perbup Kab. Pekalongan 63/2024',
  verified: false,
  from: today,
  endsFrom: { ...today, month: 9 },
  until: undefined,
}

export const forecast = foreseen()

/** Some of each disposition, over some years and without an end. */
function foreseen(): Forecast {
  const dispositions = ['destroy', 'reappraise', 'permanent', 'undecided'] as const
  const ends = [2027, 2031, 2031, 2040, undefined]
  return ends.reduce<Forecast>((so, year, index) => {
    const disposition = dispositions[index % dispositions.length] ?? 'destroy'
    const one = (end: number | undefined) =>
      ({
        end: end ? { year: end, month: 12, day: 31 } : undefined,
        follows: { disposition, approval: 'agency', exceptions: [] },
      }) as never
    return addToForecast(so, one(year), one(year && year - 1))
  }, NO_FORECAST)
}

const proof = {
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
  stale: { kind: 'stale' },
  noLonger: { kind: 'noLonger' },
} as const

const terms: Record<TermsProblem, TermsProblem> = {
  noClassification: 'noClassification',
  noLegalBasis: 'noLegalBasis',
  yearsOutOfRange: 'yearsOutOfRange',
  fileMergesIntoItself: 'fileMergesIntoItself',
  yearsWithoutTrigger: 'yearsWithoutTrigger',
  noPeriod: 'noPeriod',
}

const formProblems: Each<TermsFormProblem> = {
  stale: { kind: 'stale' },
  terms: { kind: 'terms', problem: 'noClassification' },
}

const exampleProblems: Each<ExampleProblem> = { ...proof, noSource: { kind: 'noSource' } }

const proposeProblems: Each<ProposeProblem> = {
  ...proof,
  notArchivist: { kind: 'notArchivist' },
  noForecast: { kind: 'noForecast' },
  outdated: { kind: 'outdated' },
  noRule: { kind: 'noRule', problem: 'noPeriod' },
  alreadyAsked: { kind: 'alreadyAsked' },
}

const decideProblems: Each<DecideRuleProblem> = {
  ...proof,
  over: { kind: 'over' },
  ownRequest: { kind: 'ownRequest' },
  notApprover: { kind: 'notApprover' },
  notYours: { kind: 'notYours' },
  noForecast: { kind: 'noForecast' },
  outdated: { kind: 'outdated' },
  noDecision: { kind: 'noDecision' },
}

const offerProblems: Each<OfferProblem> = {
  ...proof,
  oneself: { kind: 'oneself' },
  worksHere: { kind: 'worksHere' },
  nothingKept: { kind: 'nothingKept' },
  inDestruction: { kind: 'inDestruction' },
  alreadyOffered: { kind: 'alreadyOffered' },
}

const custodyProblems: Each<CustodyProblem> = {
  ...proof,
  over: { kind: 'over' },
  oneself: { kind: 'oneself' },
  ownOffer: { kind: 'ownOffer' },
  notYours: { kind: 'notYours' },
  movedOn: { kind: 'movedOn' },
  inDestruction: { kind: 'inDestruction' },
  differs: { kind: 'differs', differences: [] },
  noDecision: { kind: 'noDecision' },
}

const ruleDone: Record<RuleDone, RuleDone> = {
  contoh: 'contoh',
  diusulkan: 'diusulkan',
  diterbitkan: 'diterbitkan',
  ditolak: 'ditolak',
  ditarik: 'ditarik',
}

const custodyDone: Record<CustodyDone, CustodyDone> = {
  ditawarkan: 'ditawarkan',
  diterima: 'diterima',
  ditolak: 'ditolak',
  ditarik: 'ditarik',
}

const rules = {
  frame: inOffice,
  rules: [rule, { ...rule, verified: true, covers: { of: 'type' as const, type: 'golongan' } }],
  sources: [{ value: 'A', label: 'Contoh A' }],
  names,
  today,
  done: undefined,
  problem: undefined,
}

const typed = {
  classification: '800.1.3.2',
  name: 'Kenaikan Pangkat/Golongan/Jabatan',
  covers: 'type',
  type: 'golongan',
  activeYears: '2',
  activeTrigger: 'decreeIssued',
  inactiveYears: '3',
  inactiveTrigger: 'activeEnded',
  countFrom: 'yearEnd',
  disposition: 'destroy',
  exceptionText: 'SK masuk berkas perseorangan',
  exceptionDisposition: 'mergePersonalFile',
  approval: 'agency',
  legalBasis: '',
}
const form = {
  frame: inOffice,
  place: paths.retentionRule(id),
  isNew: false,
  names,
  typed,
  problem: undefined,
}

const foreseenRule = {
  frame: inOffice,
  id,
  terms: rule,
  forecast,
  isDone: true,
  names,
  problem: undefined,
}

const request = { id, terms: rule, askedAt: at(-DAY), askerName: 'Theresia Rumbiak' }
const requested = {
  frame: inOffice,
  request,
  current: { ...rule, verified: true },
  forecast,
  names,
  seenBy: 'approver' as const,
  problem: undefined,
}

const kept = [
  { type: 'pns', slot: '', stage: 'inactive' as const, end: today, held: true },
  { type: 'golongan', slot: 'III/b#skKp', stage: 'active' as const, end: undefined, held: false },
].map((record) => ({ ...record, id: id as RecordId }))

const area = {
  title: 'Retensi seorang pegawai',
  lead: 'Cari pegawai untuk melihat sampai kapan dan mengapa arsipnya disimpan.',
  place: paths.retentionSearch,
  pathOf: paths.retentionOfPerson,
  back: { path: paths.retention, label: 'Kembali ke Penyusutan' },
}

const offered: Custody & { state: 'offered' } = {
  id: id as CustodyId,
  person: 'person' as PersonId,
  from: 'from' as AgencyId,
  to: 'to' as AgencyId,
  list: [{ record: id as RecordId, versions: 2 }],
  offeredBy: actor('giver'),
  offeredAt: at(-3 * DAY),
  state: 'offered',
}
const ended = {
  decidedBy: actor('receiver'),
  decidedAt: at(-DAY),
  note: 'SK CPNS tidak ada di daftar.',
}

/** One of each state, so that a new one without a page does not compile. */
const transfers: { [S in Custody['state']]: Custody & { state: S } } = {
  offered,
  accepted: { ...offered, ...ended, state: 'accepted', differences: [] },
  declined: { ...offered, ...ended, state: 'declined' },
  withdrawn: { ...offered, ...ended, state: 'withdrawn' },
}

function listed(custody: Custody) {
  return {
    ...custody,
    name: person.name,
    nip: person.nip,
    fromName: agencyName,
    toName: 'Kementerian Contoh dan Percontohan',
    offererName: 'Theresia Rumbiak',
    deciderName: custody.state === 'offered' ? undefined : 'Hasan Basri',
  }
}

const differences: Record<CustodyDifference['how'], CustodyDifference['how']> = {
  added: 'added',
  gone: 'gone',
  changed: 'changed',
}
const items = Object.values(differences).map((how) => ({
  type: 'golongan',
  slot: 'III/b#skKp',
  stage: 'active' as const,
  versions: 2,
  how,
}))
const handing = {
  frame: inOffice,
  custody: listed(offered),
  items,
  agreedTo: '',
  names,
  side: 'receiver' as const,
  note: '',
  done: undefined,
  problem: undefined,
}

export const retentionSpecimens: Record<string, Page> = {
  retention: retentionPage({
    frame: inOffice,
    standing: { forecast, onDay: today },
    custody: { received: 2, due: 1 },
    incidents: 2,
  }),
  'retention-uncounted': retentionPage({
    frame: inOffice,
    standing: undefined,
    custody: { received: 0, due: 0 },
    incidents: 0,
  }),
  'retention-empty': retentionPage({
    frame: inOffice,
    standing: { forecast: NO_FORECAST, onDay: today },
    custody: { received: 0, due: 0 },
    incidents: 0,
  }),
  rules: rulesPage(rules),
  ...records('rules', ruleDone, (done) => rulesPage({ ...rules, done })),
  'rules-none': rulesPage({ ...rules, rules: [] }),
  ...records('rules-none', exampleProblems, (problem) =>
    rulesPage({ ...rules, frame: proofDue, rules: [], problem }),
  ),
  'rule-new': ruleFormPage({ ...form, place: paths.newRetentionRule, isNew: true }),
  'rule-change': ruleFormPage(form),
  ...records('rule-change', formProblems, (problem) => ruleFormPage({ ...form, problem })),
  ...records('rule-change-terms', terms, (problem) =>
    ruleFormPage({ ...form, problem: { kind: 'terms', problem } }),
  ),
  'rule-forecast': ruleForecastPage(foreseenRule),
  'rule-forecast-counting': ruleForecastPage({ ...foreseenRule, isDone: false }),
  ...records('rule-forecast', proposeProblems, (problem) =>
    ruleForecastPage({ ...foreseenRule, frame: proofDue, problem }),
  ),
  'rule-requests': ruleRequestsPage({
    frame: inOffice,
    requests: [request],
    isArchivist: true,
    done: 'ditolak',
  }),
  'rule-requests-none': ruleRequestsPage({
    frame: inOffice,
    requests: [],
    isArchivist: false,
    done: undefined,
  }),
  ...records(
    'rule-request',
    { approver: 'approver', asker: 'asker', other: 'other' } as const,
    (seenBy) => ruleRequestPage({ ...requested, seenBy }),
  ),
  'rule-request-new': ruleRequestPage({ ...requested, current: undefined }),
  ...records('rule-request', decideProblems, (problem) =>
    ruleRequestPage({ ...requested, current: rule, frame: proofDue, problem }),
  ),
  'retention-ended': endedPage({
    frame: inOffice,
    records: kept.map((one) => ({
      ...one,
      ...who,
      end: today,
      unitName: 'Dinas Pendidikan, Kebudayaan, Pemuda, dan Olahraga',
    })),
    names,
    units: [{ id, name: 'Dinas Pendidikan' }],
    unit: id,
    more: paths.retentionEndedIn(id, id),
    isFirst: false,
  }),
  'retention-ended-none': endedPage({
    frame: inOffice,
    records: [],
    names,
    units: [],
    unit: '',
    more: undefined,
    isFirst: true,
  }),
  'retention-of-person': retentionOfPersonPage({
    frame: inOffice,
    person: who,
    records: kept,
    names,
  }),
  'retention-of-person-none': retentionOfPersonPage({
    frame: inOffice,
    person: who,
    records: [],
    names,
  }),
  'find-person': findPersonPage({ frame: inOffice, area, text: '', answer: 'nothingAsked' }),
  'find-person-short': findPersonPage({ frame: inOffice, area, text: 'a', answer: 'tooShort' }),
  'find-person-none': findPersonPage({
    frame: inOffice,
    area,
    text: 'x y',
    answer: { people: [], more: undefined },
  }),
  'find-person-some': findPersonPage({
    frame: inOffice,
    area,
    text: 'siti',
    answer: { people: [{ ...who, unitName: 'Dinas Pendidikan' }], more: `${area.place}?cari=siti` },
  }),
  'custody-list': custodyListPage({
    frame: inOffice,
    due: [{ ...who, toName: agencyName, records: 12, since: at(-9 * DAY) }],
    received: [listed(offered)],
    given: [listed(offered)],
    over: [listed(transfers.accepted), listed(transfers.declined), listed(transfers.withdrawn)],
  }),
  'custody-list-none': custodyListPage({
    frame: inOffice,
    due: [],
    received: [],
    given: [],
    over: [],
  }),
  'custody-offer': offerCustodyPage({
    frame: inOffice,
    person: who,
    items: items.map((item) => ({ ...item, how: undefined })),
    names,
    problem: undefined,
  }),
  ...records('custody-offer', offerProblems, (problem) =>
    offerCustodyPage({ frame: proofDue, person: who, items: [], names, problem }),
  ),
  ...records('custody', transfers, (custody) =>
    custodyPage({ ...handing, custody: listed(custody) }),
  ),
  'custody-giver': custodyPage({ ...handing, side: 'giver' }),
  'custody-changed': custodyPage({ ...handing, agreedTo: `added ${id}` }),
  ...records('custody', custodyDone, (done) => custodyPage({ ...handing, done })),
  ...records('custody', custodyProblems, (problem) =>
    custodyPage({ ...handing, frame: proofDue, problem }),
  ),
}
