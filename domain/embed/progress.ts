/** Fewer people than this are never told as a number, lest somebody be known by it. */
export const FEWEST_TOLD = 10

export type ToldCount =
  | { kind: 'exactly'; count: number }
  | { kind: 'under'; count: number }
  | { kind: 'over'; count: number }

/** How far an agency is, as everybody may read it. */
export type Progress =
  | { kind: 'notCounted' }
  | { kind: 'tooFew' }
  | { kind: 'told'; total: number; activated: ToldCount; left: ToldCount }

export type Activation = { total: number; activated: number }

/**
 * What an agency shows of its activation: where one side is too small to be told, the other is told
 * only as more than the rest, for the difference would tell it.
 */
export function progressOf(counted: Activation | undefined): Progress {
  if (!counted) return { kind: 'notCounted' }
  const { total, activated } = counted
  const left = total - activated
  if (total < FEWEST_TOLD) return { kind: 'tooFew' }
  if (activated < FEWEST_TOLD && left < FEWEST_TOLD) return { kind: 'tooFew' }
  const most: ToldCount = { kind: 'over', count: total - FEWEST_TOLD }
  const few: ToldCount = { kind: 'under', count: FEWEST_TOLD }
  if (activated < FEWEST_TOLD) return { kind: 'told', total, activated: few, left: most }
  if (left < FEWEST_TOLD) return { kind: 'told', total, activated: most, left: few }
  return {
    kind: 'told',
    total,
    activated: { kind: 'exactly', count: activated },
    left: { kind: 'exactly', count: left },
  }
}
