import { no, ok, type Result } from '../result.ts'
import { parseCount } from './count.ts'
import { utf8Text } from './utf8.ts'

/** The names that everybody may read; all else is noted without saying what it was. */
export const PUBLIC_EVENTS = [
  'recordVerified',
  'verificationRevoked',
  'versionSuperseded',
  'destructionStarted',
  'recordDestroyed',
  'permanentTransferred',
  'recordNoted',
  'accountNoted',
] as const

export type PublicEvent = (typeof PUBLIC_EVENTS)[number]

/** What the log says of one event: to the minute, with no name and no number of a person. */
export type Leaf = {
  at: string
  event: PublicEvent
  /** The random id of the record in 32 hex digits, the number of its event, and its version. */
  record?: string
  n?: number
  version?: number
  /** HMAC of what was received, or of the list that was destroyed; "-" of a record without one. */
  commitment?: string
  /** HMAC of the whole event. */
  digest: string
  /** The root over many: copies checked, readings of a record. */
  root?: string
}

const LEAF_BYTES = 300

const HASH = '[0-9a-f]{64}'
const COUNT = '0|[1-9][0-9]*'

const LINES = new RegExp(
  [
    '^archive-leaf/v1\\n',
    't (?<at>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z)\\n',
    'e (?<event>[A-Za-z]+)\\n',
    `(?:r (?<record>[0-9a-f]{32})\\nn (?<n>${COUNT})\\nv (?<version>${COUNT})\\n`,
    `(?:c -\\n|c (?<own>${HASH})\\n)|c (?<alone>${HASH})\\n|)`,
    `d (?<digest>${HASH})\\n`,
    `(?:h (?<root>${HASH})\\n)?$`,
  ].join(''),
)

export function leafText({
  at,
  event,
  record,
  n,
  version,
  commitment,
  digest,
  root,
}: Leaf): string {
  const of = record === undefined ? '' : `r ${record}\nn ${n}\nv ${version}\n`
  const c = commitment ?? (record === undefined ? undefined : '-')
  const commits = c === undefined ? '' : `c ${c}\n`
  const over = root === undefined ? '' : `h ${root}\n`
  return `archive-leaf/v1\nt ${at}\ne ${event}\n${of}${commits}d ${digest}\n${over}`
}

/** Only what `leafText` writes. */
export function parseLeaf(bytes: Uint8Array): Result<Leaf, 'notLeaf'> {
  const text = bytes.length <= LEAF_BYTES ? utf8Text(bytes) : undefined
  const found = text === undefined ? undefined : LINES.exec(text)?.groups
  const event = PUBLIC_EVENTS.find((name) => name === found?.['event'])
  if (!found || !event || !isMinute(found['at'] ?? '')) return no('notLeaf')
  const leaf = leafOf(found, event)
  return leafText(leaf) === text ? ok(leaf) : no('notLeaf')
}

function leafOf(found: Record<string, string | undefined>, event: PublicEvent): Leaf {
  const { at = '', record, n = '', version = '', digest = '', root } = found
  const commitment = found['own'] ?? found['alone']
  return {
    at,
    event,
    ...(record !== undefined && {
      record,
      n: parseCount(n) ?? Number.NaN,
      version: parseCount(version) ?? Number.NaN,
    }),
    ...(commitment !== undefined && { commitment }),
    digest,
    ...(root !== undefined && { root }),
  }
}

function isMinute(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && `${new Date(time).toISOString().slice(0, 16)}Z` === text
}
