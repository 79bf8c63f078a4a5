import { inTransaction, type Sql } from '../database.ts'
import type { OfficeAct } from '../worn-hat.ts'
import { lockActor } from './lock-actor.ts'
import { adoptExamples } from './retention/examples.ts'

/** What examples there are to begin with. */
export async function listExampleSources(sql: Sql): Promise<string[]> {
  const rows = await sql<{ source: string }[]>`
    select distinct source from archive.retention_examples order by source`
  return rows.map(({ source }) => source)
}

/** For the agency of the hat, where it has no rule yet; false: the hat is not what it was. */
export function adoptFirstExamples(sql: Sql, source: string, act: OfficeAct): Promise<boolean> {
  const { agency } = act.hat
  return inTransaction(sql, async (tx) => {
    if (!agency || !(await lockActor(tx, act))) return false
    await adoptExamples(tx, { agency, source, now: act.event.at })
    return true
  })
}
