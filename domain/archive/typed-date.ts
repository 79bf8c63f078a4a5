import { type CivilDate, dayExists } from '../civil-date.ts'
import { parseCivilDate } from '../zone-day.ts'

/**
 * As a date field sends it, or as people write it where there is none: 17-8-2026, 17/08/2026, and
 * 17082026 as those type it who have hundreds before them. No eight digits can be meant otherwise.
 */
export function parseTypedDate(text: string): CivilDate | undefined {
  const found =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim()) ??
    /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text.trim())
  if (!found) return parseCivilDate(text)
  const [day, month, year] = found.slice(1).map(Number)
  const date = { year: year ?? 0, month: month ?? 0, day: day ?? 0 }
  return dayExists(date) ? date : undefined
}
