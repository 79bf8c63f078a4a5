import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId, Zone } from '#domain/agency.ts'
import type { Origin } from '#domain/audit/event.ts'
import { beginOf, type Day, daysAfter } from '#domain/boards/day.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'

/** Who looks, in which hat, from where; `zone`: in which a day begins for them. */
export type Auditor = Origin & { at: Date; person: PersonId; hat: MandateId; zone: Zone }

/** The first and the last of the days that are asked for; undefined is no end there. */
export type Days = { from: Day | undefined; to: Day | undefined }

/** What is asked of a list, after what the page before ended with; undefined is all. */
export type ListAsked<State> = Days & {
  agency: AgencyId | undefined
  state: State | undefined
  after: string | undefined
}

export const AUDITED_ON_A_PAGE = 30

/** All of `work` under the role that reads what the offices did and changes nothing. */
export function asAuditor<Answer>(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(sql, async (tx) => {
    await tx`select set_config('role', 'asn_auditor', true)`
    return work(tx)
  })
}

/** What was asked for, kept with the look itself. */
export async function keepAsked(
  tx: TransactionSql,
  { at, person, hat, browser, network }: Auditor,
  asked: Record<string, string | number | null | undefined>,
): Promise<void> {
  await tx`
    insert into audit_reads (at, reader, hat, asked, browser, network)
    values (${at}, ${person}, ${hat}, ${tx.json(asked)}, ${browser}, ${network})`
}

/** For a statement that has such a moment: within these days, as they begin where the auditor is. */
export function within(
  tx: TransactionSql,
  moment: ReturnType<TransactionSql>,
  { from, to }: Days,
  { zone }: Pick<Auditor, 'zone'>,
) {
  return tx`
    ${from ? tx`and ${moment} >= ${beginOf(from, zone)}` : tx``}
    ${to ? tx`and ${moment} < ${beginOf(daysAfter(to, 1), zone)}` : tx``}`
}
