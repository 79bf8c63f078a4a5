/** An answer as it came over the wire; redirects are not followed. */
export type Reply = {
  status: number
  headers: Headers
  body: string
  /** Where a redirect leads, or the address that was asked. */
  path: string
  milliseconds: number
}

export type Caller = ReturnType<typeof caller>

let callers = 0

/**
 * A browser that speaks to a running program over a socket, with a cookie jar and the token of the
 * last form it saw. Each has a network of its own, where the program trusts X-Forwarded-For from
 * this machine; `goTo` continues at another process with the same cookies.
 */
export function caller(
  first: string,
  { address = nextAddress(), cookies = new Map<string, string>() } = {},
) {
  let site = first
  let token = ''

  async function ask(
    method: string,
    path: string,
    form?: Record<string, string> | Uint8Array<ArrayBuffer>,
    more: Record<string, string> = {},
  ): Promise<Reply> {
    const start = performance.now()
    const response = await fetch(new URL(path, site), {
      method,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        'X-Forwarded-For': address,
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...more,
      },
      body: form instanceof Uint8Array ? form : form ? new URLSearchParams(form) : null,
      redirect: 'manual',
    })
    const body = await response.text()
    const milliseconds = performance.now() - start
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    token = /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? token
    const { status, headers } = response
    return { status, headers, body, path: headers.get('Location') ?? path, milliseconds }
  }

  const get = (path: string) => ask('GET', path)
  const post = (path: string, form: Record<string, string> = {}) =>
    ask('POST', path, { csrf: token, ...form })

  async function follow(reply: Reply): Promise<Reply> {
    return reply.status === 303 ? follow(await get(reply.path)) : reply
  }

  return {
    cookies,
    get,
    post,
    /** As a script of ours does, which says the token in a header. */
    byScript: (
      method: string,
      path: string,
      headers: Record<string, string> = {},
      body?: Uint8Array<ArrayBuffer>,
    ) => ask(method, path, body, { 'X-CSRF': token, ...headers }),
    open: async (path: string) => follow(await get(path)),
    send: async (path: string, form: Record<string, string> = {}) => follow(await post(path, form)),
    goTo: (another: string) => {
      site = another
    },
  }
}

/** Another /24 for each, so that no two share a counter of addresses (R-RL-01). */
function nextAddress(): string {
  callers += 1
  return `10.${callers >> 8}.${callers & 255}.7`
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';')
  const [name = '', value = ''] = pair.split('=')
  if (/max-age=0/i.test(cookie)) cookies.delete(name)
  else cookies.set(name, value)
}
