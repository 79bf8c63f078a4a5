import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { OriginProblem } from '#domain/embed/origin.ts'
import type { SiteRequestId, SiteWish } from '#domain/embed/site-request.ts'
import type { PersonId } from '#domain/person.ts'
import { at, inOffice, officer, proofDue, records } from '#test/support/specimen-parts.ts'
import { siteEndPage } from '#views/nation/sites/site-end-page.tsx'
import { siteFormPage } from '#views/nation/sites/site-form-page.tsx'
import { sitePage } from '#views/nation/sites/site-page.tsx'
import { type ShownSiteRequest, siteRequestPage } from '#views/nation/sites/site-request-page.tsx'
import type { AskSiteProblem, DecideSiteProblem } from '#views/nation/sites/site-words.ts'
import { sitesPage } from '#views/nation/sites/sites-page.tsx'
import type { Page } from '#views/page.tsx'
import type { SiteDone } from '#views/path-names.ts'

type Each<Problem extends { kind: string }> = { [K in Problem['kind']]: Problem & { kind: K } }

const name = 'Portal Badan Kepegawaian dan Pengembangan Sumber Daya Manusia'
const origins = [
  'https://bkpsdm.kepulauancontohtenggarakab.go.id',
  'https://layanan-kepegawaian.bkpsdm.kepulauancontohtenggarakab.go.id:8443',
]
const before = { name: 'Portal BKPSDM', origins: origins.slice(0, 1) }
const terms = { name, origins }
const reason = 'Diminta Bupati lewat surat 800/1234/BKPSDM tanggal 3 Agustus 2026.' as Reason
const answer = 'Alamat sudah dicocokkan dengan surat dan dengan pemilik domain.' as Reason
const askerName = 'Raden Ajeng Kusumaningrum Hadiningrat, S.Kom., M.M.'

const site = {
  key: 'Jx0e8kY3Tg6bq1Vw4nZsLA',
  name,
  agencyName: officer.agencyName ?? '',
  agencyCode: '8171',
  origins,
  since: at(-86_400 * 40),
  endedAt: null,
}

const WISHES: Record<SiteWish['kind'], SiteWish> = {
  add: { kind: 'add', terms },
  change: { kind: 'change', before, terms },
  end: { kind: 'end', before: terms },
}

const common = {
  id: '00000000-0000-4000-8000-000000000001' as SiteRequestId,
  site: site.key,
  agency: 'agency' as AgencyId,
  agencyName: site.agencyName,
  wish: WISHES.add,
  reason,
  askedBy: { person: 'asker' as PersonId, hat: 'hat' as MandateId },
  askerName,
  askedAt: at(-3600),
}
const decided = {
  decidedBy: { person: 'other' as PersonId, hat: 'hat' as MandateId },
  decidedAt: at(-1800),
  deciderName: 'I Gusti Ayu Ngurah Wirasuari, S.H.',
}
const open: ShownSiteRequest = { ...common, state: 'open', deciderName: null }

const outcomes: Record<ShownSiteRequest['state'], ShownSiteRequest> = {
  open,
  applied: { ...common, ...decided, state: 'applied', answer },
  declined: { ...common, ...decided, wish: WISHES.change, state: 'declined', answer },
  withdrawn: { ...common, ...decided, wish: WISHES.end, state: 'withdrawn' },
  stopped: { ...common, state: 'stopped', decidedAt: at(-1800), deciderName: null },
}

const done: Record<SiteDone, SiteDone> = {
  diusulkan: 'diusulkan',
  diterapkan: 'diterapkan',
  ditolak: 'ditolak',
  ditarik: 'ditarik',
}

const wrongOrigin = (problem: OriginProblem, typed: string) =>
  ({ kind: 'origin', problem, typed }) as const

const ORIGINS: Record<OriginProblem, AskSiteProblem> = {
  empty: wrongOrigin('empty', ''),
  notSecure: wrongOrigin('notSecure', 'http://bkpsdm.contoh.go.id'),
  wildcard: wrongOrigin('wildcard', 'https://*.contoh.go.id'),
  user: wrongOrigin('user', 'https://petugas@contoh.go.id'),
  path: wrongOrigin('path', 'https://contoh.go.id/berita'),
  port: wrongOrigin('port', 'https://contoh.go.id:0'),
  notAscii: wrongOrigin('notAscii', 'https://contohé.go.id'),
  ipAddress: wrongOrigin('ipAddress', 'https://192.0.2.1'),
  notHost: wrongOrigin('notHost', 'contoh.go.id'),
}

