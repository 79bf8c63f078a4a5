import type { CivilDate } from '#domain/civil-date.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { filled } from '../database.ts'

/** A column of type date, read as text: the driver would make a moment of it. */
export function toCivilDate(text: string): CivilDate {
  return filled(parseCivilDate(text) ?? null)
}

export function toOptionalDate(text: string | null): CivilDate | undefined {
  return text === null ? undefined : toCivilDate(text)
}
