import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArchiveEventName } from '#domain/archive/archive-event.ts'
import { PUBLIC_EVENTS, parseLeaf } from '#domain/tlog/leaf.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { inTransaction } from '#src/store/database.ts'
import { addEvent } from '#src/store/events.ts'
import { addRecord, addVersion } from '#test/support/archive.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, asLogKeeper, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const { id: person, name } = await addPerson(owner)

describe('a leaf is fixed with what it tells of', () => {
  test('fault 27: of a verified version it has the commitment, and no name, number or id of a person', async () => {
    const { record, version } = await someVersion()
    await tell('recordVerified', { record, body: { version, no: 1 } })
    const [row] = await owner<Told[]>`
      select e.*, q.leaf, encode(v.commitment, 'hex') as commitment from archive.events e
      join archive.log_queue q on q.event = e.id join archive.versions v on v.id = ${version}
      where e.record = ${record}`
    const leaf = parseLeaf(row?.leaf ?? Buffer.of())
    expect(leaf).toEqual({
      ok: true,
      value: {
        at: '2026-11-21T05:00Z',
        event: 'recordVerified',
        record: record.replaceAll('-', ''),
        n: 1,
        version: 1,
        commitment: row?.commitment,
        digest: row && digestOf(row),
      },
    })
    for (const secret of [person, person.replaceAll('-', ''), name])
      expect(String(row?.leaf)).not.toContain(secret)
  })

  test.each<ArchiveEventName>(['holdPlaced', 'recordReturned', 'recordViewed', 'custodyOffered'])(
    'a stranger reads recordNoted of %s',
    async (happened) => {
      const { record } = await someVersion()
      await tell(happened, { record, body: { hold: randomUUID() } })
      const [row] = await leavesOf(record)
      expect(parseLeaf(row ?? Buffer.of())).toMatchObject({
        value: { event: 'recordNoted', version: 0 },
      })
    },
  )

  test('the public names are those of the rules', async () => {
    const rows = await owner<{ name: string }[]>`select name from archive.public_names`
    const named = PUBLIC_EVENTS.filter((one) => !one.endsWith('Noted'))
    expect(rows.map((row) => row.name).sort()).toEqual([...named].sort())
  })

  test('what befalls an account is accountNoted', async () => {
    await addEvent(asApplication(owner), {
      at: NOW,
      happening: { kind: 'signedOut' },
      person,
      actor: person,
      browser: 'Firefox di Linux',
      network: '192.0.2.0/24',
    } as never)
    const [row] = await owner<{ leaf: Buffer }[]>`
      select leaf from archive.log_queue where account_event is not null order by seq desc limit 1`
    const leaf = parseLeaf(row?.leaf ?? Buffer.of())
    expect(leaf).toMatchObject({ value: { event: 'accountNoted', at: '2026-11-21T05:00Z' } })
    expect(String(row?.leaf)).not.toContain('signedOut')
  })

  test('what is told of a batch that is over commits to the list that was destroyed', async () => {
    const manifest = randomBytes(32).toString('hex')
    await tell('batchClosed', { record: undefined, body: { batch: randomUUID(), manifest } })
    const [row] = await owner<Told[]>`
      select e.*, q.leaf from archive.events e join archive.log_queue q on q.event = e.id
      where e.name = 'batchClosed'`
    const commitment =
      row && createHmac('sha256', row.salt).update(Buffer.from(manifest, 'hex')).digest('hex')
    expect(parseLeaf(row?.leaf ?? Buffer.of())).toMatchObject({ value: { commitment } })
  })

  test('a root over many stands in it', async () => {
    const root = randomBytes(32).toString('hex')
    await tell('copyVerified', { record: undefined, body: { root, copies: 3 } })
    const [row] = await owner<{ leaf: Buffer }[]>`
      select q.leaf from archive.events e join archive.log_queue q on q.event = e.id
      where e.name = 'copyVerified'`
    expect(parseLeaf(row?.leaf ?? Buffer.of())).toMatchObject({ value: { root } })
  })

  test('what a restore brought back gets no second one', async () => {
    const { record } = await someVersion()
    await owner`
      insert into archive.events (id, record, n, person, at, name, body, salt)
      values (${randomUUID()}, ${record}, 1, ${person}, ${NOW}, 'restoredLeaf', '{}', ${randomBytes(32)})`
    expect(await leavesOf(record)).toEqual([])
  })

  test('each is short, however long what it tells of', async () => {
    const { record, version } = await someVersion()
    await tell('recordVerified', {
      record,
      body: { version, no: 1, note: 'x'.repeat(5000) },
    })
    const [leaf] = await leavesOf(record)
    expect(leaf?.length).toBeLessThanOrEqual(300)
  })
})

