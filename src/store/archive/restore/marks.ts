import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'

/** Which of the two sides is older than the other; neither, as long as nobody restored anything. */
export type Restored = 'neither' | 'main' | 'keyring'

const NEWEST = 1000
const KEPT_DAYS = 40

/**
 * Marks tell what is an hour old, and the newest events of the journal what is younger. By ids alone:
 * no query joins the keyring with anything.
 */
export async function findRestored(sql: Sql): Promise<Restored> {
  const [main] = await sql<{ no: number }[]>`select no from archive.mark`
  const [keyring] = await sql<{ no: number }[]>`select no from keyring.mark`
  const [mainNo, keyringNo] = [main?.no ?? 0, keyring?.no ?? 0]
  if (mainNo > keyringNo) return 'keyring'
  if (mainNo < keyringNo || (await lacksEvents(sql))) return 'main'
  return 'neither'
}

/** Nothing happens where the two differ already: that is for people to see. */
export function renewMarks(sql: Sql): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const [keyring] = await tx<{ no: number }[]>`select no from keyring.mark for update`
    const next = (keyring?.no ?? 0) + 1
    const renewed = await tx`update archive.mark set no = ${next} where no = ${next - 1}`
    if (renewed.count > 0) await tx`update keyring.mark set no = ${next}`
  })
}

/** Before a dump is read, so that it says when it was made itself. */
export async function noteDump(sql: Sql, at: Date): Promise<void> {
  await sql`update keyring.mark set dumped_at = ${at}`
}

/** A dump that this keyring does not know of was made after it. */
export async function isOlderThan(sql: Sql, newestDump: Date): Promise<boolean> {
  const rows = await sql`select from keyring.mark where dumped_at >= ${newestDump}`
  return rows.length === 0
}

/** Until all is brought up to date, whoever starts finds the main tables restored. */
export async function setMainBehind(sql: Sql): Promise<void> {
  await sql`update archive.mark set no = 0`
}

/** Whatever of the journal is still not there cannot come back. */
export async function setMainEven(tx: TransactionSql, now: Date): Promise<void> {
  const [keyring] = await tx<{ no: number }[]>`
    update keyring.mark
    set no = no + 1, settled_at = greatest(${now}, (select max(at) from keyring.journal)) returning no`
  await tx`update archive.mark set no = ${keyring?.no ?? 1}`
}

/** What no backup of the main tables can lack, for they are kept 35 days. */
export async function trimJournal(sql: Sql, now: Date): Promise<void> {
  await sql`
    delete from keyring.journal where at < ${now}::timestamptz - make_interval(days => ${KEPT_DAYS})`
}

async function lacksEvents(sql: Sql): Promise<boolean> {
  const newest = await sql<{ event: string }[]>`
    select event from keyring.journal where at > (select settled_at from keyring.mark)
    order by at desc limit ${NEWEST}`
  const there = await sql`
    select from archive.events where id = any(${newest.map(({ event }) => event)}::uuid[])`
  return there.length < newest.length
}
