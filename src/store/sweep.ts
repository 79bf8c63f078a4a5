import { forgetOldCounts } from './boards/roll-up.ts'
import { inTransaction, type Sql } from './database.ts'
import { deleteUnusedLegacyPasswords } from './legacy-passwords.ts'

const LOCK = 4_112_031

/**
 * Deletes what nobody can use any more. Secrets put aside or abandoned stay seven days, to be
 * recognised as an old QR code (R-OT-11); an ended sign-in an hour, to be told "too late".
 */
export function sweep(sql: Sql, now: Date): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const [mine] = await tx<
      { locked: boolean }[]
    >`select pg_try_advisory_xact_lock(${LOCK}) as locked`
    if (!mine?.locked) return
    await tx`delete from sign_ins where expires_at < ${now}::timestamptz - interval '1 hour'`
    await tx`delete from resets where expires_at < ${now}::timestamptz - interval '1 hour'`
    await tx`delete from mfa_resets where asked_at < ${now}::timestamptz - interval '30 days'`
    await tx`delete from sessions where absolute_until < ${now} or idle_until < ${now}`
    await tx`delete from known_browsers where until < ${now}`
    await tx`delete from throttles where not lasting and since < ${now}::timestamptz - interval '7 days'`
    await tx`delete from enrolments where expires_at < ${now}::timestamptz - interval '7 days'`
    await tx`delete from devices where retired_at < ${now}::timestamptz - interval '7 days'`
    await tx`delete from desk_lists where expires_at < ${now}`
    await tx`delete from captchas where expires_at < ${now}`
    await tx`
      delete from outbox where made_at < ${now}::timestamptz - interval '30 days'
        and (sent_at is not null or given_up_at is not null)`
    await forgetOldCounts(tx, now)
    await deleteUnusedLegacyPasswords(tx)
    await tx`
      update reactivation_codes set shown_to = null, shown_until = null, key_id = null, sealed = null
      where shown_until < ${now}`
    await tx`
      update recovery_sets set shown_until = null, key_id = null, sealed = null
      where shown_until < ${now}`
  })
}
