import { createHash } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { caller } from '#test/support/caller.ts'
import { openDesk } from '#test/support/desk.ts'
import {
  addClasses,
  bytesOf,
  CLASSES,
  compare,
  sample,
  type TryOne,
} from '#test/support/time-classes.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 300_000 })

const EACH = 300
const DEADLINE = 150
const AT_ONCE = 4

/** No sender runs, for the machine is to do nothing else. */
const desk = await openDesk({ RESPONSE_DEADLINE_MS: String(DEADLINE), JOBS: 'off' })
const portal = await desk.start()
const owner = await desk.owner()
await addClasses(owner, EACH)
await owner`
  insert into email_addresses (person, address, since, usable_from)
  select id, id || '@instansi.example', '2020-01-01', '2020-01-01' from people
  where agency = '00000000-0000-4000-8000-000000000001'`
afterAll(() => portal.stop())

/** A number was typed in this browser; the security check before it is another test's. */
async function named(url: string, nip: string) {
  const browser = caller(url)
  await browser.get(paths.signIn)
  const name = createHash('sha256')
    .update(browser.cookies.get('pre') ?? '')
    .digest()
  const [row] = await owner<{ person: string }[]>`
    insert into resets (id, purpose, id_hash, person, state, started_at, expires_at)
    select gen_random_uuid(), 'password', ${name},
      (select a.person from login_identifiers i join accounts a on a.person = i.person
        where i.identifier = ${nip} and a.state <> 'disabled'),
      'named', now(), now() + interval '30 minutes'
    returning person`
  return { browser, email: `${row?.person ?? 'siapa'}@instansi.example` }
}

/** `emptyPassword` stands for whoever gives an address that is not theirs. */
const askForCode: TryOne = async (url, one, nip) => {
  const { browser, email } = await named(url, nip)
  const typed = one === 'emptyPassword' ? 'lain@instansi.example' : email
  const reply = await browser.post(paths.resetEmail, { email: typed })
  return { milliseconds: reply.milliseconds, bytes: bytesOf(reply, nip) }
}

const typeWrongCode: TryOne = async (url, _, nip) => {
  const { browser, email } = await named(url, nip)
  await browser.send(paths.resetEmail, { email })
  const reply = await browser.post(paths.resetCode, { email_code: '00000000' })
  const page = bytesOf(reply, nip).replace(/pukul \d\d\.\d\d WIB/, '')
  return { milliseconds: reply.milliseconds, bytes: page }
}

test.each([
  ['an address', askForCode],
  ['a wrong code', typeWrongCode],
])(
  'T-TIME whatever a name stands for, %s is answered alike, in bytes and time',
  async (_, step) => {
    await owner`delete from resets`
    await owner`delete from throttles`
    const samples = await sample(portal.url, EACH, AT_ONCE, step)
    const comparisons = compare(samples)
    for (const one of comparisons)
      process.stdout.write(`${one.class} ${one.median.toFixed(2)} ms p ${one.p.toFixed(3)}\n`)
    const answers = new Set(CLASSES.flatMap((one) => samples[one].map(({ bytes }) => bytes)))
    expect([...answers]).toHaveLength(1)
    expect(comparisons.filter(({ verdict }) => verdict === 'different')).toEqual([])
  },
)
