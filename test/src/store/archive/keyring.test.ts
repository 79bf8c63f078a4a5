import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { closeGate, passGate } from '#src/store/archive/gate.ts'
import { inTransaction, type TransactionSql } from '#src/store/database.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, asKeyring, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { addKeyed, deleteKeys, isOpenable, type Keyed } from '#test/support/keyring.ts'
import { addLegalOfficer, type LegalOfficer, liftHolds } from '#test/support/lifted.ts'

const owner = await testDatabase()
const { keyring } = archiveOf(owner)

describe('the key of a version', () => {
  test('comes back as it was made, for its version alone', async () => {
    const person = (await addPerson(owner)).id
    const [one, two] = [
      await addKeyed(owner, keyring, person),
      await addKeyed(owner, keyring, person),
    ]
    expect(await keyring.openVersionKey(keyring.sql, one.version)).toEqual(one.key)
    expect(await keyring.openVersionKey(keyring.sql, two.version)).toEqual(two.key)
    expect(await keyring.openVersionKey(keyring.sql, randomUUID() as VersionId)).toBeUndefined()
    expect(await keyring.hasVersionKey(keyring.sql, one.version)).toBe(true)
    expect(await keyring.hasVersionKey(keyring.sql, randomUUID() as VersionId)).toBe(false)
  })

  test('never stands in the tables as it is', async () => {
    const { key } = await addKeyed(owner, keyring)
    const rows = await owner`
      select wrapped from keyring.version_keys union all select wrapped from keyring.person_keys`
    for (const { wrapped } of rows) expect(wrapped.includes(key)).toBe(false)
  })

  test('does not open where its row, or one above it, took the place of another', async () => {
    const [one, two] = [await addKeyed(owner, keyring), await addKeyed(owner, keyring)]
    await owner`
      update keyring.version_keys v set wrapped = o.wrapped from keyring.version_keys o
      where v.version = ${one.version} and o.version = ${two.version}`
    await expect(keyring.openVersionKey(keyring.sql, one.version)).rejects.toThrow()
    await owner`
      update keyring.person_keys p set wrapped = o.wrapped from keyring.person_keys o
      where p.person = ${two.person} and o.person = ${one.person}`
    await expect(keyring.openVersionKey(keyring.sql, two.version)).rejects.toThrow()
  })

  test('is not added when its transaction fails', async () => {
    const { person } = await addKeyed(owner, keyring)
    const version = randomUUID() as VersionId
    const adding = inTransaction(keyring.sql, async (tx) => {
      await keyring.addVersionKey(tx, { version, person, key: keyring.newVersionKey() })
      throw new Error('no')
    })
    await expect(adding).rejects.toThrow('no')
    expect(await keyring.hasVersionKey(keyring.sql, version)).toBe(false)
  })

  test('is added for many people, and many versions of one, at once', async () => {
    const person = (await addPerson(owner)).id
    const all = await Promise.all([
      ...Array.from({ length: 6 }, () => addKeyed(owner, keyring)),
      ...Array.from({ length: 6 }, () => addKeyed(owner, keyring, person)),
    ])
    for (const one of all) expect(await isOpenable(keyring, one)).toBe(true)
    const [{ counted, there } = {}] = await owner`
      select (select sum(people) from keyring.shard_keys)::int as counted, count(*)::int as there
      from keyring.person_keys`
    expect(counted).toBe(there)
  })

  test('of a person who finds the shard full lies in a new one', async () => {
    await addKeyed(owner, keyring)
    await owner`update keyring.shard_keys set people = 4096`
    const all = await Promise.all(Array.from({ length: 4 }, () => addKeyed(owner, keyring)))
    const rows = await owner`
      select shard from keyring.person_keys where person = any(${all.map(({ person }) => person)}::uuid[])`
    const [last] = await owner`select max(shard) as shard from keyring.shard_keys`
    expect(rows).toEqual(all.map(() => last))
    for (const one of all) expect(await isOpenable(keyring, one)).toBe(true)
  })
})

describe('a person who has no key yet', () => {
  test('waits for whoever begins a new shard, and comes into the same', async () => {
    await owner`update keyring.shard_keys set people = 4096`
    const first = await unkeyed()
    const second = await whileHeld(
      keyring.sql,
      (tx) => keyring.addVersionKey(tx, first),
      () => addKeyed(owner, keyring),
    )
    const rows = await owner`
      select shard from keyring.person_keys where person in (${first.person}, ${second.person})`
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual(rows[1])
    expect(await isOpenable(keyring, first)).toBe(true)
  })

  test('waits for whoever changes the key of the shard, and is wrapped by the new one', async () => {
    await owner`update keyring.shard_keys set people = 4096`
    await addKeyed(owner, keyring)
    const added = await whileHeld(owner, changeLastShard, () => addKeyed(owner, keyring))
    expect(await isOpenable(keyring, added)).toBe(true)
  })
})

