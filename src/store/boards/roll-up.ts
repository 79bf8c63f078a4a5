import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { COLUMNS, NAMES, SUMMED } from './columns.ts'

/** Everything of a transaction in `[since, upto)` is counted in one piece. */
type Piece = { since: string; safe: string; upto: string }

/**
 * Counts some more of what has happened, in one transaction with the cursor that says so: whoever is
 * killed has counted nothing. True while there is more; whoever finds another process at it leaves.
 */
export function rollUp(sql: Sql, now: Date, pieceSize = 5000): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const mine = await tx`select from board_cursor for update skip locked`
    if (mine.length === 0) return false
    const piece = await nextPiece(tx, pieceSize)
    await countPiece(tx, piece)
    await tx`
      update board_cursor set rolled_up_before = ${piece.upto}::text::xid8, rolled_up_at = ${now}`
    return piece.upto !== piece.safe
  })
}

/** No transaction that is still open is reached, whatever it will bring; none is cut in two. */
async function nextPiece(tx: TransactionSql, pieceSize: number): Promise<Piece> {
  const [piece] = await tx<(Piece & { isBehind: boolean })[]>`
    with cursor as (
      select rolled_up_before as since, pg_snapshot_xmin(pg_current_snapshot()) as safe
      from board_cursor
    ), last as (
      select e.xid from events e, cursor c
      where counts_on_boards(e.kind) and e.xid >= c.since and e.xid < c.safe
      order by e.xid limit 1 offset ${pieceSize - 1}
    )
    select since::text, safe::text, safe < since as is_behind, coalesce((
      select e.xid from events e, last
      where counts_on_boards(e.kind) and e.xid > last.xid and e.xid < safe
      order by e.xid limit 1), safe)::text as upto
    from cursor`
  if (!piece) throw new Error('board_cursor is empty')
  if (piece.isBehind)
    throw new Error(
      'the record comes from another server: see docs/decisions/018-boards-rolled-up.md',
    )
  return piece
}

const COUNTED = COLUMNS.map((one) => `count(*) filter (where measure = '${one}') as ${one}`).join()

function added(table: string): string {
  return COLUMNS.map((one) => `${one} = ${table}.${one} + excluded.${one}`).join()
}

/** Counts by unit and agency, the people whose clock is wrong, and whose standing has changed. */
async function countPiece(tx: TransactionSql, { since, upto }: Piece): Promise<void> {
  await tx`
    with piece as materialized (
      select p.agency, p.unit, e.person, e.kind, day_in(e.at, a.zone) as day,
        board_measure(e.kind, e.detail, e.kind = 'mfaActivated' and exists (
          select from events b
          where b.person = e.person and b.id < e.id and shows_mfa(b.kind, b.detail))) as measure
      from events e join people p on p.id = e.person join agencies a on a.id = p.agency
      where counts_on_boards(e.kind)
        and e.xid >= ${since}::text::xid8 and e.xid < ${upto}::text::xid8
    ), counted as materialized (
      select s.span, agency, unit, s.starts, ${tx.unsafe(COUNTED)}
      from piece cross join lateral (
        values ('day', day), ('month', date_trunc('month', day)::date)) s (span, starts)
      where measure is not null group by s.span, agency, unit, s.starts
    ), units as (
      insert into board_unit_counts (span, agency, unit, starts, ${tx.unsafe(NAMES)})
      select span, agency, unit, starts, ${tx.unsafe(NAMES)} from counted
      on conflict (span, agency, unit, starts) do update set ${tx.unsafe(added('board_unit_counts'))}
    ), nation as (
      insert into board_nation_counts (span, starts, ${tx.unsafe(NAMES)})
      select span, starts, ${tx.unsafe(SUMMED)} from counted group by span, starts
      on conflict (span, starts) do update set ${tx.unsafe(added('board_nation_counts'))}
    ), clocks as (
      insert into board_clock_people (agency, day, person, unit)
      select distinct on (agency, day, person) agency, day, person, unit from piece
      where measure in ('codes_late', 'codes_clock', 'codes_zone')
      on conflict do nothing
    ), changed as (
      update board_recounts set stale = true
      where not stale and agency in (select agency from piece
        where measure is null or measure = 'activations')
    )
    insert into board_agency_counts (span, agency, starts, ${tx.unsafe(NAMES)})
    select span, agency, starts, ${tx.unsafe(SUMMED)} from counted group by span, agency, starts
    on conflict (span, agency, starts) do update set ${tx.unsafe(added('board_agency_counts'))}`
}

/** Counts go with the record that they count; whose clock was wrong, once no board asks for it. */
export async function forgetOldCounts(tx: TransactionSql, now: Date): Promise<void> {
  await tx`delete from board_agency_counts where starts < ${now}::timestamptz - interval '5 years'`
  await tx`delete from board_nation_counts where starts < ${now}::timestamptz - interval '5 years'`
  await tx`delete from board_unit_counts where starts < ${now}::timestamptz - interval '5 years'`
  await tx`delete from board_clock_people where day < ${now}::timestamptz - interval '100 days'`
}
