import { inspect } from 'node:util'
import { createApp } from '#src/app.ts'
import type { Deps } from '#src/deps.ts'
import { fingerprintsOf } from '#src/http/verification/allowance.ts'
import { captchaSecrets } from '#src/secrets/captcha.ts'
import { checks } from '#src/secrets/checks.ts'
import { makeHashQueue } from '#src/secrets/hash-queue.ts'
import { makeSite } from '#src/site.ts'
import type { Sql } from '#src/store/database.ts'
import { archiveOf } from './archive-deps.ts'
import { NOW } from './builders.ts'
import { asApplication } from './database.ts'
import { someKeys } from './keys.ts'
import { keptPasswords, vault } from './secrets.ts'
import { staticFiles } from './static-files.ts'
import { logOf } from './tlog.ts'

export const ORIGIN = 'http://localhost'

/** Everything real but the clock, which a test sets, and the deadline, which is none. */
export function depsOf(sql: Sql, fields: Partial<Deps> = {}): Deps {
  return {
    sql,
    ...archiveOf(sql),
    tlog: logOf(sql).files,
    checks,
    spendFingerprint: fingerprintsOf({ sql, vault }),
    clock: () => NOW,
    serverClock: { isTrusted: () => true },
    passwords: keptPasswords,
    hashQueue: makeHashQueue({ workers: 2, waiting: 64 }),
    vault,
    captcha: captchaSecrets(someKeys().tokens),
    rule: 'classes',
    resetMfa: 'reactivate',
    answerAt: 0,
    site: makeSite({ baseUrl: ORIGIN, isEmbedded: true, trustedProxies: [], officeNetworks: [] }),
    assets: staticFiles.assets,
    report: { request: () => {}, problem: tell, blocked: () => {} },
    missingMigrations: async () => [],
    mailbox: undefined,
    spool: undefined,
    ...fields,
  }
}

export type Visit = {
  deps?: Partial<Deps>
  htmx?: boolean
  address?: string
  headers?: Record<string, string>
  cookies?: Map<string, string>
  /** Sees every answer, followed ones too. */
  seen?: (answer: Answer) => unknown
}

export type Answer = { status: number; headers: Headers; body: string; path: string }

type Laid = { deps: Partial<Deps>; app: ReturnType<typeof createApp> }

const laid = new WeakMap<Sql, Laid[]>()
const KEPT = 4

/** The same for visitors who bring the same: to lay all its routes takes as long as many answers. */
function appOf(sql: Sql, deps: Partial<Deps> = {}): Laid['app'] {
  const before = laid.get(sql) ?? []
  const found = before.find((one) => isAlike(one.deps, deps))
  if (found) return found.app
  const app = createApp(depsOf(asApplication(sql), deps), staticFiles)
  laid.set(sql, [{ deps: { ...deps }, app }, ...before].slice(0, KEPT))
  return app
}

function isAlike(one: Partial<Deps>, other: Partial<Deps>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Deps>
  return [...names].every((name) => one[name] === other[name])
}

/** A browser with a cookie jar of its own, which sends the token of the last form it was shown. */
export function visitor(sql: Sql, visit: Visit = {}) {
  const app = appOf(sql, visit.deps)
  const cookies = visit.cookies ?? new Map<string, string>()
  let token = ''

  async function ask(
    method: string,
    path: string,
    form?: Record<string, string> | FormData | Uint8Array<ArrayBuffer>,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const headers = {
      'Sec-Fetch-Site': 'same-origin',
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(visit.htmx && { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }),
      ...visit.headers,
      ...more,
    }
    const body = form && !isBody(form) ? new URLSearchParams(form) : (form ?? null)
    const incoming = { socket: { remoteAddress: visit.address ?? '192.0.2.7' } }
    const response = await app.request(ORIGIN + path, { method, headers, body }, { incoming })
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    const text = await response.text()
    token = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? token
    const answer = { status: response.status, headers: response.headers, body: text, path }
    visit.seen?.(answer)
    return answer
  }

  async function follow(answer: Answer): Promise<Answer> {
    const next = answer.headers.get('Location') ?? answer.headers.get('HX-Redirect')
    return next ? follow(await ask('GET', next)) : answer
  }

  return {
    cookies,
    get: (path: string) => ask('GET', path),
    getWith: (path: string, headers: Record<string, string>) =>
      ask('GET', path, undefined, headers),
    post: (path: string, form: Record<string, string> = {}) =>
      ask('POST', path, { csrf: token, ...form }),
    /** Posts and goes wherever the answer leads. */
    send: async (path: string, form: Record<string, string> = {}) =>
      follow(await ask('POST', path, { csrf: token, ...form })),
    /** As a form with a file does, its other fields first. */
    sendFile: async (
      path: string,
      name: string,
      file: { name: string; text: string | Uint8Array<ArrayBuffer> },
      fields: Record<string, string> = {},
    ) => {
      const form = new FormData()
      for (const [key, value] of Object.entries({ csrf: token, ...fields })) form.append(key, value)
      form.append(name, new Blob([file.text]), file.name)
      return follow(await ask('POST', path, form))
    },
    open: async (path: string) => follow(await ask('GET', path)),
    /** As a script of ours does, which says the token in a header. */
    byScript: (
      method: string,
      path: string,
      headers: Record<string, string> = {},
      body?: Uint8Array<ArrayBuffer> | FormData,
    ) => ask(method, path, body, { 'X-CSRF': token, ...headers }),
  }
}

/** By whatever method a route has. */
export function askBy(
  browser: ReturnType<typeof visitor>,
  method: string,
  path: string,
  form: Record<string, string>,
): Promise<Answer> {
  if (method === 'GET') return browser.get(path)
  return method === 'POST' ? browser.post(path, form) : browser.byScript(method, path)
}

function isBody(form: object): form is FormData | Uint8Array<ArrayBuffer> {
  return form instanceof FormData || form instanceof Uint8Array
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';')
  const [name = '', value = ''] = pair.split('=')
  if (/max-age=0/i.test(cookie)) cookies.delete(name)
  else cookies.set(name, value)
}

function tell(problem: unknown): void {
  process.stderr.write(`${inspect(problem)}\n`)
}
