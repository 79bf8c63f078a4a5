import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { notFoundPage } from '#views/failure-pages.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForAnyone } from './deps.ts'
import { fail, tooLarge } from './http/failures.ts'
import { refuseForeign } from './http/forgery.ts'
import { mountMailbox } from './http/mailbox/mailbox.ts'
import { FILE_FORMS, isFileBody, openUpload } from './http/open-upload.ts'
import { refuse } from './http/respond.ts'
import { routes } from './http/routes.ts'
import { meet } from './http/visit.ts'
import { compress } from './middleware/compress.ts'
import { atDeadline } from './middleware/deadline.ts'
import { headers } from './middleware/headers.ts'
import { limitBody } from './middleware/limit-body.ts'
import { publicLog } from './middleware/public-log.ts'
import type { StaticFiles } from './middleware/static-files.ts'

const LARGEST_FORM = 64 * 1024

/** Steps whose time could tell whether someone exists, or is written to (R-EN-01). */
const EQUALLY_SLOW = [
  paths.signIn,
  paths.weakPassword,
  paths.mfaResetDoor,
  paths.resetStart,
  paths.resetEmail,
  paths.resetCode,
  paths.mfaResetEmail,
  paths.mfaResetEmailCode,
  paths.newEmail,
]

/** The whole site, in the order in which a request passes it. */
export function createApp(deps: Deps, files: StaticFiles): Hono<ForAnyone> {
  const app = new Hono<ForAnyone>()
  app.get('/static/*', files.serve)
  app.get(paths.embedScript, files.serve)
  for (const path of EQUALLY_SLOW) app.post(path, atDeadline(deps.answerAt))
  app.use(compress(), headers(deps.site), meet(deps), log(deps))
  app.get('/log/*', publicLog(deps))
  app.use(limitForm(), refuseForeign(deps))
  app.on('POST', FILE_FORMS, openUpload())
  app.notFound((c) => refuse(c, notFoundPage(), { kind: 'notFound', status: 404 }))
  app.onError((problem, c) => fail(problem, c, deps))
  for (const { mount } of routes) mount(app, deps)
  if (deps.mailbox) mountMailbox(app, deps.mailbox)
  return app
}

/** But for files, of which no more is read than can be put away. */
function limitForm(): MiddlewareHandler<ForAnyone> {
  const limit = limitBody(LARGEST_FORM, tooLarge)
  return (c, next) => (isFileBody(c) ? next() : limit(c, next))
}

/** One line a request: what was asked by route, not by address, and how it ended. */
function log({ report }: Deps) {
  return async (c: Context<ForAnyone>, next: () => Promise<void>) => {
    const start = performance.now()
    await next()
    report.request({
      reference: c.var.visit.reference,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - start),
      refusal: c.var.refusal,
    })
  }
}
