import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { KeyringPlaces } from '#src/jobs/rotate-keys.ts'
import { keySecrets, makeRootKeys } from '#src/secrets/archive/root-keys.ts'
import { makeKeyring } from '#src/store/archive/keyring.ts'
import type { Sql } from '#src/store/database.ts'
import { asKeyring } from './database.ts'

/** A keyring with root keys and dumps in folders of its own, two for the dumps. */
export async function someKeyring(owner: Sql, clock: () => Date) {
  const folder = await mkdtemp(join(tmpdir(), 'asn-keyring-'))
  await chmod(folder, 0o700)
  afterAll(() => rm(folder, { recursive: true }))
  const dumps = [join(folder, 'satu'), join(folder, 'dua')] as const
  const roots = makeRootKeys(folder)
  await roots.make(1)
  const sql = asKeyring(owner)
  const secrets = keySecrets(roots)
  const { make, destroyBefore } = roots
  const places: KeyringPlaces = { sql, secrets, roots: { make, destroyBefore }, dumps, clock }
  return {
    places,
    roots,
    folder,
    keyring: makeKeyring(sql, secrets),
    /** What lies in each of the folders for dumps. */
    dumped: () => Promise.all(dumps.map((one) => readdir(one))),
  }
}
