import { describe, expect, test } from 'vitest'
import { no } from '#domain/result.ts'
import { endAllOtherSessions, endOwnSession, listOwnSessions } from '#src/store/own-sessions.ts'
import { findSession, renewSession, type SessionHandle } from '#src/store/sessions.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { openFor, ownerOf } from '#test/support/own.ts'
import { seconds } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

async function handleOf(session: Buffer): Promise<SessionHandle> {
  const [row] = await owner<{ handle: SessionHandle }[]>`
    select handle from sessions where id_hash = ${session}`
  return row?.handle as SessionHandle
}

describe('R-SE-05 the sessions of a person', () => {
  test('are listed while they are open, with when they were last active', async () => {
    const { person, session } = await ownerOf(owner)
    await openFor(owner, person)
    await findSession(sql, session, { now: seconds(900), touch: true })
    const at = async (now: number) => listOwnSessions(sql, person, seconds(now))
    expect(await at(1799)).toHaveLength(2)
    expect(await at(1800)).toEqual([
      {
        handle: await handleOf(session),
        browser: 'Chrome, Windows',
        network: '192.0.2.0/24',
        startedAt: NOW,
        activeAt: seconds(900),
      },
    ])
  })

  test('are ended one by one, but not the one that asks, nor anybody else’s', async () => {
    const { person, session, act } = await ownerOf(owner)
    const other = await openFor(owner, person)
    const { session: foreign } = await ownerOf(owner)
    const none = no({ kind: 'noSuchSession' })
    expect(await endOwnSession(sql, act(), await handleOf(session))).toEqual(none)
    expect(await endOwnSession(sql, act(), await handleOf(foreign))).toEqual(none)
    expect((await endOwnSession(sql, act(), await handleOf(other))).ok).toBe(true)
    expect(await listOwnSessions(sql, person, NOW)).toHaveLength(1)
  })

  test('are ended all but this one, which the record counts', async () => {
    const { person, session, act } = await ownerOf(owner)
    await openFor(owner, person)
    await openFor(owner, person)
    await endAllOtherSessions(sql, act())
    const left = await owner`select id_hash from sessions where person = ${person}`
    expect(left).toEqual([{ idHash: session }])
    const events = await owner`
      select detail from events where person = ${person} and kind = 'otherSessionsEnded'`
    expect(events).toEqual([{ detail: { count: 2 } }])
  })

  test('change nothing any more once they are ended themselves', async () => {
    const { person, session, act } = await ownerOf(owner)
    await openFor(owner, person)
    await owner`delete from sessions where id_hash = ${session}`
    expect(await endAllOtherSessions(sql, act())).toEqual(no({ kind: 'noLonger' }))
    expect(await owner`select from sessions where person = ${person}`).toHaveLength(1)
  })
})

describe('R-SE-01 a session under a new id', () => {
  test('keeps its handle, and its proof where none was given', async () => {
    const { session } = await ownerOf(owner)
    const to = Buffer.alloc(32, 7)
    const handle = await handleOf(session)
    expect(await owner.begin((tx) => renewSession(tx, { from: session, to }))).toBe(true)
    expect(await findSession(sql, session, { now: NOW, touch: false })).toBeUndefined()
    const found = await findSession(sql, to, { now: NOW, touch: false })
    expect(found).toMatchObject({ handle, session: { provenAt: NOW } })
  })

  test('is proven from the moment of a step-up', async () => {
    const { session } = await ownerOf(owner)
    const to = Buffer.alloc(32, 8)
    const provenAt = seconds(700)
    await owner.begin((tx) => renewSession(tx, { from: session, to, provenAt }))
    const found = await findSession(sql, to, { now: seconds(700), touch: false })
    expect(found?.session).toMatchObject({ startedAt: NOW, provenAt })
  })

  test('is none where it has ended', async () => {
    const change = { from: Buffer.alloc(32, 1), to: Buffer.alloc(32, 2) }
    expect(await owner.begin((tx) => renewSession(tx, change))).toBe(false)
  })
})
