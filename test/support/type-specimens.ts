import type { TypeRequestId } from '#domain/archive/type-request.ts'
import { type TermsRefused, termsOf } from '#domain/archive/type-terms.ts'
import { recordType, recordTypes } from '#test/support/record-types.ts'
import { at, inOffice, proofDue, records } from '#test/support/specimen-parts.ts'
import { typeChangePage } from '#views/archive/types/type-change-page.tsx'
import { typeRequestPage } from '#views/archive/types/type-request-page.tsx'
import type { AskTypeProblem, DecideTypeProblem } from '#views/archive/types/type-words.ts'
import { typesPage } from '#views/archive/types/types-page.tsx'
import type { Page } from '#views/page.tsx'
import type { TypeDone } from '#views/path-names.ts'

type Each<Problem extends { kind: string }> = { [K in Problem['kind']]: Problem & { kind: K } }

const id = '00000000-0000-4000-8000-000000000001' as TypeRequestId
const type = recordType('jabatan')
const askerName = 'Raden Ajeng Kusumaningrum Hadiningrat, S.Kom., M.M.'
const waiting = [{ id, typeName: type.name, askerName, askedAt: at(-3600) }]
const typed = {
  name: type.name,
  kilobytes: '2048',
  pages: '50',
  kinds: type.appliesTo,
  fields: type.requiredMetadata,
  secret: false,
}
const request = {
  id,
  typeName: type.name,
  before: termsOf(type),
  terms: {
    name: 'Riwayat Jabatan (SK Jabatan, Surat Pelantikan, Berita Acara Sumpah)',
    appliesTo: ['pns' as const],
    requiredMetadata: [...type.requiredMetadata, 'endDate' as const],
    maxBytes: 2 * 1024 * 1024,
    maxPages: 50,
    securityClass: 'secret' as const,
  },
  askerName,
  askedAt: at(-3600),
}

const done: Record<TypeDone, TypeDone> = {
  diusulkan: 'diusulkan',
  diterapkan: 'diterapkan',
  ditolak: 'ditolak',
  ditarik: 'ditarik',
}

const terms: Record<TermsRefused, TermsRefused> = {
  noName: 'noName',
  nameTaken: 'nameTaken',
  noKind: 'noKind',
  notClassified: 'notClassified',
  noField: 'noField',
  dateDropped: 'dateDropped',
  bytesOutOfRange: 'bytesOutOfRange',
  pagesOutOfRange: 'pagesOutOfRange',
  looser: 'looser',
  unchanged: 'unchanged',
}

const common = {
  stale: { kind: 'stale' },
  noLonger: { kind: 'noLonger' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
} as const

const asking: Each<AskTypeProblem> = {
  ...common,
  alreadyAsked: { kind: 'alreadyAsked' },
  terms: { kind: 'terms', problem: 'noName' },
}

const deciding: Each<DecideTypeProblem> = {
  ...common,
  over: { kind: 'over' },
  ownRequest: { kind: 'ownRequest' },
  notYours: { kind: 'notYours' },
  askerGone: { kind: 'askerGone' },
  outdated: { kind: 'outdated' },
  nameTaken: { kind: 'nameTaken' },
  noDecision: { kind: 'noDecision' },
}

function changePage(problem: AskTypeProblem | undefined, of = type) {
  return typeChangePage({ frame: proofDue, type: of, typed, request: undefined, problem })
}

function requestPage(isAsker: boolean, problem?: DecideTypeProblem) {
  return typeRequestPage({ frame: proofDue, request, isAsker, problem })
}

/** The nation's types of records, in every state. */
export const typeSpecimens: Record<string, Page> = {
  'record-types': typesPage({ frame: inOffice, types: recordTypes, waiting: [], done: undefined }),
  ...records('record-types', done, (one) =>
    typesPage({ frame: inOffice, types: recordTypes.slice(0, 3), waiting, done: one }),
  ),
  'record-type': changePage(undefined),
  'record-type-secret': changePage(undefined, recordType('hukumanDisiplin')),
  'record-type-waits': typeChangePage({
    frame: inOffice,
    type,
    typed,
    request: id,
    problem: undefined,
  }),
  ...records('record-type', asking, (problem) => changePage(problem)),
  ...records('record-type-terms', terms, (problem) => changePage({ kind: 'terms', problem })),
  'type-request': requestPage(false),
  'type-request-own': requestPage(true),
  ...records('type-request', deciding, (problem) => requestPage(false, problem)),
}
