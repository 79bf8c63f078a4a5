import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { copyLines } from '../copy-lines.ts'
import type { Sql, TransactionSql } from '../database.ts'

/** In the order in which they refer to each other. */
const TABLES = {
  root: 'epoch, rotating_since, rotated_at, twin_wrapped',
  shard_keys: 'shard, no, epoch, wrapped, people, dirty',
  person_keys: 'person, no, shard, shard_no, wrapped',
  version_keys: 'version, person, person_no, wrapped',
  journal: 'event, record, n, name, at',
  gone: 'version, record, destroyed, at',
  mark: 'no, settled_at, dumped_at',
}
const FORMAT = 'archive-keyring/v2'
const END_OF_TABLE = '\\.'
const LINES_AT_ONCE = 512

/**
 * The whole keyring at one moment, as lines that COPY writes and reads, table by table; the last one
 * is the SHA-256 of all before it. It opens nothing without the root key of its epoch.
 */
export function readDump<Answer>(
  sql: Sql,
  use: (dump: AsyncIterable<Uint8Array>) => Promise<Answer>,
): Promise<Answer> {
  return sql.begin('isolation level repeatable read read only', (tx) =>
    use(dumpOf(tx)),
  ) as Promise<Answer>
}

/** Into tables that are there and empty; whatever is wrong with the file takes it all back. */
export async function loadDump(
  tx: TransactionSql,
  path: string,
  schema: 'keyring' | 'pg_temp',
): Promise<void> {
  const lines = hashedLines(path)
  await expectLine(lines, FORMAT)
  for (const [table, columns] of Object.entries(TABLES)) {
    await expectLine(lines, table)
    const copy = await tx.unsafe(`copy ${schema}.${table} (${columns}) from stdin`).writable()
    await copyLines(tx, copy, tableLines(lines))
  }
  await expectLine(lines, 'end')
}

/** Like those of the keyring, and gone with the transaction. */
export async function makeScratchTables(tx: TransactionSql): Promise<void> {
  for (const table of Object.keys(TABLES))
    await tx.unsafe(
      `create temp table ${table} (like keyring.${table} including all) on commit drop`,
    )
}

/** Before a dump takes the place of what is there. */
export async function emptyKeyring(tx: TransactionSql): Promise<'emptied' | 'hasKeys'> {
  const [row] = await tx<{ there: boolean }[]>`
    select exists (select from keyring.shard_keys) as there`
  if (row?.there) return 'hasKeys'
  for (const table of ['root', 'journal', 'gone', 'mark'])
    await tx`delete from keyring.${tx(table)}`
  return 'emptied'
}

async function* dumpOf(tx: TransactionSql): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256')
  for await (const part of partsOf(tx)) {
    hash.update(part)
    yield part
  }
  yield Buffer.from(`end ${hash.digest('hex')}\n`)
}

async function* partsOf(tx: TransactionSql): AsyncIterable<Uint8Array> {
  yield Buffer.from(`${FORMAT}\n`)
  for (const [table, columns] of Object.entries(TABLES)) {
    yield Buffer.from(`${table}\n`)
    yield* await tx.unsafe(`copy keyring.${table} (${columns}) to stdout`).readable()
    yield Buffer.from(`${END_OF_TABLE}\n`)
  }
}

type Lines = AsyncGenerator<string, undefined>

/** The line that ends the file comes out as `end`, once it was found to be that of these lines. */
async function* hashedLines(path: string): Lines {
  const hash = createHash('sha256')
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.startsWith('end ')) {
      if (line !== `end ${hash.digest('hex')}`) throw new Error('the dump was changed')
      yield 'end'
      return undefined
    }
    hash.update(`${line}\n`)
    yield line
  }
  return undefined
}

async function expectLine(lines: Lines, expected: string): Promise<void> {
  const { value } = await lines.next()
  if (value !== expected) throw new Error(`the dump lacks its ${expected}`)
}

/** Many at once, for each piece is a message to the server. */
async function* tableLines(lines: Lines): AsyncIterable<string> {
  let waiting: string[] = []
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw new Error('the dump is cut')
    if (value === END_OF_TABLE) break
    waiting.push(`${value}\n`)
    if (waiting.length < LINES_AT_ONCE) continue
    yield waiting.join('')
    waiting = []
  }
  if (waiting.length > 0) yield waiting.join('')
}
