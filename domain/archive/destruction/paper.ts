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

export function missingPapers(
  needed: readonly PaperKind[],
  papers: readonly PaperKind[],
): PaperKind[] {
  return needed.filter((kind) => !papers.includes(kind))
}
