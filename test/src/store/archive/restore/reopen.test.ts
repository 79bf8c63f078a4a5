import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { after as later } from '#domain/instant.ts'
import type { Nip } from '#domain/nip.ts'
import { writeDump } from '#src/jobs/keyring-dumps.ts'
import { rotateKeys } from '#src/jobs/rotate-keys.ts'
import { keySecrets } from '#src/secrets/archive/root-keys.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { makeKeyring } from '#src/store/archive/keyring.ts'
import {
  findRestored,
  isOlderThan,
  renewMarks,
  trimJournal,
} from '#src/store/archive/restore/marks.ts'
import { findOperators } from '#src/store/archive/restore/operators.ts'
import { reopen } from '#src/store/archive/restore/reopen.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addKeyed, deleteKeys, isOpenable, type Keyed } from '#test/support/keyring.ts'
import { loadKeyring, moveKeyring, snapshotOf } from '#test/support/restoring.ts'
import { someKeyring } from '#test/support/rotating.ts'

const clock = () => NOW
const owner = await testDatabase()
const here = await someKeyring(owner, clock)
const { keyring, places, roots } = here
const [one, other] = [
  await addPerson(owner, { role: 'nationalAdmin', state: 'active' }),
  await addPerson(owner, { role: 'nationalAdmin', state: 'active' }),
]
const BASIS = 'Basis data dipulihkan dari cadangan.'

async function restoring() {
  const found = await findOperators(owner, [one.nip as Nip, other.nip as Nip], NOW)
  if (!found.ok) throw new Error('no operators')
  return { operators: found.value, basis: BASIS, now: NOW }
}

