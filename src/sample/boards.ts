import type { TransactionSql } from '../store/database.ts'
import { AGENCIES } from './agencies.ts'

const DAYS = 30
/** So many days ago somebody of the first agency is said to have activated; no more than have. */
const ACTIVATIONS = [24, 19, 11, 4]

/**
 * Invented numbers of the last thirty days, so that a board shows plots at once: counters alone,
 * without events or people behind them, and only where sample people are.
 */
export async function addSampleCounts(tx: TransactionSql): Promise<void> {
  await tx`
    create temp table sample_days on commit drop as
    select (now() at time zone 'Asia/Jayapura')::date - ago as day,
      (ago = any(${ACTIVATIONS}::int[]))::int as activations, 9 + ago * 5 % 8 as sign_ins,
      (ago % 9 = 4)::int as lock_outs, ago * 7 % 3 as codes_clock, (ago % 4 = 1)::int as codes_late,
      (ago % 5 = 2)::int as codes_zone, ago * 3 % 2 as codes_used, ago * 11 % 3 as codes_wrong,
      (ago % 7 = 3)::int as resets_password
    from generate_series(0, ${DAYS - 1}::int) ago`
  await tx`
    insert into board_agency_counts (span, agency, starts, ${columns(tx)})
    select s.span, ${AGENCIES[0].id}, s.starts, ${sums(tx)}
    from sample_days cross join lateral (
      values ('day', day), ('month', date_trunc('month', day)::date)) s (span, starts)
    group by s.span, s.starts`
  await tx`
    insert into board_unit_counts (span, agency, starts, ${columns(tx)})
    select span, agency, starts, ${columns(tx)} from board_agency_counts`
  await tx`
    insert into board_nation_counts (span, starts, ${columns(tx)})
    select span, starts, ${columns(tx)} from board_agency_counts`
}

function columns(tx: TransactionSql) {
  return tx`activations, sign_ins, lock_outs, codes_clock, codes_late, codes_zone, codes_used,
    codes_wrong, resets_password`
}

function sums(tx: TransactionSql) {
  return tx`sum(activations), sum(sign_ins), sum(lock_outs), sum(codes_clock), sum(codes_late),
    sum(codes_zone), sum(codes_used), sum(codes_wrong), sum(resets_password)`
}
