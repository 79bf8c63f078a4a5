import type { Context } from 'hono'
import { choosePassword } from '#domain/password/choose.ts'
import type { Deps, Place } from '../../deps.ts'
import type { PasswordOwner } from '../../store/credentials.ts'
import { field, readForm } from '../form.ts'

/** The old hash is asked only about a password that the rule would take. */
export async function readNewPassword<E extends object>(
  { rule, passwords }: Deps,
  c: Context<E>,
  owner: PasswordOwner,
  place: Place,
) {
  const form = { new_password: field(2000), confirm_password: field(2000) }
  const { new_password: typed, confirm_password: confirmation } = await readForm(c, form)
  const first = choosePassword({ typed, confirmation, matchesOld: false }, owner, rule)
  if (!first.ok || !owner.password) return first
  const { password: kept } = owner
  const matchesOld = await place.run(() => passwords.matches(kept, typed))
  return choosePassword({ typed, confirmation, matchesOld }, owner, rule)
}