/** As T22 leaves it: the key gone under `destroying`, then the stub and its event. */
async function destroy(keyed: Keyed, { told = true } = {}): Promise<void> {
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update archive.records set stage = 'destroying' where id = ${keyed.record}`
  })
  await deleteKeys(keyring, keyed)
  await owner`
    update archive.versions set key_gone_at = ${NOW}, metadata = null, sealed = null, twin_tag = null
    where id = ${keyed.version}`
  if (!told) return
  await owner`
    update archive.records set stage = 'destroyed', destroyed_at = ${NOW} where id = ${keyed.record}`
  await happens(keyed, 'recordDestroyed')
}

function happens({ record, person }: Keyed, name: 'recordDestroyed' | 'recordVerified') {
  const about = { record, person, actor: 'system', at: NOW, body: {} } as const
  return inTransaction(owner, (tx) => addArchiveEvent(tx, { name, ...about }))
}

async function stateOf(sql: Sql, { record }: Keyed) {
  const [row] = await sql<{ stage: string; held: boolean }[]>`
    select stage, archive.is_held(id) as held from archive.records where id = ${record}`
  return row
}

async function eventsOf(sql: Sql, { record }: Keyed): Promise<string[]> {
  const rows = await sql<{ n: number; name: string; was: string | null }[]>`
    select n, name, body ->> 'was' as was from archive.events where record = ${record} order by n`
  return rows.map(({ n, name, was }) => [n, name, was].filter(Boolean).join(' '))
}

describe('old main tables beside the keyring of today', () => {
  let lives: Keyed
  let verified: Keyed
  let destroyed: Keyed
  let halfway: Keyed
  let restored: Sql

  beforeEach(async () => {
    lives = await addKeyed(owner, keyring)
    verified = await addKeyed(owner, keyring)
    destroyed = await addKeyed(owner, keyring)
    halfway = await addKeyed(owner, keyring)
    await happens(destroyed, 'recordVerified')
    restored = await snapshotOf(owner)
    await happens(verified, 'recordVerified')
    await destroy(destroyed)
    await destroy(halfway, { told: false })
    await moveKeyring(here, restored)
  })

  test('I10 fault 14: stay closed until what was destroyed is so again, and all that lives lives', async () => {
    expect(await findRestored(restored)).toBe('main')
    const reopened = await reopen(restored, await restoring())
    expect(reopened).toMatchObject({ ok: true, value: { destroyed: 2, held: 1 } })
    expect(await findRestored(restored)).toBe('neither')
    expect(await stateOf(restored, destroyed)).toEqual({ stage: 'destroyed', held: false })
    expect(await stateOf(restored, halfway)).toEqual({ stage: 'destroyed', held: false })
    expect(await stateOf(restored, lives)).toEqual({ stage: 'draft', held: false })
    const inRestored = makeKeyring(restored, keySecrets(roots))
    expect(await isOpenable(inRestored, destroyed)).toBe(false)
    expect(await isOpenable(inRestored, lives)).toBe(true)
    expect(await isOpenable(inRestored, verified)).toBe(true)
  })

  test('have their newer events back under the numbers they had, and a hold where people must look', async () => {
    await reopen(restored, await restoring())
    expect(await stateOf(restored, verified)).toEqual({ stage: 'draft', held: true })
    expect(await eventsOf(restored, verified)).toEqual([
      '1 restoredLeaf recordVerified',
      '2 holdPlaced',
    ])
    expect(await eventsOf(restored, destroyed)).toEqual([
      '1 recordVerified',
      '2 restoredLeaf recordDestroyed',
    ])
    expect(await eventsOf(restored, halfway)).toEqual(['1 recordDestroyed'])
    expect(await eventsOf(restored, lives)).toEqual([])
  })

  test('let nothing out again that was given out, whatever became of it since', async () => {
    const { person, record, version } = lives
    await restored`
      insert into archive.share_links (id, token_sha256, person, record, version, recipient, purpose, made_at, until,
        uses_allowed)
      values (gen_random_uuid(), ${Buffer.alloc(32)}, ${person}, ${record}, ${version}, 'Bank Contoh', 'Kredit rumah',
        ${NOW}, ${later(NOW, 3600)}, 3)`
    const object = crypto.randomUUID()
    await restored`
      insert into archive.exports (id, person, state, asked_at, store, object, bytes, ready_at, until)
      values (gen_random_uuid(), ${person}, 'ready', ${NOW}, 'main', ${object}, 1, ${NOW}, ${later(NOW, 3600)})`
    await restored`
      insert into sessions (id_hash, person, started_at, idle_seconds, idle_until, absolute_until, browser_label, network)
      values (${Buffer.alloc(32)}, ${person}, ${NOW}, 60, ${later(NOW, 60)}, ${later(NOW, 60)}, 'x', 'x')`
    await reopen(restored, await restoring())
    expect(await restored`select from sessions`).toHaveLength(0)
    const links = await restored`select ended_because as because from archive.share_links`
    expect(links).toEqual([{ because: 'restore' }])
    expect(await restored`select state from archive.exports`).toEqual([{ state: 'ended' }])
    const loose = await restored`select from archive.loose_objects where object = ${object}`
    expect(loose).toHaveLength(1)
  })

  test('go on where a reopening was broken off, and are closed meanwhile', async () => {
    const failing = { ...(await restoring()), basis: 'short' }
    await expect(reopen(restored, failing)).rejects.toThrow()
    expect(await findRestored(restored)).toBe('main')
    expect((await reopen(restored, await restoring())).ok).toBe(true)
    expect(await stateOf(restored, verified)).toMatchObject({ held: true })
    expect(await eventsOf(restored, destroyed)).toHaveLength(2)
    const again = await reopen(restored, await restoring())
    expect(again).toEqual({ ok: false, problem: { kind: 'nothingRestored' } })
  })

  test('of which a record is newer than they are open all the same, and its key stays', async () => {
    const later = await addKeyed(owner, keyring)
    await happens(later, 'recordVerified')
    await moveKeyring(here, restored)
    const reopened = await reopen(restored, await restoring())
    expect(reopened).toMatchObject({ ok: true, value: { unknown: 1 } })
    expect(await findRestored(restored)).toBe('neither')
    expect(await isOpenable(makeKeyring(restored, keySecrets(roots)), later)).toBe(true)
  })

  test('are guarded as before: no record jumps to an end', async () => {
    await reopen(restored, await restoring())
    await expect(
      restored`
        update archive.records set stage = 'destroyed', destroyed_at = now() where id = ${lives.record}`,
    ).rejects.toThrow('a record does not go')
  })
})

test('fault 14: a keyring that is older than the tables is refused, and reopening does not help', async () => {
  const keyed = await addKeyed(owner, keyring)
  const old = await writeDump(places.sql, places.dumps, clock())
  await deleteKeys(keyring, keyed)
  const today = await snapshotOf(owner)
  await loadKeyring(today, join(places.dumps[0], old))
  expect(await findRestored(today)).toBe('keyring')
  expect(await reopen(today, await restoring())).toEqual({
    ok: false,
    problem: { kind: 'keyringIsOlder' },
  })
})

test('a server restored as a whole is known by a dump that its keyring does not know of', async () => {
  const whole = await snapshotOf(owner)
  const later = new Date(NOW.getTime() + 1000)
  const name = await writeDump(places.sql, places.dumps, later)
  expect(await findRestored(whole)).toBe('neither')
  expect(await isOlderThan(whole, later)).toBe(true)
  expect(await isOlderThan(owner, later)).toBe(false)
  await loadKeyring(whole, join(places.dumps[0], name))
  expect(await isOlderThan(whole, later)).toBe(false)
})

test('fault 15: a dump from before the rotation opens nothing by the root key of today', async () => {
  const keyed = await addKeyed(owner, keyring)
  const before = await snapshotOf(owner)
  await destroy(keyed)
  await rotateKeys(places)
  await expect(isOpenable(makeKeyring(before, keySecrets(roots)), keyed)).rejects.toThrow()
  expect((await readdir(places.dumps[0])).length).toBe(1)
})

describe('marks', () => {
  test('are renewed as long as they agree, and stay as they are where they do not', async () => {
    const database = await testDatabase()
    await renewMarks(database)
    expect(await findRestored(database)).toBe('neither')
    await database`update archive.mark set no = 1`
    await renewMarks(database)
    expect(await findRestored(database)).toBe('main')
    await database`update archive.mark set no = 3`
    expect(await findRestored(database)).toBe('keyring')
  })

  test('the journal keeps what backups may lack, and no more', async () => {
    const keyed = await addKeyed(owner, keyring)
    await happens(keyed, 'recordVerified')
    const kept = async () => {
      const rows = await owner`select from keyring.journal where record = ${keyed.record}`
      return rows.length
    }
    await trimJournal(places.sql, new Date(NOW.getTime() + 40 * 86_400_000))
    expect(await kept()).toBe(1)
    await trimJournal(places.sql, new Date(NOW.getTime() + 40 * 86_400_000 + 1))
    expect(await kept()).toBe(0)
  })
})

test('T31: two persons stand for it, both national admins', async () => {
  const officer = await addPerson(owner, { role: 'officer', state: 'active' })
  const nip = one.nip as Nip
  expect(await findOperators(owner, [nip, nip], NOW)).toEqual({
    ok: false,
    problem: { kind: 'samePerson' },
  })
  expect(await findOperators(owner, [nip, officer.nip as Nip], NOW)).toEqual({
    ok: false,
    problem: { kind: 'noOperator', nip: officer.nip },
  })
})
