import { after } from '../instant.ts'

/**
 * Why a mail did not go out, as the outbox keeps it: a word, and nothing that was said or typed.
 * `unreachable`: nothing could be handed over at all; `mailboxRefused`: its server knows no such mailbox; `unwritable`: it could not be put in words.
 */
export type MailFailure =
  | 'unreachable'
  | 'refusedForNow'
  | 'mailboxRefused'
  | 'expired'
  | 'unwritable'

/** `tries`: how often it has failed so far. */
export type WaitingMail = { madeAt: Date; tries: number }

export type AfterFailure = { kind: 'again'; at: Date } | { kind: 'givenUp' }

const FIRST_WAIT = 60
const LONGEST_WAIT = 3600
const DAY = 24 * 3600

/** Again after a minute, then twice as long each time up to an hour; given up after a day. */
export function afterFailure(
  { madeAt, tries }: WaitingMail,
  failure: MailFailure,
  now: Date,
): AfterFailure {
  const isHopeless = failure === 'mailboxRefused' || failure === 'expired'
  if (isHopeless || now >= after(madeAt, DAY)) return { kind: 'givenUp' }
  return { kind: 'again', at: after(now, Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT)) }
}
