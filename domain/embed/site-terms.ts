import { oneLine } from '../one-line.ts'
import { no, ok, type Result } from '../result.ts'
import { type OriginProblem, parseOrigin } from './origin.ts'
import type { EmbedSite } from './site.ts'

/** What two people agree on about a site; its key and its agency stay. */
export type SiteTerms = Pick<EmbedSite, 'name' | 'origins'>

export type TypedTerms = { name: string; origins: string }

export type TermsProblem =
  | { kind: 'noName' | 'noOrigin' | 'tooManyOrigins' }
  /** `typed`: which of them. */
  | { kind: 'origin'; typed: string; problem: OriginProblem }

export const NAME_LEAST = 3
export const NAME_MOST = 100
export const ORIGINS_MOST = 5

/** Origins as people list them: one a line, or with blanks or commas between; twice the same is one. */
export function parseSiteTerms(
  { name: typedName, origins: typed }: TypedTerms,
  allowed: { local: boolean },
): Result<SiteTerms, TermsProblem> {
  const name = oneLine(typedName, NAME_MOST)
  if ([...name].length < NAME_LEAST) return no({ kind: 'noName' })
  const origins = new Set<string>()
  for (const one of typed.split(/[\s,;]+/).filter((part) => part !== '')) {
    const origin = parseOrigin(one, allowed)
    if (!origin.ok) return no({ kind: 'origin', typed: oneLine(one), problem: origin.problem })
    origins.add(origin.value)
  }
  if (origins.size === 0) return no({ kind: 'noOrigin' })
  if (origins.size > ORIGINS_MOST) return no({ kind: 'tooManyOrigins' })
  return ok({ name, origins: [...origins] })
}

export function termsOf({ name, origins }: SiteTerms): SiteTerms {
  return { name, origins }
}

/** In whatever order the origins stand. */
export function isSameTerms(one: SiteTerms, other: SiteTerms): boolean {
  const factsOf = ({ name, origins }: SiteTerms) => [name, ...[...origins].sort()].join('\n')
  return factsOf(one) === factsOf(other)
}
