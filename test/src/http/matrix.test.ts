import { describe, expect, test } from 'vitest'
import { routes } from '#src/http/routes.ts'
import type { SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  atActivation,
  atCode,
  atSignIn,
  type Browser,
  codeAt,
  signedIn,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const WEAK = { password: 'rahasia8' } as const
const weak = { ...WEAK, judgedAt: new Date(0) }

/** Whoever may knock, freshly made for each address. */
const SOMEONE = {
  nobody: () => atSignIn(sql),
  atCode: async () => (await atCode(sql)).browser,
  atNewPassword: async () => (await atCode(sql, {}, { ...weak, state: 'created' })).browser,
  atActivation: async () => (await atActivation(sql)).browser,
  atNewPasswordAfterCode: async () => {
    const { browser } = await atCode(sql, {}, weak)
    await browser.send(paths.code, { code: codeAt() })
    return browser
  },
  employee: async () => (await signedIn(sql)).browser,
  officer: async () => (await signedIn(sql, {}, { role: 'officer' })).browser,
  frozen: () => leftover('frozen'),
  disabled: () => leftover('disabled'),
  frozenMidway: () => leftover('frozen', atCode),
} satisfies Record<string, () => Promise<Browser>>

type Someone = keyof typeof SOMEONE
/** A status, or where it leads. */
type Got = number | string
type Rule = { [S in Someone]?: Got } & { else: Got }

async function leftover(
  state: SomePerson['state'],
  where: typeof atCode | typeof signedIn = signedIn,
): Promise<Browser> {
  const { person, browser } = await where(sql)
  await sql`update accounts set state = ${state} where person = ${person.id}`
  return browser
}

const open = { else: 200 }
const hasSession = { employee: paths.home, officer: paths.home }
const late = { frozenMidway: paths.signInTooLate }
const midway: Rule = { ...hasSession, ...late, else: paths.signIn }
const whereabouts = {
  atCode: paths.code,
  atNewPassword: paths.newPassword,
  atNewPasswordAfterCode: paths.newPassword,
  atActivation: paths.activation,
}
const lost = { frozen: paths.sessionOver, disabled: paths.sessionOver }
const person = (got: Got): Rule => ({
  ...whereabouts,
  ...lost,
  employee: got,
  officer: got,
  else: paths.signIn,
})

/** A person without a set of codes is offered one; `make` is not asked for here. */
const MATRIX: Record<string, Rule> = {
  'GET /': open,
  'GET /bantuan': open,
  'GET /healthz': open,
  'GET /readyz': open,
  'GET /csp': { else: paths.landing },
  'POST /csp': { else: 204 },
  'GET /masuk': { ...hasSession, else: 200 },
  'POST /masuk': { employee: 403, officer: 403, else: 422 },
  'GET /masuk/kode': { ...midway, ...whereabouts, atCode: 200 },
  'POST /masuk/kode': { ...midway, ...whereabouts, atCode: 422 },
  'GET /masuk/password-baru': {
    ...midway,
    ...whereabouts,
    atNewPassword: 200,
    atNewPasswordAfterCode: 200,
  },
  'POST /masuk/password-baru': {
    ...midway,
    ...whereabouts,
    atNewPassword: 422,
    atNewPasswordAfterCode: 422,
  },
  'GET /pemeriksaan/:id/gambar': { else: 404 },
  'GET /pemeriksaan/:id/suara': { else: 404 },
  'GET /aktivasi': { ...midway, ...whereabouts, atActivation: 200 },
  'POST /aktivasi': { ...midway, ...whereabouts, atActivation: 422 },
  'GET /aktivasi/kode-cadangan': person(200),
  'POST /aktivasi/kode-cadangan': person(paths.home),
  'GET /aktivasi/kode-cadangan/unduhan': person(paths.recoveryCodes),
  'GET /aktivasi/latihan': person(200),
  'POST /aktivasi/latihan': person(422),
  'GET /bukan-saya/:token': { else: 404 },
  'POST /bukan-saya/:token': { employee: 404, officer: 404, else: paths.notMe(':token') },
  'GET /beranda': person(200),
  'GET /sesi/peringatan': open,
  'GET /sesi/perpanjangan': person(paths.home),
  'POST /sesi/perpanjangan': person(paths.home),
  'GET /sesi/berakhir': open,
  'GET /keluar': open,
  'POST /keluar': person(paths.signOut),
}

const declared = routes.map(({ method, path }) => `${method} ${path}`)

test('T-MATRIX says of every route what everyone gets there', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(declared.sort())
})

describe.each(Object.keys(SOMEONE) as Someone[])('T-MATRIX %s', (someone) => {
  test.each(routes)('at $method $path', async ({ method, path }) => {
    const browser = await SOMEONE[someone]()
    const token = await browser.get(tokenPage(someone))
    expect(token.status).toBe(200)
    const address = path.replace(':id', '0f8fad5b-d9cb-469f-a165-70867728950e')
    const answer = method === 'GET' ? await browser.get(address) : await browser.post(address, FORM)
    const rule = MATRIX[`${method} ${path}`]
    expect(answer.headers.get('Location') ?? answer.status).toBe(rule?.[someone] ?? rule?.else)
  })
})

/** No name that is counted, no code, no name of a device. */
const FORM = { username: '1' }

/** Where a form with this one's token stands. */
function tokenPage(someone: Someone): string {
  if (someone === 'employee' || someone === 'officer') return paths.home
  return paths.signIn
}
