import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPersonRecord } from '#domain/import/person-record.ts'
import { readPerson, readUser } from '#src/import/read-entry.ts'
import { copyLine, type StagedPerson } from '#src/import/staged-person.ts'
import { sealSeed } from '#src/secrets/seeds.ts'
import { copyPeople } from '#src/store/import/staging.ts'
import { testDatabase } from '#test/support/database.ts'
import { someKeys } from '#test/support/keys.ts'

const sql = await testDatabase()
const NIP = '198501012010011901'
const newId = () => crypto.randomUUID()
const sealing = {
  newId,
  seal: (device: string, seed: Buffer) => sealSeed(someKeys(), device, seed),
}
const anything = fc.string({ unit: 'binary', maxLength: 30 })

async function copied(people: readonly StagedPerson[]) {
  await sql`truncate import_people`
  await copyPeople(sql, linesOf(people))
  return await sql`select * from import_people order by line`
}

async function* linesOf(people: readonly StagedPerson[]): AsyncIterable<string> {
  for (const one of people) yield copyLine(one)
}

describe('the staging table', () => {
  test('holds what was read, whatever characters stand in it', async () => {
    const fields = fc.record({
      name: anything,
      user_name: anything,
      agency: anything,
      email: anything,
    })
    await fc.assert(
      fc.asyncProperty(fields, async (some) => {
        const { record } = readPerson({ line: 1, fields: { nip: NIP, ...some } }, 1, newId)
        const read = readPersonRecord({ nip: NIP, ...some })
        if (!record || !read.ok) return
        const [row] = await copied([record])
        const { name, userName, agency, emails } = read.value.record
        expect(row).toMatchObject({
          nip: NIP,
          name: name?.toWellFormed() ?? null,
          userName: userName ?? null,
          agency: agency ?? null,
          emails: emails.map((one) => one.toWellFormed()),
        })
      }),
    )
  })

  test.each(['tab\tulator', 'back\\slash \\N', 'a\r\nb', 'a\\.', 'O\'Neil "x" {y}'])(
    'holds the name %j',
    async (name) => {
      const { record } = readPerson({ line: 1, fields: { nip: NIP, name } }, 1, newId)
      if (!record) throw new Error('it was refused')
      expect(await copied([record])).toMatchObject([{ name: name.replace(/\s+/g, ' ') }])
    },
  )

  test('holds a user of an export, whatever characters stand in the export', async () => {
    const credential = fc.record({
      type: fc.constantFrom('otp', 'totp', 'password'),
      userLabel: anything,
      secretData: fc.record({ value: anything }).map((one) => JSON.stringify(one)),
      credentialData: fc.constant(JSON.stringify({ subType: 'totp', algorithm: 'HmacSHA1' })),
    })
    const user = fc.record({
      firstName: anything,
      lastName: anything,
      email: anything,
      credentials: fc.array(credential),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(user, { minLength: 20, maxLength: 50 }), async (some) => {
        const read = some.map((one, at) =>
          readUser({ line: at + 1, fields: { username: NIP, ...one } }, 1, { newId, sealing }),
        )
        const records = read.flatMap(({ record }) => (record ? [record] : []))
        expect((await copied(records)).map(({ line }) => line)).toEqual(
          records.map(({ line }) => line),
        )
      }),
      { numRuns: 20 },
    )
  }, 30_000)

  test('holds a device whose name has half a character in it', async () => {
    const credential = {
      type: 'totp',
      userLabel: 'HP \ud800',
      hashedSaltedValue: 'abc',
    }
    const fields = { username: NIP, credentials: [credential] }
    const { record } = readUser({ line: 1, fields }, 1, { newId, sealing })
    if (!record) throw new Error('it was refused')
    const [row] = await copied([record])
    expect(row?.['devices']).toMatchObject([{ name: 'HP \ufffd' }])
  })

  test('takes all lines or none', async () => {
    const { record } = readPerson({ line: 1, fields: { nip: NIP, name: 'Budi' } }, 1, newId)
    if (!record) throw new Error('it was refused')
    await sql`truncate import_people`
    async function* broken() {
      yield copyLine(record as StagedPerson)
      throw new Error('the file ends')
    }
    await expect(copyPeople(sql, broken())).rejects.toThrow('the file ends')
    expect(await sql`select from import_people`).toEqual([])
  })

  test('ends where the server refuses the last line', async () => {
    await sql`truncate import_people`
    const bad = async function* () {
      yield 'x\n'
    }
    await expect(copyPeople(sql, bad())).rejects.toThrow()
    expect(await sql`select from import_people`).toEqual([])
  })
})
