import { describe, expect, test } from 'vitest'
import { changeShare as change, endShare as end } from '#domain/archive/share/change-share.ts'
import { no } from '#domain/result.ts'
import { keepAccess } from '#src/store/archive/access-log.ts'
import { findOwnShare, listShares, listUses } from '#src/store/archive/shares/listed-shares.ts'
import { findOpened, forgetOpenings } from '#src/store/archive/shares/openings.ts'
import { changeShare, endShare } from '#src/store/archive/shares/own-shares.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { vault } from '#test/support/secrets.ts'
import { openShare } from '#test/support/shares.ts'
import { knock, share, verifiedOwner } from '#test/support/sharing.ts'
import { seconds } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const browser = vault.tokenHash('satu')

async function shared(fields: Parameters<typeof share>[2] = {}) {
  const own = await verifiedOwner(owner)
  return { ...own, ...(await share(sql, own, fields)) }
}

const stateOf = async (id: string) =>
  (
    await owner`select ended_because as because, ended_at as at from archive.share_links where id = ${id}`
  )[0]

describe('T30 a link', () => {
  test('stands with its event and its row in the log; of the link itself only a hash does', async () => {
    const { id, token, person, version, record, added } = await shared({ pin: '123456' })
    expect(added.ok).toBe(true)
    const found = await findOwnShare(sql, { person, id })
    expect(found).toMatchObject({
      share: { ...openShare(), id, person, version, record, wrongPins: 0 },
      versionNo: 1,
      isCurrent: true,
    })
    const [event] = await owner`
      select name, actor, hat, body from archive.events where record = ${record} order by n desc limit 1`
    expect(event).toMatchObject({ name: 'recordShared', actor: person, hat: null })
    expect(event?.['body']).toMatchObject({ share: id, version, step: 'made' })
    expect(JSON.stringify(event)).not.toContain('Bank')
    const log = await owner`select action, purpose from archive.access_log where person = ${person}`
    expect(log).toEqual([{ action: 'recordShared', purpose: 'own' }])
    const [row] = await owner`select * from archive.share_links where id = ${id}`
    expect(JSON.stringify(row)).not.toContain(token)
    expect(JSON.stringify(row)).not.toContain('123456')
  })

  test('to the version of somebody else, or by a session that ended, does not come to be', async () => {
    const other = await verifiedOwner(owner)
    const own = await verifiedOwner(owner)
    const foreign = await share(sql, { act: own.act, version: other.version })
    expect(foreign.added).toEqual(no({ kind: 'noSuchShare' }))
    await owner`delete from sessions where person = ${own.person}`
    expect((await share(sql, own)).added).toEqual(no({ kind: 'noLonger' }))
    expect(await owner`select from archive.share_links where person = ${own.person}`).toHaveLength(
      0,
    )
  })

  test('waits for a hold under way, and is then refused (R-RS-07)', async () => {
    const own = await verifiedOwner(owner)
    const { added } = await whileHeld(
      owner,
      (tx) => tx`
        update accounts set held_until = ${seconds(60)}, held_because = 'reactivation'
        where person = ${own.person}`,
      () => share(sql, own),
    )
    expect(added).toMatchObject({ ok: false, problem: { kind: 'held' } })
  })

  test('is listed to its person alone', async () => {
    const { person, id } = await shared()
    const span = { person, before: undefined, limit: 10 }
    expect((await listShares(sql, span)).map((one) => one.share.id)).toEqual([id])
    const stranger = await verifiedOwner(owner)
    expect(await listShares(sql, { ...span, person: stranger.person })).toEqual([])
    expect(await findOwnShare(sql, { person: stranger.person, id })).toBeUndefined()
  })
})

describe('21 opening a link', () => {
  test('counts once for a browser, and gives it an hour', async () => {
    const { token, version } = await shared()
    expect((await knock(sql, token))?.outcome).toEqual({ kind: 'opened', until: seconds(3600) })
    expect((await knock(sql, token))?.share.uses).toBe(1)
    expect((await knock(sql, token, { browser: 'dua' }))?.share.uses).toBe(2)
    const key = { browser, version }
    expect(await findOpened(sql, { ...key, now: seconds(3599) })).toBeDefined()
    expect(await findOpened(sql, { ...key, now: seconds(3600) })).toBeUndefined()
    expect(
      await findOpened(sql, { ...key, browser: vault.tokenHash('tiga'), now: NOW }),
    ).toBeUndefined()
    await forgetOpenings(sql, seconds(3601))
    expect(await findOpened(sql, { ...key, now: NOW })).toBeUndefined()
  })

  test('again before the hour is over makes it no longer than that', async () => {
    const { token } = await shared({ usesAllowed: 1 })
    await knock(sql, token)
    const again = await knock(sql, token, { now: seconds(3500) })
    expect(again?.outcome).toEqual({ kind: 'opened', until: seconds(3600) })
    expect((await knock(sql, token, { now: seconds(3600) }))?.outcome.kind).toBe('usedUp')
  })

  test('by many at once uses it no more often than allowed', async () => {
    const { token } = await shared({ usesAllowed: 3 })
    const tried = await Promise.all(
      Array.from({ length: 10 }, (_, at) => knock(sql, token, { browser: `peramban ${at}` })),
    )
    expect(tried.filter((one) => one?.outcome.kind === 'opened')).toHaveLength(3)
    expect(tried.filter((one) => one?.outcome.kind === 'usedUp')).toHaveLength(7)
  })

  test('with a wrong PIN at many browsers at once is tried five times, then never again', async () => {
    const { id, token, record } = await shared({ pin: '123456' })
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        knock(sql, token, { pin: '654321', browser: `p${at}` }),
      ),
    )
    expect(await stateOf(id)).toEqual({ because: 'wrongPins', at: NOW })
    expect((await knock(sql, token, { pin: '123456' }))?.outcome.kind).toBe('ended')
    const events = await owner`
      select body ->> 'because' as because, actor from archive.events
      where record = ${record} and body ->> 'step' = 'ended'`
    expect(events).toEqual([{ because: 'wrongPins', actor: null }])
  })

  test('that was never made finds nothing', async () => {
    expect(await knock(sql, vault.newToken())).toBeUndefined()
  })
})

