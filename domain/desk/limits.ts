import type { Allowance } from '../throttle/allowance.ts'

const DAY = 24 * 3600

/** R-AD-03: what one officer may do a day; whoever reaches an end is refused, and the admins told. */
export const DESK_LIMITS = {
  /** Different people whose page is opened. */
  views: { times: 500, seconds: DAY },
  exports: { times: 20, seconds: DAY },
  lists: { times: 60, seconds: DAY },
} as const satisfies Record<string, Allowance>

export type DeskLimit = keyof typeof DESK_LIMITS

/** One mail a day about each limit is enough. */
export const ALARMS: Allowance = { times: 1, seconds: DAY }

/** Mails to one person at the wish of officers. */
export const DESK_MAILS: Allowance = { times: 3, seconds: DAY }

/** What one officer does to one person: each is a mail, and many would bury the one that matters. */
export const DESK_ACTS: Allowance = { times: 20, seconds: DAY }

/** Within which a second look at the same person is the same view (R-AU-02). */
export const VIEW_SECONDS = DAY

/** A pasted list is kept so long for whoever pasted it. */
export const LIST_SECONDS = DAY
