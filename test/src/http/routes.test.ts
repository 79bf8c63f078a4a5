import { expect, test } from 'vitest'
import { routes } from '#src/http/routes.ts'
import { testDatabase } from '#test/support/database.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const posted = routes.filter(({ method }) => method === 'POST').map(({ path }) => path)

const OFFICES = /^\/(instansi|nasional)/

test.each(posted.filter((path) => OFFICES.test(path)))(
  'the form of an office answers a reload too, or says that it is about nobody: GET %s',
  async (path) => {
    const gets = routes.filter((route) => route.method === 'GET').map((route) => route.path)
    expect(gets).toContain(path)
    const { browser, person } = await inOffice(sql, { role: 'nationalAdmin' })
    const { status } = await browser.open(path.replace(':id', person.id))
    expect(status).toBe(/\/baru|usulan/.test(path) ? 200 : 404)
  },
)

test.each(posted.filter((path) => !OFFICES.test(path)))(
  'the address of a form answers a reload too: GET %s',
  async (path) => {
    const gets = routes.filter((route) => route.method === 'GET').map((route) => route.path)
    expect(gets).toContain(path)
    const { person, browser } = await signedIn(sql)
    const [own] = await sql<{ device: string; session: string }[]>`
    select d.id as device, s.handle as session from devices d join sessions s on s.person = d.person
    where d.person = ${person.id}`
    const id = path.startsWith('/akun/sesi') ? own?.session : own?.device
    const { status } = await browser.open(path.replace(':id', id ?? ''))
    expect(status).toBe(path.includes(':token') ? 404 : 200)
  },
)

test('no address is declared twice', () => {
  const declared = routes.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(declared).size).toBe(declared.length)
})

test('an address that nobody declared is told as such, under whatever method', async () => {
  const { browser } = await signedIn(sql)
  const answers = [
    await browser.get('/admin'),
    await browser.post(paths.home),
    await browser.post('/'),
  ]
  for (const { status, body } of answers) {
    expect(status).toBe(404)
    expect(body).toContain('Halaman ini tidak ada.')
  }
})
