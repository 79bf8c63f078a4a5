import { lookDue, nightOf } from '#domain/tlog/night.ts'
import type { Sql } from '../store/database.ts'
import { findLastLooks, findOpenLook } from '../store/tlog/looks.ts'
import { tellDifferences } from '../store/tlog/tell-differences.ts'
import { lookThrough, type Reconciling } from './reconcile.ts'

/**
 * By night, what is due or was broken off, and goes on in the next night where this one is too short;
 * `app`: as asn_app, for those who are told.
 */
export async function nightlyLook(
  place: Reconciling,
  app: Sql,
  isLeaving: () => boolean,
): Promise<void> {
  const { sql, clock } = place
  const isOver = () => isLeaving() || nightOf(clock()) === undefined
  for (const isFull of [true, false])
    if (!isOver() && (await findOpenLook(sql, isFull))) await lookThrough(place, isFull, isOver)
  const due = isOver() ? undefined : lookDue(clock(), await findLastLooks(sql))
  if (due) await lookThrough(place, due === 'full', isOver)
  await tellDifferences(app, clock())
}
