import { ALL_ROLES } from '#domain/access/mandate.ts'
import type { ApprovalId } from '#domain/approval/approval.ts'
import {
  at,
  frame,
  inOffice,
  officer,
  person,
  proofDue,
  records,
} from '#test/support/specimen-parts.ts'
import { type LayDownProblem, layDownPage } from '#views/hats/lay-down-page.tsx'
import { roleOverPage } from '#views/hats/role-over-page.tsx'
import { agenciesPage } from '#views/nation/agencies-page.tsx'
import { agencyPage } from '#views/nation/agency-page.tsx'
import { nationPage } from '#views/nation/nation-page.tsx'
import type { AgencyProblem } from '#views/nation/nation-words.ts'
import type { Page } from '#views/page.tsx'
import type { ProofProblem } from '#views/parts/proof-words.ts'
import { paths } from '#views/paths.ts'
import { endRolePage } from '#views/roles/end-page.tsx'
import { findCandidatePage } from '#views/roles/find-page.tsx'
import { givePage } from '#views/roles/give-page.tsx'
import { type GiveProblem, NOT_FOUND } from '#views/roles/give-words.ts'
import { roleRequestPage } from '#views/roles/request-page.tsx'
import type { ShownRequest } from '#views/roles/role-requests.tsx'
import type { DecideProblem, EndProblem } from '#views/roles/role-words.ts'
import { rolesPage, type ShownRole } from '#views/roles/roles-page.tsx'

const DAY = 86_400
const id = '00000000-0000-4000-8000-000000000001'
const agencyName = officer.agencyName ?? ''
const home = paths.roles
const reason = 'Menggantikan petugas yang pensiun bulan ini.'

const proof: Record<ProofProblem['kind'], ProofProblem> = {
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
}

const giveProblems: Record<GiveProblem['kind'], GiveProblem> = {
  notActive: { kind: 'notActive' },
  noSecondFactor: { kind: 'noSecondFactor' },
  doesNotServe: { kind: 'doesNotServe' },
  elsewhere: { kind: 'elsewhere' },
  oneself: { kind: 'oneself' },
  higherRole: { kind: 'higherRole' },
  notYourRole: { kind: 'notYourRole' },
  alreadyHeld: { kind: 'alreadyHeld', until: at(200 * DAY) },
  auditorAlone: { kind: 'auditorAlone' },
  noStart: { kind: 'noStart' },
  noEnd: { kind: 'noEnd' },
  startsInPast: { kind: 'startsInPast' },
  endsBeforeStart: { kind: 'endsBeforeStart' },
  lastsTooLong: { kind: 'lastsTooLong' },
  reasonTooShort: { kind: 'reasonTooShort', length: 6 },
  reasonTooLong: { kind: 'reasonTooLong' },
  stale: { kind: 'stale' },
  noRole: { kind: 'noRole' },
  noSuchUnit: { kind: 'noSuchUnit' },
  unitNotFitting: { kind: 'unitNotFitting' },
  alreadyAsked: { kind: 'alreadyAsked' },
  hatGone: { kind: 'hatGone' },
  noSuchPerson: { kind: 'noSuchPerson' },
}

const endProblems: Record<EndProblem['kind'], EndProblem> = {
  ...proof,
  over: { kind: 'over' },
  oneself: { kind: 'oneself' },
  notYourRole: { kind: 'notYourRole' },
  lastOfAgency: { kind: 'lastOfAgency' },
  lastTwoOfNation: { kind: 'lastTwoOfNation' },
  reasonTooShort: { kind: 'reasonTooShort', length: 6 },
  reasonTooLong: { kind: 'reasonTooLong' },
  stale: { kind: 'stale' },
  hatGone: { kind: 'hatGone' },
}

type OnlyDecide = 'over' | 'ownRequest' | 'notYours' | 'askerLeft' | 'askerMayNot' | 'noDecision'
const decideProblems: Record<OnlyDecide | 'elsewhere' | 'stale', DecideProblem> = {
  over: { kind: 'over' },
  ownRequest: { kind: 'ownRequest' },
  notYours: { kind: 'notYours' },
  askerLeft: { kind: 'askerLeft' },
  askerMayNot: { kind: 'askerMayNot' },
  noDecision: { kind: 'noDecision' },
  elsewhere: { kind: 'elsewhere' },
  stale: { kind: 'stale' },
}

const layDownProblems: Record<LayDownProblem['kind'], LayDownProblem> = {
  over: { kind: 'over' },
  oneself: { kind: 'oneself' },
  lastOfAgency: { kind: 'lastOfAgency' },
  lastTwoOfNation: { kind: 'lastTwoOfNation' },
  stale: { kind: 'stale' },
}

const agencyProblems: Record<AgencyProblem['kind'], AgencyProblem> = {
  ...proof,
  code: { kind: 'code' },
  name: { kind: 'name' },
  zone: { kind: 'zone' },
  codeTaken: { kind: 'codeTaken' },
  stale: { kind: 'stale' },
}

const role: ShownRole = {
  id,
  name: person.name,
  nip: person.nip,
  role: 'officer',
  agencyName,
  unitName: officer.unitName,
  zone: 'WIB',
  from: at(-100 * DAY),
  until: at(20 * DAY),
  mayEnd: true,
}

export const request: ShownRequest = {
  id: id as ApprovalId,
  name: person.name,
  nip: person.nip,
  agencyName,
  unitName: officer.unitName,
  zone: 'WIB',
  wanted: {
    role: 'officer',
    agency: officer.agency,
    unit: undefined,
    from: at(0),
    until: at(365 * DAY),
  },
  reason,
  askerName: 'Theresia Rumbiak',
  expiresAt: at(DAY),
  seenBy: 'decider',
}

