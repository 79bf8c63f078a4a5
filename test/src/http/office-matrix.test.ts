import { beforeAll, describe, expect, test } from 'vitest'
import { type Hat, hatsFor } from '#domain/access/hat.ts'
import type { Role } from '#domain/access/mandate.ts'
import { permits } from '#domain/access/permission.ts'
import { isInScope, mayActOn, type Reached, scopeOf } from '#domain/access/scope.ts'
import type { PersonId } from '#domain/person.ts'
import { PERMISSION_ASKED } from '#src/http/admit.ts'
import { routes } from '#src/http/routes.ts'
import {
  addAgency,
  addPerson,
  addUnit,
  NOW,
  PASSWORD,
  type SomePerson,
} from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { fieldsOn, mandatesOf, rowsAbout } from '#test/support/office.ts'
import { passwords } from '#test/support/secrets.ts'
import { atSignIn, type Browser, inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

/**
 * T-MATRIX for those who act for others: nothing is named here but roles and whose somebody is. What
 * must happen is computed by the domain, and each effect looked for in the rows of whom it would be
 * about, so that a route is covered when it is declared.
 */

const LONG = 120_000

const sql = await testDatabase()
const agency = await addAgency(sql)
const unit = await addUnit(sql, agency)
const otherUnit = await addUnit(sql, agency)
const elsewhere = await addAgency(sql)

const ROLES: Record<Role, Role> = {
  officer: 'officer',
  verifier: 'verifier',
  archivist: 'archivist',
  appraiser: 'appraiser',
  approver: 'approver',
  legalOfficer: 'legalOfficer',
  inspector: 'inspector',
  agencyAdmin: 'agencyAdmin',
  nationalAdmin: 'nationalAdmin',
  auditor: 'auditor',
}

type Actor = { name: string; id: PersonId; browser: Browser; owned: Hat[]; worn: Hat | undefined }
const actors: Actor[] = []

async function addActor(name: string, role: Role, wears: boolean, limit?: string): Promise<void> {
  const enter = wears ? inOffice : signedIn
  const { person, browser } = await (enter as typeof inOffice)(sql, { role, agency, unit })
  if (limit) await sql`update mandates set unit = ${limit} where person = ${person.id}`
  const owned = await mandatesOf(sql, person.id)
  actors.push({ name, id: person.id, browser, owned, worn: wears ? owned[0] : undefined })
}

beforeAll(async () => {
  for (const role of Object.values(ROLES)) {
    await addActor(role, role, true)
    await addActor(`${role} without the hat`, role, false)
  }
  await addActor('officer of a unit', 'officer', true, unit)
  const employee = await signedIn(sql, {}, { agency, unit })
  const noHats = { owned: [], worn: undefined }
  actors.push({ name: 'employee', id: employee.person.id, browser: employee.browser, ...noHats })
  const nobody = { name: 'nobody', id: crypto.randomUUID() as PersonId, ...noHats }
  actors.push({ ...nobody, browser: await atSignIn(sql) })
}, LONG)

/** Whose password nobody types, so that one hash serves all. */
const hash = await passwords.hash(PASSWORD)

function addTarget(fields: Partial<SomePerson>) {
  return addPerson(sql, { hash, ...fields })
}

const TARGETS = {
  own: async () => (await addTarget({ agency, unit, emails: ['a@x.example'] })).id,
  otherUnit: async () => (await addTarget({ agency, unit: otherUnit })).id,
  otherAgency: async () => (await addTarget({ agency: elsewhere })).id,
  oneself: async ({ id }: Actor) => id,
  agencyAdmin: async () => (await addTarget({ agency, unit, role: 'agencyAdmin' })).id,
  nationalAdmin: async () => (await addTarget({ agency, unit, role: 'nationalAdmin' })).id,
  auditorElsewhere: async () => (await addTarget({ agency: elsewhere, role: 'auditor' })).id,
} satisfies Record<string, (actor: Actor) => Promise<PersonId>>

const TEXT = 'Pegawai datang ke loket dengan kartu pegawai'

/** A correction of their email, asked for by an officer of their agency. */
async function addRequest(person: PersonId): Promise<string> {
  const [where] = await sql<{ agency: typeof agency }[]>`
    select agency from people where id = ${person}`
  const asker = await addTarget({ agency: where?.agency, role: 'officer' })
  const [request] = await sql<{ id: string }[]>`
    insert into approval_requests
      (id, kind, person, agency, what, reason, asked_by, asked_as, asked_at, expires_at, state)
    select gen_random_uuid(), 'emailCorrection', ${person}, m.agency,
      '{"slot": "1", "address": "baru@x.example", "replaces": null, "evidence": "present", "ticket": ""}',
      ${TEXT}, m.person, m.id, ${NOW}, ${NOW}::timestamptz + interval '1 day', 'open'
    from mandates m where m.person = ${asker.id} returning id`
  return request?.id ?? ''
}

/** Whoever is not let in is so before anybody is looked for: one target shows it. */
function targetsFor({ worn }: Actor, asked: Asked) {
  const all = Object.entries(TARGETS)
  return worn && permits(worn, asked) ? all : all.slice(0, 1)
}

type Verdict = 'signIn' | 'putOn' | 'noSuchAddress' | 'outOfScope' | 'lookOnly' | 'yes'

async function verdictOf(actor: Actor, asked: Asked, target?: PersonId): Promise<Verdict> {
  const { worn, owned, id } = actor
  if (actor.name === 'nobody') return 'signIn'
  if (!worn || !permits(worn, asked))
    return hatsFor(owned, asked, NOW).length > 0 ? 'putOn' : 'noSuchAddress'
  if (!target) return 'yes'
  const mandates = await mandatesOf(sql, target)
  const [place] = await sql<(Pick<Reached, 'agency'> & { unit: typeof unit | null })[]>`
    select agency, unit from people where id = ${target}`
  const unitAndAbove = place?.unit ? [place.unit] : []
  const reached = place && { agency: place.agency, unitAndAbove, mandates }
  if (!reached || !isInScope(scopeOf(worn), reached, NOW)) return 'outOfScope'
  const may = mayActOn({ person: id, role: worn.role }, { person: target, mandates }, NOW)
  return may === 'yes' ? 'yes' : 'lookOnly'
}

type Asked = (typeof PERMISSION_ASKED)[keyof typeof PERMISSION_ASKED]
type Route = { method: (typeof routes)[number]['method']; path: string; asked: Asked }

/** Where `:id` is a person; elsewhere it is a thing, and whom it is about is that area's own matter. */
const OF_PEOPLE = paths.employee(':id')

/** Bytes of an upload come by PATCH, within their sender's own alone: test/src/http/archive. */
const offices: Route[] = routes.flatMap(({ method, path, audience }) =>
  (method === 'GET' || method === 'POST') && audience in PERMISSION_ASKED
    ? [{ method, path, asked: PERMISSION_ASKED[audience as keyof typeof PERMISSION_ASKED] }]
    : [],
)

function addressOf({ path }: Route, person: PersonId): string {
  return path.replace(':id', person).replace(':type', 'drh')
}

/** What is wrong with an answer, if anything. */
function objectionTo(verdict: Verdict, got: { status: number; location: string }, path: string) {
  const { status, location } = got
  switch (verdict) {
    case 'signIn':
      return location !== paths.signIn
    case 'putOn':
      return location !== paths.hatsFor(path)
    case 'noSuchAddress':
    case 'outOfScope':
      return status !== 404
    case 'lookOnly':
      return ![200, 303, 404, 422].includes(status)
    case 'yes':
      return ![200, 303, 422].includes(status)
  }
}

async function ask({ method }: Route, path: string, actor: Actor, form: Record<string, string>) {
  await actor.browser.get(actor.name === 'nobody' ? paths.signIn : paths.home)
  const { browser } = actor
  const answer = method === 'GET' ? await browser.get(path) : await browser.post(path, form)
  return { status: answer.status, location: answer.headers.get('Location') ?? '' }
}

/** The form filled in as somebody who may would: whatever is refused then is refused for who asks. */
async function formOf(route: Route): Promise<Record<string, string>> {
  if (route.method === 'GET') return {}
  for (const { browser, worn } of actors) {
    if (!worn || !permits(worn, route.asked)) continue
    const path = addressOf(route, await TARGETS.own())
    const page = await browser.get(path)
    if (page.status === 200) return fieldsOn(page.body, path)
  }
  return {}
}

describe('T-MATRIX offices', () => {
  test('there are some, for each of the permissions that a route asks', () => {
    expect(offices.length).toBeGreaterThan(10)
  })

  test.each(offices.filter(({ path }) => path.startsWith(OF_PEOPLE)))(
    '$method $path by every role on everybody',
    async (route) => {
      const form = await formOf(route)
      const wrong: unknown[] = []
      const unchanged = new Map<string, PersonId>()
      for (const actor of actors)
        for (const [whose, make] of targetsFor(actor, route.asked)) {
          const target = unchanged.get(whose) ?? (await make(actor))
          const path = addressOf(route, target)
          const verdict = await verdictOf(actor, route.asked, target)
          const besides = verdict === 'lookOnly' ? 'views' : undefined
          const before = await rowsAbout(sql, target, besides)
          const got = await ask(route, path, actor, form)
          const isChanged = (await rowsAbout(sql, target, besides)) !== before
          if (objectionTo(verdict, got, path) || (isChanged && verdict !== 'yes'))
            wrong.push({ actor: actor.name, whose, verdict, got, isChanged })
          if (isChanged || whose === 'oneself') unchanged.delete(whose)
          else unchanged.set(whose, target)
        }
      expect(wrong).toEqual([])
    },
    LONG,
  )

  test.each(offices.filter(({ path }) => !path.includes(':')))(
    '$method $path by every role',
    async (route) => {
      const form = await formOf(route)
      const wrong: unknown[] = []
      for (const actor of actors) {
        const verdict = await verdictOf(actor, route.asked)
        const got = await ask(route, route.path, actor, form)
        if (objectionTo(verdict, got, route.path)) wrong.push({ actor: actor.name, verdict, got })
      }
      expect(wrong).toEqual([])
    },
    LONG,
  )

  test.each(offices.filter(({ path }) => path.includes(':') && !path.startsWith(OF_PEOPLE)))(
    '$method $path by every role, of a thing that is not there',
    async (route) => {
      const wrong: unknown[] = []
      for (const actor of actors) {
        const path = route.path.replace(/:\w+/g, crypto.randomUUID())
        const verdict = await verdictOf(actor, route.asked)
        const got = await ask(route, path, actor, {})
        const isThere = verdict === 'yes' && got.status === 404
        if (!isThere && objectionTo(verdict, got, path))
          wrong.push({ actor: actor.name, verdict, got })
      }
      expect(wrong).toEqual([])
    },
    LONG,
  )

  test.each(offices.filter(({ path }) => path.startsWith(paths.approval(':id'))))(
    'R-AD-02 $method $path by every role, about everybody',
    async (route) => {
      const wrong: unknown[] = []
      for (const actor of actors.filter(({ worn }) => worn && permits(worn, route.asked)))
        for (const [whose, make] of Object.entries(TARGETS)) {
          const target = await make(actor)
          const path = route.path.replace(':id', await addRequest(target))
          const verdict = await verdictOf(actor, route.asked, target)
          const isReached = verdict === 'yes' || verdict === 'lookOnly'
          const besides = isReached ? 'views' : undefined
          const before = await rowsAbout(sql, target, besides)
          const got = await ask(route, path, actor, { decision: 'tolak', reason: TEXT })
          const isChanged = (await rowsAbout(sql, target, besides)) !== before
          const isSeen = got.status !== 404
          const { worn } = actor
          const mayDecide = verdict === 'yes' && route.method === 'POST'
          const isMissed =
            whose === 'own' && worn?.agency === agency && verdict === 'yes' && !isSeen
          if ((isSeen && !isReached) || isMissed || (isChanged && !mayDecide))
            wrong.push({ actor: actor.name, whose, verdict, got, isChanged })
        }
      expect(wrong).toEqual([])
    },
    LONG,
  )

  test(
    'the acts that are allowed do happen, or the matrix would show nothing',
    async () => {
      const acts = offices.filter(
        ({ method, path }) => method === 'POST' && path.startsWith(OF_PEOPLE),
      )
      const officer = actors.find(({ name }) => name === 'officer')
      const happened = []
      for (const route of acts) {
        const target = await TARGETS.own()
        const before = await rowsAbout(sql, target)
        const form = await formOf(route)
        if (officer) await ask(route, addressOf(route, target), officer, form)
        if ((await rowsAbout(sql, target)) !== before) happened.push(route.path)
      }
      expect(happened.length).toBeGreaterThanOrEqual(Math.floor(acts.length / 2))
    },
    LONG,
  )
})
