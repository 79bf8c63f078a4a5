import type { MandateId } from '#domain/access/mandate.ts'
import type { Revocation, RevocationId } from '#domain/archive/revoke-verification.ts'
import type { Version, VersionId } from '#domain/archive/version.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { at, inOffice, now, proofDue, records } from '#test/support/specimen-parts.ts'
import { awaiting, COLLEAGUE, SUBJECT, verified } from '#test/support/waiting.ts'
import { queuePage } from '#views/archive/verification/queue-page.tsx'
import { askRevocationPage, revocationPage } from '#views/archive/verification/revocation-page.tsx'
import type { RevocationProblem } from '#views/archive/verification/revocation-words.ts'
import type { WorkProblem } from '#views/archive/verification/verification-words.ts'
import {
  type ShownWork,
  type TypedWork,
  type WorkPart,
  workPage,
} from '#views/archive/verification/work-page.tsx'
import type { Page } from '#views/page.tsx'

const frame = { ...inOffice, hat: 'Verifikator, Pemerintah Kabupaten Kepulauan Contoh Tenggara' }
const script = '/static/verify.js'
const person = { name: 'Siti Rahmawati Kusumaningrum, S.Kom., M.M.', nip: '198501012010011901' }
const id = '0f8fad5b-d9cb-469f-a165-70867728950e' as VersionId

const waitingNow = awaiting({ id, pages: 2, receivedAt: at(-90_000), submittedAt: at(-86_400) })

const work: ShownWork = {
  version: waitingNow,
  called: 'SK KP: Penata Tingkat I, III/d',
  fields: ['decreeNumber', 'decreeDate', 'effectiveDate', 'issuingOfficial', 'rankGrade'],
  person,
  uploaderName: 'Bambang Suryadi',
  verifierName: undefined,
  before: { id: 'version-1' as VersionId, no: 1, at: at(-1_000_000) },
  hasTwinElsewhere: false,
  isLost: false,
  revokedFor: undefined,
  notes: [],
  digitised: false,
  typed: {},
}

const typed: TypedWork = {
  metadata: {
    decreeNumber: '823.3/1234/BKPSDM/2020',
    decreeDate: '2020-03-12',
    effectiveDate: '2020-04-01',
    issuingOfficial: 'Bupati Kepulauan Contoh Tenggara',
    rankGrade: 'III/d',
  },
  codes: [],
  note: '',
  page: '',
  box: '',
}

const marked: TypedWork = {
  ...typed,
  codes: ['unreadable', 'pagesMissing'],
  note: 'Halaman kedua buram dan stempelnya terpotong.',
  page: '2',
  box: '100 200 300 40',
}

function workOf(fields: Partial<Parameters<typeof workPage>[0]> = {}): Page {
  const part: WorkPart = { kind: 'judge' }
  const common = { frame, part, typed, found: {}, problem: undefined, before: undefined, script }
  return workPage({ ...common, work: { ...work, typed: typed.metadata }, ...fields })
}

const parts: { [K in WorkPart['kind']]: WorkPart & { kind: K } } = {
  judge: { kind: 'judge' },
  free: { kind: 'free' },
  claimed: { kind: 'claimed', by: 'Budi Hartono', until: at(600) },
  own: { kind: 'own', part: 'ownUpload' },
  decided: { kind: 'decided' },
}

const decided: {
  [S in Exclude<Version['status'], 'awaitingVerification'>]: Version & { status: S }
} = {
  quarantined: { ...waitingNow, status: 'quarantined' },
  rejectedBySystem: { ...waitingNow, status: 'rejectedBySystem', refusal: 'notPdf' },
  returned: {
    ...waitingNow,
    status: 'returned',
    returned: { codes: ['unreadable'], note: '', place: undefined, by: COLLEAGUE },
  },
  verified: verified({ id }),
  superseded: { ...verified({ id }), status: 'superseded', supersededAt: now },
  withdrawn: { ...waitingNow, status: 'withdrawn' },
}

