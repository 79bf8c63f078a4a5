import { oneLine } from '../one-line.ts'
import { no, ok, type Result } from '../result.ts'
import type { ArchiveEvent } from './archive-event.ts'
import { type Judge, type JudgingRefused, judgeable, type Waiting } from './judge-version.ts'
import { type Box, RETURN_CODES, type Returned, type ReturnedVersion } from './version.ts'
import { versionEvent } from './version-event.ts'

/** Why it goes back, as its sender reads it. */
export type ReturnReasons = Omit<Returned, 'by'>

/** As a form sends it; `box`: left, top, width and height in thousandths of the page. */
export type TypedReturn = { codes: readonly string[]; note: string; page: string; box: string }

export type ReturnProblem =
  | { kind: 'noCode' }
  | { kind: 'noteMissing' }
  | { kind: 'noteTooLong'; most: number }
  | { kind: 'noSuchPage'; pages: number }

export const NOTE_MOST = 500

/** At least one code; `other` says nothing by itself, so it needs words. */
export function readReturn(
  { codes: typed, note: text, page, box }: TypedReturn,
  pages: number,
): Result<ReturnReasons, ReturnProblem> {
  const codes = RETURN_CODES.filter((code) => typed.includes(code))
  if (codes.length === 0) return no({ kind: 'noCode' })
  const note = oneLine(text, NOTE_MOST + 1)
  if ([...note].length > NOTE_MOST) return no({ kind: 'noteTooLong', most: NOTE_MOST })
  if (note === '' && codes.includes('other')) return no({ kind: 'noteMissing' })
  if (page.trim() === '') return ok({ codes, note, place: undefined })
  const number = /^\d{1,4}$/.test(page.trim()) ? Number(page) : 0
  if (number < 1 || number > pages) return no({ kind: 'noSuchPage', pages })
  return ok({ codes, note, place: { page: number, box: parseBox(box) } })
}

export type Return = { version: ReturnedVersion; events: readonly ArchiveEvent[] }

/** T7 */
export function returnVersion(
  waiting: Waiting,
  { by, now, reasons }: { by: Judge; now: Date; reasons: ReturnReasons },
): Result<Return, JudgingRefused> {
  const judged = judgeable(waiting, by, now)
  if (!judged.ok) return judged
  const returned = { ...reasons, by: by.person }
  const version: ReturnedVersion = { ...judged.value, status: 'returned', returned, since: now }
  const actor = { person: by.person, hat: by.mandate.id }
  const told = { codes: reasons.codes, page: reasons.place?.page ?? null }
  return ok({ version, events: [versionEvent('recordReturned', version, actor, now, told)] })
}

/** "120 80 300 200"; what is no part of a page marks nothing. */
export function parseBox(text: string): Box | undefined {
  const found = /^(\d{1,4}) (\d{1,4}) (\d{1,4}) (\d{1,4})$/.exec(text.trim())
  if (!found) return undefined
  const [left = 0, top = 0, width = 0, height = 0] = found.slice(1).map(Number)
  const isWithin = width > 0 && height > 0 && left + width <= 1000 && top + height <= 1000
  return isWithin ? { left, top, width, height } : undefined
}
