import { beforeEach, describe, expect, test } from 'vitest'
import { careForVersion } from '#src/care/care-for.ts'
import { careRound } from '#src/care/round.ts'
import { claimDueCopies } from '#src/store/archive/fixity.ts'
import { beginIncident } from '#src/store/archive/repairs.ts'
import { NOW } from '#test/support/builders.ts'
import { addFiled, type Filed, lose, openFiled, someCare, spoil } from '#test/support/caring.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const DAY = 24 * 3600_000
const owner = await testDatabase()
let now = NOW
const { place, main, copy, keyring, reported } = someCare(owner, () => now)
const both = [main.store, copy.store]

beforeEach(() => {
  main.fail(undefined)
  copy.fail(undefined)
})

/** Past the first look of whatever was filed before, so that a test sees its own alone. */
async function aDayLater(): Promise<void> {
  now = new Date(now.getTime() + DAY)
  await careRound(place)
}

async function copiesOf({ version }: Filed) {
  return await owner`
    select store, health, last_result as result, checked_at as at, next_check_at as next from archive.copies
    where version = ${version} and kind = 'content' order by store desc`
}

async function eventsOf({ record }: Filed): Promise<string[]> {
  const rows = await owner<{ name: string; store: string }[]>`
    select name, body ->> 'store' as store from archive.events where record = ${record} order by n`
  return rows.map(({ name, store }) => `${name} ${store}`)
}

async function openIncidents(): Promise<string[]> {
  const rows = await owner<{ version: string }[]>`
    select version from archive.incidents where over_at is null`
  return rows.map(({ version }) => version)
}

describe('each copy', () => {
  test('is read within a day, and then not before 90 days', async () => {
    const filed = await addFiled(owner, { keyring, stores: both })
    await aDayLater()
    const first = now
    const seen = { health: 'healthy', result: 'ok', at: first }
    const next = new Date(first.getTime() + 90 * DAY)
    expect(await copiesOf(filed)).toMatchObject([
      { store: 'main', ...seen, next },
      { store: 'copy', ...seen, next },
    ])
    await aDayLater()
    expect(await copiesOf(filed)).toMatchObject([{ at: first }, { at: first }])
    now = next
    await careRound(place)
    expect(await copiesOf(filed)).toMatchObject([{ at: next }, { at: next }])
  })

  test('I6 of a store that is away is not checked, which is told as neither good nor bad', async () => {
    const filed = await addFiled(owner, { keyring, stores: both })
    copy.fail('busy')
    now = new Date(now.getTime() + DAY)
    await careRound(place)
    copy.fail(undefined)
    expect(await copiesOf(filed)).toMatchObject([
      { health: 'healthy', result: 'ok' },
      { health: 'unchecked', result: 'notChecked', at: null },
    ])
    expect(await eventsOf(filed)).toEqual([])
  })

  test('fault 26: a look that was begun and never ended counts as not checked', async () => {
    const filed = await addFiled(owner, { keyring, stores: both })
    await aDayLater()
    now = new Date(now.getTime() + 91 * DAY)
    const claimed = await claimDueCopies(asApplication(owner), 'main', now, 100)
    expect(claimed.map(({ version }) => version)).toContain(filed.version)
    expect(await copiesOf(filed)).toMatchObject([{ result: 'notChecked' }, { result: 'ok' }])
    expect(await claimDueCopies(asApplication(owner), 'main', now, 100)).toEqual([])
    now = new Date(now.getTime() + DAY)
    await careRound(place)
    expect(await copiesOf(filed)).toMatchObject([{ result: 'ok' }, { result: 'ok' }])
  })
})

