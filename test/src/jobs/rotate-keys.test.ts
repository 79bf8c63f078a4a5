import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeDump } from '#src/jobs/keyring-dumps.ts'
import { type RotationStep, rotateKeys } from '#src/jobs/rotate-keys.ts'
import { keySecrets } from '#src/secrets/archive/root-keys.ts'
import { openSamples } from '#src/store/archive/key-samples.ts'
import { makeKeyring } from '#src/store/archive/keyring.ts'
import { emptyKeyring, loadDump } from '#src/store/archive/keyring-dump.ts'
import { aloneWithKeyring } from '#src/store/archive/rotation.ts'
import { countUnmatched } from '#src/store/archive/unmatched-keys.ts'
import { inTransaction } from '#src/store/database.ts'
import { asKeyring, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { addKeyed, deleteKeys, isOpenable, type Keyed } from '#test/support/keyring.ts'
import { someKeyring } from '#test/support/rotating.ts'

const clock = () => new Date()
const owner = await testDatabase()
const { places, roots, keyring, dumped, folder } = await someKeyring(owner, clock)
const elsewhere = await testDatabase()
const restored = makeKeyring(asKeyring(elsewhere), keySecrets(roots))

describe('a rotation', () => {
  test('changes the root key, and that of each shard that lost a key, and all that lives opens', async () => {
    const [clean, dirty] = [await inNewShard(), await inNewShard()]
    const gone = await addKeyed(owner, keyring, dirty.person)
    await deleteKeys(keyring, gone)
    const tag = await twinTag()
    const before = await shards()
    const rotated = await rotateKeys(places)
    const epoch = rotated !== 'anotherIsRunning' && rotated.epoch
    expect(await roots.list()).toEqual([epoch])
    expect(await isOpenable(keyring, clean)).toBe(true)
    expect(await isOpenable(keyring, dirty)).toBe(true)
    expect(await isOpenable(keyring, gone)).toBe(false)
    expect(await twinTag()).toEqual(tag)
    expect(await shards()).toEqual(
      before.map(({ no, dirty }) => ({ no: dirty ? no + 1 : no, dirty: false, epoch })),
    )
  })

  test('tells its steps in order, and of the old keys nothing goes before the dump was proven', async () => {
    await addKeyed(owner, keyring)
    const told: [RotationStep['kind'], number][] = []
    await rotateKeys(places, async ({ kind }) => {
      if (kind !== 'shardRenewed') told.push([kind, (await roots.list()).length])
    })
    expect(told).toEqual([
      ['begun', 2],
      ['dumped', 2],
      ['proven', 2],
      ['rootDestroyed', 1],
      ['dumpsDestroyed', 1],
    ])
  })

  test('leaves one dump, the same in every folder, and nothing of older ones or broken ones', async () => {
    await writeDump(places.sql, places.dumps, clock())
    await writeFile(join(places.dumps[0], 'keyring-1-x.dump.part'), 'x')
    await writeFile(join(places.dumps[0], 'catatan.txt'), 'x')
    const rotated = await rotateKeys(places)
    const name = rotated === 'anotherIsRunning' ? '' : rotated.dump
    expect((await dumped()).map((names) => names.sort())).toEqual([['catatan.txt', name], [name]])
    const [one, two] = await Promise.all(
      places.dumps.map((one) => readFile(join(one, name), 'utf8')),
    )
    expect(one).toBe(two)
  })

  test('is an event that waits for the log', async () => {
    const rotated = await rotateKeys(places)
    const epoch = rotated !== 'anotherIsRunning' && rotated.epoch
    const [event] = await owner`
      select e.body, q.seq is not null as waits from archive.events e
      left join archive.log_queue q on q.event = e.id
      where e.name = 'rootEpochRotated' order by e.at desc limit 1`
    expect(event).toEqual({ body: { epoch }, waits: true })
  })

  test('is one at a time', async () => {
    const second = await aloneWithKeyring(owner, () => rotateKeys(places))
    expect(second).toBe('anotherIsRunning')
  })

  test('destroys nothing where the dump cannot be proven, and the next one goes on', async () => {
    const kept = await addKeyed(owner, keyring)
    const spoil = async (step: RotationStep) => {
      if (step.kind !== 'dumped') return
      const path = join(places.dumps[1] ?? folder, step.dump)
      await writeFile(path, (await readFile(path, 'utf8')).replace(/\\\\x..../, '\\\\x0000'))
    }
    const before = await roots.list()
    await expect(rotateKeys(places, spoil)).rejects.toThrow()
    expect(await roots.list()).toEqual([...before, Number(before.at(-1)) + 1])
    expect(await isOpenable(keyring, kept)).toBe(true)
    const added = await addKeyed(owner, keyring)
    await rotateKeys(places)
    expect(await roots.list()).toEqual([Number(before.at(-1)) + 1])
    expect(await isOpenable(keyring, kept)).toBe(true)
    expect(await isOpenable(keyring, added)).toBe(true)
  })

  test('destroys no root key that anything is still wrapped by', async () => {
    const kept = await addKeyed(owner, keyring)
    const [old] = await owner`select shard, epoch, wrapped from keyring.shard_keys limit 1`
    const { shard, epoch, wrapped } = old ?? {}
    const undo = async (step: RotationStep) => {
      if (step.kind === 'shardRenewed' && step.left === 0)
        await owner`
          update keyring.shard_keys set epoch = ${epoch}, wrapped = ${wrapped} where shard = ${shard}`
    }
    const problem = 'a key was not wrapped by the new root key'
    await expect(rotateKeys(places, undo)).rejects.toThrow(problem)
    expect(await roots.list()).toContain(epoch)
    await rotateKeys(places)
    expect(await isOpenable(keyring, kept)).toBe(true)
  })

  test('that begins lets no new shard be wrapped by the root key before it', async () => {
    await owner`update keyring.shard_keys set people = 4096`
    const [{ epoch } = { epoch: 0 }] = await owner<{ epoch: number }[]>`
      select epoch from keyring.root`
    await roots.make(epoch + 1)
    const added = await whileHeld(
      owner,
      (tx) => tx`update keyring.root set epoch = ${epoch + 1}, rotating_since = ${clock()}`,
      () => addKeyed(owner, keyring),
    )
    const [shard] = await owner`select epoch from keyring.shard_keys order by shard desc limit 1`
    expect(shard).toEqual({ epoch: epoch + 1 })
    await owner`update keyring.root set twin_wrapped = null`
    await rotateKeys(places)
    expect(await isOpenable(keyring, added)).toBe(true)
  })

  test('meanwhile keys are added, deleted and opened', async () => {
    const [gone, kept] = [await addKeyed(owner, keyring), await addKeyed(owner, keyring)]
    const added: Keyed[] = []
    await rotateKeys(places, async () => {
      added.push(await addKeyed(owner, keyring), await addKeyed(owner, keyring, kept.person))
      await deleteKeys(keyring, gone)
      expect(await isOpenable(keyring, kept)).toBe(true)
    })
    expect(await isOpenable(keyring, gone)).toBe(false)
    for (const one of [kept, ...added]) expect(await isOpenable(keyring, one)).toBe(true)
  })
})

describe('I10 after a restore', () => {
  test('by a dump from before the rotation nothing opens, not even by the root key of today', async () => {
    const gone = await addKeyed(owner, keyring)
    const old = join(folder, 'lama.dump')
    await writeFile(old, await readFile(await newDump()))
    await deleteKeys(keyring, gone)
    await rotateKeys(places)
    await restore(old)
    expect(await restored.hasVersionKey(elsewhere, gone.version)).toBe(true)
    await expect(restored.openVersionKey(elsewhere, gone.version)).rejects.toThrow()
    await expect(openSamples(elsewhere, keySecrets(roots), 'keyring')).rejects.toThrow()
  })

  test('rows of an old keyring put among those of today open nothing that was destroyed', async () => {
    const gone = await addKeyed(owner, keyring)
    const kept = await addKeyed(owner, keyring, gone.person)
    const people = await owner`select * from keyring.person_keys where person = ${gone.person}`
    const versions = await owner`select * from keyring.version_keys where version = ${gone.version}`
    await deleteKeys(keyring, gone)
    await rotateKeys(places)
    await owner`insert into keyring.version_keys ${owner(versions)}`
    await expect(keyring.openVersionKey(owner, gone.version)).rejects.toThrow()
    const { no, shardNo, wrapped } = people[0] ?? {}
    await owner`
      update keyring.person_keys set no = ${no}, shard_no = ${shardNo}, wrapped = ${wrapped}
      where person = ${gone.person}`
    await expect(keyring.openVersionKey(owner, gone.version)).rejects.toThrow()
    await owner`delete from keyring.version_keys where version in (${gone.version}, ${kept.version})`
  })

  test('of the keyring of today beside older tables nothing destroyed comes back and nothing is lost', async () => {
    const [gone, kept] = [await addKeyed(owner, keyring), await addKeyed(owner, keyring)]
    await deleteKeys(keyring, gone)
    await restore(await newDump())
    expect(await restored.openVersionKey(elsewhere, gone.version)).toBeUndefined()
    expect(await isOpenable(restored, kept)).toBe(true)
    const { versionsWithoutKey, keysWithoutVersion } = await countUnmatched(elsewhere)
    expect(versionsWithoutKey).toBe(0)
    expect(keysWithoutVersion).toBeGreaterThan(0)
  })
})

describe('a dump', () => {
  test('holds no key in clear', async () => {
    const { key } = await addKeyed(owner, keyring)
    const dump = await readFile(await newDump(), 'utf8')
    expect(dump).not.toContain(key.toString('hex'))
    expect(dump).toContain('version_keys')
  })

  test.each([
    ['cut anywhere', (text: string) => text.slice(0, text.length / 2)],
    ['without its last line', (text: string) => text.replace(/end \w+\n$/, '')],
    ['with a line less', (text: string) => text.replace(/(person_keys\n)[^\n]+\n/, '$1')],
    [
      'with a byte changed',
      (text: string) => text.replace(/x([0-9a-f])/, (_, digit) => `x${digit === '0' ? 1 : 0}`),
    ],
    ['of another kind', () => 'nama,nip\n'],
  ])('%s is not loaded, and nothing of it stays', async (_, spoil) => {
    await addKeyed(owner, keyring)
    const path = join(folder, 'rusak.dump')
    await writeFile(path, spoil(await readFile(await newDump(), 'utf8')))
    await expect(restore(path)).rejects.toThrow()
    expect(await elsewhere`select from keyring.version_keys`).toHaveLength(0)
    expect(await elsewhere`select from keyring.root`).toHaveLength(1)
  })
})

/** Behind a shard that takes nobody any more. */
async function inNewShard() {
  await owner`update keyring.shard_keys set people = 4096`
  return await addKeyed(owner, keyring)
}

async function shards(): Promise<{ no: number; dirty: boolean; epoch: number }[]> {
  return await owner`select no, dirty, epoch from keyring.shard_keys order by shard`
}

function twinTag(): Promise<Buffer> {
  return inTransaction(keyring.sql, (tx) => keyring.twinTag(tx, Buffer.alloc(32, 1)))
}

async function newDump(): Promise<string> {
  return join(places.dumps[0], await writeDump(places.sql, places.dumps, clock()))
}

/** Into another database, in place of what was restored there before. */
async function restore(path: string): Promise<void> {
  await elsewhere`truncate keyring.shard_keys, keyring.person_keys, keyring.version_keys`
  await inTransaction(elsewhere, async (tx) => {
    await emptyKeyring(tx)
    await loadDump(tx, path, 'keyring')
  })
}