const workProblems: { [K in WorkProblem['kind']]: WorkProblem & { kind: K } } = {
  notWaiting: { kind: 'notWaiting', status: 'returned' },
  ownUpload: { kind: 'ownUpload' },
  ownRecord: { kind: 'ownRecord' },
  mandateOver: { kind: 'mandateOver', since: now },
  claimedByOther: { kind: 'claimedByOther', until: at(900) },
  recordClosed: { kind: 'recordClosed', stage: 'waitingPeriod' },
  malwareFound: { kind: 'malwareFound' },
  metadataWrong: {
    kind: 'metadataWrong',
    problems: { decreeDate: { kind: 'notADate' }, rankGrade: { kind: 'notARank' } },
  },
  tooFewCopies: { kind: 'tooFewCopies', healthy: 1, needed: 2 },
  reasonsMarked: { kind: 'reasonsMarked' },
  noCode: { kind: 'noCode' },
  noteMissing: { kind: 'noteMissing' },
  noteTooLong: { kind: 'noteTooLong', most: 500 },
  noSuchPage: { kind: 'noSuchPage', pages: 2 },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'notDigits' } },
  stale: { kind: 'stale' },
}

const asked = {
  id: 'request-1' as RevocationId,
  version: id,
  reason: 'Nomor SK pada berkas ini ternyata milik pegawai lain di unit yang sama.' as Reason,
  askedBy: { person: 'asker' as PersonId, hat: 'mandate-1' as MandateId },
  askedAt: at(-86_400),
  expiresAt: at(6 * 86_400),
}
const decision = { decidedBy: { person: COLLEAGUE, hat: 'mandate-2' as MandateId }, decidedAt: now }

const revocations: { [S in Revocation['state']]: Revocation & { state: S } } = {
  open: { ...asked, state: 'open' },
  revoked: { ...asked, state: 'revoked', ...decision },
  declined: { ...asked, state: 'declined', ...decision },
  withdrawn: { ...asked, state: 'withdrawn', ...decision },
}

const revocationProblems: { [K in RevocationProblem['kind']]: RevocationProblem & { kind: K } } = {
  ownUpload: { kind: 'ownUpload' },
  ownRecord: { kind: 'ownRecord' },
  notVerified: { kind: 'notVerified', status: 'returned' },
  recordClosed: { kind: 'recordClosed', stage: 'destroying' },
  alreadyAsked: { kind: 'alreadyAsked' },
  over: { kind: 'over' },
  ownRequest: { kind: 'ownRequest' },
  notYours: { kind: 'notYours' },
  reasonTooShort: { kind: 'reasonTooShort', length: 5 },
  reasonTooLong: { kind: 'reasonTooLong' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'notDigits' } },
  stale: { kind: 'stale' },
}

function request(fields: Partial<Parameters<typeof revocationPage>[0]> = {}): Page {
  return revocationPage({
    frame,
    revocation: revocations.open,
    name: person.name,
    typeName: 'Riwayat Golongan/Kenaikan Pangkat (SK KP)',
    askedBy: 'Bambang Suryadi',
    part: 'decide',
    problem: undefined,
    ...fields,
  })
}

const queued = {
  id,
  ...person,
  typeName: 'Riwayat Golongan/Kenaikan Pangkat (SK KP)',
  slot: 'III/d#skKp',
  no: 2,
  pages: 3,
  submittedAt: at(-5 * 86_400),
  claim: undefined,
  part: undefined,
}
const nothing = {
  ages: undefined,
  decisions: [],
  revocations: [],
  done: undefined,
  before: undefined,
  counted: 1000,
}

