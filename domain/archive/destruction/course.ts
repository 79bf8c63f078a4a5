/** When a list came how far, and from which root key to which its execution went; null is not yet. */
export type Course = {
  agencyName: string
  drawnUpAt: Date
  approvedAt: Date | null
  waitUntil: Date | null
  startedAt: Date | null
  closedAt: Date | null
  rootFrom: number | null
  rootTo: number | null
}

/** What its people say against it, by what became of that. */
export type ObjectionCounts = { filed: number; accepted: number; declined: number }
