import type { CivilDate } from '../../civil-date.ts'
import type { PersonId } from '../../person.ts'
import { civilDateText } from '../../zone-day.ts'
import type { RecordId } from '../record.ts'

/** What one record of the list is, so that whoever signs it means this and nothing else (I5). */
export type ManifestLine = {
  record: RecordId
  type: string
  versions: readonly { no: number; commitment: string }[]
  end: CivilDate
  /** The rule and its version by which retention ended. */
  rule: string
}

/**
 * The list as it stands, by its SHA-256. From `base` on things were only taken from it: those who
 * signed a longer one agreed to this one too.
 */
export type Manifest = { n: number; base: number; sha256: string }

/** Who signed which one, with a second factor of when. */
export type Signature = { person: PersonId; manifest: number; at: Date; provenAt: Date }

const HEAD = 'destruction-manifest/v1'

/** One line, without the end of it; only ids, codes and numbers occur, so nothing needs quoting. */
export function manifestLine({ record, type, versions, end, rule }: ManifestLine): string {
  const files = [...versions]
    .sort((one, other) => one.no - other.no)
    .map(({ no, commitment }) => `${no}:${commitment}`)
  return [record, type, files.join() || '-', civilDateText(end), rule].join(' ')
}

/** What is hashed before the first line. */
export function manifestHead(batch: string): string {
  return `${HEAD}\n${batch}\n`
}

/** All of it, in the order of the records' ids, so that the same list is always the same text. */
export function manifestText(batch: string, lines: readonly string[]): string {
  return (
    manifestHead(batch) +
    [...lines]
      .sort()
      .map((line) => `${line}\n`)
      .join('')
  )
}

/** T20: mere removal keeps signatures. */
export function shortened({ n, base }: Manifest, sha256: string): Manifest {
  return { n: n + 1, base, sha256 }
}

/** T20: any other change voids them. */
export function redrawn({ n }: Pick<Manifest, 'n'>, sha256: string): Manifest {
  return { n: n + 1, base: n + 1, sha256 }
}

export function isStanding({ manifest }: Signature, { n, base }: Manifest): boolean {
  return base <= manifest && manifest <= n
}
