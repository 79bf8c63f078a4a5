import type { DeviceId, NamedDevice } from '#domain/mfa/device.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '#src/store/database.ts'
import type { OwnAct } from '#src/store/own-account.ts'
import { openSession } from '#src/store/sessions.ts'
import { addPerson, NOW, type SomePerson } from './builders.ts'
import { addSomeSignIn, origin, seconds, someSession } from './tries.ts'

/** Someone signed in, and what an act of theirs at that moment looks like. */
export async function ownerOf(sql: Sql, fields: Partial<SomePerson> = {}) {
  const { id: person } = await addPerson(sql, fields)
  const session = await openFor(sql, person)
  return { person, session, act: (at = 0) => actOf(person, session, at) }
}

export async function openFor(sql: Sql, person: PersonId): Promise<Buffer> {
  const signIn = await addSomeSignIn(sql, { person })
  const session = someSession(person, signIn)
  await openSession(sql, session)
  return session.id
}

function actOf(person: PersonId, session: Buffer, at = 0): OwnAct {
  return { session, event: { ...origin, at: seconds(at), person, actor: person } }
}

/** The names in use, and the ids of the given devices. */
export async function devicesOf(sql: Sql, person: PersonId): Promise<NamedDevice[]> {
  return sql<NamedDevice[]>`
    select id, name from devices where person = ${person} and retired_at is null order by name`
}

/** A secret on a screen, as `addEnrolment` leaves it. */
export async function addPending(sql: Sql, person: PersonId): Promise<DeviceId> {
  const id = crypto.randomUUID() as DeviceId
  await sql`
    insert into enrolments (id, person, browser, key_id, sealed, started_at, expires_at)
    values (${id}, ${person}, gen_random_uuid(), 's1', ${Buffer.from('sealed')}, ${NOW},
            ${seconds(900)})`
  return id
}