describe('a key that is deleted', () => {
  test('is gone, the others of its person are not, and its shard is dirty', async () => {
    const gone = await addKeyed(owner, keyring)
    const kept = await addKeyed(owner, keyring, gone.person)
    const stranger = await addKeyed(owner, keyring)
    expect(await deleteKeys(keyring, gone)).toBe(1)
    expect(await keyring.openVersionKey(keyring.sql, gone.version)).toBeUndefined()
    expect(await isOpenable(keyring, kept)).toBe(true)
    expect(await isOpenable(keyring, stranger)).toBe(true)
    const [shard] = await owner`
      select dirty from keyring.shard_keys s join keyring.person_keys p on p.shard = s.shard
      where p.person = ${gone.person}`
    expect(shard).toEqual({ dirty: true })
  })

  test('does not come back with the row that an older copy has of it', async () => {
    const gone = await addKeyed(owner, keyring)
    const [copy] = await owner`
      select version, person, person_no, wrapped from keyring.version_keys where version = ${gone.version}`
    await deleteKeys(keyring, gone)
    await owner`insert into keyring.version_keys ${owner(copy ?? {})}`
    await expect(keyring.openVersionKey(keyring.sql, gone.version)).rejects.toThrow()
    await owner`
      update keyring.version_keys v set person_no = p.no from keyring.person_keys p
      where p.person = v.person and v.version = ${gone.version}`
    await expect(keyring.openVersionKey(keyring.sql, gone.version)).rejects.toThrow()
  })

  test('a second time, or of somebody else, is none', async () => {
    const [gone, stranger] = [await addKeyed(owner, keyring), await addKeyed(owner, keyring)]
    await deleteKeys(keyring, gone)
    expect(await deleteKeys(keyring, gone)).toBe(0)
    expect(await deleteKeys(keyring, { ...stranger, person: gone.person })).toBe(0)
    expect(await isOpenable(keyring, stranger)).toBe(true)
  })

  test('leaves every other one that was added before, after or meanwhile', async () => {
    const person = (await addPerson(owner)).id
    const command = fc.constantFrom('add', 'delete')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(command, { maxLength: 4 }), { maxLength: 4 }),
        async (rounds) => {
          let there: Keyed[] = []
          for (const round of rounds) {
            const gone = there.splice(0, round.filter((one) => one === 'delete').length)
            const added = round.filter((one) => one === 'add')
            const [, ...fresh] = await Promise.all([
              Promise.all(gone.map((one) => deleteKeys(keyring, one))),
              ...added.map(() => addKeyed(owner, keyring, person)),
            ])
            there = [...there, ...fresh]
            for (const one of gone) expect(await isOpenable(keyring, one)).toBe(false)
            for (const one of there) expect(await isOpenable(keyring, one)).toBe(true)
          }
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('I1 under a hold', () => {
  test.each(['person', 'type', 'record'] as const)('on the %s no key goes', async (scope) => {
    const held = await addKeyed(owner, keyring)
    await placeHold(held, scope)
    await expect(deleteKeys(keyring, held)).rejects.toThrow('a key under a hold does not go')
    expect(await isOpenable(keyring, held)).toBe(true)
    await liftHolds(owner, held.person)
    expect(await deleteKeys(keyring, held)).toBe(1)
  })

  test('on another record, another type or another person a key goes', async () => {
    const free = await addKeyed(owner, keyring)
    await placeHold(await addKeyed(owner, keyring, free.person), 'record')
    await placeHold(await addKeyed(owner, keyring), 'person')
    await placeHold(free, 'type', { type: 'cpns' })
    expect(await deleteKeys(keyring, free)).toBe(1)
  })

  test('on a person goes no key whose version is not among the rows, either', async () => {
    const held = await addKeyed(owner, keyring)
    await placeHold(held, 'person')
    const version = randomUUID() as VersionId
    const orphan = { ...held, version, key: keyring.newVersionKey() }
    await inTransaction(keyring.sql, (tx) => keyring.addVersionKey(tx, orphan))
    await expect(deleteKeys(keyring, orphan)).rejects.toThrow('a key under a hold does not go')
  })

  test('that is being placed whoever deletes waits, and finds it', async () => {
    const held = await addKeyed(owner, keyring)
    const by = await addLegalOfficer(owner)
    const deletion = whileHeld(
      asApplication(owner),
      async (tx) => {
        await closeGate(tx)
        await placeHold(held, 'record', { sql: tx, by })
      },
      () => deleteKeys(keyring, held).catch(String),
    )
    expect(await deletion).toContain('a key under a hold does not go')
  })

  test('nobody waits for the gate who only deletes as well', async () => {
    const [one, two] = [await addKeyed(owner, keyring), await addKeyed(owner, keyring)]
    await inTransaction(keyring.sql, async (tx) => {
      await passGate(tx)
      expect(await deleteKeys(keyring, one)).toBe(1)
      await keyring.deleteVersionKeys(tx, { versions: [two.version], person: two.person })
    })
    expect(await isOpenable(keyring, two)).toBe(false)
  })
})

describe('the keyring', () => {
  test.each(['root', 'shard_keys', 'person_keys', 'version_keys'])(
    'shows nothing of %s to the application',
    async (table) => {
      const reading = asApplication(owner).unsafe(`select from keyring.${table}`)
      await expect(reading).rejects.toMatchObject({ code: '42501' })
    },
  )

  test.each([
    'delete from keyring.person_keys',
    'delete from keyring.shard_keys',
    'delete from keyring.root',
    'truncate keyring.version_keys',
    'alter table keyring.version_keys disable trigger all',
    'drop trigger under_hold on keyring.version_keys',
  ])('lets its own role do no more than it has to: %s', async (statement) => {
    await expect(asKeyring(owner).unsafe(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('is bound to no other table, so that it is dumped and loaded alone', async () => {
    const bound = await owner`
      select conname from pg_constraint
      join pg_class a on a.oid = conrelid join pg_class b on b.oid = confrelid
      where contype = 'f' and 'keyring'::regnamespace in (a.relnamespace, b.relnamespace)
        and a.relnamespace <> b.relnamespace`
    expect(bound).toEqual([])
  })

  test('is joined with nothing: no statement names both schemas', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    const texts = files
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`src/${name}`, 'utf8'))
    const statements = texts.flatMap((one) => one.match(/`[^`]*\bkeyring\.\w+[^`]*`/g) ?? [])
    expect(statements.length).toBeGreaterThan(15)
    expect(statements.filter((one) => /\barchive\./.test(one))).toEqual([])
  })
})

describe('a twin tag', () => {
  test('is the same for the same file, whoever asks first, and stays', async () => {
    const file = randomBytes(32)
    const ask = (sha256: Buffer) => inTransaction(keyring.sql, (tx) => keyring.twinTag(tx, sha256))
    const tags = await Promise.all(Array.from({ length: 5 }, () => ask(file)))
    expect(new Set(tags.map((tag) => tag.toString('hex'))).size).toBe(1)
    expect(await ask(randomBytes(32))).not.toEqual(tags[0])
  })
})

async function unkeyed(): Promise<Keyed> {
  const person = (await addPerson(owner)).id
  const version = randomUUID() as VersionId
  return { version, person, record: randomUUID() as RecordId, key: keyring.newVersionKey() }
}

/** As a rotation does; whoever is in the shard is not wrapped anew. */
async function changeLastShard(tx: TransactionSql): Promise<void> {
  const { secrets } = keyring
  const [{ shard, epoch } = { shard: 0, epoch: 0 }] = await tx<{ shard: number; epoch: number }[]>`
    select shard, epoch from keyring.shard_keys order by shard desc limit 1`
  const name = { kind: 'shard', id: shard, parentNo: epoch } as const
  const wrapped = secrets.wrap(await secrets.root(epoch), name, secrets.newKey())
  await tx`
    update keyring.shard_keys set no = no + 1, wrapped = ${wrapped} where shard = ${shard}`
}

async function placeHold(
  { person, record }: Keyed,
  scope: 'person' | 'type' | 'record',
  where: { sql?: TransactionSql; by?: LegalOfficer; type?: string } = {},
): Promise<void> {
  const { placedBy, placedAs } = where.by ?? (await addLegalOfficer(owner))
  const hold = {
    id: randomUUID(),
    person,
    type: scope === 'type' ? (where.type ?? 'pns') : null,
    record: scope === 'record' ? record : null,
    basis: 'Perkara perdata nomor satu',
    caseNo: '1/Pdt.G/2026',
    reviewOn: '2027-01-01',
    placedBy,
    placedAs,
    placedAt: NOW,
  }
  const sql = where.sql ?? owner
  await sql`insert into archive.holds ${sql(hold)}`
}
