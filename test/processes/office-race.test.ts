import { availableParallelism } from 'node:os'
import { describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { giveAgencyCode } from '#test/support/agency-code.ts'
import { TWO_DEVICES } from '#test/support/at-counter.ts'
import { addAgency, addPerson, PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { type Caller, caller } from '#test/support/caller.ts'
import { byAccount, contestsAt } from '#test/support/contests.ts'
import { openDesk, presentPasswords } from '#test/support/desk.ts'
import { signIn } from '#test/support/last-steps.ts'
import { callInHat, proposeEmail } from '#test/support/office-callers.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

/** The mails stay unsent, so that they can be counted where they wait. */
const desk = await openDesk({ JOBS: 'off' })
const [one, other] = await Promise.all([desk.start(), desk.start()])
const owner = await desk.owner()
const hash = await presentPasswords.hash(PASSWORD)
const { whileAllWait, inTurn, happenedTo, mailsOf } = contestsAt(owner, other.url)
/** Of both processes, twice the cores and one each: as many statements can be under way at once. */
const CONNECTIONS = 2 * (2 * availableParallelism() + 1)

const APPROVE = { decision: 'setujui' }
const WITHDRAW = { decision: 'tarik' }

describe('T-RACE one re-activation code', () => {
  test('typed into 50 sign-ins at two processes lets in one of them', async () => {
    const { person, posts } = await addTyping()
    await whileAllWait(byAccount(person), posts, CONNECTIONS)
    expect(await happenedTo(person, 'mfaResetGranted')).toBe(1)
    expect(await letIn(person)).toBe(1)
  })

  test('is taken once, though no limit of tries stands before it', async () => {
    const { person, posts } = await addTyping()
    await liftTries(person)
    const replies = await whileAllWait(byAccount(person), posts, CONNECTIONS)
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
    expect(await happenedTo(person, 'mfaResetGranted')).toBe(1)
    expect(await letIn(person)).toBe(1)
  })
})

describe('T-RACE one request for another email', () => {
  test('approved at once by two officers at two processes is carried out once', async () => {
    const { person, path, officers } = await addRequest()
    const replies = await whileAllWait(
      byAccount(person),
      officers.map((officer) => () => officer.post(path, APPROVE)),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await corrections(person)).toBe(1)
    expect(await happenedTo(person, 'emailCorrectionApproved')).toBe(1)
    expect(await mailsOf(person, 'correctionCode')).toBe(1)
  })

  test('withdrawn before it is approved sends nothing; approved before, it stays so', async () => {
    for (const turn of ['withdraw', 'approve'] as const) {
      const { person, path, asker, officers } = await addRequest()
      const withdraw = () => asker.post(path, WITHDRAW)
      const approve = async () => (officers[1] ?? asker).post(path, APPROVE)
      const replies = await inTurn(
        byAccount(person),
        turn === 'withdraw' ? [withdraw, approve] : [approve, withdraw],
      )
      const isApproved = turn === 'approve'
      expect(replies.map(({ status }) => status)).toEqual([303, 422])
      expect(await stateOfRequest(person)).toBe(isApproved ? 'done' : 'withdrawn')
      expect(await corrections(person)).toBe(isApproved ? 1 : 0)
      expect(await happenedTo(person, 'approvalEnded')).toBe(isApproved ? 0 : 1)
    }
  })
})

describe('T-RACE one role', () => {
  test('asked for twice at the same instant waits once', async () => {
    const { agency, person, asker } = await addAdmins()
    const second = await enter(agency, 'agencyAdmin', other.url)
    const replies = await whileAllWait(
      byAccount(person),
      [asker, second].map((admin) => () => askRole(admin, person)),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await happenedTo(person, 'mandateAsked')).toBe(1)
  })

  test('approved at once by two admins at two processes is given once', async () => {
    const { person, path, admins } = await addRoleRequest()
    const replies = await whileAllWait(
      byAccount(person),
      admins.map((admin) => () => admin.post(path, { decision: 'approved' })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await mandatesOf(person)).toBe(1)
    expect(await happenedTo(person, 'mandateGiven')).toBe(1)
  })

  test('withdrawn before it is approved is not given; approved before, it stays', async () => {
    for (const turn of ['withdraw', 'approve'] as const) {
      const { person, path, asker, admins } = await addRoleRequest()
      const withdraw = () => asker.post(path, { decision: 'withdrawn' })
      const approve = async () => (admins[1] ?? asker).post(path, { decision: 'approved' })
      await inTurn(
        byAccount(person),
        turn === 'withdraw' ? [withdraw, approve] : [approve, withdraw],
      )
      expect(await stateOfRequest(person)).toBe(turn === 'withdraw' ? 'withdrawn' : 'done')
      expect(await mandatesOf(person)).toBe(turn === 'withdraw' ? 0 : 1)
    }
  })
})

/** Fifty sign-ins, half of them at each process, each about to type the code. */
async function addTyping() {
  const person = await addPerson(owner, { hash })
  const { typed } = await giveAgencyCode(owner, person, { madeAt: new Date() })
  const browsers: Caller[] = []
  for (let at = 0; at < 50; at += 1) {
    const browser = caller(at % 2 ? one.url : other.url)
    await signIn(browser, person.nip, person.password)
    await browser.get(paths.agencyCode)
    browsers.push(browser)
  }
  const posts = browsers.map((one) => () => one.post(paths.code, { agency_code: typed }))
  return { person, posts }
}

/** A person of an agency about whom `asker` asks, and two colleagues, one at each process. */
async function addRequest() {
  const agency = await addAgency(owner)
  const person = await addPerson(owner, { hash, agency, emails: ['lama@instansi.example'] })
  const asker = await enter(agency, 'officer', one.url)
  const path = await proposeEmail(asker, person, 'baru@instansi.example')
  return { person, path, asker, officers: await colleagues(agency, 'officer', path) }
}

async function addAdmins() {
  const agency = await addAgency(owner)
  const person = await addPerson(owner, { hash, agency })
  await addPerson(owner, { hash, agency, role: 'agencyAdmin' })
  return { agency, person, asker: await enter(agency, 'agencyAdmin', one.url) }
}

async function addRoleRequest() {
  const { agency, person, asker } = await addAdmins()
  await askRole(asker, person)
  const [request] = await owner<{ id: string }[]>`
    select id from approval_requests where person = ${person.id}`
  const path = paths.roleRequest(request?.id ?? '')
  await asker.get(path)
  return { person, path, asker, admins: await colleagues(agency, 'agencyAdmin', path) }
}

async function askRole(admin: Caller, { id }: SomePerson) {
  const path = paths.newRoleFor(id)
  const day = (days: number) =>
    new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
  const reason = 'Menggantikan petugas yang pensiun.'
  await admin.get(path)
  const form = { role: 'officer', unit: '', from: day(0), until: day(100), reason }
  return admin.post(path, form)
}

async function colleagues(agency: AgencyId, role: Role, path: string): Promise<Caller[]> {
  const found = [await enter(agency, role, one.url), await enter(agency, role, other.url)]
  await Promise.all(found.map((officer) => officer.get(path)))
  return found
}

async function enter(agency: AgencyId, role: Role, url: string): Promise<Caller> {
  return callInHat(owner, url, await addPerson(owner, { hash, agency, role, devices: TWO_DEVICES }))
}

/** Tries count no more, so that what stands behind them is seen. */
async function liftTries({ id }: SomePerson): Promise<void> {
  const name = id.replaceAll('-', '')
  const [code] = await owner<{ id: string }[]>`
    select id from mfa_resets where person = ${id} and state = 'issued'`
  await owner`
    create or replace function lift_tries() returns trigger language plpgsql as $$
    begin new.tries := 0; return new; end $$`
  await owner.unsafe(`
    create trigger lift_${name} before update on sign_ins for each row
      when (old.person = '${id}') execute function lift_tries();
    create trigger lift_${name} before update on reactivation_codes for each row
      when (old.reset = '${code?.id}') execute function lift_tries()`)
}

async function letIn({ id }: SomePerson): Promise<number> {
  const rows = await owner`
    select from sign_ins s join mfa_resets m on m.id = s.mfa_reset
    where s.person = ${id} and m.state = 'granted'`
  return rows.length
}

async function corrections({ id }: SomePerson): Promise<number> {
  return (await owner`select from email_corrections where person = ${id}`).length
}

async function mandatesOf({ id }: SomePerson): Promise<number> {
  return (await owner`select from mandates where person = ${id}`).length
}

async function stateOfRequest({ id }: SomePerson): Promise<string | undefined> {
  const [row] = await owner<{ state: string }[]>`
    select state from approval_requests where person = ${id}`
  return row?.state
}