/** What verifiers see. */
export const verificationSpecimens: Record<string, Page> = {
  'verification-queue-empty': queuePage({
    frame,
    load: { waiting: 0, oldest: undefined, own: 0, others: 0 },
    queue: [],
    ...nothing,
  }),
  'verification-queue': queuePage({
    frame,
    load: { waiting: 1000, oldest: at(-5 * 86_400), own: 1, others: 3 },
    counted: 1000,
    queue: [
      { ...queued, claim: { by: 'own', until: at(700) } },
      { ...queued, claim: { by: 'other', until: at(300) }, no: 1 },
      { ...queued, submittedAt: at(-3700) },
      { ...queued, part: 'ownUpload', submittedAt: at(-120) },
      { ...queued, part: 'ownRecord' },
      { ...queued, part: 'secret', name: '', nip: '', slot: '' },
    ],
    decisions: [
      { version: id, name: person.name, typeName: 'SK PNS', at: now, what: 'recordVerified' },
      { version: id, name: person.name, typeName: 'SK CPNS', at: now, what: 'recordReturned' },
    ],
    revocations: [
      { id: 'r', name: person.name, typeName: 'SK PNS', askedBy: 'Bambang Suryadi', at: now },
    ],
    ages: {
      countedAt: at(-300),
      waiting: { today: 412, oneToThree: 1980, fourToSeven: 640, eightToThirty: 57, longer: 3 },
    },
    done: 'nothingForYou',
    before: 'diterima',
  }),
  'verification-queue-counted': queuePage({
    frame,
    load: { waiting: 1, oldest: at(-60), own: 0, others: 0 },
    queue: [{ ...queued, submittedAt: at(-60) }],
    ...nothing,
    ages: {
      countedAt: at(-300),
      waiting: { today: 0, oneToThree: 0, fourToSeven: 0, eightToThirty: 0, longer: 0 },
    },
  }),
  ...records('verification-work', parts, (part) => workOf({ part })),
  ...records('verification-decided', decided, (version) =>
    workOf({
      work: { ...work, version, verifierName: 'Budi Hartono', before: undefined },
      part: { kind: 'decided' },
    }),
  ),
  'verification-own-record': workOf({ part: { kind: 'own', part: 'ownRecord' } }),
  'verification-marked': workOf({ typed: marked }),
  'verification-text': workOf({
    work: { ...work, typed: { ...typed.metadata, decreeNumber: '' } },
    found: {
      decreeNumber: { value: '823.3/1234/BKPSDM/2020', page: 1 },
      decreeDate: { value: '2020-03-21', page: 12 },
      rankGrade: { value: 'III/d', page: 1 },
    },
  }),
  'verification-after-another': workOf({ before: 'dikembalikan' }),
  'verification-told-more': workOf({
    work: {
      ...work,
      version: { ...waitingNow, uploadedBy: SUBJECT, scan: 'notScanned' },
      hasTwinElsewhere: true,
      isLost: true,
      notes: ['signaturePresent'],
      digitised: true,
      before: undefined,
    },
  }),
  'verification-malware': workOf({
    work: { ...work, version: { ...waitingNow, scan: 'scanFound' } },
  }),
  'verification-proof': workOf({ frame: { ...proofDue, hat: frame.hat } }),
  ...records('verification-problem', workProblems, (problem) =>
    workOf({
      problem,
      typed: marked,
      ...(problem.kind.startsWith('proof') && { frame: proofDue }),
    }),
  ),
  'revocation-ask': askRevocationPage({
    frame: proofDue,
    version: id,
    called: work.called,
    person,
    reason: '',
    problem: undefined,
  }),
  ...records('revocation-ask', revocationProblems, (problem) =>
    askRevocationPage({
      frame: proofDue,
      version: id,
      called: work.called,
      person,
      reason: 'Salah',
      problem,
    }),
  ),
  ...records('revocation', revocations, (revocation) =>
    request({ revocation, part: revocation.state === 'open' ? 'decide' : 'look' }),
  ),
  'revocation-own': request({ part: 'own' }),
  'revocation-late': request({ revocation: { ...revocations.open, expiresAt: now }, part: 'look' }),
  'revocation-problem-over': request({ problem: revocationProblems.over, part: 'look' }),
  'revocation-problem-proof': request({ frame: proofDue, problem: revocationProblems.proofDue }),
}
