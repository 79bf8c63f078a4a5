import type { LeftOut, Refusal } from '#domain/import/finding.ts'
import { leftOutText, refusalText } from './finding-words.ts'
import { numberText } from './progress-words.ts'

/** What a dry run counted, as `src/store/import` keeps it. */
export type ReportProps = {
  records: number
  agencies: readonly AgencyProps[]
  refusals: Partial<Record<Refusal, number>>
  leftOut: Partial<Record<LeftOut, number>>
  credentials: Record<string, number>
}

type Counts = { new: number; changed: number; unchanged: number; refused: number }
type AgencyProps = Counts & { agency: string; name: string | undefined }

const SHOWN = 40
const HEAD = ['Instansi', 'Baru', 'Berubah', 'Tetap', 'Ditolak']

/** The report as a table for a terminal: sums first, then where most happens. */
export function reportText({ records, agencies, ...found }: ReportProps): string {
  const busiest = agencies.toSorted((one, other) => weightOf(other) - weightOf(one))
  const shown = busiest.slice(0, SHOWN)
  const rows = [['Seluruhnya', ...cells(sumOf(agencies))], ...shown.map(agencyRow)]
  const more = agencies.length - shown.length
  return [
    `${numberText(records)} data dibaca.`,
    ...tableLines([HEAD, ...(agencies.length > 1 ? rows : rows.slice(0, 1))]),
    ...(more > 0 ? [`… dan ${numberText(more)} instansi lain, lihat berkas laporan.`] : []),
    ...section('Ditolak', found.refusals, (reason) => refusalText(reason as Refusal)),
    ...section('Dilewati', found.leftOut, (reason) => leftOutText(reason as LeftOut)),
    ...section('Kredensial', found.credentials, (what) => what),
  ].join('\n')
}

export function appliedText(counts: Counts): string {
  const [added, changed, unchanged, refused] = cells(counts)
  return `Selesai: ${added} baru, ${changed} berubah, ${unchanged} tetap, ${refused} ditolak.`
}

function agencyRow({ agency, name, ...counts }: AgencyProps): string[] {
  return [`${agency || '-'} ${name ?? ''}`.trim().slice(0, 44), ...cells(counts)]
}

function cells({ new: added, changed, unchanged, refused }: Counts): string[] {
  return [added, changed, unchanged, refused].map(numberText)
}

function weightOf({ new: added, changed, refused }: Counts): number {
  return added + changed + refused
}

function sumOf(lines: readonly Counts[]): Counts {
  const sum = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const line of lines)
    for (const name of ['new', 'changed', 'unchanged', 'refused'] as const) sum[name] += line[name]
  return sum
}

function section(
  title: string,
  counts: Record<string, number>,
  textOf: (what: string) => string,
): string[] {
  const lines = Object.entries(counts).map(
    ([what, count]) => `  ${numberText(count)}  ${textOf(what)}`,
  )
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines]
}

function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const pad = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
  return rows.map((row) => row.map(pad).join('  ').trimEnd())
}