describe('a bad copy', () => {
  test.each([
    ['damaged', spoil, 'copyFoundDamaged'],
    ['missing', lose, 'copyFoundMissing'],
  ] as const)(
    'that is %s is made anew from a whole one, and both are told',
    async (_, harm, name) => {
      const filed = await addFiled(owner, { keyring, stores: both })
      const [old] = await owner<{ object: string }[]>`
      select object from archive.copies where version = ${filed.version} and store = 'main'`
      await harm(owner, main.store, filed)
      await aDayLater()
      expect(await eventsOf(filed)).toEqual([`${name} main`, 'copyRepaired main'])
      expect(await openFiled(owner, main.store, filed)).toEqual(filed.plain)
      expect(await copiesOf(filed)).toMatchObject([{ health: 'healthy' }, { health: 'healthy' }])
      const loose =
        await owner`select store from archive.loose_objects where object = ${old?.object ?? ''}`
      expect(loose).toEqual([{ store: 'main' }])
    },
  )

  test('in every store is an incident that is told once, until one is whole again', async () => {
    const filed = await addFiled(owner, { keyring, stores: both })
    main.fail('bitFlip')
    copy.fail('bitFlip')
    reported.length = 0
    now = new Date(now.getTime() + DAY)
    await careRound(place)
    now = new Date(now.getTime() + DAY)
    await careRound(place)
    expect(await openIncidents()).toContain(filed.version)
    expect(reported.filter((code) => code === 'NO_WHOLE_COPY')).toHaveLength(1)
    expect((await eventsOf(filed)).sort()).toEqual([
      'copyFoundDamaged copy',
      'copyFoundDamaged main',
    ])
    main.fail(undefined)
    copy.fail(undefined)
    await aDayLater()
    expect(await openIncidents()).toEqual([])
    expect(await openFiled(owner, copy.store, filed)).toEqual(filed.plain)
  })

  test('is over with the next look, though another process began it once all was whole again', async () => {
    const filed = await addFiled(owner, { keyring, stores: both })
    await aDayLater()
    const bad = { version: filed.version, kind: 'content', page: 0 } as const
    const gone = { store: 'main', object: '', sha256: '', health: 'damaged' } as const
    expect(await beginIncident(owner, { ...bad, ...gone }, now)).toBe(true)
    expect(await careForVersion(place, filed.version)).toMatchObject({ whole: 2 })
    expect(await openIncidents()).toEqual([])
  })

  test.each(['full', 'shortWrite', 'busy'] as const)(
    'fault 11: stays known as bad while its store is %s, and nothing is lost',
    async (fault) => {
      const filed = await addFiled(owner, { keyring, stores: both })
      await spoil(owner, main.store, filed)
      main.fail(fault)
      const cared = await careForVersion(place, filed.version)
      expect(cared.whole).toBe(1)
      main.fail(undefined)
      expect(await openFiled(owner, copy.store, filed)).toEqual(filed.plain)
      expect(await careForVersion(place, filed.version)).toMatchObject({ whole: 2 })
      expect(await openFiled(owner, main.store, filed)).toEqual(filed.plain)
    },
  )

  test('of what was destroyed meanwhile is neither told nor mended', async () => {
    const filed = await addFiled(owner, { keyring, stores: both })
    await lose(owner, main.store, filed)
    await owner`
      update archive.versions set key_gone_at = ${now}, metadata = null where id = ${filed.version}`
    await aDayLater()
    expect(await eventsOf(filed)).toEqual([])
    expect(await openFiled(owner, main.store, filed)).toBeUndefined()
  })
})

describe('a second copy', () => {
  test('is made of what has one, by the walk, and is as whole', async () => {
    const filed = await addFiled(owner, { keyring, stores: [main.store], status: 'verified' })
    await aDayLater()
    expect(await copiesOf(filed)).toMatchObject([
      { store: 'main' },
      { store: 'copy', health: 'healthy', result: 'ok' },
    ])
    expect(await openFiled(owner, copy.store, filed)).toEqual(filed.plain)
  })

  test('is not made of what is in quarantine, withdrawn or without a key', async () => {
    const stores = [main.store]
    const waiting = await addFiled(owner, { keyring, stores, status: 'quarantined' })
    const withdrawn = await addFiled(owner, { keyring, stores, status: 'withdrawn' })
    await aDayLater()
    expect(await copiesOf(waiting)).toHaveLength(1)
    expect(await copiesOf(withdrawn)).toHaveLength(1)
  })

  test('waits for a store that is full, and is counted as lacking until then', async () => {
    const filed = await addFiled(owner, { keyring, stores: [main.store] })
    copy.fail('full')
    await aDayLater()
    expect(await lackingIn('copy')).toBe(1)
    copy.fail(undefined)
    await aDayLater()
    expect(await lackingIn('copy')).toBe(0)
    expect(await copiesOf(filed)).toHaveLength(2)
  })
})

test('T28: what was found whole is told once for every five minutes, with a root', async () => {
  await aDayLater()
  const before = await told()
  await addFiled(owner, { keyring, stores: both })
  await aDayLater()
  expect(await told()).toEqual(before)
  now = new Date(now.getTime() + 10 * 60_000)
  await careRound(place)
  const after = await told()
  expect(after).toHaveLength(before.length + 1)
  expect(after.at(-1)).toMatchObject({ copies: 2, root: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

async function told() {
  const rows = await owner<{ body: Record<string, unknown> }[]>`
    select body from archive.events where name = 'copyVerified' order by at`
  return rows.map(({ body }) => body)
}

async function lackingIn(store: string): Promise<number> {
  const [row] = await owner<{ lacking: number }[]>`
    select sum(lacking)::int as lacking from archive.care_sums
    where store = ${store} and walk = (select no - 1 from archive.care_walk)`
  return row?.lacking ?? 0
}
