import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql } from './database.ts'
import {
  addOwnEvent,
  endOtherSessions,
  lockOwnAccount,
  type NoLonger,
  type OwnAct,
} from './own-account.ts'
import type { SessionHandle } from './sessions.ts'

/** A session as its owner recognises it; `activeAt` is known to some seconds. */
export type OwnSession = {
  handle: SessionHandle
  browser: string
  network: string
  startedAt: Date
  activeAt: Date
}

/** Those that are open, the newest first. */
export async function listOwnSessions(
  sql: Sql,
  person: PersonId,
  now: Date,
): Promise<OwnSession[]> {
  return sql<OwnSession[]>`
    select handle, browser_label as browser, network, started_at,
      idle_until - idle_seconds * interval '1 second' as active_at
    from sessions
    where person = ${person} and idle_until > ${now} and absolute_until > ${now}
    order by started_at desc, handle`
}

/** One of the person's other sessions (R-SE-05). */
export function endOwnSession(
  sql: Sql,
  act: OwnAct,
  handle: SessionHandle,
): Promise<Result<true, NoLonger | { kind: 'noSuchSession' }>> {
  return inTransaction(sql, async (tx) => {
    if (!(await lockOwnAccount(tx, act))) return no({ kind: 'noLonger' })
    const [ended] = await tx<{ browserLabel: string }[]>`
      delete from sessions
      where handle = ${handle} and person = ${act.event.person} and id_hash <> ${act.session}
      returning browser_label`
    if (!ended) return no({ kind: 'noSuchSession' })
    await addOwnEvent(tx, act, { kind: 'sessionEnded', of: ended.browserLabel })
    return ok(true)
  })
}

/** All but the one that asks; none is a yes too. */
export function endAllOtherSessions(sql: Sql, act: OwnAct): Promise<Result<true, NoLonger>> {
  return inTransaction(sql, async (tx) => {
    if (!(await lockOwnAccount(tx, act))) return no({ kind: 'noLonger' })
    const count = await endOtherSessions(tx, { person: act.event.person, but: act.session })
    if (count > 0) await addOwnEvent(tx, act, { kind: 'otherSessionsEnded', count })
    return ok(true)
  })
}
