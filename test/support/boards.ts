import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { Happening } from '#domain/audit/event.ts'
import { type Counts, MEASURES } from '#domain/boards/counts.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { rollUp } from '#src/store/boards/roll-up.ts'
import type { Sql, TransactionSql } from '#src/store/database.ts'
import { addEvent } from '#src/store/events.ts'
import { NOW } from '#test/support/builders.ts'

/** Whatever boards count, and some that they do not. */
export const someHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constant<Happening>({ kind: 'mfaActivated', device: 'HP' }),
  fc
    .constantFrom<'code' | 'activation'>('code', 'activation')
    .map((by): Happening => ({ kind: 'signedIn', by, browser: 'known' })),
  fc.constant<Happening>({ kind: 'codesLocked', until: NOW }),
  fc.constant<Happening>({ kind: 'codeReplayed' }),
  fc
    .constantFrom('late', 'clockOff', 'zone', 'oldQr', 'wrong', 'inReset')
    .map((reason): Happening => ({ kind: 'codeWrong', reason, inARow: 1 })),
  fc
    .constantFrom<'none' | 'reactivation'>('none', 'reactivation')
    .map((mfa): Happening => ({ kind: 'passwordReset', mfa })),
  fc
    .constantFrom<'recoveryCode' | 'email'>('recoveryCode', 'email')
    .map((by): Happening => ({ kind: 'mfaResetGranted', by })),
  fc.constant<Happening>({ kind: 'passwordWrong' }),
)

export async function happen(
  sql: Sql | TransactionSql,
  person: PersonId,
  happening: Happening,
  seconds = 0,
): Promise<void> {
  const event = { at: after(NOW, seconds), person, actor: person, browser: '-', network: '-' }
  await addEvent(sql, { ...event, happening })
}

/** Until all is counted: transactions of other tests on this server hold a roll-up back. */
export async function rollUpAll(sql: Sql): Promise<void> {
  for (let rest = 500; rest > 0; rest -= 1) {
    while (await rollUp(sql, NOW));
    const left = await sql`
      select from events e, board_cursor c
      where counts_on_boards(e.kind) and e.xid >= c.rolled_up_before limit 1`
    if (left.length === 0) return
    await setTimeout(10)
  }
}

type Table = 'board_agency_counts' | 'board_unit_counts'

/** What a table of counts has, each row under what it counts; zeros left out. */
export async function keptCounts(sql: Sql, table: Table): Promise<Record<string, Partial<Counts>>> {
  const rows = await sql<KeptRow[]>`
    select *, to_char(starts, 'YYYY-MM-DD') as starts from ${sql(table)}`
  return Object.fromEntries(rows.map((row) => [placeOf(row), positive(row)]))
}

type Place = { span: string; agency: AgencyId; unit?: UnitId | null; starts: string }
type KeptRow = Place & Counts

export function placeOf({ span, agency, unit, starts }: Place): string {
  return [span, agency, unit ?? '-', starts].join(' ')
}

function positive(counts: Partial<Counts>): Partial<Counts> {
  const kept = MEASURES.flatMap((measure) =>
    counts[measure] ? [[measure, counts[measure]] as const] : [],
  )
  return Object.fromEntries(kept)
}
