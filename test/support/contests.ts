import type { MailId } from '#domain/mail/mail.ts'
import type { Sql, TransactionSql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import type { SomePerson } from './builders.ts'
import { type Caller, caller, type Reply } from './caller.ts'
import { untilWaiting } from './desk.ts'
import { codeOn, signIn, twice } from './last-steps.ts'
import { type Form, KEY } from './reset-steps.ts'
import { vault } from './secrets.ts'

type Post = () => Promise<Reply>
type Hold = (tx: TransactionSql) => Promise<unknown>

/** What meets at an account: posts to the process at `url`, in an order that the test decides. */
export function contestsAt(owner: Sql, url: string) {
  /** The same browser in another tab, which the other process serves. */
  async function otherTab({ cookies }: Caller, path: string): Promise<Caller> {
    const tab = caller(url, { cookies: new Map(cookies) })
    await tab.get(path)
    return tab
  }

  /** Lets go of what `hold` locks once every post waits for it, or as many as have connections. */
  async function whileAllWait(hold: Hold, posts: Post[], waiting = posts.length): Promise<Reply[]> {
    const { replies } = await owner.begin(async (tx) => {
      await hold(tx as never)
      const replies = Promise.all(posts.map((post) => post()))
      await untilWaiting(owner, () => waiting)
      return { replies }
    })
    return await replies
  }

  /** The first waits for what `hold` locks before the second is sent, and so goes first. */
  async function inTurn(hold: Hold, [first, second]: [Post, Post]): Promise<Reply[]> {
    const { replies } = await owner.begin(async (tx) => {
      await hold(tx as never)
      const before = first()
      await untilWaiting(owner, () => 1)
      const after = second()
      await untilWaiting(owner, () => 2)
      return { replies: Promise.all([before, after]) }
    })
    return await replies
  }

  async function atSignIn(person: SomePerson, path: string, form: Form | (() => Form)) {
    const browser = caller(url)
    await signIn(browser, person.nip, person.password)
    await browser.get(path)
    return () => browser.post(path, typeof form === 'function' ? form() : form)
  }

  /** Someone signed in. */
  async function signedIn(person: SomePerson): Promise<Caller> {
    const browser = caller(url)
    await signIn(browser, person.nip, person.password)
    await browser.send(paths.code, { code: codeOn(KEY) })
    return browser
  }

  async function atStepUp(person: SomePerson, form: Form) {
    const browser = await signedIn(person)
    await owner`
      update sessions set started_at = started_at - interval '11 minutes' where person = ${person.id}`
    const path = paths.stepUpByRecoveryCode(paths.password)
    await browser.get(path)
    return () => browser.post(path, form)
  }

  async function atCancel(person: SomePerson) {
    const browser = await signedIn(person)
    await browser.get(paths.mfaResetCancel)
    return () => browser.post(paths.mfaResetCancel)
  }

  async function atPasswordChange(person: SomePerson, word: string) {
    const browser = await signedIn(person)
    await browser.get(paths.password)
    const form = { current_password: person.password, ...twice(word) }
    return () => browser.post(paths.password, form)
  }

  /** The page that a notice to this person leads to. */
  async function atNotMe({ id }: SomePerson) {
    const [mail] = await owner<{ id: MailId }[]>`
      select id from outbox where person = ${id} and kind = 'notice' limit 1`
    const path = paths.notMe(vault.notMeToken(mail?.id ?? ('' as MailId)))
    const browser = caller(url)
    await browser.get(path)
    return () => browser.post(path)
  }

  async function happenedTo({ id }: SomePerson, kind: string): Promise<number> {
    return (await owner`select from events where person = ${id} and kind = ${kind}`).length
  }

  /** Of an event, or of a kind of mail. */
  async function mailsOf({ id }: SomePerson, kind: string): Promise<number> {
    const mails = await owner`
      select from outbox o left join events e on e.id = o.event
      where o.person = ${id} and ${kind} in (o.kind, e.kind)`
    return mails.length
  }

  async function devicesOf({ id }: SomePerson): Promise<string[]> {
    const rows = await owner<{ name: string }[]>`
      select name from devices where person = ${id} and retired_at is null`
    return rows.map(({ name }) => name)
  }

  async function stateOf({ id }: SomePerson): Promise<string> {
    const [row] = await owner<{ state: string }[]>`select state from accounts where person = ${id}`
    return row?.state ?? ''
  }

  async function passwordOf({ id }: SomePerson): Promise<string> {
    const [row] = await owner<{ body: string }[]>`
      select body::text as body from passwords where person = ${id}`
    return row?.body ?? ''
  }

  /** What is open or on its way. */
  async function openOf({ id }: SomePerson) {
    const [row] = await owner`
      select (select count(*)::int from sessions where person = ${id}) as sessions,
        (select count(*)::int from sign_ins where person = ${id}) as sign_ins,
        (select count(*)::int from resets where person = ${id}) as resets,
        (select count(*)::int from mfa_resets where person = ${id} and state = 'granted') as granted`
    return row
  }

  return {
    otherTab,
    whileAllWait,
    inTurn,
    atSignIn,
    signedIn,
    atStepUp,
    atCancel,
    atPasswordChange,
    atNotMe,
    happenedTo,
    mailsOf,
    devicesOf,
    stateOf,
    passwordOf,
    openOf,
  }
}

export function byAccount({ id }: SomePerson) {
  return (tx: TransactionSql) => tx`select from accounts where person = ${id} for update`
}

/** An activation comes to its device with the account in its hands. */
export function byDevices({ id }: SomePerson) {
  return (tx: TransactionSql) => tx`select from devices where person = ${id} for update`
}
