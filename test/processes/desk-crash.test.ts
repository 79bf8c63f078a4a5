import { afterAll, expect, test, vi } from 'vitest'
import type { MailId } from '#domain/mail/mail.ts'
import { giveAgencyCode } from '#test/support/agency-code.ts'
import { RESET, TWO_DEVICES } from '#test/support/at-counter.ts'
import { addAgency, addPerson, PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { type Caller, caller, type Reply } from '#test/support/caller.ts'
import { killWhileHeld } from '#test/support/crashes.ts'
import { openDesk, presentPasswords } from '#test/support/desk.ts'
import { signIn } from '#test/support/last-steps.ts'
import { callInHat, callSignedIn, proposeEmail } from '#test/support/office-callers.ts'
import { vault } from '#test/support/secrets.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 180_000 })

/** The mails stay unsent, so that the codes can be read where they wait. */
const desk = await openDesk({ JOBS: 'off' })
let portal = await desk.start()
const owner = await desk.owner()
const hash = await presentPasswords.hash(PASSWORD)
const NEW = 'baru@instansi.example'

afterAll(() => portal.stop())

type Step = { person: SomePerson; browser: Caller; post: () => Promise<Reply> }

/** Every table that help at the desk writes to. */
test.each([
  'approval_requests',
  'email_addresses',
  'email_corrections',
  'events',
  'mfa_resets',
  'outbox',
  'reactivation_codes',
])(
  'T-CRASH kill -9 while help at the desk waits for %s leaves all or nothing, and goes on',
  async (table) => {
    const steps = [await atReset(), await atApproval(), await atProof(), await atCode()]
    const posts = steps.map(({ post }) => post)
    expect(await killWhileHeld({ owner, portal, table, posts })).toBeGreaterThan(0)
    for (const { person } of steps) expect(await contradictions(person)).toEqual([])
    portal = await desk.start()
    for (const { person, browser, post } of steps) {
      browser.goTo(portal.url)
      expect([303, 422]).toContain((await post()).status)
      expect(await contradictions(person)).toEqual([])
    }
  },
)

async function atReset(): Promise<Step> {
  const { person, officer } = await atCounter()
  await officer.get(paths.employeeMfaReset(person.id))
  return step(person, officer, paths.employeeMfaReset(person.id), RESET)
}

async function atApproval(): Promise<Step> {
  const { person, officer, second } = await atCounter()
  const path = await proposeEmail(officer, person, NEW)
  await second.get(path)
  return step(person, second, path, { decision: 'setujui' })
}

async function atProof(): Promise<Step> {
  const { person, officer, second } = await atCounter()
  const path = await proposeEmail(officer, person, NEW)
  await second.get(path)
  await second.post(path, { decision: 'setujui' })
  const [mail] = await owner<{ id: MailId; keyId: string; sealed: Buffer }[]>`
    select id, key_id, sealed from outbox where person = ${person.id} and kind = 'correctionCode'`
  const email_code = mail ? vault.openMail(mail.id, mail).code : ''
  const browser = await callSignedIn(portal.url, person)
  await browser.get(paths.ownEmail)
  return step(person, browser, paths.ownEmail, { email_code })
}

async function atCode(): Promise<Step> {
  const person = await addPerson(owner, { hash })
  const { typed } = await giveAgencyCode(owner, person, { madeAt: new Date() })
  const browser = caller(portal.url)
  await signIn(browser, person.nip, person.password)
  await browser.get(paths.agencyCode)
  return step(person, browser, paths.code, { agency_code: typed })
}

function step(
  person: SomePerson,
  browser: Caller,
  path: string,
  form: Record<string, string>,
): Step {
  return { person, browser, post: () => browser.post(path, form) }
}

async function atCounter() {
  const agency = await addAgency(owner)
  const person = await addPerson(owner, { hash, agency, emails: ['lama@instansi.example'] })
  const office = { hash, agency, role: 'officer', devices: TWO_DEVICES } as const
  const officer = await callInHat(owner, portal.url, await addPerson(owner, office))
  return {
    person,
    officer,
    second: await callInHat(owner, portal.url, await addPerson(owner, office)),
  }
}

/** Each is a pair of facts that a change makes true together; the record tells both or neither. */
async function contradictions({ id }: SomePerson): Promise<string[]> {
  const [row] = await owner<Record<string, boolean>[]>`
    with told as (select kind, count(*) as times from events where person = ${id} group by kind),
    times as (select coalesce(max(times) filter (where kind = 'agencyCodeMade'), 0) as made,
      coalesce(max(times) filter (where kind = 'mfaResetGranted'), 0) as granted,
      coalesce(max(times) filter (where kind = 'emailCorrectionAsked'), 0) as asked,
      coalesce(max(times) filter (where kind = 'emailCorrectionApproved'), 0) as approved,
      coalesce(max(times) filter (where kind = 'emailCorrected'), 0) as corrected from told)
    select
      made = (select count(*) from reactivation_codes c join mfa_resets m on m.id = c.reset
        where m.person = ${id} and c.sealed is not null or m.person = ${id} and made > 0)
        as "a code and its event",
      granted = (select count(*) from mfa_resets where person = ${id} and state = 'granted')
        as "a code that was typed and what it opened",
      granted = (select count(*) from sign_ins where person = ${id} and mfa_reset is not null)
        as "what was opened and for whom",
      asked = (select count(*) from approval_requests where person = ${id}) as "a request and its event",
      approved = (select count(*) from approval_requests where person = ${id} and state = 'done')
        as "an approval and its event",
      approved = (select count(*) from email_corrections where person = ${id}) as "an approval and its act",
      approved = (select count(*) from outbox where person = ${id} and kind = 'correctionCode')
        as "a correction and its mail",
      corrected = (select count(*) from email_corrections where person = ${id} and state = 'proven')
        as "a proven mailbox and its event",
      corrected = (select count(*) from email_addresses
        where person = ${id} and address = ${NEW} and ended_at is null) as "a proven mailbox and its address",
      (select count(*) from email_addresses where person = ${id} and ended_at is null) <= 1 as "one address"
    from times`
  return Object.entries(row ?? { nobody: false }).flatMap(([fact, holds]) => (holds ? [] : [fact]))
}
