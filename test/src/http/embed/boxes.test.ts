import { describe, expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import { addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addEmbedSite, endEmbedSite } from '#test/support/embed-sites.ts'
import { staticFiles } from '#test/support/static-files.ts'
import { depsOf, ORIGIN, visitor } from '#test/support/visitor.ts'
import { signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const HOST = 'https://bkpsdm.example'
const OTHER_HOST = 'https://portal.bkpsdm.example:8443'
const site = await addEmbedSite(sql, { origins: [HOST, OTHER_HOST] })
const neighbour = await addEmbedSite(sql, { origins: ['https://lain.example'] })

const boxesOf = (key: string) => [
  paths.embedBox(key, 'verifikasi'),
  paths.embedBox(key, 'masuk'),
  paths.embedBox(key, 'aktivasi'),
  paths.embedHelp(key, 'jam-hp'),
]
const BOXES = boxesOf(site.key)
const guest = () => visitor(sql)
const partFor = (path: string, origin: string) =>
  guest().getWith(`${path}?bentuk=potongan`, { Origin: origin, 'Sec-Fetch-Site': 'cross-site' })

function ancestorsIn({ headers }: { headers: Headers }): string | undefined {
  return /frame-ancestors ([^;]+);/.exec(headers.get('Content-Security-Policy') ?? '')?.[1]
}

describe('R-EM-01 a box', () => {
  test.each(BOXES)('may be framed by the origins of its site alone: %s', async (path) => {
    const answer = await guest().get(path)
    expect(answer.status).toBe(200)
    expect(ancestorsIn(answer)).toBe(`${HOST} ${OTHER_HOST}`)
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(answer.headers.get('X-Frame-Options')).toBeNull()
  })

  test('says nothing else anew in its policy', async () => {
    const policy = (answer: { headers: Headers }) =>
      answer.headers.get('Content-Security-Policy')?.replace(/frame-ancestors [^;]+/, '')
    const [box = ''] = BOXES
    expect(policy(await guest().get(box))).toBe(policy(await guest().get(paths.landing)))
  })

  test.each(BOXES)('is kept for a minute at most, whoever asks: %s', async (path) => {
    const { headers } = await guest().get(path)
    expect(headers.get('Cache-Control')).toBe('public, max-age=60')
    expect(headers.get('Vary')).toBe('Accept-Encoding')
  })

  test.each([
    ['an unknown', 'AAAAAAAAAAAAAAAAAAAAAA'],
    ['no', 'x'],
    ['the first of all', 'warna'],
  ])('of %s site is not there, and not to be framed', async (_, key) => {
    for (const path of boxesOf(key)) {
      const answer = await guest().get(path)
      expect(answer.status).toBe(404)
      expect(ancestorsIn(answer)).toBe("'none'")
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
    }
  })

  test('of a site whose right has ended is gone with the next request', async () => {
    const ending = await addEmbedSite(sql, { origins: [HOST] })
    const [path = ''] = boxesOf(ending.key)
    expect((await guest().get(path)).status).toBe(200)
    await endEmbedSite(sql, ending.key)
    const answer = await guest().get(path)
    expect(answer.status).toBe(404)
    expect(ancestorsIn(answer)).toBe("'none'")
    expect((await partFor(path, HOST)).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  test('of the demonstration is framed by this portal alone', async () => {
    for (const path of boxesOf('contoh')) {
      const answer = await guest().get(path)
      expect(answer.status).toBe(200)
      expect(ancestorsIn(answer)).toBe("'self'")
    }
  })

  test('about a topic that help does not have is not there', async () => {
    for (const topic of ['tidak-ada', 'toString', '__proto__'])
      expect((await guest().get(paths.embedHelp(site.key, topic))).status).toBe(404)
  })

  test('leads to signing in in a tab of its own, with nothing in the address', async () => {
    const { body } = await guest().get(paths.embedBox(site.key, 'masuk'))
    expect(body).toContain('href="/masuk" target="_blank" rel="noopener"')
    expect(body).not.toMatch(/<form|name="csrf"|password"/)
  })
})

describe('R-EM-01 cookies', () => {
  test.each(BOXES)('are neither read nor set: %s', async (path) => {
    const { browser } = await signedIn(sql)
    const before = await sql`select * from sessions`
    const mine = await browser.get(path)
    expect(mine.body).toBe((await guest().get(path)).body)
    expect(mine.headers.getSetCookie()).toEqual([])
    expect(await sql`select * from sessions`).toEqual(before)
  })

  test.each([...BOXES, paths.embeds, `${paths.embeds}/warna/125a9c-asli-asli.css`])(
    'are not even looked at: %s',
    async (path) => {
      expect(await headersReadAt(path)).not.toContain('cookie')
    },
  )

  test('are looked at by a page for a visitor, which this test would notice', async () => {
    expect(await headersReadAt(paths.signIn)).toContain('cookie')
  })
})

/** Which headers of the request the application asks for. */
async function headersReadAt(path: string): Promise<string[]> {
  const read: string[] = []
  const cookie = `pre=${'a'.repeat(43)}; sid=${'b'.repeat(43)}; kenal=${'c'.repeat(43)}`
  const headers = new Headers({ Cookie: cookie })
  const get = headers.get.bind(headers)
  Object.assign(headers, {
    get: (name: string) => {
      read.push(name.toLowerCase())
      return get(name)
    },
  })
  const request = Object.defineProperty(new Request(ORIGIN + path), 'headers', { value: headers })
  const app = createApp(depsOf(asApplication(sql)), staticFiles)
  expect((await app.request(request)).status).toBe(200)
  return read
}

describe('R-EM-01 a part for the page of somebody else', () => {
  test.each(BOXES)('may be read by an origin of the site, without cookies: %s', async (path) => {
    const { status, headers } = await partFor(path, OTHER_HOST)
    expect(status).toBe(200)
    expect(headers.get('Access-Control-Allow-Origin')).toBe(OTHER_HOST)
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
    expect(headers.get('Vary')).toMatch(/\bOrigin\b/)
    expect(headers.get('Cache-Control')).toBe('public, max-age=60')
  })

  test.each(['https://lain.example', 'https://jahat.example', 'null', `${HOST}.jahat.example`])(
    'may not be read by %s',
    async (origin) => {
      for (const path of BOXES) {
        const { headers } = await partFor(path, origin)
        expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
        expect(headers.get('Vary')).toMatch(/\bOrigin\b/)
      }
    },
  )

  test('is not to be framed, by the site itself neither', async () => {
    for (const path of BOXES) expect(ancestorsIn(await partFor(path, HOST))).toBe("'none'")
  })

  test('brings no script, style, form or id, and leads back by whole addresses', async () => {
    for (const path of BOXES) {
      const { body } = await partFor(path, HOST)
      expect(body).not.toMatch(/<(script|style|link|form|input|html)|\sid=|style=|\son\w+=/)
      const links = [...body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
      expect(links.filter((href) => !href.startsWith(`${ORIGIN}/`))).toEqual([])
    }
  })

  test.each(BOXES)('lets htmx ask with its own headers: %s', async (path) => {
    const asked = { Origin: HOST, 'Access-Control-Request-Method': 'GET' }
    const answer = await guest().byScript('OPTIONS', path, asked)
    expect(answer.status).toBe(204)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(HOST)
    expect(answer.headers.get('Access-Control-Allow-Methods')).toBe('GET')
    const allowed = answer.headers.get('Access-Control-Allow-Headers')?.split(', ')
    for (const header of ['Request', 'Request-Type', 'Source', 'Target', 'Current-URL'])
      expect(allowed).toContain(`HX-${header}`)
  })

  test('lets nobody else ask', async () => {
    const [path = ''] = boxesOf(neighbour.key)
    const answer = await guest().byScript('OPTIONS', path, { Origin: HOST })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect(answer.headers.get('Access-Control-Allow-Headers')).toBeNull()
  })
})

describe('the colours of a host page', () => {
  test('come as a style sheet of their own, which may be kept', async () => {
    const { body } = await guest().get(`${BOXES[0]}?warna=rgb(18, 90, 156)&dasar=fff&skema=terang`)
    const [, sheet = ''] = /href="(\/sematan\/warna\/[^"]+)"/.exec(body) ?? []
    expect(sheet).toBe('/sematan/warna/125a9c-ffffff-terang.css')
    const answer = await guest().get(sheet)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=86400')
    expect(answer.body).toContain('--accent:#125a9c')
  })

  test.each(['x.css', '125a9c-asli-asli', 'asli-asli-asli.css', '125A9C-asli-asli.css'])(
    'are under no other name: %s',
    async (name) => {
      expect((await guest().get(paths.embedColours(name))).status).toBe(404)
    },
  )

  test('that are none change nothing', async () => {
    const plain = await guest().get(BOXES[0] ?? '')
    const odd = await guest().get(`${BOXES[0]}?warna=%22%3E%3Cscript%3E&dasar=red&skema=x`)
    expect(odd.body).toBe(plain.body)
  })
})

describe('the activation of an agency', () => {
  test('is that of the site, all units together, and of nobody else', async () => {
    const mine = await addEmbedSite(sql)
    const unit = await addUnit(sql, mine.agency)
    await sql`
      insert into board_recounts (agency, counted_at)
      values (${mine.agency}, ${NOW}), (${neighbour.agency}, ${NOW})
      on conflict (agency) do nothing`
    await sql`
      insert into board_standing (agency, unit, total, activated, frozen, disabled, bounced)
      values (${mine.agency}, ${unit}, 60, 55, 0, 0, 0), (${mine.agency}, null, 60, 45, 0, 7, 0),
        (${neighbour.agency}, null, 5000, 1000, 0, 0, 0)`
    const { body } = await guest().get(paths.embedBox(mine.key, 'aktivasi'))
    const cells = [...body.matchAll(/<td>([^<]+)<\/td>/g)].map(([, cell]) => cell)
    expect(cells).toEqual(['100', '83,3\u00a0%', '20', '16,6\u00a0%', '120', '100\u00a0%'])
    expect(body).toContain('Angka per 21 November 2026 pukul 12.00 WIB.')
    expect(body).not.toContain('Unit Uji')
  })

  test('of few people is not told, and said not to be', async () => {
    const mine = await addEmbedSite(sql)
    await sql`insert into board_recounts (agency, counted_at) values (${mine.agency}, ${NOW})`
    await sql`
      insert into board_standing (agency, unit, total, activated, frozen, disabled, bounced)
      values (${mine.agency}, null, 9, 7, 0, 0, 0)`
    const { body } = await guest().get(paths.embedBox(mine.key, 'aktivasi'))
    expect(body).toContain('Angka tidak ditampilkan karena menyangkut kurang dari 10 orang.')
    expect(body).not.toMatch(/<table|<svg/)
  })

  test('that was not counted yet is said to be so', async () => {
    const { body } = await guest().get(paths.embedBox(site.key, 'aktivasi'))
    expect(body).toContain('Belum ada angka untuk instansi ini.')
  })
})

test('the script for host pages has one address, and may be loaded from anywhere', async () => {
  const answer = await guest().get(paths.embedScript)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=3600')
  expect(answer.body).toContain("customElements.define('asn-sematan'")
})