const filter = { role: undefined, state: 'inForce', agency: '' }
const list = { frame: inOffice, choices: ALL_ROLES, filter, isFirst: true, done: undefined }

const typed = { role: 'officer', unit: '', from: '2026-08-17', until: '2027-08-16', reason }
const giving = {
  frame: inOffice,
  home,
  person: { id, name: person.name, nip: person.nip, agencyName },
  hindrance: undefined,
  roles: ALL_ROLES.slice(0, 7),
  units: [{ id, name: officer.unitName ?? '' }],
  typed,
  problem: undefined,
}

const agencies = [0, 2, 5].map((admins) => ({
  id,
  code: `980${admins}`,
  name: agencyName,
  zone: 'WIT' as const,
  twoPersonResets: admins > 2,
  admins,
}))

export const roleSpecimens: Record<string, Page> = {
  roles: rolesPage({
    ...list,
    place: 'agency',
    roles: [role, { ...role, role: 'legalOfficer', unitName: undefined, mayEnd: false }],
    requests: [request],
    more: `${home}?hal=2`,
  }),
  'roles-none': rolesPage({
    ...list,
    place: 'agency',
    roles: [],
    requests: [],
    more: undefined,
    isFirst: false,
    done: 'diberikan',
  }),
  'roles-nation': rolesPage({
    ...list,
    place: 'nation',
    roles: [{ ...role, role: 'agencyAdmin', until: at(-100 * DAY) }],
    requests: [],
    more: undefined,
    done: 'diusulkan',
  }),
  'role-find': findCandidatePage({ frame: inOffice, home, typed: '', told: undefined }),
  'role-find-none': findCandidatePage({
    frame: inOffice,
    home,
    typed: person.nip,
    told: { text: NOT_FOUND, topic: 'peran', field: 'nip' },
  }),
  'role-give': givePage(giving),
  'role-give-hindered': givePage({ ...giving, hindrance: 'MFA pegawai ini belum aktif.' }),
  ...records('role-give', giveProblems, (problem) => givePage({ ...giving, problem })),
  ...records('role-give', proof, (problem) => givePage({ ...giving, frame: proofDue, problem })),
  'role-request': roleRequestPage({ frame: inOffice, request, id, home, problem: undefined }),
  'role-request-proof': roleRequestPage({
    frame: proofDue,
    request,
    id,
    home,
    problem: proof.proofDue,
  }),
  ...records('role-request-seen-by', { asker: 'asker', subject: 'subject' } as const, (seenBy) =>
    roleRequestPage({
      frame: inOffice,
      request: { ...request, seenBy },
      id,
      home,
      problem: undefined,
    }),
  ),
  ...records('role-request', decideProblems, (problem) =>
    roleRequestPage({ frame: inOffice, request: undefined, id, home, problem }),
  ),
  'role-end': endRolePage({ frame: inOffice, home, role, typed: '', problem: undefined }),
  ...records('role-end', endProblems, (problem) =>
    endRolePage({ frame: proofDue, home, role, typed: 'karena', problem }),
  ),
  'role-lay-down': layDownPage({ frame: inOffice, hat: officer, problem: undefined }),
  ...records('role-lay-down', layDownProblems, (problem) =>
    layDownPage({ frame: inOffice, hat: officer, problem }),
  ),
  'role-over': roleOverPage({
    frame: { ...frame, mayAct: true },
    hat: { ...officer, until: at(-60) },
    end: { by: 'Hasan Basri', reason: 'Pindah tugas ke bidang yang lain.' },
  }),
  'role-over-itself': roleOverPage({ frame, hat: { ...officer, until: at(-60) }, end: undefined }),
  nation: nationPage({
    frame: inOffice,
    waits: {
      requests: 3,
      agencies: 653,
      withoutAdmin: 12,
      siteRequests: 2,
      typeRequests: 1,
      incidents: 2,
      importState: 'applying',
    },
  }),
  'nation-quiet': nationPage({
    frame: inOffice,
    waits: {
      requests: 0,
      agencies: 653,
      withoutAdmin: 0,
      siteRequests: 0,
      typeRequests: 0,
      incidents: 0,
      importState: null,
    },
  }),
  agencies: agenciesPage({
    frame: inOffice,
    agencies,
    filter: { sought: 'contoh', withoutAdmin: false },
    more: `${paths.agencies}?hal=2`,
    isFirst: true,
    done: 'ditambah',
  }),
  'agencies-none': agenciesPage({
    frame: inOffice,
    agencies: [],
    filter: { sought: 'x', withoutAdmin: true },
    more: undefined,
    isFirst: false,
    done: undefined,
  }),
  'agency-new': agencyPage({
    frame: inOffice,
    id: undefined,
    typed: { code: '', name: '', zone: 'WIB' },
    units: [],
    problem: undefined,
  }),
  agency: agencyPage({
    frame: inOffice,
    id,
    typed: { code: '9801', name: agencyName, zone: 'WIT' },
    units: [
      { code: '01', name: 'Dinas Pendidikan', depth: 0 },
      { code: '01.01', name: 'SD Negeri Contoh 1', depth: 1 },
    ],
    problem: undefined,
  }),
  ...records('agency', agencyProblems, (problem) =>
    agencyPage({
      frame: proofDue,
      id: undefined,
      typed: { code: '9801', name: agencyName, zone: 'WIB' },
      units: [],
      problem,
    }),
  ),
}
