import { no, ok, type Result } from '../result.ts'

/**
 * Wrong codes of BKPSDM so far: `journey` of this sign-in or reset, and those of the code that is out
 * for the person, if there is one.
 */
export type AgencyCodeCounters = {
  journey: number
  code: { tries: number; closesAt: Date } | undefined
}

const TRIES = 5

/**
 * R-RL-06: counts a try before the code is looked at, whether or not one is out. The model of
 * `admit_agency_code_try` in migrations, which does the same in one statement.
 */
export function admitAgencyCode(
  { journey, code }: AgencyCodeCounters,
  now: Date,
): Result<AgencyCodeCounters, { kind: 'triesSpent' }> {
  if (journey >= TRIES) return no({ kind: 'triesSpent' })
  const counted =
    code && now < code.closesAt && code.tries < TRIES ? { ...code, tries: code.tries + 1 } : code
  return ok({ journey: journey + 1, code: counted })
}

/** How many more codes may be typed; `tries` of the code, where one is out. */
export function agencyCodeLeft({
  journey,
  tries,
}: {
  journey: number
  tries: number | undefined
}): number {
  return TRIES - Math.max(journey, tries ?? 0)
}

/** The fifth wrong one of a code makes it void. */
export function isVoid(tries: number | undefined): boolean {
  return tries !== undefined && tries >= TRIES
}
