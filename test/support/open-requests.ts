import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { addAccess } from '#src/store/archive/access-log.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addVersion } from './archive.ts'
import { addAgency, addPerson } from './builders.ts'
import { acting } from './role-acts.ts'

type About = { record: RecordId; person: PersonId; at: Date }

/** What somebody may still ask for about a record, each asked for at that moment. */
export const OPEN_REQUESTS = {
  'an objection to how it was read': async (owner: Sql, { record, person, at }: About) => {
    const [version] = await owner<{ id: VersionId; agency: string }[]>`
      select id, agency from archive.versions where record = ${record}`
    const id = version?.id ?? (await addVersion(owner, { record, status: 'returned' }))
    const officer = await acting(owner, { role: 'officer' })
    const by = { actor: officer.id, hat: officer.hat.id }
    const read = { record, version: id, no: 1 }
    const access = { person, by, purpose: 'service', action: 'recordDownloaded', read, at } as const
    await inTransaction(owner, (tx) => addAccess(tx, access))
    await owner`
      insert into archive.access_objections (id, person, n, agency, at)
      select gen_random_uuid(), l.person, l.n, r.agency, ${at}
      from archive.access_log l join archive.records r on r.id = l.record
      where l.record = ${record} order by l.n desc limit 1`
  },
  'a revocation that waits for the second word': async (owner: Sql, about: About) => {
    const { record, person, at } = about
    const [version] = await owner<{ id: VersionId }[]>`
      select id from archive.versions where record = ${record}`
    const id = version?.id ?? (await addVersion(owner, { record, status: 'returned' }))
    const verifier = await acting(owner, { role: 'verifier' })
    await owner`
      insert into archive.revocations (id, version, person, agency, reason, asked_by, asked_as, asked_at, expires_at)
      select gen_random_uuid(), ${id}, ${person}, agency, 'Berkas ini ternyata milik orang lain.', ${verifier.id},
        ${verifier.hat.id}, ${at}, ${after(at, 3600)}
      from archive.records where id = ${record}`
  },
  'an offer to another agency': async (owner: Sql, { record, person, at }: About) => {
    const archivist = await acting(owner, { role: 'archivist' })
    const to = await addAgency(owner)
    await owner`
      insert into archive.custody_transfers (id, person, from_agency, to_agency, list, offered_by, offered_as,
        offered_at, state)
      select gen_random_uuid(), ${person}, agency, ${to}, '[]', ${archivist.id}, ${archivist.hat.id}, ${at}, 'offered'
      from archive.records where id = ${record}`
  },
} as const

export const OPEN_REQUEST_NAMES = Object.keys(OPEN_REQUESTS) as (keyof typeof OPEN_REQUESTS)[]

/** All that was asked for about anything has its answer. */
export async function answerRequests(owner: Sql): Promise<void> {
  const { id } = await addPerson(owner)
  const { hat } = await acting(owner, { role: 'officer' })
  await owner`
    update archive.access_objections set answer = 'Dibaca untuk layanan kenaikan pangkat.', answered_by = ${id},
      answered_as = ${hat.id}, answered_at = at`
  await owner`
    update archive.revocations set state = 'declined', decided_by = ${id}, decided_as = ${hat.id}, decided_at = asked_at`
  await owner`
    update archive.custody_transfers set state = 'declined', decided_by = ${id}, decided_as = ${hat.id},
      decided_at = offered_at`
}
