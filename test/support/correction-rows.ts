import { randomBytes } from 'node:crypto'
import { codeServesUntil } from '#domain/email/correction.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '#src/store/database.ts'
import { addPerson } from './builders.ts'

/** Two officers have agreed on an address; the code of one before it serves no more. */
export async function sendCorrection(owner: Sql, person: PersonId, at: Date): Promise<Buffer> {
  const [asker, other] = [
    await addPerson(owner, { role: 'officer' }),
    await addPerson(owner, { role: 'officer' }),
  ]
  const id = crypto.randomUUID()
  const mac = randomBytes(32)
  await owner`
    update email_corrections set state = 'stopped' where person = ${person} and state = 'sent'`
  await owner`
    insert into approval_requests (id, kind, person, what, reason, asked_by, asked_as, asked_at,
      expires_at, state, decided_by, decided_as, decided_at)
    select ${id}, 'emailCorrection', ${person}, '{}', 'Datang sendiri dengan kartu pegawai.',
      a.person, a.id, ${at}, '2099-01-01', 'done', b.person, b.id, ${at}
    from mandates a, mandates b where a.person = ${asker.id} and b.person = ${other.id}`
  await owner`
    insert into email_corrections (id, person, slot, address, approved_by, approved_as, state, made_at,
      expires_at, mac)
    select id, person, 1, 'baru@instansi.example', decided_by, decided_as, 'sent', ${at},
      ${codeServesUntil(at)}, ${mac}
    from approval_requests where id = ${id}`
  return mac
}
