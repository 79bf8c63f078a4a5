import { randomBytes, randomUUID } from 'node:crypto'
import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { TransactionSql } from '../database.ts'

const SALT_BYTES = 32

/**
 * I8: in the transaction of whatever it tells of, whose record is locked by then, so that `n` has no
 * gap; a trigger makes it a leaf that waits for its place in the log.
 */
export async function addArchiveEvent(tx: TransactionSql, event: ArchiveEvent): Promise<void> {
  const { name, record, person, at, actor, body } = event
  const id = randomUUID()
  const [who, hat] = actor === 'system' ? [null, null] : [actor.person, actor.hat ?? null]
  await tx`
    with numbered as (
      update archive.records set next_n = next_n + 1 where id = ${record ?? null} returning next_n - 1 as n)
    insert into archive.events (id, record, n, person, at, name, actor, hat, body, salt)
    values (${id}, ${record ?? null}, (select n from numbered), ${person ?? null}, ${at}, ${name}, ${who}, ${hat},
            ${tx.json(body as never)}, ${randomBytes(SALT_BYTES)})`
}
