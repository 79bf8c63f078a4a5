import type { Advice } from '#domain/desk/advice.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { Mailbox, Standing } from '#domain/desk/standing.ts'
import type { EndOfService, LegalPosition } from '#domain/import/service.ts'
import { at, inOffice, officer, proofDue, records } from '#test/support/specimen-parts.ts'
import { actPage } from '#views/agency/act-page.tsx'
import { ACT_KINDS, ACT_PATHS, type ActProblem, type DeskDone } from '#views/agency/act-words.ts'
import { employeePage, noEmployeePage, type Props } from '#views/agency/employee-page.tsx'
import { exportPage, limitPage } from '#views/agency/export-page.tsx'
import type { ExportOf, ExportProblem } from '#views/agency/export-words.ts'
import { listPage, newListPage } from '#views/agency/list-page.tsx'
import type { ListProblem } from '#views/agency/list-words.ts'
import { searchPage } from '#views/agency/search-page.tsx'
import type { Page } from '#views/page.tsx'

const work = { hat: { ...officer, role: 'agencyAdmin' }, waiting: 3 } as const
const LIMIT = { until: at(3600 * 20), seconds: 3600 * 20 }
const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
const UNIT = 'Dinas Pendidikan, Kebudayaan, Pemuda, dan Olahraga'

const standings: { [K in Standing['kind']]: Standing & { kind: K } } = {
  neverActivated: { kind: 'neverActivated' },
  active: { kind: 'active' },
  reactivation: { kind: 'reactivation' },
  locked: { kind: 'locked', until: at(900) },
  budgetSpent: { kind: 'budgetSpent' },
  frozen: { kind: 'frozen', since: at(-86_400) },
  disabled: { kind: 'disabled', since: at(-86_400), by: 'agency' },
}

const advices: { [K in Advice['kind']]: Advice & { kind: K } } = {
  closedByData: { kind: 'closedByData' },
  enable: { kind: 'enable' },
  openFrozen: { kind: 'openFrozen' },
  correctEmail: { kind: 'correctEmail' },
  sendInstructions: { kind: 'sendInstructions' },
  unlockOrWait: { kind: 'unlockOrWait', until: at(900) },
  reactivate: { kind: 'reactivate' },
  unlockBrowsers: { kind: 'unlockBrowsers' },
  setClock: { kind: 'setClock', seconds: -190 },
  setZone: { kind: 'setZone', hours: 1 },
  useNewEntry: { kind: 'useNewEntry' },
  mfaResetWaits: { kind: 'mfaResetWaits', opensAt: at(7200) },
  activateAgain: { kind: 'activateAgain' },
  nothing: { kind: 'nothing' },
}

const problems: { [K in ActProblem['kind']]: ActProblem & { kind: K } } = {
  stale: { kind: 'stale' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'length', typed: 5 } },
  reasonTooShort: { kind: 'reasonTooShort', length: 6 },
  reasonTooLong: { kind: 'reasonTooLong' },
  nothingLocked: { kind: 'nothingLocked' },
  alreadyDisabled: { kind: 'alreadyDisabled' },
  closedByData: { kind: 'closedByData' },
  notDisabled: { kind: 'notDisabled' },
  alreadyFrozen: { kind: 'alreadyFrozen' },
  disabled: { kind: 'disabled' },
  noMailbox: { kind: 'noMailbox' },
  slowed: { kind: 'slowed', what: 'mails', ...LIMIT },
}

const listProblems: { [K in ListProblem['kind']]: ListProblem & { kind: K } } = {
  stale: { kind: 'stale' },
  listEmpty: { kind: 'listEmpty' },
  listLong: { kind: 'listLong', maximum: 500, numbers: 731 },
}

