import { no, ok, type Result } from '#domain/result.ts'
import type { StoredPassword } from './credentials.ts'
import { byteas, inTransactionOrNot, type Sql } from './database.ts'
import { endMfaResetsOf } from './mfa-resets.ts'
import { addOwnEvent, endOtherSessions, lockOwnAccount, type OwnAct } from './own-account.ts'
import { endResetsOf } from './resets.ts'
import { renewSession } from './sessions.ts'

export type NewPassword = {
  act: OwnAct
  /** The hash that the typed password was found to match. */
  verified: StoredPassword
  password: StoredPassword
  /** The try that was no failure. */
  counted: readonly Buffer[]
  /** This session goes on under a new id; its browser stays known. */
  renewed: Buffer
  known: Buffer | undefined
}

/**
 * Ends what was begun or opened with the old password, or is about to replace the new one: resets
 * and sign-ins on their way, other sessions, other known browsers (ASVS 7.4.3). Refused where the
 * old one was replaced while it was looked at.
 */
export async function changePassword(
  sql: Sql,
  { act, verified, password, counted, renewed, known }: NewPassword,
): Promise<Result<true, { kind: 'noLonger' }>> {
  const { person, at } = act.event
  const done = await inTransactionOrNot(sql, async (tx) => {
    if (!(await lockOwnAccount(tx, act))) return false
    const [replaced] = await tx`
      update passwords set kind = ${password.kind}, body = ${tx.json(password.body as never)},
        judged_at = ${at}, must_change = false
      where person = ${person} and body = ${tx.json(verified.body as never)}::jsonb returning 1`
    if (!replaced) return false
    await endMfaResetsOf(tx, person)
    await endResetsOf(tx, person)
    await tx`delete from sign_ins where person = ${person}`
    await endOtherSessions(tx, { person, but: act.session })
    await tx`
      delete from known_browsers
      where person = ${person} and token_hash is distinct from ${known ?? null}::bytea`
    await tx`select give_back_password_try(${byteas(tx, counted)})`
    await addOwnEvent(tx, act, { kind: 'passwordChanged' })
    return renewSession(tx, { from: act.session, to: renewed })
  })
  return done ? ok(true) : no({ kind: 'noLonger' })
}
