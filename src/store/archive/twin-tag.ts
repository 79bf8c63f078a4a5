import type { Sql, TransactionSql } from '../database.ts'
import { type KeySecrets, twinName } from './key-chain.ts'

type Root = { epoch: number; twinWrapped: Buffer | null }

/** Made by a secret of the keyring, so that the tables alone do not tell whose file it is. */
export async function twinTag(
  tx: TransactionSql,
  secrets: KeySecrets,
  sha256: Buffer,
): Promise<Buffer> {
  return secrets.twinTag(await openOrAddTwin(tx, secrets), sha256)
}

/** Made when the portal is first started, so that no upload has to wait for another to make it. */
export async function openOrAddTwin(tx: TransactionSql, secrets: KeySecrets): Promise<Buffer> {
  return (await openTwin(tx, secrets)) ?? (await addTwin(tx, secrets))
}

/** What the secret becomes under the root key of another epoch. */
export async function rewrapTwin(
  secrets: KeySecrets,
  { epoch, twinWrapped }: Root,
  to: number,
): Promise<Buffer | null> {
  if (!twinWrapped) return null
  const secret = secrets.unwrap(await secrets.root(epoch), twinName(epoch), twinWrapped)
  return secrets.wrap(await secrets.root(to), twinName(to), secret)
}

export async function openTwin(
  sql: Sql | TransactionSql,
  secrets: KeySecrets,
  schema: 'keyring' | 'pg_temp' = 'keyring',
): Promise<Buffer | undefined> {
  const [root] = await sql<Root[]>`select epoch, twin_wrapped from ${sql(`${schema}.root`)}`
  if (!root?.twinWrapped) return undefined
  return secrets.unwrap(await secrets.root(root.epoch), twinName(root.epoch), root.twinWrapped)
}

async function addTwin(tx: TransactionSql, secrets: KeySecrets): Promise<Buffer> {
  const [root] = await tx<Root[]>`select epoch, twin_wrapped from keyring.root for update`
  if (!root) throw new Error('the keyring has no root')
  const { epoch, twinWrapped } = root
  const rootKey = await secrets.root(epoch)
  if (twinWrapped) return secrets.unwrap(rootKey, twinName(epoch), twinWrapped)
  const secret = secrets.newKey()
  const wrapped = secrets.wrap(rootKey, twinName(epoch), secret)
  await tx`update keyring.root set twin_wrapped = ${wrapped}`
  return secret
}
