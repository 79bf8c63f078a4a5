import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeRecord } from '#domain/import/judge-record.ts'
import type { Candidate, Met } from '#domain/import/met.ts'
import type { EndOfService, LegalPosition } from '#domain/import/service.ts'
import type { Verdict } from '#domain/import/verdict.ts'
import type { LoginName } from '#domain/login-name.ts'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { Nip } from '#domain/nip.ts'
import type { PersonId } from '#domain/person.ts'
import { copyLine } from '#src/import/staged-person.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { ALL_BLOCKS, judged } from '#src/store/import/judged.ts'
import { copyPeople, refuseClaimedTwice } from '#src/store/import/staging.ts'
import { testDatabase } from '#test/support/database.ts'
import { importAgencies, importFile } from '#test/support/importing.ts'

const sql = await testDatabase()
await importAgencies(sql)
const UNITS = [
  ['7001', 'A'],
  ['7001', 'B'],
  ['7002', 'A'],
]
await importFile(
  sql,
  'units.csv',
  `agency,code,name,parent_code\n${UNITS.map(([agency, code]) => `${agency},${code},Dinas,\n`).join('')}`,
)

const NUMBERS = ['198501012010011901', '198501012010011902', '199308172024212903'] as Nip[]
const USER_NAMES = ['budi', 'siti'] as LoginName[]
const EMAILS = ['a@x.example', 'b@x.example', 'c@x.example'] as EmailAddress[]
const HASHES = [
  { algorithm: 'pbkdf2', value: 'eA==' },
  { algorithm: 'pbkdf2', value: 'eQ==' },
]

const number = fc.constantFrom(...NUMBERS)
const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: undefined })
const service = fc.record({
  position: maybe(fc.constantFrom(...(['01', '66', '99'] as LegalPosition[]))),
  ending: maybe(fc.constantFrom(...(['1', '2'] as EndOfService[]))),
})

const record: fc.Arbitrary<Omit<Candidate, 'credentials'>> = fc
  .record({
    nip: number,
    formerNip: fc.option(number, { nil: undefined, freq: 3 }),
    userName: fc.option(fc.constantFrom(...USER_NAMES), { nil: undefined, freq: 2 }),
    name: maybe(fc.constantFrom('Budi', 'Siti')),
    kind: fc.constant(undefined),
    agency: maybe(fc.constantFrom('7001', '7002', '9999')),
    unit: maybe(fc.constantFrom('A', 'B', 'Z')),
    service,
    emails: fc.uniqueArray(fc.constantFrom(...EMAILS), { maxLength: 2 }),
  })
  .map((one) => ({ ...one, formerNip: one.formerNip === one.nip ? undefined : one.formerNip }))

const credentials = fc.record({
  ssoDisabled: fc.boolean(),
  hash: maybe(fc.constantFrom(...HASHES)),
  hasDevices: fc.boolean(),
})

const account = fc.constantFrom<Pick<Met, 'account' | 'mfa'>>(
  { account: { state: 'created', closedFrom: undefined }, mfa: 'none' },
  { account: { state: 'active', closedFrom: undefined }, mfa: 'inUse' },
  { account: { state: 'frozen', closedFrom: undefined }, mfa: 'inUse' },
  { account: { state: 'disabled', closedFrom: undefined }, mfa: 'inUse' },
  { account: { state: 'disabled', closedFrom: 'created' }, mfa: 'none' },
  { account: { state: 'disabled', closedFrom: 'active' }, mfa: 'reactivation' },
)

/** Somebody with one number in force; names that others have too are taken from the later one. */
const somebody = fc
  .record({
    past: fc.uniqueArray(number, { maxLength: 1 }),
    nip: number,
    userName: maybe(fc.record({ name: fc.constantFrom(...USER_NAMES), inForce: fc.boolean() })),
    name: fc.constantFrom('Budi', 'Siti'),
    kind: fc.constantFrom('pns' as const, 'cpns' as const, 'pppk' as const),
    home: fc.constantFrom(
      { agency: '7001', unit: undefined },
      { agency: '7001', unit: 'B' },
      { agency: '7002', unit: 'A' },
    ),
    service,
    toldEmails: fc.uniqueArray(fc.constantFrom(...EMAILS), { maxLength: 2 }),
    account,
    ssoDisabled: fc.boolean(),
    password: maybe(
      fc.oneof(
        fc.constant({ kind: 'own' as const, body: {} }),
        fc.constantFrom(...HASHES).map((body) => ({ kind: 'keycloak' as const, body })),
      ),
    ),
  })
  .map(({ past, nip, userName, account, password, home, ...one }): Somebody => {
    const names = [
      { name: nip as string, inForce: true, kind: 'number' as const },
      ...past
        .filter((other) => other !== nip)
        .map((name) => ({ name, inForce: false, kind: 'number' as const })),
      ...(userName ? [{ ...userName, kind: 'userName' as const }] : []),
    ]
    return {
      ...one,
      ...home,
      ...account,
      names,
      body: password,
      id: crypto.randomUUID() as PersonId,
      password: toPassword(password),
    }
  })

type Somebody = Met & { body: { kind: 'own' | 'keycloak'; body: object } | undefined }

function toPassword(password: Somebody['body']): Met['password'] {
  if (!password || password.kind === 'own') return password && { kind: 'own' }
  return { kind: 'keycloak', hash: JSON.stringify(password.body) }
}

