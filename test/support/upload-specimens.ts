import type { BulkProblem } from '#domain/archive/bulk-plan.ts'
import { completenessOf, type FoundSlot } from '#domain/archive/completeness.ts'
import { type IntakeRefusal, STRUCTURE_REFUSALS } from '#domain/archive/intake.ts'
import type { NewRowProblem } from '#domain/archive/new-row.ts'
import { hasHistory } from '#domain/archive/record-type.ts'
import type { StartRefused } from '#domain/archive/start-upload.ts'
import type { ReceiveRefusal, Upload } from '#domain/archive/upload.ts'
import type { Version, VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { WithdrawRefused } from '#domain/archive/withdraw-version.ts'
import { someCareer, someRow } from '#test/support/careers.ts'
import { SOME_CHECKPOINT } from '#test/support/marks.ts'
import { recordTypes } from '#test/support/record-types.ts'
import { at, frame, inOffice, person, proofDue, records } from '#test/support/specimen-parts.ts'
import { uploads, versions } from '#test/support/versions.ts'
import { bulkPage } from '#views/archive/bulk-page.tsx'
import { bulkUploadPage } from '#views/archive/bulk-upload-page.tsx'
import type { BulkFormProblem } from '#views/archive/bulk-words.ts'
import { employeeUploadsPage } from '#views/archive/employee-uploads-page.tsx'
import { newRowPage } from '#views/archive/new-row-page.tsx'
import {
  type Followed,
  sentUploadPage,
  type WithdrawProblem,
} from '#views/archive/sent-upload-page.tsx'
import { twinPart } from '#views/archive/twin.tsx'
import { uploadPage } from '#views/archive/upload-page.tsx'
import { deskSide, ownSide } from '#views/archive/upload-side.ts'
import type { UploadProblem } from '#views/archive/upload-words.ts'
import { uploadsPage } from '#views/archive/uploads-page.tsx'
import type { Page } from '#views/page.tsx'

const id = '00000000-0000-4000-8000-000000000007' as VersionId
const script = '/static/upload.js'
const LONG = 'Guru Ahli Muda pada Sekolah Menengah Kejuruan Negeri 12 Kepulauan Contoh Tenggara'
const history = [someRow({ type: 'jabatan', key: 'guru-muda', label: LONG })]
const completeness = completenessOf(recordTypes, someCareer({ history }), (type) =>
  type === 'cpns' ? { kind: 'present' } : { kind: 'missing' },
)

function slotOf(type: string): FoundSlot {
  const found = completeness.slots.find((slot) => slot.type.code === type)
  if (!found) throw new Error(`nobody expects ${type}`)
  return found
}

const secret: FoundSlot = {
  ...slotOf('pns'),
  type: { ...slotOf('pns').type, securityClass: 'secret' },
}
const twin = { version: id, status: 'returned', type: 'pns', slot: '' } as const
const side = deskSide({ id: 'person', name: person.name, nip: person.nip })

const problems: { [K in UploadProblem['kind']]: UploadProblem & { kind: K } } = {
  stale: { kind: 'stale' },
  noFile: { kind: 'noFile' },
  metadata: {
    kind: 'metadata',
    problems: { decreeNumber: { kind: 'empty' }, effectiveDate: { kind: 'notADate' } },
  },
  noRight: { kind: 'noRight' },
  doesNotApply: { kind: 'doesNotApply' },
  empty: { kind: 'empty' },
  recordClosed: { kind: 'recordClosed', stage: 'waitingPeriod' },
  tooLarge: { kind: 'tooLarge', most: 1024 * 1024 },
  tooManyOpen: { kind: 'tooManyOpen', most: 5 },
  tooManyToday: { kind: 'tooManyToday', most: 200 },
  identicalTwin: { kind: 'identicalTwin', twin },
  received: { kind: 'received', refusal: { kind: 'hashDiffers' } },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
}

const { proofDue: _due, proofWrong: _wrong, ...ownProblems } = problems

const refusals: { [K in ReceiveRefusal['kind']]: ReceiveRefusal & { kind: K } } = {
  hashDiffers: { kind: 'hashDiffers' },
  lengthDiffers: { kind: 'lengthDiffers' },
  noRight: { kind: 'noRight' },
  doesNotApply: { kind: 'doesNotApply' },
  recordClosed: { kind: 'recordClosed' },
  pictures: { kind: 'pictures', why: { kind: 'damagedPicture', picture: 12 } },
}

const withdrawals: { [K in WithdrawProblem['kind']]: WithdrawProblem & { kind: K } } = {
  noRight: { kind: 'noRight' },
  wasVerified: { kind: 'wasVerified' },
  alreadyWithdrawn: { kind: 'alreadyWithdrawn' },
  rejected: { kind: 'rejected' },
  notYet: { kind: 'notYet', from: at(86_400) },
  stale: { kind: 'stale' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
}

function form(
  problem: UploadProblem | undefined,
  fields: Partial<Parameters<typeof uploadPage>[0]> = {},
) {
  const typed = { decreeNumber: '800/123/2020' }
  const shown = {
    frame,
    side: ownSide,
    slot: slotOf('pns'),
    form: 'document',
    changes: [],
    query: '',
    typed,
    script,
  } as const
  return uploadPage({ ...shown, problem, ...fields })
}

const added: FoundSlot = {
  ...slotOf('jabatan'),
  why: { kind: 'history', row: { label: LONG, onDate: undefined, source: 'person' } },
}

function sent(
  followed: Followed,
  fields: Partial<Parameters<typeof sentUploadPage>[0]> = {},
): Page {
  const checkpoint = followed.kind === 'version' ? SOME_CHECKPOINT : undefined
  const whole = { frame, side: ownSide, id, slot: slotOf('pns'), script }
  const shown = { ...whole, checkpoint, problem: undefined }
  return sentUploadPage({ ...shown, followed, ...fields })
}

function asUpload(upload: Upload): Followed {
  return {
    kind: 'upload',
    upload: { ...upload, bytes: 8_400_000 },
    arrived: 3_200_000,
    sha256: 'ab12',
  }
}

function asVersion(version: Version, waitsFor?: 'scan' | 'inspection' | 'copy'): Followed {
  const mayWithdraw = ['quarantined', 'awaitingVerification', 'returned'].includes(version.status)
  return { kind: 'version', version, notes: ['signaturePresent'], waitsFor, mayWithdraw }
}

const REFUSALS: readonly IntakeRefusal[] = [...STRUCTURE_REFUSALS, 'malwareFound', 'identicalTwin']
const rejections = Object.fromEntries(REFUSALS.map((reason) => [reason, reason]))
const waits = { scan: 'scan', inspection: 'inspection', copy: 'copy' } as const
const lists: { [K in BulkFormProblem['kind']]: BulkFormProblem & { kind: K } } = {
  stale: { kind: 'stale' },
  listEmpty: { kind: 'listEmpty' },
  listLong: { kind: 'listLong', most: 500, files: 1204 },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
}

const bulkProblems: Record<BulkProblem, BulkProblem> = {
  notPdf: 'notPdf',
  noNip: 'noNip',
  unknownType: 'unknownType',
  noSuchPerson: 'noSuchPerson',
  oneself: 'oneself',
  noSuchSlot: 'noSuchSlot',
  tooLarge: 'tooLarge',
  empty: 'empty',
  twice: 'twice',
}

const notBegun: Record<StartRefused['kind'], StartRefused['kind']> = {
  noRight: 'noRight',
  doesNotApply: 'doesNotApply',
  empty: 'empty',
  recordClosed: 'recordClosed',
  tooLarge: 'tooLarge',
  tooManyOpen: 'tooManyOpen',
  tooManyToday: 'tooManyToday',
  identicalTwin: 'identicalTwin',
}

const file = { name: 'SK_KP_IIId_198501012010011901.pdf', bytes: 812_000 }
const known = { person: person.name, document: 'SK KP: III/d' }
const lines = [
  ...Object.values(bulkProblems).map((problem, at) => ({ ...file, n: at + 1, problem })),
  ...Object.values(notBegun).map((why, at) => ({
    ...file,
    ...known,
    n: at + 20,
    state: { kind: 'notBegun', why } as const,
  })),
  { ...file, ...known, n: 30, state: { kind: 'notSent' } as const },
  { ...file, ...known, n: 31, state: { kind: 'notReceived', why: refusals.hashDiffers } as const },
  { ...file, ...known, n: 32, state: { kind: 'sent', upload: id, status: 'uploading' } as const },
  { ...file, ...known, n: 33, state: { kind: 'sent', upload: id, status: 'verified' } as const },
]

const statuses: { [S in VersionStatus]: Version & { status: S } } = versions
const histories = recordTypes.filter(hasHistory)
const back = { path: '/beranda', label: 'Kembali ke Beranda' }
const open = {
  upload: { ...uploads.arriving, bytes: 8_400_000 },
  slot: slotOf('jabatan'),
  arrived: 3_200_000,
  sentFor: undefined,
}

const rowProblems: { [K in NewRowProblem['kind']]: NewRowProblem & { kind: K } } = {
  empty: { kind: 'empty' },
  notARank: { kind: 'notARank' },
  notAYear: { kind: 'notAYear' },
  notAnAgreement: { kind: 'notAnAgreement' },
  noWord: { kind: 'noWord' },
  notADate: { kind: 'notADate' },
  inTheFuture: { kind: 'inTheFuture' },
}

function newRow(problem: NewRowProblem | undefined): Page {
  const typed = { named: 'Guru', date: '', part: 'skJabatan' }
  return newRowPage({ frame, side: ownSide, type: slotOf('jabatan').type, typed, problem })
}

/** What is sent to the archive, in every state. */
export const uploadSpecimens: Record<string, Page> = {
  upload: form(undefined, { typed: {} }),
  'upload-photos': form(undefined, { form: 'photos', slot: slotOf('jabatan') }),
  'upload-changed': form(undefined, {
    changes: [{ type: 'pns', at: at(-86_400), terms: [{ kind: 'pages', before: 300, to: 4 }] }],
  }),
  'upload-again': form(undefined, { slot: slotOf('cpns') }),
  'upload-secret': form(undefined, { slot: secret }),
  'upload-for-other': form(undefined, { frame: proofDue, side }),
  ...records('upload', ownProblems, (problem) => form(problem)),
  ...records('upload-for-other', problems, (problem) => form(problem, { frame: proofDue, side })),
  'upload-new-row': newRow(undefined),
  'upload-with-new-row': form(undefined, { query: '?baris=Guru&tanggal=2020-01-01' }),
  ...records('upload-new-row', rowProblems, newRow),
  'upload-twin': { ...twinPart(ownSide, twin, frame.clock), frame },
  'upload-no-twin': { ...twinPart(ownSide, undefined, frame.clock), frame },
  ...records('upload-sent', uploads, (upload) => sent(asUpload(upload))),
  'upload-sent-photos': sent(asUpload({ ...uploads.arrived, form: 'photos' })),
  'upload-sent-for-other': sent(asUpload(uploads.arriving), { frame: inOffice, side }),
  ...records('upload-refused', refusals, (refusal) =>
    sent(asUpload({ ...uploads.refused, refusal })),
  ),
  ...records('upload-version', statuses, (version) => sent(asVersion(version))),
  ...records('upload-waits', waits, (why) => sent(asVersion(versions.quarantined, why))),
  ...records('upload-rejected', rejections, (refusal) =>
    sent(asVersion({ ...versions.rejectedBySystem, refusal })),
  ),
  ...records('upload-withdrawal', withdrawals, (problem: WithdrawRefused | WithdrawProblem) =>
    sent(asVersion(versions.awaitingVerification), { frame: proofDue, side, problem }),
  ),
  'upload-added-row': form(undefined, { slot: added }),
  'uploads-row-removed': uploadsPage({
    frame,
    open: [],
    pathOf: ownSide.upload,
    back,
    done: 'baris-dihapus',
    histories: [],
  }),
  'uploads-none': uploadsPage({
    frame,
    open: [],
    pathOf: ownSide.upload,
    back,
    done: 'dibatalkan',
    histories: [],
  }),
  uploads: uploadsPage({
    frame,
    open: [open, { ...open, slot: undefined }],
    pathOf: ownSide.upload,
    back,
    done: undefined,
    histories,
  }),
  'uploads-for-others': uploadsPage({
    frame: inOffice,
    open: [{ ...open, sentFor: person.name }],
    pathOf: ownSide.upload,
    back,
    done: undefined,
    histories,
  }),
  'upload-employee': employeeUploadsPage({
    frame: inOffice,
    person: { id: 'person', name: person.name, nip: person.nip },
    completeness,
    histories,
  }),
  'upload-bulk': bulkPage({ frame: inOffice, typed: '', problem: undefined, script }),
  ...records('upload-bulk', lists, (problem) =>
    bulkPage({ frame: proofDue, typed: file.name, problem, script }),
  ),
  'upload-batch': bulkUploadPage({ frame: inOffice, batch: id, lines, script }),
  'upload-batch-done': bulkUploadPage({
    frame: inOffice,
    batch: id,
    lines: lines.slice(-1),
    script,
  }),
}
