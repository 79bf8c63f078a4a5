import type { Result } from '../result.ts'
import type { Leaf } from '../tlog/leaf.ts'
import type { NotProven } from './prove-leaf.ts'
import type { Standing } from './standing.ts'

/**
 * What the holder of a file is told (archive.md 8). That it is genuine is proven; what became of it later
 * is proven where the log has the leaf that says so, else the server's word alone.
 */
export type Verdict =
  | (Recorded & { kind: 'genuine'; latest: 'said' | 'notChecked' })
  | (Recorded & { kind: 'genuineSuperseded'; newer: number; latest: Told })
  | (Recorded & { kind: 'genuineRevoked'; latest: Told })
  | (Recorded & { kind: 'destroyed'; latest: Told })
  | { kind: 'listDestroyed'; at: string; index: number }
  | { kind: 'differs'; at: string; index: number }
  | { kind: 'unknown' }
  | { kind: 'notChecked'; why: NotChecked }

/** `slowed`, `unreadable`: a script met that before it came to the log. */
export type NotChecked = Exclude<NotProven, 'beyond'> | 'slowed' | 'unreadable'

/** One for each sentence that there is about a file. */
export type VerdictName = NameOf<Verdict>

type NameOf<V extends Verdict> = V extends { latest: infer L extends string }
  ? `${V['kind']}-${L}`
  : V extends { why: infer W extends string }
    ? `${V['kind']}-${W}`
    : V['kind']

type Told = 'proven' | 'said'

/** To the minute, in UTC, as the leaf says it; `version`: which one of its record this file is. */
export type Recorded = { at: string; index: number; version: number }

/**
 * `commits`: the commitment of the leaf opens with the salt to this very file. `standing` is what the
 * server says, `later` the leaf that it names, where that was proven too.
 */
export type Facts = {
  leaf: Result<ProvenLeaf, NotProven>
  commits: boolean
  standing: Standing | undefined
  later: Leaf | undefined
}

export type ProvenLeaf = { index: number; leaf: Leaf }

/** Of a file and the code of its document. */
export function verdictOf({ leaf: proven, commits, standing, later }: Facts): Verdict {
  if (!proven.ok) return notProven(proven.problem)
  const { index, leaf } = proven.value
  const { at, version } = leaf
  if (leaf.event !== 'recordVerified' || !version || !leaf.commitment) return { kind: 'unknown' }
  if (!commits) return { kind: 'differs', at, index }
  const recorded = { at, index, version }
  const latest = standing && proves(leaf, standing, later) ? 'proven' : 'said'
  switch (standing?.kind) {
    case undefined:
      return { kind: 'genuine', ...recorded, latest: 'notChecked' }
    case 'current':
      return { kind: 'genuine', ...recorded, latest: 'said' }
    case 'superseded':
      return { kind: 'genuineSuperseded', ...recorded, newer: standing.version, latest }
    case 'revoked':
      return { kind: 'genuineRevoked', ...recorded, latest }
    case 'destroyed':
      return { kind: 'destroyed', ...recorded, latest }
  }
}

/** Of a berita acara: its leaf is about no record, and commits to the list of all that were destroyed. */
export function listVerdictOf({ leaf: proven, commits }: Pick<Facts, 'leaf' | 'commits'>): Verdict {
  if (!proven.ok) return notProven(proven.problem)
  const { index, leaf } = proven.value
  const isList = leaf.event === 'recordNoted' && leaf.record === undefined && leaf.commitment
  if (!isList) return { kind: 'unknown' }
  return { kind: commits ? 'listDestroyed' : 'differs', at: leaf.at, index }
}

export function verdictName(verdict: Verdict): VerdictName {
  const more = 'latest' in verdict ? verdict.latest : 'why' in verdict ? verdict.why : undefined
  return (more === undefined ? verdict.kind : `${verdict.kind}-${more}`) as VerdictName
}

function notProven(problem: NotProven): Verdict {
  return problem === 'beyond' ? { kind: 'unknown' } : { kind: 'notChecked', why: problem }
}

/** Of the same record, after this one, and saying what the server says. */
function proves(leaf: Leaf, standing: Standing, later: Leaf | undefined): boolean {
  if (!later || later.record !== leaf.record || (later.n ?? 0) <= (leaf.n ?? 0)) return false
  switch (standing.kind) {
    case 'current':
      return false
    case 'superseded': {
      const isNewer = standing.version > (leaf.version ?? 0)
      return later.event === 'recordVerified' && later.version === standing.version && isNewer
    }
    case 'revoked':
      return later.event === 'verificationRevoked' && later.version === leaf.version
    case 'destroyed':
      return later.event === 'recordDestroyed'
  }
}
