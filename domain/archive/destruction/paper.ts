import { type CivilDate, isBefore } from '../../civil-date.ts'
import { oneLine } from '../../one-line.ts'
import { no, ok, type Result } from '../../result.ts'
import { parseCivilDate } from '../../zone-day.ts'

/** What the ten steps leave on paper (domain.md 5.3), each with number, date and who issued it. */
export const PAPER_KINDS = [
  'panelDecree',
  'proposalList',
  'minutes',
  'recommendation',
  'agencyApproval',
  'nationalApproval',
  'destructionOrder',
  'certificate',
] as const

export type PaperKind = (typeof PAPER_KINDS)[number]

export type Paper = { kind: PaperKind; number: string; dated: CivilDate; issuer: string }

/** As it was put down; `sha256`: of its file, where it has come. */
export type KeptPaper = Paper & { sha256: string | undefined }

/** The file of the certificate is written by the portal, once all is over. */
export function hasOwnFile(kind: PaperKind): boolean {
  return kind !== 'certificate'
}

/** A paper of a destruction is kept for ever, but it is no archive of its own. */
export const PAPER_MOST = { bytes: 10_000_000, pages: 100 } as const

export type PaperProblem = 'noNumber' | 'noDate' | 'inFuture' | 'noIssuer'

/** What has to lie there before the panel signs. */
export const PAPERS_OF_PANEL: readonly PaperKind[] = [
  'panelDecree',
  'proposalList',
  'minutes',
  'recommendation',
]

export type TypedPaper = { number: string; dated: string; issuer: string }

export function readPaper(
  kind: PaperKind,
  typed: TypedPaper,
  today: CivilDate,
): Result<Paper, PaperProblem> {
  const [number, issuer] = [oneLine(typed.number), oneLine(typed.issuer, 200)]
  const dated = parseCivilDate(typed.dated)
  if (number === '') return no('noNumber')
  if (!dated) return no('noDate')
  if (isBefore(today, dated)) return no('inFuture')
  return issuer === '' ? no('noIssuer') : ok({ kind, number, dated, issuer })
}

/** Whose consent the open items need: the head of the agency's, ANRI's, or both (6.1). */
export type ApprovalsDue = { agency: boolean; nationalArchives: boolean }

/** What has to lie there before the head of the agency approves (steps 6 and 7). */
export function papersOfApproval({ agency, nationalArchives }: ApprovalsDue): PaperKind[] {
  return [
    ...(agency ? (['agencyApproval'] as const) : []),
    ...(nationalArchives ? (['nationalApproval'] as const) : []),
    'destructionOrder',
  ]
}

export type PapersLacking = {
  kind: 'papersMissing' | 'filesMissing'
  papers: readonly PaperKind[]
}

/** Each paper has number, date and file (6.3): first those not put down, then those without a file. */
export function lackingPapers(
  needed: readonly PaperKind[],
  { papers, filed }: { papers: readonly PaperKind[]; filed: readonly PaperKind[] },
): PapersLacking | undefined {
  const missing = needed.filter((kind) => !papers.includes(kind))
  if (missing.length > 0) return { kind: 'papersMissing', papers: missing }
  const unfiled = needed.filter((kind) => hasOwnFile(kind) && !filed.includes(kind))
  return unfiled.length > 0 ? { kind: 'filesMissing', papers: unfiled } : undefined
}
