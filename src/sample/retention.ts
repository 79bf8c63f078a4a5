import type { AgencyId } from '#domain/agency.ts'
import { adoptExamples } from '../store/archive/retention/examples.ts'
import type { TransactionSql } from '../store/database.ts'
import { AGENCIES } from './cast.ts'

/** Each of two agencies begins with another example of a JRA, which nobody has verified. */
export async function addSampleRules(tx: TransactionSql, now: Date): Promise<void> {
  const agencies = AGENCIES.map(({ id }) => id as string as AgencyId)
  for (const [at, source] of ['A', 'B'].entries()) {
    const agency = agencies[at]
    if (agency) await adoptExamples(tx, { agency, source, now })
  }
}
