import type { Context } from 'hono'
import type { Item, Withdrawal } from '#domain/archive/destruction/item.ts'
import type { PersonId } from '#domain/person.ts'
import type { ForHat } from '../../deps.ts'

/**
 * As an office sees whether a record is held: of one's own it says nothing of it, for the hold may be silent.
 * The own archive tells of those that are not.
 */
export function heldFor<Shown extends { person: PersonId; held: boolean }>(
  c: Context<ForHat>,
  shown: Shown,
): Shown {
  return shown.person === c.var.current.person.id ? { ...shown, held: false } : shown
}

/** Likewise why a record was taken from a list: none, for what is told but for holds tells of a hold. */
export function leftFor<Shown extends { item: Item; because: Withdrawal | undefined }>(
  c: Context<ForHat>,
  shown: Shown,
): Shown {
  const isOwn = shown.item.subject === c.var.current.person.id
  return isOwn ? { ...shown, because: undefined } : shown
}
