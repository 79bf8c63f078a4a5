import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '#views/paths.ts'
import type { Deps, ForAnyone } from '../../deps.ts'
import { seeOther } from '../respond.ts'

const report = z.object({
  body: z.object({ effectiveDirective: z.string().regex(/^[a-z-]{1,40}$/) }),
})
const reports = z.array(report).max(20)

/** POST /csp: a browser tells what it refused to load; the log gets the directive, no address. */
export function postCspReports({ report }: Deps) {
  return async (c: Context<ForAnyone>) => {
    const sent = reports.safeParse(await c.req.json().catch(() => undefined))
    const directives = sent.data?.map(({ body }) => body.effectiveDirective) ?? []
    report.blocked([...new Set(directives)], c.var.visit.reference)
    return c.body(null, 204)
  }
}

/** GET of the same address */
export function getCspReports() {
  return (c: Context<ForAnyone>) => seeOther(c, paths.landing)
}
