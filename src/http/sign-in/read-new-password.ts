import type { Context } from 'hono'
import { choosePassword } from '#domain/password/choose.ts'
import { NEW_PASSWORDS } from '#domain/throttle/allowance.ts'
import type { Deps, Place } from '../../deps.ts'
import { spendAllowance } from '../../store/allowances.ts'
import type { PasswordOwner } from '../../store/credentials.ts'
import { field, readForm } from '../form.ts'

/**
 * The old hash is asked only about a password that the rule would take, and a few times in one
 * `journey`: whoever came by a mailbox must not learn here what the old password was.
 */
export async function readNewPassword<E extends object>(
  { sql, vault, clock, rule, passwords }: Deps,
  c: Context<E>,
  owner: PasswordOwner,
  { place, journey }: { place: Place; journey: string },
) {
  const form = { new_password: field(2000), confirm_password: field(2000) }
  const { new_password: typed, confirm_password: confirmation } = await readForm(c, form)
  const first = choosePassword({ typed, confirmation, matchesOld: false }, owner, rule)
  if (!first.ok || !owner.password) return first
  const key = vault.throttleKey('new passwords', journey)
  const spent = await spendAllowance(sql, key, NEW_PASSWORDS, clock())
  if (!spent.ok) return spent
  const { password: kept } = owner
  const matchesOld = await place.run(() => passwords.matches(kept, typed))
  return choosePassword({ typed, confirmation, matchesOld }, owner, rule)
}
