import { describe, expect, test } from 'vitest'
import { routes } from '#src/http/routes.ts'
import { makeHashQueue } from '#src/secrets/hash-queue.ts'
import { makeSite } from '#src/site.ts'
import { testDatabase } from '#test/support/database.ts'
import { keptPasswords } from '#test/support/secrets.ts'
import { type Answer, askBy, type Visit, visitor } from '#test/support/visitor.ts'
import { activated, atSignIn, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const PRODUCTION = {
  site: makeSite({
    baseUrl: 'https://asn.example.go.id',
    isEmbedded: false,
    trustedProxies: [],
    officeNetworks: [],
  }),
  report: { request: () => {}, blocked: () => {}, problem: () => {} },
}

/** Section 5 of identity.md, letter by letter. */
const SECTION_5 = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; report-to csp",
  'Reporting-Endpoints': 'csp="/csp"',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'publickey-credentials-get=(self), publickey-credentials-create=(self), geolocation=()',
  'Cache-Control': 'no-store',
}

function sentBy({ headers }: Answer): Record<string, string | null> {
  return Object.fromEntries(Object.keys(SECTION_5).map((name) => [name, headers.get(name)]))
}

/** The page about boxes holds some of its own; it is itself framed by nobody. */
function saidAt(path: string): Record<string, string | null> {
  if (path !== paths.embeds) return SECTION_5
  const policy = SECTION_5['Content-Security-Policy']
  return { ...SECTION_5, 'Content-Security-Policy': `frame-src 'self'; ${policy}` }
}

function production(visit: Visit = {}): Visit {
  return { ...visit, deps: { ...PRODUCTION, ...visit.deps } }
}

describe('T-HEAD the headers of section 5', () => {
  test.each(routes)(
    'leave with $method $path, for nobody and for a person',
    async ({ method, path }) => {
      const { browser } = await signedIn(sql, production())
      for (const one of [browser, await atSignIn(sql, production())]) {
        const answer = await askBy(one, method, path, {})
        expect(sentBy(answer)).toEqual(saidAt(path))
      }
    },
  )

  test.each<[number, () => Promise<Answer>]>([
    [404, async () => visitor(sql, production()).get('/tidak-ada')],
    [404, async () => visitor(sql, production()).get('/static/app-000000000000.css')],
    [403, async () => (await atSignIn(sql, production())).post(paths.signIn, { csrf: 'x' })],
    [
      413,
      async () =>
        (await atSignIn(sql, production())).post(paths.signIn, { username: 'x'.repeat(70_000) }),
    ],
    [422, async () => (await atSignIn(sql, production())).post(paths.signIn, { username: 'x' })],
    [500, () => broken()],
    [503, () => busy()],
  ])('leave with a %i', async (status, ask) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(sentBy(answer)).toEqual(SECTION_5)
  })

  test('promise no https where there is none', async () => {
    const answer = await visitor(sql).get(paths.landing)
    expect(answer.headers.get('Strict-Transport-Security')).toBeNull()
  })

  test.each([
    paths.landing,
    paths.help,
    paths.embeds,
    '/healthz',
    '/readyz',
    paths.sessionOver,
    '/tidak-ada',
  ])('no cookie is given where no form needs one: %s', async (path) => {
    expect((await visitor(sql).get(path)).headers.getSetCookie()).toEqual([])
  })
})

async function broken(): Promise<Answer> {
  const fails = () => Promise.reject(new Error('broken'))
  const passwords = { ...keptPasswords, decoy: fails }
  return (await atSignIn(sql, production({ deps: { passwords } }))).post(paths.signIn, {
    username: 'siapa',
  })
}

async function busy(): Promise<Answer> {
  const hashQueue = makeHashQueue({ workers: 0, waiting: 0 })
  return (await atSignIn(sql, production({ deps: { hashQueue } }))).post(paths.signIn, {
    username: 'siapa',
  })
}

describe('R-SE-04 cookies', () => {
  test.each([
    ['production', true, /^__Host-(pre|sid|kenal)=[\w-]{43};/],
    ['development', false, /^(pre|sid|kenal)=[\w-]{43};/],
  ] as const)('of %s are ours alone', async (_, isSecure, name) => {
    const { person, browser, cookies } = await collecting(isSecure)
    expect(person.nip).toHaveLength(18)
    expect(browser.cookies.size).toBe(2)
    const given = cookies.filter((cookie) => !/Max-Age=0/.test(cookie))
    expect(given).toHaveLength(4)
    for (const cookie of given) {
      expect(cookie).toMatch(name)
      expect(cookie).toMatch(/; Path=\/(;|$)/)
      expect(cookie).toContain('; HttpOnly')
      expect(cookie).toContain('; SameSite=Lax')
      expect(/; Secure(;|$)/.test(cookie)).toBe(isSecure)
      expect(cookie).not.toMatch(/domain/i)
    }
  })

  test('the session ends with the browser, and the known browser is known for 180 days', async () => {
    const { cookies } = await collecting(true)
    const sid = cookies.find((cookie) => cookie.startsWith('__Host-sid'))
    const kenal = cookies.find((cookie) => cookie.startsWith('__Host-kenal'))
    expect(sid).not.toMatch(/max-age|expires/i)
    expect(kenal).toContain(`Max-Age=${180 * 24 * 3600}`)
  })

  test('a session id is a new one at each sign-in, and only its hash is kept (R-SE-01)', async () => {
    const { browser } = await collecting(false)
    const sid = browser.cookies.get('sid') ?? ''
    const rows = await sql`
      select from sessions where id_hash = sha256(convert_to(${sid}, 'UTF8'))`
    expect(rows).toHaveLength(1)
  })
})

/** All cookies of a whole activation, as they were sent. */
async function collecting(isSecure: boolean) {
  const cookies: string[] = []
  const visit: Visit = isSecure ? production() : {}
  const seen = (answer: Answer) => cookies.push(...answer.headers.getSetCookie())
  const { person, browser } = await activated(sql, { ...visit, seen })
  return { person, browser, cookies }
}
