import type { Context } from 'hono'
import { z } from 'zod'

/** One text field, capped; whatever is no such text reads as empty, and the domain says so. */
export function field(cap: number) {
  return z.string().max(cap).catch('')
}

/** The body is read once and kept by hono, so that middleware and handler may both ask. */
export async function readBody<E extends object>(c: Context<E>) {
  // What is no form has no fields; its token is then missing too.
  return c.req.parseBody().catch(() => ({}))
}

export async function readForm<Shape extends z.ZodRawShape, E extends object>(
  c: Context<E>,
  shape: Shape,
) {
  return z.object(shape).parse(await readBody(c))
}

/** The token of R-CS-01. */
export async function readToken<E extends object>(c: Context<E>): Promise<string> {
  return (await readForm(c, { csrf: field(100) })).csrf
}