const always = {
  stale: { kind: 'stale' },
  noLonger: { kind: 'noLonger' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
  reasonTooShort: { kind: 'reasonTooShort', length: 4 },
  reasonTooLong: { kind: 'reasonTooLong' },
} as const

const asking: Each<AskSiteProblem> = {
  ...always,
  noAgency: { kind: 'noAgency' },
  noName: { kind: 'noName' },
  noOrigin: { kind: 'noOrigin' },
  tooManyOrigins: { kind: 'tooManyOrigins' },
  origin: { kind: 'origin', typed: 'http://contoh.go.id', problem: 'notSecure' },
  alreadyAsked: { kind: 'alreadyAsked' },
  unchanged: { kind: 'unchanged' },
}

const deciding: Each<DecideSiteProblem> = {
  ...always,
  over: { kind: 'over' },
  ownRequest: { kind: 'ownRequest' },
  notYours: { kind: 'notYours' },
  askerGone: { kind: 'askerGone' },
  outdated: { kind: 'outdated' },
  noDecision: { kind: 'noDecision' },
}

const typed = { agency: '8171', name, origins: origins.join('\n'), reason }
const filter = { sought: '', ended: false }
const list = {
  frame: inOffice,
  sites: [site],
  waiting: [],
  declined: [],
  filter,
  more: undefined,
  done: undefined,
}

function listPage(fields: Partial<Parameters<typeof sitesPage>[0]> = {}) {
  return sitesPage({ ...list, isFirst: true, ...fields })
}

function formPage(problem?: AskSiteProblem, of: typeof site | undefined = undefined) {
  return siteFormPage({ frame: proofDue, site: of, typed, problem })
}

function requestPage(fields: Partial<Parameters<typeof siteRequestPage>[0]> = {}) {
  const props = { frame: proofDue, request: open, isAsker: false, answer: '', problem: undefined }
  return siteRequestPage({ ...props, ...fields })
}

/** The register of sites that embed our pages, in every state. */
export const siteSpecimens: Record<string, Page> = {
  sites: listPage({
    waiting: [open, { ...open, wish: WISHES.end }],
    declined: [{ ...outcomes.declined, wish: WISHES.add }],
  }),
  'sites-none': listPage({ sites: [], filter: { sought: 'Bupati', ended: true } }),
  'sites-more': listPage({ more: '/nasional/situs?setelah=x', isFirst: false }),
  ...records('sites', done, (one) => listPage({ done: one })),
  site: sitePage({ frame: inOffice, site, history: Object.values(outcomes), done: 'diusulkan' }),
  'site-quiet': sitePage({ frame: inOffice, site, history: [outcomes.applied], done: undefined }),
  'site-ended': sitePage({
    frame: inOffice,
    site: { ...site, endedAt: at(-60) },
    history: [{ ...outcomes.applied, wish: WISHES.end }, outcomes.applied],
    done: undefined,
  }),
  ...records('site-history', outcomes, (one) =>
    sitePage({ frame: inOffice, site, history: [one], done: undefined }),
  ),
  'site-new': siteFormPage({
    frame: inOffice,
    site: undefined,
    typed: { agency: '', name: '', origins: '', reason: '' },
    problem: undefined,
  }),
  ...records('site-new', asking, (problem) => formPage(problem)),
  ...records('site-new-origin', ORIGINS, (problem) => formPage(problem)),
  'site-change': formPage(undefined, site),
  'site-change-unchanged': formPage({ kind: 'unchanged' }, site),
  'site-end': siteEndPage({ frame: proofDue, site, reason: '', problem: undefined }),
  ...records('site-end', always, (problem) =>
    siteEndPage({ frame: proofDue, site, reason: 'salah', problem }),
  ),
  ...records('site-request', WISHES, (wish) => requestPage({ request: { ...open, wish } })),
  'site-request-own': requestPage({ isAsker: true }),
  ...records('site-request', deciding, (problem) => requestPage({ problem })),
}
