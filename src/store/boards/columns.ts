import { MEASURES } from '#domain/boards/counts.ts'

/** The measures as columns; statements are made of these constants and of nothing that is asked. */
export const COLUMNS: readonly string[] = MEASURES.map((measure) =>
  measure.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`),
)

export const NAMES = COLUMNS.join()
export const SUMMED = COLUMNS.map((one) => `sum(${one}) as ${one}`).join()
export const COALESCED = COLUMNS.map((one) => `coalesce(c.${one}, 0) as ${one}`).join()