describe('a link ends', () => {
  test('and is changed, by its person, with an event each', async () => {
    const { id, act, person, record, token } = await shared()
    const limits = { until: seconds(86_400), usesAllowed: 9 }
    const changed = await changeShare(sql, act(1), id, (found, asked) =>
      change(found, { limits, ...asked, now: NOW }),
    )
    expect(changed).toMatchObject({ ok: true, value: limits })
    await endShare(sql, { person, id }, (found) => end(found, NOW), NOW)
    expect(await stateOf(id)).toEqual({ because: 'person', at: NOW })
    expect((await knock(sql, token))?.outcome).toMatchObject({ kind: 'ended', because: 'person' })
    const steps = await owner`
      select body ->> 'step' as step from archive.events where record = ${record} order by n`
    expect(steps.map(({ step }) => step)).toEqual(['made', 'changed', 'ended'])
  })

  test('never by somebody else', async () => {
    const { id } = await shared()
    const stranger = await verifiedOwner(owner)
    const nobody = no({ kind: 'noSuchShare' })
    const { person } = stranger
    expect(await endShare(sql, { person, id }, (found) => end(found, NOW), NOW)).toEqual(nobody)
    const limits = { until: seconds(60), usesAllowed: 1 }
    const changing = changeShare(sql, stranger.act(), id, (found, asked) =>
      change(found, { limits, ...asked, now: NOW }),
    )
    expect(await changing).toEqual(nobody)
  })

  test('T10 with the verification, and does not live again with the next one', async () => {
    const { id, token, version } = await shared()
    await owner`
      update archive.versions set status = 'awaitingVerification', status_since = ${seconds(60)}, verified_by = null,
        verified_as = null, verified_at = null
      where id = ${version}`
    expect(await stateOf(id)).toEqual({ because: 'revoked', at: seconds(60) })
    expect((await knock(sql, token))?.outcome.kind).toBe('ended')
  })

  test('not with a newer version', async () => {
    const { id, version } = await shared()
    await owner`
      update archive.versions set status = 'superseded', superseded_at = ${NOW} where id = ${version}`
    expect(await stateOf(id)).toEqual({ because: null, at: null })
  })

  test('T21 with its record, and goes with the key', async () => {
    const { id, record, version, token } = await shared()
    await owner`alter table archive.records disable trigger stage_move`
    await owner`
      update archive.records set stage = 'destroying', stage_since = ${seconds(60)} where id = ${record}`
    await owner`alter table archive.records enable trigger stage_move`
    expect(await stateOf(id)).toEqual({ because: 'destruction', at: seconds(60) })
    await owner`
      update archive.versions set key_gone_at = ${NOW}, metadata = null where id = ${version}`
    expect(await stateOf(id)).toBeUndefined()
    expect(await knock(sql, token)).toBeUndefined()
  })

  test.each([
    [
      'frozen',
      (person: string) => owner`update accounts set state = 'frozen' where person = ${person}`,
    ],
    [
      'disabled',
      (person: string) => owner`update accounts set state = 'disabled' where person = ${person}`,
    ],
    [
      'held',
      (person: string) => owner`
        update accounts set held_until = ${seconds(86_400)}, held_because = 'reactivation' where person = ${person}`,
    ],
  ])('R-RS-07 with its account when that is %s', async (_, change) => {
    const { id, person, token } = await shared()
    await change(person)
    expect(await stateOf(id)).toMatchObject({ because: 'account' })
    expect((await knock(sql, token))?.outcome.kind).toBe('ended')
  })
})

test('each reading by a link is listed with it', async () => {
  const { id, person, version, record } = await shared()
  const read = { record, version, no: 1 }
  const opening = crypto.randomUUID()
  const access = { person, by: { share: id, opening }, purpose: 'share', read, at: NOW } as const
  await keepAccess(sql, { ...access, action: 'recordViewed' })
  await keepAccess(sql, { ...access, action: 'recordViewed' })
  await keepAccess(sql, { ...access, action: 'recordDownloaded' })
  const uses = await listUses(sql, { person, id }, 10)
  expect(uses.map(({ action }) => action)).toEqual(['recordDownloaded', 'recordViewed'])
})
