import type { MandateId } from '#domain/access/mandate.ts'
import type { Upload, UploadId, UploadProblem, UploadRefused } from '#domain/import/upload.ts'
import type { PersonId } from '#domain/person.ts'
import { at, inOffice, proofDue, records } from '#test/support/specimen-parts.ts'
import { importFindingsPage } from '#views/national/import-findings-page.tsx'
import { importPage } from '#views/national/import-page.tsx'
import type { ReportProps } from '#views/national/import-report.tsx'
import { importsPage } from '#views/national/imports-page.tsx'
import type { ImportProblem } from '#views/national/imports-words.ts'

const id = '00000000-0000-7000-8000-000000000002' as UploadId
const run = '00000000-0000-7000-8000-000000000001'
const from = {
  person: 'admin' as PersonId,
  hat: 'mandate' as MandateId,
  name: 'Raden Ajeng Kusumaningrum Hadiningrat, S.Kom., M.M.',
}
const file = {
  id,
  name: 'data-kepegawaian-nasional-per-1-november-2026.csv',
  bytes: 431_862_015,
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  receivedAt: at(-3600),
  from,
}
const progress = { done: 1_234_567, total: 5_000_000 }
const taken = { new: 4_999_990, changed: 1_204, unchanged: 12, refused: 31 }

const uploads: { [S in Upload['state']]: Upload & { state: S } } = {
  waiting: { ...file, state: 'waiting' },
  reading: { ...file, state: 'reading', progress: { done: 120_000_000, total: file.bytes } },
  unreadable: { ...file, state: 'unreadable', problem: { kind: 'unknownColumns' } },
  read: { ...file, state: 'read', run },
  due: { ...file, state: 'due', run, progress, by: from },
  applying: { ...file, state: 'applying', run, progress, by: from },
  applied: { ...file, state: 'applied', run, taken, by: from },
  discarded: { ...file, state: 'discarded' },
}

const agency = (code: string, name: string) => ({ agency: code, name, ...taken })

const report: ReportProps = {
  source: 'people',
  records: 5_001_237,
  sum: taken,
  agencies: [
    agency('3001', 'Pemerintah Kabupaten Kepulauan Contoh Tenggara Barat Daya'),
    { ...agency('9999', ''), name: undefined },
  ],
  next: '9999',
  refusals: { claimedTwice: 20, 'nip.birthDate': 11 },
  leftOut: { email: 4_210, unknownUnit: 7 },
}

const unreadable: { [K in UploadProblem['kind']]: UploadProblem & { kind: K } } = {
  unknownColumns: { kind: 'unknownColumns' },
  truncated: { kind: 'truncated' },
  notAnExport: { kind: 'notAnExport' },
  noFile: { kind: 'noFile' },
  failed: { kind: 'failed' },
  columnTwice: { kind: 'columnTwice', column: 'nip' },
  badCsv: { kind: 'badCsv', line: 1204 },
  tooLong: { kind: 'tooLong', line: 1204 },
}

const refused: Record<UploadRefused, UploadRefused> = {
  notRead: 'notRead',
  notApplying: 'notApplying',
  applyingNow: 'applyingNow',
  over: 'over',
}

const problems: { [K in ImportProblem['kind']]: ImportProblem & { kind: K } } = {
  stale: { kind: 'stale' },
  noFile: { kind: 'noFile' },
  kind: { kind: 'kind' },
  anotherWaits: { kind: 'anotherWaits' },
  order: { kind: 'order', refused: 'notRead' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
}

const finding = {
  fileName: file.name,
  line: 1_204_551,
  nip: '198501012010011901',
  agency: '3001',
  refused: true,
  reason: 'claimedTwice',
}

function pageOf(upload: Upload, problem?: ImportProblem) {
  const shown = 'run' in upload ? report : undefined
  return importPage({ frame: proofDue, upload, report: shown, problem })
}

/** The national admin's import, in every state. */
export const nationalSpecimens = {
  imports: importsPage({ frame: inOffice, uploads: [], isHere: true, problem: undefined }),
  'imports-elsewhere': importsPage({
    frame: inOffice,
    uploads: [uploads.applied, uploads.discarded],
    isHere: false,
    problem: undefined,
  }),
  'imports-live': importsPage({
    frame: inOffice,
    uploads: [uploads.read, uploads.applied],
    isHere: true,
    problem: undefined,
  }),
  ...records('imports', problems, (problem) =>
    importsPage({ frame: proofDue, uploads: [uploads.unreadable], isHere: true, problem }),
  ),
  ...records('import', uploads, (upload) => pageOf(upload)),
  ...records('import-unreadable', unreadable, (problem) =>
    pageOf({ ...uploads.unreadable, problem }),
  ),
  ...records('import-refused', refused, (one) =>
    pageOf(uploads.read, { kind: 'order', refused: one }),
  ),
  'import-findings': importFindingsPage({
    frame: inOffice,
    upload: id,
    findings: [
      finding,
      { ...finding, refused: false, reason: 'unknownUnit', nip: null, agency: null },
    ],
    next: '1.1204551.claimedTwice',
  }),
  'import-findings-none': importFindingsPage({
    frame: inOffice,
    upload: id,
    findings: [],
    next: undefined,
  }),
}
