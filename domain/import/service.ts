import type { Brand } from '../brand.ts'

/** Kedudukan hukum, two digits (domain.md 3.4). */
export type LegalPosition = Brand<string, 'LegalPosition'>

/** Jenis pemberhentian: 1 to 16. */
export type EndOfService = Brand<string, 'EndOfService'>

/** What the national data says of a person's service; undefined: it never said anything. */
export type Service = { position: LegalPosition | undefined; ending: EndOfService | undefined }

type Meaning = { serves: boolean; account: 'open' | 'closed' }

const SERVING = '01 02 03 04 05 06 07 08 09 11 12 13 15 16 20 91'.split(' ')
/** Retired, on the way there, or waiting for an officer: the account stays for the own archive. */
const PAST_SERVICE = '52 88 89 98 99'.split(' ')
/** Missing, blocked, dismissed, never appointed; 51 waits for its decree. */
const CLOSED = '14 51 66 67 68 69 70 77 90 92'.split(' ')
/** Dismissed, retired or gone: what is kept of them begins to run out, from the day of the decree. */
const LEFT = '66 67 68 77 88 98 99'.split(' ')
const DEATH = ['2', '6']

export function parseLegalPosition(text: string): LegalPosition | undefined {
  const code = /^\d$/.test(text) ? `0${text}` : text
  const isKnown = [...SERVING, ...PAST_SERVICE, ...CLOSED].includes(code)
  return isKnown ? (code as LegalPosition) : undefined
}

export function parseEndOfService(text: string): EndOfService | undefined {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= 16 ? (String(number) as EndOfService) : undefined
}

/** Whether an account is open to whom it belongs; `closes_account` in migrations says the same. */
export function closesAccount({ position, ending }: Service): boolean {
  return meaningOf(position).account === 'closed' || (!!ending && DEATH.includes(ending))
}

/** Who does not serve acts in no role; `ends_mandates` in migrations says the same. */
export function endsMandates({ position, ending }: Service): boolean {
  return !meaningOf(position).serves || ending !== undefined
}

/** Whether retention can run at all; an ending that no position confirms starts nothing. */
export function startsRetention({ position }: Service): boolean {
  return position !== undefined && LEFT.includes(position)
}

/** The ending belongs to the position: whoever names the one says all about the other. */
export function serviceAfter(known: Service, told: Service): Service {
  if (!told.position && !told.ending) return known
  return { position: told.position ?? known.position, ending: told.ending }
}

function meaningOf(position: LegalPosition | undefined): Meaning {
  if (!position || SERVING.includes(position)) return { serves: true, account: 'open' }
  return { serves: false, account: CLOSED.includes(position) ? 'closed' : 'open' }
}
