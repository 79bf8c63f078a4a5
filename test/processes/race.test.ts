import { availableParallelism } from 'node:os'
import { expect, test, vi } from 'vitest'
import { diagnosedSteps } from '#domain/mfa/diagnosis.ts'
import { stepAt } from '#domain/mfa/step.ts'
import { codeOf, matchSteps } from '#src/secrets/otp.ts'
import { toStored } from '#src/secrets/password-hash.ts'
import { newRecoveryCode } from '#src/secrets/recovery-codes.ts'
import { addPerson, PASSWORD, SEED, type SomePerson } from '#test/support/builders.ts'
import { type Caller, caller, type Reply } from '#test/support/caller.ts'
import { openDesk, presentPasswords, untilWaiting } from '#test/support/desk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

const desk = await openDesk()
const portals = await Promise.all([desk.start(), desk.start()])
const owner = await desk.owner()
const hash = await presentPasswords.hash(PASSWORD)
/** Of both processes, twice the cores and one each: as many statements can be under way at once. */
const CONNECTIONS = 2 * (2 * availableParallelism() + 1)

test('T-RACE one code in 50 browsers of two processes opens one session and is refused 49 times', async () => {
  const person = await addActive()
  const browsers = await betweenFactors(person, 50)
  const code = codeOf(SEED, stepAt(new Date()))
  const replies = await together(browsers, (one) => one.post(paths.code, { code }))
  expect(openings(replies)).toBe(1)
  expect(refusals(replies)).toBe(49)
  expect(await sessionsOf(person)).toBe(1)
})

test('T-RACE the device row alone decides which of 50 right codes is the first', async () => {
  const person = await addActive()
  const browsers = await betweenFactors(person, 50)
  await liftLimits(person)
  const code = codeOf(SEED, stepAt(new Date()))
  const replies = await allAtOnce(
    (tx) => tx`select from devices where person = ${person.id} for update`,
    browsers,
    (one) => one.post(paths.code, { code }),
  )
  expect(openings(replies)).toBe(1)
  expect(refusals(replies)).toBe(49)
  expect(await sessionsOf(person)).toBe(1)
  expect(await happenedTo(person, 'codeReplayed')).toBe(49)
})

test('T-RACE 50 posts of one sign-in with one code open one session', async () => {
  const person = await addActive()
  const [browser] = await betweenFactors(person, 1)
  const code = codeOf(SEED, stepAt(new Date()))
  const posts = Array.from({ length: 50 }, () => browser)
  const replies = await together(posts, (one) => one?.post(paths.code, { code }))
  expect(openings(replies)).toBe(1)
  expect(await sessionsOf(person)).toBe(1)
})

test('T-RACE one recovery code in 50 browsers opens one session and is refused 49 times', async () => {
  const { person, code } = await addWithRecoveryCode()
  const browsers = await betweenFactors(person, 50)
  await liftLimits(person)
  const replies = await allAtOnce(
    (tx) => tx`select from recovery_codes where person = ${person.id} for update`,
    browsers,
    (one) => one.post(paths.code, { recovery_code: code }),
  )
  expect(openings(replies)).toBe(1)
  expect(refusals(replies)).toBe(49)
  expect(await sessionsOf(person)).toBe(1)
  expect(await happenedTo(person, 'recoveryCodeUsed')).toBe(1)
})

test('T-RACE of 50 recovery codes within an hour no more than 10 are looked at', async () => {
  const { person } = await addWithRecoveryCode()
  const browsers = await betweenFactors(person, 50)
  const replies = await together(browsers, (one) =>
    one.post(paths.code, { recovery_code: newRecoveryCode() }),
  )
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(40)
  expect(await happenedTo(person, 'recoveryCodeWrong')).toBe(10)
})

test('T-RACE of 200 wrong codes sent in parallel 10 are looked at, then the person is locked', async () => {
  const person = await addActive()
  const browsers = await betweenFactors(person, 50)
  const code = wrongCode()
  const posts = Array.from({ length: 4 }, () => browsers).flat()
  const replies = await together(posts, (one) => one.post(paths.code, { code }))
  expect(replies.filter(({ status }) => status >= 500)).toEqual([])
  expect(openings(replies)).toBe(0)
  expect(await happenedTo(person, 'codeWrong')).toBe(10)
  expect(await happenedTo(person, 'codesLocked')).toBe(1)
})

test('T-RACE of 100 wrong passwords from everywhere in parallel 20 are looked at', async () => {
  const person = await addActive()
  const browsers = await atSignIn(100)
  const replies = await together(browsers, (one) => one.post(paths.signIn, wrong(person)))
  expect(replies.filter(({ status }) => status >= 500)).toEqual([])
  expect(await happenedTo(person, 'passwordWrong')).toBe(20)
})

