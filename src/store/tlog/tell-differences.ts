import { inTransaction, type Sql, type TransactionSql } from '../database.ts'

type OverLook = { id: number; found: number }

/** R-AU of the log: every look that found something is told once, to whoever has to see to it. */
export function tellDifferences(sql: Sql, now: Date): Promise<number> {
  return inTransaction(sql, async (tx) => {
    const looks = await tx<OverLook[]>`
      update archive.log_looks set told_at = ${now} where over_at is not null and told_at is null
      returning id, found`
    const differing = looks.filter(({ found }) => found > 0)
    for (const look of differing) await tellOne(tx, look, now)
    return differing.length
  })
}

/** An event of theirs, so that its trigger writes the mail. */
async function tellOne(tx: TransactionSql, { id, found }: OverLook, now: Date): Promise<void> {
  await tx`
    insert into events (at, kind, person, actor, browser, network, detail)
    select distinct ${now}::timestamptz, 'logDiffers', m.person, null::uuid, 'asn', '-',
      jsonb_build_object('look', ${id}::bigint, 'differences', ${found}::int)
    from mandates m join accounts a on a.person = m.person and a.state = 'active'
    where m.role in ('nationalAdmin', 'auditor') and m.agency is null
      and m.valid_from <= ${now} and m.valid_to > ${now}`
}
