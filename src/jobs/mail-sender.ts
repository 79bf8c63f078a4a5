import { isOverdue, type Mail, type ResetCode } from '#domain/mail/mail.ts'
import { afterFailure, type MailFailure } from '#domain/mail/retry.ts'
import type { Result } from '#domain/result.ts'
import type { Sql } from '../store/database.ts'
import { type DueMail, onNewMail, type Sending, sendDueMail } from '../store/outbox.ts'

/** What a sender needs from outside: who opens a sealed code, who writes, who delivers. */
export type Post = {
  sql: Sql
  clock: () => Date
  open: (mail: Extract<DueMail, { sealed: unknown }>) => ResetCode
  deliver: (mail: Mail, late: AbortSignal) => Promise<Result<true, MailFailure>>
  report: MailReport
}

export type MailReport = {
  problem: (problem: unknown, reference: string) => void
  /** A mail did not go out: by its id, for the record of it is in the outbox. */
  mailFailed: (line: { mail: string; failure: MailFailure; givenUp: boolean }) => void
}

const SENDERS = 4
const POLL_MS = 3000
const GRACE_MS = 8000

/** `leaving`: no further mail is begun; `late`: what is under way is broken off. */
type Ending = { leaving: AbortSignal; late: AbortSignal }

/** Whoever finds a mail calls one more sender: as many work as there is work for. */
type Calling = Ending & { callAnother?: () => void }

/**
 * Sends mails as they come, several at a time. A server that is away is left alone until the next
 * round, so that an outage costs no mail its patience. Whoever stops lets those under way finish.
 */
export function sendMails(post: Post): { stop: () => Promise<void> } {
  const [leaving, late] = [new AbortController(), new AbortController()]
  const rest = makeRest()
  const failed = (problem: unknown) => post.report.problem(problem, 'mail')
  onNewMail(post.sql, rest.wakeOne).catch(failed)
  const calling = { leaving: leaving.signal, late: late.signal, callAnother: rest.wakeOne }
  const work = async () => {
    while (!leaving.signal.aborted) {
      await sendAllDue(post, calling).catch(failed)
      if (!leaving.signal.aborted) await rest.wait(POLL_MS)
    }
  }
  const working = Array.from({ length: SENDERS }, work)
  return {
    stop: async () => {
      leaving.abort()
      rest.wake()
      const timer = setTimeout(() => late.abort(), GRACE_MS)
      await Promise.all(working)
      clearTimeout(timer)
    },
  }
}

/** Until nothing is due or the server cannot be reached. */
export async function sendAllDue(
  post: Post,
  { leaving, late, callAnother }: Calling,
): Promise<void> {
  while (!leaving.aborted) {
    const sending = await sendDueMail(post.sql, post.clock(), (mail) => {
      callAnother?.()
      return send(post, mail, late)
    })
    if (!sending || isOutage(sending)) return
  }
}

function isOutage(sending: Sending): boolean {
  return sending.kind !== 'sent' && sending.failure === 'unreachable'
}

async function send(post: Post, due: DueMail, late: AbortSignal): Promise<Sending> {
  const failure = await tryToSend(post, due, late)
  const at = post.clock()
  if (!failure) return { kind: 'sent', at }
  const next = afterFailure(due, failure, at)
  post.report.mailFailed({ mail: due.id, failure, givenUp: next.kind === 'givenUp' })
  return next.kind === 'again' ? { ...next, failure } : { kind: 'givenUp', at, failure }
}

/** What cannot be opened or written is a bug or a missing key; the other mails go on. */
async function tryToSend(
  { open, deliver, clock, report }: Post,
  due: DueMail,
  late: AbortSignal,
): Promise<MailFailure | undefined> {
  try {
    const mail: Mail = 'sealed' in due ? { ...due, reset: open(due) } : due
    if (isOverdue(mail, clock())) return 'expired'
    const delivered = await deliver(mail, late)
    return delivered.ok ? undefined : delivered.problem
  } catch (problem) {
    report.problem(problem, due.id)
    return 'unwritable'
  }
}

/** Pauses that end early when somebody calls. */
function makeRest() {
  const resting = new Set<() => void>()
  return {
    wake: () => {
      for (const end of resting) end()
    },
    wakeOne: () => {
      for (const end of resting) return end()
    },
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer)
          resting.delete(end)
          resolve()
        }
        const timer = setTimeout(end, milliseconds)
        resting.add(end)
      }),
  }
}
