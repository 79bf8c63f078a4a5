import type { Context } from 'hono'
import { secondsBetween } from '#domain/instant.ts'
import { type Assets, type Page, PagePart, WholePage } from '#views/page.tsx'
import type { Packed } from '../deps.ts'

export type Status = 200 | 403 | 404 | 410 | 413 | 422 | 429 | 500 | 503

type Dressed = { Variables: { assets: Assets; pack: (text: string) => Packed } }
type Telling = Dressed & { Variables: { refusal: string | undefined } }

/** The whole page, or for htmx its main part: the caller does not know which. */
export function respond<E extends Dressed>(c: Context<E>, page: Page, status: Status = 200) {
  c.header('Vary', 'HX-Request-Type', { append: true })
  const html = wantsPart(c) ? PagePart(page) : WholePage(page, c.get('assets'))
  const { body, headers } = c.get('pack')(String(html))
  return c.body(body, status, { 'Content-Type': 'text/html; charset=UTF-8', ...headers })
}

/** After a change on this page: browser and htmx both follow with a GET. */
export function seeOther<E extends object>(c: Context<E>, path: string) {
  return c.redirect(path, 303)
}

/** To another page: htmx leaves too, instead of drawing that page into a region of this one. */
export function leaveFor<E extends object>(c: Context<E>, path: string) {
  c.header('Vary', 'HX-Request-Type', { append: true })
  if (!wantsPart(c)) return seeOther(c, path)
  return c.body(null, 204, { 'HX-Redirect': path })
}

/** A refusal names itself in the log, by its kind alone. */
export function refuse<E extends Telling>(
  c: Context<E>,
  page: Page,
  refusal: { kind: string; status?: Status },
) {
  c.set('refusal', refusal.kind)
  return respond(c, page, refusal.status ?? 422)
}

/** A form again with what is wrong; whoever has to wait is told how long (R-RL-05). */
export function refuseForm<E extends Telling>(
  c: Context<E>,
  page: Page,
  problem: { kind: string; until?: Date; seconds?: number },
  now: Date,
) {
  const { kind, until } = problem
  const status = STATUS[kind] ?? 422
  const seconds = until ? Math.max(Math.ceil(secondsBetween(now, until)), 1) : problem.seconds
  if (status !== 422 && seconds !== undefined) c.header('Retry-After', String(seconds))
  return refuse(c, page, { kind, status })
}

/** Of all problems of all forms; what is not here is the fault of what was typed. */
const STATUS: Partial<Record<string, Status>> = {
  stale: 403,
  slowed: 429,
  closedToNewBrowsers: 429,
  tooManyPasswords: 429,
  locked: 429,
  recoveryWait: 429,
  tooManyQrCodes: 429,
  tooManyResets: 429,
  busy: 503,
  fileNotChecked: 503,
  serverClock: 503,
}

function wantsPart<E extends object>(c: Context<E>): boolean {
  return c.req.header('HX-Request-Type') === 'partial'
}