test('T-RACE of 60 wrong passwords from one network in parallel the fifth has to wait', async () => {
  const person = await addActive()
  const browsers = await atSignIn(60, '198.51.100.7')
  const start = performance.now()
  await together(browsers, (one) => one.post(paths.signIn, wrong(person)))
  const seconds = Math.floor((performance.now() - start) / 1000)
  expect(await happenedTo(person, 'passwordWrong')).toBeLessThanOrEqual(4 + seconds)
})

function addActive(): Promise<SomePerson> {
  return addPerson(owner, { hash, judgedAt: new Date() })
}

async function addWithRecoveryCode() {
  const person = await addActive()
  const code = newRecoveryCode()
  const { body } = toStored(await presentPasswords.hash(code.slice(2)))
  await owner`insert into recovery_sets (person, made_at, saved_at) values (${person.id}, now(), now())`
  await owner`
    insert into recovery_codes (person, name, body)
    values (${person.id}, ${code.slice(0, 2)}, ${owner.json(body as never)})`
  return { person, code }
}

/** Half of them at each process. */
async function atSignIn(count: number, address?: string): Promise<Caller[]> {
  const browsers = Array.from({ length: count }, (_, at) =>
    caller(portals[at % 2]?.url ?? '', address ? { address } : {}),
  )
  for (const some of inTurns(browsers, 10))
    await Promise.all(some.map((one) => one.get(paths.signIn)))
  return browsers
}

/** A few at a time, or the limits of the password step would hold some back. */
async function betweenFactors({ nip }: SomePerson, count: number): Promise<Caller[]> {
  const browsers = await atSignIn(count)
  for (const some of inTurns(browsers, 4)) {
    const form = { username: nip, password: PASSWORD }
    const replies = await Promise.all(some.map((one) => one.send(paths.signIn, form)))
    expect(replies.map(({ path }) => path)).toEqual(some.map(() => paths.code))
  }
  return browsers
}

function together<One>(many: One[], act: (one: One) => Promise<Reply> | undefined) {
  return Promise.all(many.map(async (one) => filled(await act(one))))
}

/** Lets go of the row that `hold` locks once every connection of both processes waits for it. */
async function allAtOnce(
  hold: (tx: typeof owner) => Promise<unknown>,
  browsers: Caller[],
  act: (one: Caller) => Promise<Reply>,
): Promise<Reply[]> {
  const { replies } = await owner.begin(async (tx) => {
    await hold(tx as unknown as typeof owner)
    const replies = together(browsers, act)
    await untilWaiting(owner, () => CONNECTIONS)
    return { replies }
  })
  return await replies
}

/** The limits let ten tries of a person pass at once; without them, what stands behind is seen. */
async function liftLimits({ id }: SomePerson): Promise<void> {
  await owner`
    create or replace function lift_limits() returns trigger language plpgsql as $$
    begin
      new.code_failures := 0; new.codes_locked_until := 'epoch';
      new.recovery_failures := 0; new.recovery_hour_count := 0;
      return new;
    end $$`
  await owner.unsafe(`
    create trigger lift_${id.replaceAll('-', '')} before update on accounts for each row
    when (old.person = '${id}') execute function lift_limits()`)
}

function openings(replies: Reply[]): number {
  return replies.filter(({ headers }) => /(^|, )sid=/.test(headers.getSetCookie().join(', ')))
    .length
}

function refusals(replies: Reply[]): number {
  return replies.filter((reply) => reply.status < 500 && openings([reply]) === 0).length
}

async function sessionsOf({ id }: SomePerson): Promise<number> {
  return (await owner`select from sessions where person = ${id}`).length
}

async function happenedTo({ id }: SomePerson, kind: string): Promise<number> {
  return (await owner`select from events where person = ${id} and kind = ${kind}`).length
}

function wrong({ nip }: SomePerson) {
  return { username: nip, password: 'Salah-Sekali-Lagi-5' }
}

/** One that fits no step around now, so that its refusal is no diagnosis. */
function wrongCode(): string {
  const steps = diagnosedSteps(new Date())
  const codes = Array.from({ length: 1000 }, (_, at) => String(at).padStart(6, '0'))
  return filled(codes.find((code) => matchSteps(SEED, code, steps).length === 0))
}

function inTurns<One>(many: One[], size: number): One[][] {
  const turns = Math.ceil(many.length / size)
  return Array.from({ length: turns }, (_, at) => many.slice(at * size, (at + 1) * size))
}

function filled<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('nothing there')
  return value
}
