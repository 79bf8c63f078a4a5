import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Keyring } from '#src/store/archive/keyring.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addRecord, addVersion } from './archive.ts'
import { addPerson } from './builders.ts'

/** A version with a key, as an upload leaves it. */
export type Keyed = { version: VersionId; record: RecordId; person: PersonId; key: Buffer }

/** Of a person of its own, unless one is given. */
export async function addKeyed(owner: Sql, keyring: Keyring, person?: PersonId): Promise<Keyed> {
  const of = person ?? (await addPerson(owner)).id
  const record = await addRecord(owner, { person: of, slot: crypto.randomUUID() })
  const version = await addVersion(owner, { record })
  const key = keyring.newVersionKey()
  await inTransaction(keyring.sql, (tx) => keyring.addVersionKey(tx, { version, person: of, key }))
  return { version, record, person: of, key }
}

export function deleteKeys(keyring: Keyring, ...gone: Keyed[]): Promise<number> {
  const [{ person } = { person: '' as PersonId }] = gone
  const versions = gone.map(({ version }) => version)
  return inTransaction(keyring.sql, (tx) => keyring.deleteVersionKeys(tx, { versions, person }))
}

export async function isOpenable(keyring: Keyring, { version, key }: Keyed): Promise<boolean> {
  return (await keyring.openVersionKey(keyring.sql, version))?.equals(key) === true
}
