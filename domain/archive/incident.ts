import type { Stage } from './record.ts'
import { takesVersions } from './record.ts'
import type { SealedKind } from './seal-context.ts'
import type { VersionStatus } from './version.ts'

/** A file, or what was made of one of its pages, of which no copy is whole; page 0 is the file. */
export type LostPart = { kind: Exclude<SealedKind, 'sealed'>; page: number }

/** Of one version; `since`: when the first of it was found out. */
export type Loss = { since: Date; parts: readonly LostPart[] }

/**
 * What mends it, besides a backup of the store: `sendAgain`; nothing else (`backup`), as of what takes no
 * new version; `replaced`: another version is in force; `pictures`: the file itself is whole; `none`: it
 * was refused and is kept for nothing.
 */
export type Remedy = 'sendAgain' | 'backup' | 'replaced' | 'pictures' | 'none'

type Standing = { status: VersionStatus; stage: Stage; parts: readonly LostPart[] }

export function remedyOf({ status, stage, parts }: Standing): Remedy {
  if (status === 'rejectedBySystem' || status === 'withdrawn') return 'none'
  if (!isFileLost(parts)) return 'pictures'
  if (status === 'superseded') return 'replaced'
  return takesVersions(stage) ? 'sendAgain' : 'backup'
}

export function isFileLost(parts: readonly LostPart[]): boolean {
  return parts.some(({ kind }) => kind === 'content')
}

/** So long it is told of one that it is whole again. */
export const TOLD_DAYS = 90

const DAY = 24 * 3600_000

export function toldSince(now: Date): Date {
  return new Date(now.getTime() - TOLD_DAYS * DAY)
}

export type PageRun = { from: number; to: number }

/** 1, 2, 3, 7 are 1 to 3, and 7. */
export function runsOf(pages: readonly number[]): PageRun[] {
  const runs: PageRun[] = []
  for (const page of [...new Set(pages)].sort((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last?.to === page - 1) last.to = page
    else runs.push({ from: page, to: page })
  }
  return runs
}