const exportProblems: { [K in ExportProblem['kind']]: ExportProblem & { kind: K } } = {
  stale: { kind: 'stale' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
  slowed: { kind: 'slowed', ...LIMIT },
  held: { kind: 'held', hold: { until: LIMIT.until, because: 'reactivation' } },
}

const exports: Record<ExportOf, ExportOf> = { search: 'search', list: 'list', agency: 'agency' }
const dones = Object.fromEntries(ACT_PATHS.map((act) => [act, act])) as Record<DeskDone, DeskDone>
const verdicts: Record<Props['mayAct'], Props['mayAct']> = {
  yes: 'yes',
  oneself: 'oneself',
  higherRole: 'higherRole',
}

const person = {
  id,
  name: 'Raden Roro Siti Rahmawati Kusumaningrum, S.Kom., M.M.',
  nip: '198501012010011901',
  userName: 'siti.rahmawati',
  kind: 'pns',
  unitName: UNIT,
  agencyName: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
  service: { position: '01' as LegalPosition, ending: undefined },
} as const

const account: Props['account'] = {
  standing: standings.active,
  since: at(-86_400 * 300),
  mailbox: 'works',
  isClosedToNewBrowsers: false,
  lastSignedInAt: at(-3600),
  emails: [
    {
      address: 'siti.rahmawati.kusumaningrum@instansi-dengan-nama-panjang.go.id',
      bouncedAt: undefined,
      usableFrom: at(-86_400),
      isUsable: true,
    },
    { address: 'siti@rumah.example', bouncedAt: at(-600), usableFrom: at(0), isUsable: false },
    { address: 'baru@rumah.example', bouncedAt: undefined, usableFrom: at(600), isUsable: false },
  ],
  devices: [
    { name: 'HP Samsung', since: at(-86_400 * 300), retiredAt: undefined },
    { name: 'HP lama', since: at(-86_400 * 900), retiredAt: at(-86_400) },
  ],
  recovery: { madeAt: at(-86_400), isSaved: false, left: 7 },
  pendingMfaReset: { opensAt: at(7200) },
  failures: [
    { at: at(-60), happening: { kind: 'codeWrong', reason: 'clockOff', inARow: 2, off: -190 } },
    { at: at(-90), happening: { kind: 'codeWrong', reason: 'zone', inARow: 2, off: 3600 } },
    { at: at(-120), happening: { kind: 'codeWrong', reason: 'late', inARow: 2, off: -90 } },
    { at: at(-150), happening: { kind: 'codeWrong', reason: 'wrong', inARow: 1 } },
  ],
}

const reason = 'Pegawai datang ke loket dengan kartu pegawai' as Reason

function employee(fields: Partial<Props>): Page {
  return employeePage({
    opensArchive: true,
    frame: inOffice,
    person,
    account,
    hats: [],
    mayAct: 'yes',
    advice: [advices.nothing],
    traces: [],
    walk: { kind: 'none' },
    neighbours: { previous: undefined, next: undefined, back: undefined },
    done: undefined,
    ...fields,
  })
}

const bare = {
  ...account,
  mailbox: 'none' as Mailbox,
  lastSignedInAt: undefined,
  emails: [],
  devices: [],
  recovery: undefined,
  pendingMfaReset: undefined,
  failures: [],
}

const found = Object.values(standings).map((standing, number) => ({
  ...person,
  id: `0f8fad5b-d9cb-469f-a165-70867728950${number}`,
  standing,
  mailbox: (['works', 'bounced', 'none'] as const)[number % 3] ?? 'works',
}))
const walk = { kind: 'search', text: 'siti', trail: [id] } as const
const list = { id, expiresAt: at(86_400), repeated: 2 }
const text = { reason: 'datang', ticket: 'LY-0417' }

function act(place: DeskDone, problem?: ActProblem): Page {
  const typed = problem ? text : { reason: '', ticket: '' }
  const isProof = problem?.kind.startsWith('proof')
  const frame = isProof ? proofDue : inOffice
  return actPage({ frame, kind: ACT_KINDS[place], place, person, walk: '', typed, problem })
}

/** The agency's desk. */
export const deskSpecimens: Record<string, Page> = {
  desk: searchPage({ frame: inOffice, text: '', answer: 'nothingAsked', work }),
  'desk-short': searchPage({ frame: inOffice, text: 's', answer: 'tooShort', work }),
  'desk-found': searchPage({
    frame: inOffice,
    work,
    text: 'siti',
    answer: { walk, employees: found, next: { ...walk, trail: [id, id] } },
  }),
  'desk-none': searchPage({
    frame: inOffice,
    work,
    text: 'siti',
    answer: { walk: { ...walk, trail: [] }, employees: [], next: undefined },
  }),
  'desk-no-more': searchPage({
    frame: inOffice,
    work,
    text: 'siti',
    answer: { walk, employees: [], next: undefined },
  }),
  ...records('employee', standings, (standing) =>
    employee({ account: { ...account, standing, isClosedToNewBrowsers: true } }),
  ),
  ...records('employee-advice', advices, (advice) => employee({ advice: [advice] })),
  ...records('employee-done', dones, (done) => employee({ done })),
  ...records('employee-may', verdicts, (mayAct) => employee({ mayAct, hats: [officer] })),
  'employee-bare': employee({
    person: {
      ...person,
      userName: undefined,
      unitName: undefined,
      service: { position: undefined, ending: '1' as EndOfService },
    },
    account: { ...bare, standing: standings.neverActivated },
  }),
  'employee-closed': employee({
    account: { ...bare, standing: { ...standings.disabled, by: 'nationalData' } },
    advice: [
      { kind: 'setClock', seconds: undefined },
      { kind: 'setZone', hours: undefined },
    ],
  }),
  'employee-walked': employee({
    traces: [
      {
        id: 2,
        at: at(-60),
        happening: { kind: 'deskNoted', reason, ticket: 'LY-0417' },
        name: 'Contoh Petugas',
        role: 'officer',
      },
      {
        id: 1,
        at: at(-90),
        happening: { kind: 'lockLifted', reason },
        name: 'Contoh Admin',
        role: 'agencyAdmin',
      },
    ],
    walk: { kind: 'list', list: id },
    neighbours: { previous: '/instansi', next: '/instansi', back: '/instansi/daftar' },
  }),
  'employee-none': noEmployeePage({
    frame: inOffice,
    text: 'Pegawai dengan NIP ini tidak ditemukan di instansi Anda.',
  }),
  ...records('act', dones, (done) => act(done)),
  ...records('act-unlock', problems, (problem) => act('buka-kunci', problem)),
  'list-new': newListPage({ frame: inOffice, text: '', problem: undefined }),
  ...records('list-new', listProblems, (problem) =>
    newListPage({ frame: inOffice, text: 'budi\nsiti', problem }),
  ),
  list: listPage({
    frame: inOffice,
    list,
    counts: { found: found.length, missing: 1, rubbish: 1 },
    entries: [
      ...found.map((one, line) => ({
        line,
        kind: 'found' as const,
        number: one.nip,
        employee: one,
      })),
      { line: 8, kind: 'missing', number: '199002142015042902' },
      { line: 9, kind: 'rubbish', text: 'Budi Santoso, Dinas Pendidikan' },
    ],
    previous: 0,
    next: 200,
  }),
  ...records('export', exports, (of) =>
    exportPage({ frame: proofDue, of, text: 'siti', query: '', problem: undefined }),
  ),
  ...records('export-problem', exportProblems, (problem) =>
    exportPage({ frame: proofDue, of: 'agency', text: '', query: '', problem }),
  ),
  ...records('limit', { views: 'views', exports: 'exports', lists: 'lists' } as const, (limit) =>
    limitPage({ frame: inOffice, limit, until: LIMIT.until }),
  ),
}