test('I8: the program can put nothing into the queue but by telling it', async () => {
  const sql = asApplication(owner)
  await expect(sql`insert into archive.log_queue (leaf) values ('x')`).rejects.toThrow(
    'permission denied',
  )
  await expect(sql`delete from archive.log_queue`).rejects.toThrow('permission denied')
  await expect(sql`insert into archive.log_leaves (index, leaf) values (0, 'x')`).rejects.toThrow(
    'permission denied',
  )
})

test('the database computes HMAC as RFC 2104 has it, for any key and message', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array(),
      async (key, message) => {
        const [row] = await owner<{ mac: Buffer }[]>`
        select archive.hmac_sha256(${Buffer.from(key)}, ${Buffer.from(message)}) as mac`
        expect(row?.mac).toEqual(createHmac('sha256', key).update(message).digest())
      },
    ),
    { numRuns: 60 },
  )
})

test('the database writes a body in one form only, whatever it holds', async () => {
  const body = fc.dictionary(
    fc.string({ unit: fc.constantFrom('a', 'B', 'z', 'no', '_'), minLength: 1, maxLength: 3 }),
    fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.oneof(fc.integer(), fc.string({ unit: 'grapheme-ascii' }))),
    ),
  )
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      const [row] = await owner<{ text: string }[]>`
        select ${owner.json(value)}::jsonb::text as text`
      expect(row?.text).toBe(canonical(value))
    }),
    { numRuns: 100 },
  )
})

test('only who keeps the log takes in what was told before it', async () => {
  const past = (sql: typeof owner) => sql`select archive.queue_past(1)`
  await expect(past(asApplication(owner))).rejects.toThrow('permission denied')
  await expect(past(asLogKeeper(owner))).resolves.toHaveLength(1)
})

type Told = {
  id: string
  record: string | null
  n: number | null
  person: string | null
  at: Date
  name: string
  actor: string | null
  hat: string | null
  body: Record<string, unknown>
  salt: Buffer
  leaf: Buffer
  commitment: string
}

async function someVersion() {
  const record = await addRecord(owner, { person, slot: randomUUID() })
  return { record, version: await addVersion(owner, { record }) }
}

async function tell(
  happened: ArchiveEventName,
  {
    record,
    body,
  }: {
    record: Awaited<ReturnType<typeof addRecord>> | undefined
    body: Record<string, string | number>
  },
): Promise<void> {
  const event = { name: happened, record, person, actor: 'system', at: NOW, body } as const
  await inTransaction(asApplication(owner), (tx) => addArchiveEvent(tx, event))
}

async function leavesOf(record: string): Promise<Buffer[]> {
  const rows = await owner<{ leaf: Buffer }[]>`
    select q.leaf from archive.log_queue q join archive.events e on e.id = q.event
    where e.record = ${record} order by q.seq`
  return rows.map(({ leaf }) => leaf)
}

/** Written anew from the text of archive.md 7, without the database. */
function digestOf({ leaf: _, salt, commitment: __, at, ...row }: Told): string {
  const told = { ...row, at: at.toISOString().replace('Z', '000Z') }
  return createHmac('sha256', salt).update(canonical(told)).digest('hex')
}

/** As PostgreSQL writes jsonb: keys by their length and then their bytes. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value).sort(
    ([one], [other]) => one.length - other.length || (one < other ? -1 : 1),
  )
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}: ${canonical(part)}`).join(', ')}}`
}
