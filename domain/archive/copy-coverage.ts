import type { AgencyId } from '../agency.ts'

/** Of the copies in one place: `covered` were found whole of late; `lacking` ought to be there. */
export type CopyCounts = {
  copies: number
  bytes: number
  covered: number
  damaged: number
  missing: number
  unchecked: number
  lacking: number
}

export type StoreCare = CopyCounts & { store: string }
/** `incidents`: files of which no copy is whole. */
export type AgencyCare = CopyCounts & { id: AgencyId; name: string; incidents: number }

/** I6: what is not there, or was not looked at, is not covered. */
export function wantedCopies({ copies, lacking }: CopyCounts): number {
  return copies + lacking
}

/** Those that need somebody first: files that are lost, then the smallest share that is covered. */
export function worstCaredFirst(agencies: readonly AgencyCare[]): AgencyCare[] {
  return [...agencies].sort(
    (one, other) =>
      other.incidents - one.incidents ||
      uncovered(other) - uncovered(one) ||
      one.name.localeCompare(other.name, 'id'),
  )
}

function uncovered(counts: CopyCounts): number {
  const wanted = wantedCopies(counts)
  return wanted > 0 ? 1 - counts.covered / wanted : 0
}
