import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stepAt } from '#domain/mfa/step.ts'
import { codeOf } from '#src/secrets/otp.ts'
import { openSeed } from '#src/secrets/seeds.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { importAgencies, importFile, importPath, peopleCsv } from '#test/support/importing.ts'
import { someKeys } from '#test/support/keys.ts'
import { passwords } from '#test/support/secrets.ts'
import { atSignIn, codeAt, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

type Expected = {
  username: string
  account: 'imported' | 'refused'
  enabled?: boolean
  password: { verifiesWith: string; belowPolicy?: true } | null
  reason?: string
  otp?: { label: string | null; codes: Record<string, string> }[]
}

const SAMPLE = 'test/vectors/keycloak-realm-export.sample.json'
const { expected, users }: { expected: Expected[]; users: Record<string, unknown>[] } = JSON.parse(
  readFileSync(SAMPLE, 'utf8'),
)
const imported = expected.filter(({ account }) => account === 'imported')
const withPassword = imported.filter(({ password }) => password)
const enabled = withPassword.filter((one) => one.enabled !== false)

const sql = await testDatabase()
await importAgencies(sql)

beforeEach(async () => {
  await sql`truncate people cascade`
})

function passwordOf({ password }: Expected): string {
  return password?.verifiesWith ?? ''
}

async function kept({ username }: Expected) {
  const [row] = await sql<
    { state: string; mfa: string; kind: string | null; body: object; mustChange: boolean }[]
  >`
    select a.state, a.mfa, w.kind, w.body, w.must_change
    from login_identifiers i join accounts a using (person) left join passwords w using (person)
    where i.identifier = ${username}`
  return row
}

/** A realm with one user who is like the first of the sample but for what is said. */
function realm(fields: Record<string, unknown>): string {
  return JSON.stringify({ realm: 'x', users: [{ ...users[0], ...fields }] })
}

describe('R-AK-02 the sample export', () => {
  test('is imported with exactly the refusals that it names', async () => {
    const { run, findings } = await importPath(sql, SAMPLE)
    const reasons = findings.map(({ line, reason, refused }) => [
      users[line - 1]?.['username'],
      reason,
      refused,
    ])
    expect(reasons).toEqual(
      expected
        .filter(({ reason }) => reason)
        .map(({ username, reason, account }) => [username, reason, account === 'refused']),
    )
    expect(run).toMatchObject({ records: 13, refusals: { invalidNip: 1 } })
    expect(run.credentials).toMatchObject({
      'password:pbkdf2': 1,
      'password:pbkdf2-sha256': 5,
      'password:pbkdf2-sha512': 2,
      'password:argon2': 1,
      'iterationsTooHigh:pbkdf2-sha256': 1,
      malformedCredentialData: 1,
      otp: 4,
      'ignored:password-history': 1,
    })
  })

  test('brings each person with the state they had', async () => {
    await importPath(sql, SAMPLE)
    for (const one of imported) {
      const row = await kept(one)
      expect(row?.state).toBe(one.enabled === false ? 'disabled' : 'created')
      expect(row?.kind ?? null).toBe(one.password ? 'keycloak' : null)
      expect(row?.mfa).toBe('none')
    }
    expect(await kept({ username: 'operator.contoh' } as Expected)).toBe(undefined)
    expect(await sql`select from devices`).toEqual([])
  })

  test.each(enabled)(
    'R-HA-04 $username signs in with the known password once, and again on the new hash',
    async (one) => {
      await importPath(sql, SAMPLE)
      const who = { nip: one.username, password: passwordOf(one) }
      const first = await typePassword(await atSignIn(sql), who)
      expect([paths.activation, paths.newPassword]).toContain(first.path)
      const upgraded = await kept(one)
      expect(upgraded?.kind).toBe('own')
      const second = await typePassword(await atSignIn(sql), who)
      expect(second.path).toBe(first.path)
      expect((await kept(one))?.body).toEqual(upgraded?.body)
      const wrong = await typePassword(await atSignIn(sql), {
        ...who,
        password: `${who.password}x`,
      })
      expect(wrong.status).toBe(422)
    },
  )

  test('lets nobody in who was disabled, and says so after the right password alone', async () => {
    await importPath(sql, SAMPLE)
    const [one] = withPassword.filter(({ enabled: isEnabled }) => isEnabled === false)
    if (!one) throw new Error('nobody is disabled')
    const page = await typePassword(await atSignIn(sql), {
      nip: one.username,
      password: passwordOf(one),
    })
    expect(page.body).toContain('Akun Anda dinonaktifkan.')
  })

  test('twice changes nothing, and leaves a password of our own', async () => {
    await importPath(sql, SAMPLE)
    const [one] = enabled
    if (!one) throw new Error('nobody is enabled')
    await typePassword(await atSignIn(sql), { nip: one.username, password: passwordOf(one) })
    const own = await kept(one)
    const { said } = await importPath(sql, SAMPLE)
    expect(said).toContain('0 baru, 0 berubah, 12 tetap, 1 ditolak')
    expect(await kept(one)).toEqual(own)
  })

  test('T-LEAK tells no hash, no salt and no seed in report, progress or record', async () => {
    const { all } = await importPath(sql, SAMPLE, { withOtp: true })
    const events = JSON.stringify(await sql`select * from events`)
    const runs = JSON.stringify(await sql`select * from import_runs`)
    const text = readFileSync(SAMPLE, 'utf8')
    const secrets = [...text.matchAll(/(?:value|salt|hashedSaltedValue)\\?": ?\\?"([^"\\]+)/g)]
    expect(secrets.length).toBeGreaterThan(20)
    for (const [, secret = ''] of secrets)
      for (const place of [all, events, runs]) expect(place).not.toContain(secret)
    expect(await sql`select from import_people`).toEqual([])
  })
})

describe('R-AK-02 OTP secrets', () => {
  test('come sealed and only if asked for, and give the codes they gave before', async () => {
    await importPath(sql, SAMPLE, { withOtp: true })
    const devices = await sql<
      { id: string; identifier: string; name: string; keyId: string; sealed: Buffer }[]
    >`
      select d.id, i.identifier, d.name, d.key_id, d.sealed
      from devices d join login_identifiers i using (person)`
    const wanted = imported.flatMap(({ username, otp = [] }) =>
      otp.map((one) => ({ username, ...one })),
    )
    expect(devices).toHaveLength(wanted.length)
    for (const { username, label, codes } of wanted) {
      const device = devices.find(
        ({ identifier, name }) => identifier === username && name === (label ?? 'Perangkat lama 1'),
      )
      if (!device) throw new Error(`${username} has no ${label}`)
      const seed = openSeed(someKeys(), device.id, device)
      for (const [second, code] of Object.entries(codes))
        expect(codeOf(seed, stepAt(new Date(Number(second) * 1000)))).toBe(code)
    }
  })

  test('open the account with password and code, without a new activation', async () => {
    await importPath(sql, SAMPLE, { withOtp: true })
    const [one] = enabled.filter(({ username }) => username === '198802292011011905')
    if (!one) throw new Error('the vector is gone')
    await sql`update passwords set judged_at = ${NOW}`
    const browser = await atSignIn(sql)
    const page = await typePassword(browser, { nip: one.username, password: passwordOf(one) })
    expect(page.path).toBe(paths.code)
    const home = await browser.send(paths.code, { code: codeAt() })
    expect(home.path).toBe(paths.home)
  })

  test('stay away where the old SSO wanted a new activation', async () => {
    const [, , , , other] = users
    await importFile(
      sql,
      'x.json',
      JSON.stringify({ users: [{ ...other, requiredActions: ['CONFIGURE_TOTP'] }] }),
      { withOtp: true },
    )
    expect(await sql`select from devices`).toEqual([])
    expect(await sql`select mfa from accounts`).toEqual([{ mfa: 'none' }])
  })
})

describe('domain.md 2.7 required actions', () => {
  test('UPDATE_PASSWORD asks for a new password, once', async () => {
    await importFile(sql, 'x.json', realm({ requiredActions: ['UPDATE_PASSWORD'] }))
    const who = { nip: '198501012010011901', password: 'Contoh-Sandi-2026!' }
    const browser = await atSignIn(sql)
    expect((await typePassword(browser, who)).path).toBe(paths.newPassword)
    const better = 'Perahu#Layar-Biru9'
    await browser.send(paths.newPassword, { new_password: better, confirm_password: better })
    const page = await typePassword(await atSignIn(sql), { ...who, password: better })
    expect(page.path).toBe(paths.activation)
  })

  test('R-PW-05 a sound password without it needs no other', async () => {
    await importFile(sql, 'x.json', realm({}))
    const who = { nip: '198501012010011901', password: 'Contoh-Sandi-2026!' }
    expect((await typePassword(await atSignIn(sql), who)).path).toBe(paths.activation)
  })
})

describe('R-AK-02 an export beside the national data', () => {
  test('adds the password and leaves name, agency and address', async () => {
    const national = {
      nip: '198501012010011901',
      name: 'Nama Nasional',
      agency: '7001',
      email: 'n@x.example',
    }
    await importFile(sql, 'people.csv', peopleCsv([national]))
    await importPath(sql, SAMPLE)
    const [row] = await sql`
      select p.name, g.code, w.kind, e.address
      from people p join agencies g on g.id = p.agency join passwords w on w.person = p.id
      join email_addresses e on e.person = p.id join login_identifiers i on i.person = p.id
      where i.identifier = '198501012010011901'`
    expect(row).toEqual({
      name: 'Nama Nasional',
      code: '7001',
      kind: 'keycloak',
      address: 'n@x.example',
    })
  })

  test('waits in no agency until the national data names one', async () => {
    await importPath(sql, SAMPLE)
    const agency = async () =>
      (
        await sql`select g.code from people p join agencies g on g.id = p.agency
        join login_identifiers i on i.person = p.id where i.identifier = '198501012010011901'`
      )[0]
    expect(await agency()).toEqual({ code: '0000' })
    const national = { nip: '198501012010011901', name: 'Nama', agency: '7002' }
    await importFile(sql, 'people.csv', peopleCsv([national]))
    expect(await agency()).toEqual({ code: '7002' })
  })
})

describe('R-HA-05 a legacy hash', () => {
  afterEach(async () => {
    await sql`update passwords set imported_at = now()`
  })

  test('goes after 180 days unused, with an event that no mail tells; one of our own stays', async () => {
    await importPath(sql, SAMPLE)
    const own = await passwords.hash('x')
    await sql`update passwords set imported_at = now() - interval '179 days'`
    const [first, second] = await sql<
      { person: string }[]
    >`select person from passwords order by person`
    await sql`update passwords set imported_at = now() - interval '181 days' where person in (${first?.person ?? ''}, ${second?.person ?? ''})`
    await sql`update passwords set kind = 'own', body = ${sql.json({ ...own, mac: '' } as never)} where person = ${second?.person ?? ''}`
    const app = asApplication(sql)
    await app`select delete_unused_legacy_passwords()`
    expect(await sql`select from passwords`).toHaveLength(withPassword.length - 1)
    expect(
      await sql`select person, actor from events where kind = 'legacyPasswordDeleted'`,
    ).toEqual([{ person: first?.person, actor: null }])
    expect(await sql`select from outbox`).toEqual([])
  })
})
