import { expect, test } from 'vitest'
import { routes } from '#src/http/routes.ts'
import { testDatabase } from '#test/support/database.ts'
import { signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const OFFICES = ['officer', 'officerActing', 'roleGiver', 'roleGiverActing']
const posted = routes.filter(({ method }) => method === 'POST')
const own = posted.filter(({ audience }) => !OFFICES.includes(audience))

test.each(posted)('the address of a form has a GET too: $path', ({ path }) => {
  const gets = routes.filter((route) => route.method === 'GET').map((route) => route.path)
  expect(gets).toContain(path)
})

test.each(own)('the address of a form answers a reload too: GET $path', async ({ path }) => {
  const { person, browser } = await signedIn(sql)
  const [own] = await sql<{ device: string; session: string }[]>`
    select d.id as device, s.handle as session from devices d join sessions s on s.person = d.person
    where d.person = ${person.id}`
  const id = path.startsWith('/akun/sesi') ? own?.session : own?.device
  const { status } = await browser.open(path.replace(':id', id ?? ''))
  expect(status).toBe(path.includes(':token') ? 404 : 200)
})

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