/** Nobody has a name that somebody before them has; whoever is left without a number is left out. */
function apart(people: readonly Somebody[]): Somebody[] {
  const taken = new Set<string>()
  return people.flatMap((one) => {
    const names = one.names.filter(({ name }) => !taken.has(name))
    if (!names.some(({ kind, inForce }) => kind === 'number' && inForce)) return []
    for (const { name } of names) taken.add(name)
    return [{ ...one, names }]
  })
}

test.each(['people', 'keycloak'] as const)(
  'R-AK-02 a file of %s is judged by the database as by the model, whatever is there',
  async (source) => {
    const bySso = source === 'keycloak'
    const rows = fc.array(fc.record({ record, sso: credentials }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(somebody, { maxLength: 3 }), rows, async (crowd, file) => {
        const people = apart(crowd)
        const candidates = file.map(({ record: one, sso }) => ({
          ...one,
          credentials: bySso ? { ...sso, hash: sso.hash && JSON.stringify(sso.hash) } : undefined,
        }))
        await put(people)
        await copyPeople(sql, lines(file, bySso))
        await refuseClaimedTwice(sql)
        expect(await verdicts(source)).toEqual(
          candidates.map((one) => expected(one, candidates, people)),
        )
      }),
      { numRuns: 80 },
    )
  },
  180_000,
)

async function* lines(
  file: readonly {
    record: Omit<Candidate, 'credentials'>
    sso: { ssoDisabled: boolean; hash: object | undefined; hasDevices: boolean }
  }[],
  bySso: boolean,
): AsyncIterable<string> {
  for (const [at, { record: one, sso }] of file.entries()) {
    const devices = sso.hasDevices ? [device()] : []
    const credentials = {
      disabled: sso.ssoDisabled,
      hash: sso.hash as Record<string, unknown>,
      mustChange: false,
      devices,
    }
    const id = crypto.randomUUID()
    yield copyLine({ file: 1, line: at + 1, id, record: one, sso: bySso ? credentials : undefined })
  }
}

function device() {
  return { id: crypto.randomUUID(), name: 'HP', nameKey: 'hp', keyId: 's1', sealed: 'eA==' }
}

function expected(one: Candidate, all: readonly Candidate[], people: readonly Met[]): Verdict {
  const whoHas = (name: string) =>
    people.find(({ names }) => names.some((known) => known.name === name))
  const claims = ({ nip, formerNip, userName }: Candidate) => [
    ...[nip, formerNip, userName].filter((name) => name !== undefined),
    ...((formerNip && whoHas(formerNip)?.names.map(({ name }) => name)) ?? []),
  ]
  const own = claims(one)
  const isClaimedByOthers = all.some(
    (other) => other !== one && claims(other).some((name) => own.includes(name as Nip)),
  )
  return judgeRecord(one, {
    whoHas,
    isAgency: (code) => code !== '9999',
    isUnit,
    isClaimedByOthers,
  })
}

function isUnit(agency: string, code: string): boolean {
  return UNITS.some(([of, name]) => of === agency && name === code)
}

async function verdicts(source: 'people' | 'keycloak'): Promise<Verdict[]> {
  const rows = await inTransaction(
    sql,
    async (tx) =>
      await tx<{ refused: string | null; isNew: boolean; changes: string[] | null }[]>`
      select refused, is_new, changes from (${judged(tx, source, ALL_BLOCKS)}) j order by line`,
  )
  return rows.map(({ refused, isNew, changes }) => {
    if (refused) return { kind: 'refused', reason: refused } as Verdict
    if (isNew) return { kind: 'new' }
    return changes?.length ? ({ kind: 'changed', changes } as Verdict) : { kind: 'unchanged' }
  })
}

async function put(people: readonly Somebody[]): Promise<void> {
  // Quicker than truncate, which makes new files for all that may refer to people.
  for (const table of [
    'email_addresses',
    'passwords',
    'accounts',
    'login_identifiers',
    'people',
    'import_people',
  ])
    await sql`delete from ${sql(table)}`
  for (const one of people) await putOne(sql, one)
}

async function putOne(into: Sql, one: Somebody): Promise<void> {
  await into`
    insert into people (id, name, agency, unit, kind, legal_position, end_of_service)
    select ${one.id}, ${one.name}, g.id, u.id, ${one.kind}, ${one.service.position ?? null}, ${one.service.ending ?? null}
    from agencies g left join units u on u.agency = g.id and u.code = ${one.unit ?? null}
    where g.code = ${one.agency}`
  for (const { name, inForce, kind } of one.names)
    await into`
      insert into login_identifiers (identifier, person, kind, valid_from, valid_to)
      values (${name}, ${one.id}, ${kind === 'number' ? 'nip' : 'userName'}, '2020-01-01', ${inForce ? null : '2021-01-01'})`
  await into`
    insert into accounts (person, state, state_since, mfa, closed_from, sso_disabled)
    values (${one.id}, ${one.account.state}, '2020-01-01', ${one.mfa}, ${one.account.closedFrom ?? null}, ${one.ssoDisabled})`
  if (one.body)
    await into`
      insert into passwords (person, kind, body)
      values (${one.id}, ${one.body.kind}, ${into.json(one.body.body as never)})`
  for (const [at, address] of one.toldEmails.entries())
    await into`
      insert into email_addresses (person, slot, address, since, usable_from, told)
      values (${one.id}, ${at + 1}, ${address}, '2020-01-01', '2020-01-01', true)`
}
