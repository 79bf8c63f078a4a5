import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import type { ArchiveEvent, ArchiveEventName } from '#domain/archive/archive-event.ts'
import { type EventId, NOTIFIED, TOLD } from '#domain/archive/told-event.ts'
import { digestRound } from '#src/jobs/digests.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { countUnread, markRead } from '#src/store/archive/notices.ts'
import { listArchiveNotices } from '#src/store/archive/told-events.ts'
import { inTransaction } from '#src/store/database.ts'
import { type DueMail, sendDueMail } from '#src/store/outbox.ts'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { acting } from '#test/support/role-acts.ts'
import { DAY } from '#test/support/shares.ts'
import { seconds } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const agency = await addAgency(owner)
const legal = await acting(owner, { role: 'legalOfficer', agency })

async function somebody(fields: Parameters<typeof addPerson>[1] = {}) {
  const emails = [`${crypto.randomUUID()}@instansi.example`]
  const { id: person } = await addPerson(owner, { agency, emails, ...fields })
  return { person, record: await addRecord(owner, { person, type: 'hukumanDisiplin', slot: 'x' }) }
}

type Key = Awaited<ReturnType<typeof somebody>>

async function tell({ person, record }: Key, event: Partial<ArchiveEvent> = {}) {
  await inTransaction(sql, (tx) =>
    addArchiveEvent(tx, {
      person,
      record,
      name: 'recordVerified',
      actor: 'system',
      at: NOW,
      body: { no: 1 },
      ...event,
    }),
  )
}

const CUSTODY: readonly ArchiveEventName[] = ['custodyOffered', 'custodyAccepted']

const toldTo = async ({ person }: Key) =>
  (await listArchiveNotices(sql, person, { since: new Date(0), atMost: 20 })).map(
    ({ name }) => name,
  )

describe('N somebody is told', () => {
  test('of what the table says, neither more nor less, by the database alone', async () => {
    for (const name of [...TOLD, 'recordViewed', 'recordShared', 'archiveExported'] as const) {
      const key = await somebody()
      await tell(key, CUSTODY.includes(name) ? { name, record: undefined } : { name })
      const isTold = NOTIFIED.some((one) => one === name)
      expect([name, await toldTo(key)]).toEqual([name, isTold ? [name] : []])
    }
  })

  test('of a link that ended by wrong PINs, and of no other end of one', async () => {
    for (const because of ['wrongPins', 'person', 'revoked'] as const) {
      const key = await somebody()
      await tell(key, { name: 'recordShared', body: { step: 'ended', because } })
      expect(await toldTo(key)).toEqual(because === 'wrongPins' ? ['recordShared'] : [])
    }
  })

  test('of a transfer once, not once for each record in it', async () => {
    for (const name of CUSTODY) {
      const key = await somebody()
      await tell(key, { name, record: undefined })
      await tell(key, { name })
      expect(await toldTo(key)).toEqual([name])
    }
  })

  test('not of what they did themself, but of what they did under a hat', async () => {
    const key = await somebody()
    const { person } = key
    await tell(key, { name: 'uploadWithdrawn', actor: { person, hat: undefined } })
    expect(await toldTo(key)).toEqual([])
    const hat = legal.hat.id as MandateId
    await tell(key, { name: 'uploadWithdrawn', actor: { person: legal.event.actor, hat } })
    expect(await toldTo(key)).toEqual(['uploadWithdrawn'])
  })

  test('never of a silent hold, nor of what comes of it', async () => {
    const key = await somebody()
    const hold = await addHold(key, true)
    await tell(key, { name: 'holdPlaced', body: { hold, of: 'record', silent: true } })
    await tell(key, { name: 'itemWithdrawn', body: { hold, because: 'held' } })
    await tell(key, { name: 'holdLifted', body: { hold, of: 'record', silent: true } })
    expect(await toldTo(key)).toEqual([])
  })

  test('of another hold, once for all the records that it covers', async () => {
    const key = await somebody()
    const hold = await addHold(key, false)
    const about = { name: 'holdPlaced', body: { hold, of: 'person', silent: false } } as const
    await tell(key, { ...about, record: undefined })
    await tell(key, about)
    await tell(key, { name: 'itemWithdrawn', body: { hold, because: 'held' } })
    expect((await toldTo(key)).sort()).toEqual(['holdPlaced', 'itemWithdrawn'])
  })
})

