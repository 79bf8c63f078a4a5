import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

type TooLarge = (c: Context) => Response | Promise<Response>

/**
 * Refuses bodies of more than `bytes`. A length that is said is believed, since Node's parser reads
 * no more than that; only a body without one is counted as it comes, for which hono has to open it.
 */
export function limitBody(bytes: number, onError: TooLarge): MiddlewareHandler {
  const counting = bodyLimit({ maxSize: bytes, onError })
  return (c, next) => {
    const said = c.req.header('Content-Length')
    if (c.req.header('Transfer-Encoding') || (!said && hasBody(c))) return counting(c, next)
    return Number(said ?? 0) > bytes ? Promise.resolve(onError(c)) : next()
  }
}

function hasBody({ req }: Context): boolean {
  return !['GET', 'HEAD'].includes(req.method)
}
