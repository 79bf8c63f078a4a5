import type { Context } from 'hono'
import { z } from 'zod'

/** Made once for each length: zod compiles a schema when it is first used. */
const fields = new Map<number, z.ZodCatch<z.ZodString>>()

/** One text field, capped; whatever is no such text reads as empty, and the domain says so. */
export function field(cap: number): z.ZodCatch<z.ZodString> {
  const known = fields.get(cap) ?? z.string().max(cap).catch('')
  fields.set(cap, known)
  return known
}

const held = new WeakMap<Request, Record<string, string>>()

/** For a body that is not read as a text: its fields are these. */
export function holdFields<E extends object>(c: Context<E>, fields: Record<string, string>): void {
  held.set(c.req.raw, fields)
}

/**
 * The text is read once and kept by hono, so that middleware and handler may both ask. What is no
 * form has no fields; its token is then missing too. Parsed here, for `parseBody` makes a Response
 * and a FormData of it first, ten times the work.
 */
export async function readBody<E extends object>(c: Context<E>): Promise<Record<string, string>> {
  const fields = held.get(c.req.raw)
  if (fields) return fields
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('Content-Type') ?? '')) return {}
  const text = await c.req.text().catch(() => '')
  return Object.fromEntries(new URLSearchParams(text))
}

type Fields = Record<string, z.ZodCatch<z.ZodString>>

/** Field by field: an object schema would be compiled anew for each request. */
export async function readForm<Shape extends Fields, E extends object>(
  c: Context<E>,
  shape: Shape,
): Promise<Record<keyof Shape, string>> {
  const body = await readBody(c)
  const read = Object.entries(shape).map(([name, schema]) => [name, schema.parse(body[name])])
  return Object.fromEntries(read)
}

/** The token of R-CS-01; a script that sends bytes has no form, and no other site can set its header. */
export async function readToken<E extends object>(c: Context<E>): Promise<string> {
  const said = c.req.header('X-CSRF')
  return said ?? (await readForm(c, { csrf: field(100) })).csrf
}
