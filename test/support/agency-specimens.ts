import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { ApprovalId, ApprovalRequest } from '#domain/approval/approval.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { PersonId } from '#domain/person.ts'
import { request } from '#test/support/role-specimens.ts'
import { at, inOffice, now, person, proofDue, records } from '#test/support/specimen-parts.ts'
import { type ApprovalPart, approvalPage } from '#views/agency/approval-page.tsx'
import type { ApprovalProblem } from '#views/agency/approval-words.ts'
import { approvalsPage, type ShownApproval } from '#views/agency/approvals-page.tsx'
import { correctionPage } from '#views/agency/email-page.tsx'
import type { CorrectionProblem } from '#views/agency/email-words.ts'
import type { HelpProblem } from '#views/agency/help-words.ts'
import {
  noReactivationCodePage,
  reactivationCodePage,
} from '#views/agency/reactivation-code-page.tsx'
import { resetMfaPage } from '#views/agency/reset-mfa-page.tsx'
import type { ResetMfaProblem } from '#views/agency/reset-mfa-words.ts'
import { settingsPage } from '#views/agency/settings-page.tsx'
import type { Page } from '#views/page.tsx'

type Each<Problem extends { kind: string }> = { [K in Problem['kind']]: Problem & { kind: K } }

const reason =
  'HP hilang di perjalanan dinas, datang sendiri dengan kartu pegawai dan KTP.' as Reason
const help = { evidence: 'present', ticket: 'BKD-2026-118', reason }
const nothing = { evidence: '', ticket: '', reason: '' }

const helpProblems: Each<HelpProblem> = {
  reasonTooShort: { kind: 'reasonTooShort', length: 9 },
  reasonTooLong: { kind: 'reasonTooLong' },
  evidenceMissing: { kind: 'evidenceMissing' },
  oneself: { kind: 'oneself' },
  higherRole: { kind: 'higherRole' },
  noLonger: { kind: 'noLonger' },
  stale: { kind: 'stale' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
}

const resetProblems: Each<ResetMfaProblem> = {
  ...helpProblems,
  causeMissing: { kind: 'causeMissing' },
  over: { kind: 'over' },
  disabled: { kind: 'disabled' },
  notActivated: { kind: 'notActivated' },
  fewDevices: { kind: 'fewDevices' },
  dailyLimit: { kind: 'dailyLimit' },
  tooManyResets: { kind: 'tooManyResets', until: at(86_400 * 12) },
}

const correctionProblems: Each<CorrectionProblem> = {
  ...helpProblems,
  emailEmpty: { kind: 'emailEmpty' },
  emailMalformed: { kind: 'emailMalformed' },
  slotMissing: { kind: 'slotMissing' },
  sameAddress: { kind: 'sameAddress' },
  changedMeanwhile: { kind: 'changedMeanwhile' },
  held: { kind: 'held', until: at(86_400) },
  frozen: { kind: 'frozen' },
  disabled: { kind: 'disabled' },
  dailyLimit: { kind: 'dailyLimit' },
}

const approvalProblems: Each<Exclude<ApprovalProblem, HelpProblem | ResetMfaProblem>> = {
  ownRequest: { kind: 'ownRequest' },
  notYours: { kind: 'notYours' },
}

const asked = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e' as ApprovalId,
  kind: 'mfaReset',
  person: 'person' as PersonId,
  agency: 'agency-1' as AgencyId,
  reason,
  askedBy: { person: 'dewi' as PersonId, hat: 'mandate-3' as MandateId },
  askedAt: now,
  expiresAt: at(86_400),
} as const
const decided = { decidedBy: undefined, decidedAt: now }

const requests: { [S in ApprovalRequest['state']]: ApprovalRequest & { state: S } } = {
  open: { ...asked, state: 'open' },
  approved: { ...asked, ...decided, state: 'approved' },
  declined: { ...asked, ...decided, state: 'declined' },
  withdrawn: { ...asked, ...decided, state: 'withdrawn' },
  stopped: { ...asked, ...decided, state: 'stopped' },
  done: { ...asked, ...decided, state: 'done' },
}

const PARTS: Record<ApprovalPart, ApprovalPart> = {
  decide: 'decide',
  withdraw: 'withdraw',
  make: 'make',
  look: 'look',
  concerned: 'concerned',
}

const reset: ShownApproval = {
  request: requests.open,
  what: { cause: 'phoneLost', evidence: 'present', ticket: 'BKD-2026-118' },
  person,
  by: { name: 'Dewi Lestari Handayani, S.Sos.', role: 'officer' },
  decidedBy: undefined,
}
const correction: ShownApproval = {
  ...reset,
  request: { ...requests.open, kind: 'emailCorrection' },
  what: {
    slot: '1',
    address: 'siti.rahmawati.kusumaningrum@kepulauan-contoh-tenggara.example',
    replaces: 'siti@lama.example',
    evidence: 'video',
    ticket: '',
  },
}

const addresses = {
  1: 'siti@lama.example' as EmailAddress,
  2: 'siti.rahmawati@kepulauan-contoh-tenggara.example' as EmailAddress,
}
const ask = { frame: inOffice, person, takesTwo: false, typed: { ...nothing, cause: '' } }
const propose = { frame: inOffice, person, addresses, typed: { ...nothing, slot: '', email: '' } }
const decide = { frame: inOffice, approval: reset, part: 'decide', reason: '' } as const
const code = { code: 'ABCDEFGHJKMN', madeAt: now, until: at(86_400) }

export const agencySpecimens: Record<string, Page> = {
  'agency-reset': resetMfaPage(ask),
  'agency-reset-two': resetMfaPage({ ...ask, frame: proofDue, takesTwo: true }),
  ...records('agency-reset', resetProblems, (problem) =>
    resetMfaPage({ ...ask, frame: proofDue, typed: { ...help, cause: 'phoneLost' }, problem }),
  ),
  'agency-code': reactivationCodePage({ frame: inOffice, person, ...code }),
  'agency-code-gone': noReactivationCodePage({ frame: inOffice, id: person.id }),
  'agency-email': correctionPage(propose),
  'agency-email-first': correctionPage({ ...propose, addresses: {} }),
  ...records('agency-email', correctionProblems, (problem) =>
    correctionPage({
      ...propose,
      frame: proofDue,
      typed: { ...help, slot: '1', email: 'siti@' },
      problem,
    }),
  ),
  'agency-approvals-none': approvalsPage({ frame: inOffice, approvals: [], roles: [], waiting: 0 }),
  'agency-approvals': approvalsPage({
    roles: [request],
    frame: inOffice,
    approvals: [reset, correction],
    waiting: 2,
  }),
  ...records('agency-approval', PARTS, (part) =>
    approvalPage({ ...decide, frame: proofDue, part, approval: correction }),
  ),
  ...records('agency-approval', requests, (request) =>
    approvalPage({ ...decide, part: 'look', approval: { ...reset, request, decidedBy: 'Rini' } }),
  ),
  ...records('agency-approval', approvalProblems, (problem) =>
    approvalPage({ ...decide, problem }),
  ),
  'agency-settings': settingsPage({
    frame: inOffice,
    agency: 'Pemerintah Kabupaten Contoh',
    twoPersonResets: false,
  }),
  'agency-settings-on': settingsPage({
    frame: proofDue,
    agency: 'Pemerintah Kabupaten Contoh',
    twoPersonResets: true,
    problem: { kind: 'proofDue' },
  }),
}
