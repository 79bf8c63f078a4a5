import { oneLine } from '../one-line.ts'
import { no, ok, type Result } from '../result.ts'

/** A number of a pasted list, or what stood there that is none; `line` counts from one. */
export type PastedEntry = { line: number } & ({ number: string } | { rubbish: string })

/** In the order pasted, each number once; `repeated`: how many came again. */
export type PastedList = { entries: readonly PastedEntry[]; repeated: number }

export type PastedListProblem =
  | { kind: 'listEmpty' }
  | { kind: 'listLong'; maximum: number; numbers: number }

const MAXIMUM = 500
const LONGEST_RUBBISH = 40

/** Eighteen digits, with what people group them by; not a part of a longer row of digits. */
const NUMBER = /(?<!\d)\d(?:[ .\u00a0-]?\d){17}(?!\d)/g

/**
 * Reads what was copied from a table or a chat: lines, and within a line commas, semicolons, tabs or
 * blanks. A name or a row number beside a NIP is no rubbish; a cell without one is.
 */
export function parsePastedList(text: string): Result<PastedList, PastedListProblem> {
  const all = text.split(/\r\n|\r|\n/).flatMap((line, at) => entriesOf(line, at + 1))
  const first = new Map<string, PastedEntry>()
  const entries = all.filter((entry) => {
    if (!('number' in entry)) return true
    if (first.has(entry.number)) return false
    first.set(entry.number, entry)
    return true
  })
  if (entries.length === 0) return no({ kind: 'listEmpty' })
  if (entries.length > MAXIMUM)
    return no({ kind: 'listLong', maximum: MAXIMUM, numbers: entries.length })
  return ok({ entries, repeated: all.length - entries.length })
}

function entriesOf(text: string, line: number): PastedEntry[] {
  const numbers = text.match(NUMBER) ?? []
  if (numbers.length > 0)
    return numbers.map((number) => ({ line, number: number.replace(/\D/g, '') }))
  const rubbish = oneLine(text.replace(/[,;|]/g, ' '), LONGEST_RUBBISH)
  return rubbish === '' ? [] : [{ line, rubbish }]
}