async function addHold({ person }: Key, silent: boolean): Promise<string> {
  const id = crypto.randomUUID()
  await owner`
    insert into archive.holds (id, person, agency, basis, case_no, review_on, silent, placed_by, placed_as, placed_at)
    values (${id}, ${person}, ${agency}, 'Perkara tata usaha negara', '12/G/2026', '2027-01-01', ${silent},
      ${legal.event.actor}, ${legal.hat.id}, ${NOW})`
  return id
}

describe('an unread notice', () => {
  test('is counted until it was on a page of its own person', async () => {
    const [key, other] = [await somebody(), await somebody()]
    await tell(key)
    await tell(key, { name: 'versionSuperseded' })
    const told = await listArchiveNotices(sql, key.person, { since: NOW, atMost: 1 })
    expect(told[0]).toMatchObject({ isUnread: true, record: { id: key.record, slot: 'x' } })
    const events = told.map(({ event }) => event)
    await markRead(sql, { person: other.person, events, now: NOW })
    expect(await countUnread(sql, key.person)).toBe(2)
    await markRead(sql, { person: key.person, events, now: NOW })
    expect(await countUnread(sql, key.person)).toBe(1)
  })

  test('is reached page by page, none left out where several came at once', async () => {
    const key = await somebody()
    for (let rest = 5; rest > 0; rest -= 1) await tell(key)
    const seen: EventId[] = []
    for (let before: EventId | undefined; ; before = seen.at(-1)) {
      const span = { since: NOW, before, atMost: 2 }
      const page = await listArchiveNotices(sql, key.person, span)
      if (page.length === 0) break
      seen.push(...page.map(({ event }) => event))
    }
    expect(new Set(seen).size).toBe(5)
  })
})

describe('the digest of a day', () => {
  const digests = async ({ person }: Key) =>
    owner`select notices, to_mend, urgent from outbox where person = ${person} and kind = 'archiveDigest' order by made_at`

  const run = (at: Date) => digestRound(sql, () => at)

  test('says how many, once a day, and only what no page and no mail told', async () => {
    const key = await somebody()
    await tell(key)
    await tell(key, { name: 'recordReturned' })
    await run(NOW)
    await run(NOW)
    expect(await digests(key)).toEqual([{ notices: 2, toMend: 1, urgent: false }])
    await tell(key, { name: 'versionSuperseded' })
    await run(seconds(3600))
    expect(await digests(key)).toHaveLength(1)
    await run(seconds(DAY))
    expect((await digests(key)).at(-1)).toEqual({ notices: 1, toMend: 0, urgent: false })
  })

  test('is written once by however many processes', async () => {
    const key = await somebody()
    await tell(key)
    await Promise.all([1, 2, 3, 4].map(() => run(NOW)))
    expect(await digests(key)).toHaveLength(1)
  })

  test('does not go before seven where its reader is, nor to whom it was read, nor to a frozen account', async () => {
    const [early, read, frozen] = [await somebody(), await somebody(), await somebody()]
    await tell(early)
    await run(new Date('2026-11-21T23:59:00Z'))
    expect(await digests(early)).toEqual([])
    await tell(read)
    await owner`update archive.notices set read_at = ${NOW} where person = ${read.person}`
    await tell(frozen)
    await owner`update accounts set state = 'frozen' where person = ${frozen.person}`
    await run(new Date('2026-11-22T00:00:00Z'))
    expect(await digests(early)).toHaveLength(1)
    expect(await digests(read)).toEqual([])
    expect(await digests(frozen)).toEqual([])
  })

  test('leaves as a mail with two numbers and no name of a document', async () => {
    const key = await somebody()
    await tell(key, { name: 'recordReturned' })
    await owner`delete from outbox`
    await run(NOW)
    let mail: DueMail | undefined
    await sendDueMail(sql, NOW, async (due) => {
      mail = due
      return { kind: 'sent', at: NOW }
    })
    expect(mail).toMatchObject({ kind: 'archiveDigest', digest: { notices: 1, toMend: 1 } })
    expect(JSON.stringify(mail)).not.toContain('hukuman')
    const [row] = await owner`select sent_at from outbox where person = ${key.person}`
    expect(row).toEqual({ sentAt: NOW })
  })
})
