import type { MandateId } from '#domain/access/mandate.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { at, frame, inOffice, now, proofDue, records } from '#test/support/specimen-parts.ts'
import { accessesPage, type ShownAccess } from '#views/archive/accesses-page.tsx'
import {
  objectionPage,
  objectionsPage,
  type ShownObjection,
} from '#views/archive/objections-page.tsx'
import type { AnswerProblem } from '#views/archive/objections-words.ts'
import { type ShownReader, secretReadersPage } from '#views/archive/secret-readers-page.tsx'
import type { NamingProblem } from '#views/archive/secret-readers-words.ts'
import type { Page } from '#views/page.tsx'

const reader = {
  name: 'Bambang Suryadi',
  role: 'verifier',
  agency: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
} as const

const access: ShownAccess = {
  n: 12,
  at: now,
  purpose: 'verification',
  action: 'recordViewed',
  versionNo: 2,
  typeName: 'Riwayat Golongan/Kenaikan Pangkat (SK KP)',
  slot: 'III/d#skKp',
  reader,
  link: undefined,
  objection: undefined,
}

const accesses: ShownAccess[] = [
  access,
  { ...access, n: 11, purpose: 'service', action: 'recordDownloaded', at: at(-3600) },
  { ...access, n: 10, objection: { at: now, answer: undefined } },
  {
    ...access,
    n: 9,
    purpose: 'legal',
    objection: {
      at: now,
      answer: 'Berkas dibaca karena sengketa kepegawaian yang Anda ajukan sendiri bulan lalu.',
    },
  },
  {
    ...access,
    n: 8,
    purpose: 'share',
    reader: undefined,
    link: { id: 'x', recipient: 'Bank Contoh Cabang Kota' },
  },
  { ...access, n: 7, purpose: 'audit' },
  { ...access, n: 6, purpose: 'support' },
  { ...access, n: 5, purpose: 'own', reader: { ...reader, role: undefined } },
  {
    ...access,
    n: 4,
    purpose: 'own',
    action: 'archiveExported',
    versionNo: undefined,
    typeName: undefined,
    slot: '',
  },
]

const dones = {
  objected: 'objected',
  alreadyObjected: 'alreadyObjected',
  tooLongAgo: 'tooLongAgo',
  ownReading: 'ownReading',
} as const

const list = { frame, accesses, record: undefined, withOwn: true, older: 4, isNewest: true }

const objection: ShownObjection = {
  id: 'objection-1',
  at: now,
  answer: null,
  seenAt: at(-86_400),
  purpose: 'service',
  action: 'recordDownloaded',
  typeName: 'Riwayat Golongan/Kenaikan Pangkat (SK KP)',
  subject: 'Siti Rahmawati Kusumaningrum, S.Kom., M.M.',
  nip: '198501012010011901',
  readerName: reader.name,
  role: 'officer',
}
const answered = { ...objection, answer: 'Berkas dibaca karena usul kenaikan pangkat Anda.' }

const answerProblems: { [K in AnswerProblem['kind']]: AnswerProblem & { kind: K } } = {
  reasonTooShort: { kind: 'reasonTooShort', length: 4 },
  reasonTooLong: { kind: 'reasonTooLong' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'notDigits' } },
  stale: { kind: 'stale' },
  oneself: { kind: 'oneself' },
  ownReading: { kind: 'ownReading' },
}

const readers: ShownReader[] = [
  {
    hat: 'mandate-1' as MandateId,
    name: 'Bambang Suryadi',
    role: 'verifier',
    unitName: 'Dinas Pendidikan, Kebudayaan, Pemuda, dan Olahraga',
    isNamed: true,
  },
  {
    hat: 'mandate-2' as MandateId,
    name: 'Citra Lestari',
    role: 'legalOfficer',
    unitName: undefined,
    isNamed: false,
  },
]

const namingProblems: { [K in NamingProblem['kind']]: NamingProblem & { kind: K } } = {
  oneself: { kind: 'oneself' },
  noReader: { kind: 'noReader' },
  unchanged: { kind: 'unchanged' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'notDigits' } },
  stale: { kind: 'stale' },
}

/** Who reads records, as their person, admins and readers see it. */
export const readingSpecimens: Record<string, Page> = {
  'accesses-none': accessesPage({
    ...list,
    accesses: [],
    withOwn: false,
    older: undefined,
    done: undefined,
  }),
  'accesses-none-older': accessesPage({
    ...list,
    accesses: [],
    older: undefined,
    isNewest: false,
    done: undefined,
  }),
  accesses: accessesPage({ ...list, done: undefined }),
  'accesses-of-record': accessesPage({
    ...list,
    record: 'record-1' as RecordId,
    isNewest: false,
    done: undefined,
  }),
  ...records('accesses', dones, (done) => accessesPage({ ...list, done })),
  'objections-none': objectionsPage({ frame: inOffice, open: [], answered: [], done: true }),
  objections: objectionsPage({
    frame: inOffice,
    open: [objection],
    answered: [answered],
    done: false,
  }),
  objection: objectionPage({ frame: proofDue, objection, answer: '', problem: undefined }),
  'objection-answered': objectionPage({
    frame: inOffice,
    objection: answered,
    answer: '',
    problem: undefined,
  }),
  ...records('objection', answerProblems, (problem) =>
    objectionPage({ frame: proofDue, objection, answer: 'Baik', problem }),
  ),
  'secret-readers-none': secretReadersPage({ frame: inOffice, readers: [], problem: undefined }),
  'secret-readers': secretReadersPage({ frame: proofDue, readers, problem: undefined }),
  ...records('secret-readers', namingProblems, (problem) =>
    secretReadersPage({ frame: proofDue, readers, problem }),
  ),
}
