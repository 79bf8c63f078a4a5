import type { Sql, TransactionSql } from '../database.ts'
import { type KeySecrets, twinName } from './key-chain.ts'

type Root = { epoch: number; twinWrapped: Buffer | null }

/** Made by a secret of the keyring, so that the tables alone do not tell whose file it is. */
export async function twinTag(
  tx: TransactionSql,
  secrets: KeySecrets,
  sha256: Buffer,
): Promise<Buffer> {
  return secrets.twinTag((await openTwin(tx, secrets)) ?? (await addTwin(tx, secrets)), sha256)
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
  if (!root.twinWrapped) {
    const wrapped = secrets.wrap(
      await secrets.root(root.epoch),
      twinName(root.epoch),
      secrets.newKey(),
    )
    await tx`update keyring.root set twin_wrapped = ${wrapped}`
  }
  const secret = await openTwin(tx, secrets)
  if (!secret) throw new Error('a secret that was just made is not there')
  return secret
}
