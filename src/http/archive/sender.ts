import type { Context } from 'hono'
import type { ForHat, ForPerson } from '../../deps.ts'
import type { UploadKey } from '../../store/archive/uploads.ts'

/** Whose uploads an address is about: one's own, or those sent in the hat that is worn. */
export type Sender = Omit<UploadKey, 'id'>

export function asPerson(c: Context<ForPerson>): Sender {
  return { sentBy: c.var.current.person.id, sentAs: undefined }
}

export function asOfficer(c: Context<ForHat>): Sender {
  return { sentBy: c.var.current.person.id, sentAs: c.var.hat.id }
}
