import { expect, test } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import { PERMISSION_ASKED } from '#src/http/admit.ts'
import { route } from '#src/http/route.ts'
import { routes } from '#src/http/routes.ts'
import { addAgency, addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const posted = routes.filter(({ method }) => method === 'POST')
const own = posted.filter(({ audience }) => !(audience in PERMISSION_ASKED))
const offices = posted.filter(({ audience }) => audience in PERMISSION_ASKED)

test.each(posted)('the address of a form has a GET too: $path', ({ path }) => {
  const gets = routes.filter((route) => route.method === 'GET').map((route) => route.path)
  expect(gets).toContain(path)
})

/** Nothing of that id: a link in a mail, an upload, a document, a link that is shared. */
const NOT_THERE = [
  paths.notMe(':token'),
  paths.upload(':id'),
  paths.newShare(':id'),
  paths.share(':id'),
]

test.each(own)('the address of a form answers a reload too: GET $path', async ({ path }) => {
  const { person, browser } = await signedIn(sql)
  const [own] = await sql<{ device: string; session: string }[]>`
    select d.id as device, s.handle as session from devices d join sessions s on s.person = d.person
    where d.person = ${person.id}`
  const id = path.startsWith('/akun/sesi') ? own?.session : own?.device
  const { status } = await browser.open(path.replace(':id', id ?? '').replace(':type', 'pns'))
  const isNotThere = NOT_THERE.some((start) => path.startsWith(start))
  expect(status).toBe(isNotThere ? 404 : 200)
})

const ROLE_FOR: Partial<Record<string, Role>> = {
  uploadOnBehalf: 'officer',
  nationalReferenceData: 'nationalAdmin',
  readAudit: 'auditor',
  placeHolds: 'legalOfficer',
  keepRetention: 'archivist',
  judgeRules: 'approver',
  verifyRecords: 'verifier',
}

/** Of a thing that is not there it says so, or leads to the list. */
test.each(offices)('the form of an office answers a reload too: GET $path', async (route) => {
  const { path, audience } = route
  const agency = await addAgency(sql)
  const colleague = await addPerson(sql, { agency })
  const asked = PERMISSION_ASKED[audience as keyof typeof PERMISSION_ASKED]
  const { browser } = await inOffice(sql, { role: ROLE_FOR[asked] ?? 'agencyAdmin', agency })
  const { status } = await browser.open(
    path.replace(':id', colleague.id).replace(':type', 'drh').replace(':n', '1'),
  )
  const isOfPerson = path.startsWith(paths.employee(':id'))
  expect(path.includes(':') && !isOfPerson ? [200, 404] : [200]).toContain(status)
})

test('R-SE-06 an act in an office cannot be declared without the form that asks for a second factor', () => {
  expect(() => route('POST', '/instansi/x', 'officerActing', () => (c) => c.notFound())).toThrow(
    '/instansi/x',
  )
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
