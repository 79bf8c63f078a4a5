import { createHmac } from 'node:crypto'
import { hash as argon2, argon2id, verify } from 'argon2'
import { describe, expect, test } from 'vitest'
import type { Keys } from '#src/secrets/keys.ts'
import {
  DEFAULT_COST,
  fromStored,
  type HashCost,
  isCostEnough,
  makePasswords,
  type OwnHash,
  type PasswordHash,
  toStored,
} from '#src/secrets/password-hash.ts'
import { rotated, someKeys } from '#test/support/keys.ts'

const CHEAP: HashCost = { memoryKib: 64, passes: 1, parallelism: 1 }
const PASSWORD = 'Tiga-Ekor-Rusa-7'
const keys = someKeys()

describe('R-HA-01 argon2id', () => {
  test('computes the tag of RFC 9106, 5.3', async () => {
    const tag = await argon2(Buffer.alloc(32, 1), {
      raw: true,
      type: argon2id,
      version: 0x13,
      memoryCost: 32,
      timeCost: 3,
      parallelism: 4,
      hashLength: 32,
      salt: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
    })
    expect(tag.toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    )
  })

  test('costs by default 19 MiB, 2 passes, 1 lane, with 16 bytes of salt', async () => {
    const { phc, mac } = await ownHash(PASSWORD, { cost: DEFAULT_COST })
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}$/)
    expect(mac.length).toBe(32)
    expect(isCostEnough(DEFAULT_COST)).toBe(true)
  })

  test.each([
    [47_104, 1, 1, true],
    [47_103, 1, 1, false],
    [19_456, 2, 1, true],
    [19_455, 2, 1, false],
    [12_288, 3, 1, true],
    [12_287, 3, 1, false],
    [12_288, 5, 1, true],
    [12_288, 3, 1_537, false],
    [65_536, 0, 1, false],
    [65_536, 2, 0, false],
    [65_536.5, 2, 1, false],
    [Number.NaN, 2, 1, false],
  ])('of m=%d, t=%d, p=%d may start: %s', (memoryKib, passes, parallelism, enough) => {
    expect(isCostEnough({ memoryKib, passes, parallelism })).toBe(enough)
  })
})

describe('a password hash', () => {
  test('matches its password and no other', async () => {
    const { hash, matches } = passwords()
    const kept = await hash(PASSWORD)
    expect(await matches(kept, PASSWORD)).toBe(true)
    expect(await matches(kept, PASSWORD.toLowerCase())).toBe(false)
    expect(await matches(kept, `${PASSWORD} `)).toBe(false)
    expect(await matches(kept, '')).toBe(false)
  })

  test('R-HA-02 is an HMAC of the tag under the pepper, and the tag is not in it', async () => {
    const { phc, mac } = await ownHash(PASSWORD)
    const salt = Buffer.from(phc.split('$').at(-1) ?? '', 'base64')
    const cost = { memoryCost: 64, timeCost: 1, parallelism: 1, hashLength: 32 }
    const tag = await argon2(PASSWORD, { raw: true, type: argon2id, salt, ...cost })
    const peppered = createHmac('sha256', Buffer.alloc(32, 1)).update(tag).digest()
    expect(mac).toEqual(peppered)
    expect(await verify(`${phc}$${mac.toString('base64').replaceAll('=', '')}`, PASSWORD)).toBe(
      false,
    )
  })

  test('is another one each time', async () => {
    const [one, other] = [await ownHash(PASSWORD), await ownHash(PASSWORD)]
    expect(one.phc).not.toBe(other.phc)
    expect(one.mac).not.toEqual(other.mac)
  })

  test('R-PW-01 is of the NFKC text, whichever way it was typed', async () => {
    const { hash, matches } = passwords()
    const kept = await hash('Sémbilan-Ｂｅｌａｓ-7')
    expect(await matches(kept, 'Se\u0301mbilan-Belas-7')).toBe(true)
  })

  test('R-HA-04 of Keycloak is of the bytes as typed', async () => {
    const { matches } = passwords()
    expect(await matches(legacy(), 'Contoh-Sandi-2026!')).toBe(true)
    expect(await matches(legacy(), 'Ｃontoh-Sandi-2026!')).toBe(false)
  })

  test('comes back from its row, through JSON', async () => {
    const { hash, matches } = passwords()
    for (const [kept, password] of [
      [await hash(PASSWORD), PASSWORD],
      [legacy(), 'Contoh-Sandi-2026!'],
    ] as const) {
      const read = fromStored(JSON.parse(JSON.stringify(toStored(kept))))
      expect(read).toEqual(kept)
      expect(await matches(read, password)).toBe(true)
    }
  })

  test('of a kind that no one knows is an error', () => {
    expect(() => fromStored({ kind: 'bcrypt', body: {} })).toThrow('of kind bcrypt')
  })

  test('whose parameters were altered is an error', async () => {
    const kept = await ownHash(PASSWORD)
    const altered = { ...kept, phc: kept.phc.replace('argon2id', 'argon2d') }
    await expect(passwords().matches(altered, PASSWORD)).rejects.toThrow('no argon2id parameters')
  })
})

describe('R-HA-02 a pepper that was rotated', () => {
  const after = someKeys({ pepper: rotated(keys.pepper, 'p2', 9) })

  test('verifies what the older key made, and asks for a new hash', async () => {
    const kept = await ownHash(PASSWORD)
    const { matches, needsRehash } = passwords({ keys: after })
    expect(await matches(kept, PASSWORD)).toBe(true)
    expect(await matches(kept, 'Tiga-Ekor-Rusa-8')).toBe(false)
    expect(needsRehash(kept)).toBe(true)
    expect(needsRehash(await ownHash(PASSWORD, { keys: after }))).toBe(false)
  })

  test('is put around an older hash without its password', async () => {
    const kept = await ownHash(PASSWORD)
    const { matches, wrap, needsRehash } = passwords({ keys: after })
    const wrapped = wrap(kept)
    expect(wrapped).toMatchObject({ pepperKeys: ['p1', 'p2'] })
    expect(await matches(wrapped, PASSWORD)).toBe(true)
    expect(await matches(wrapped, 'Tiga-Ekor-Rusa-8')).toBe(false)
    expect(await passwords({ keys: someOther('p2') }).matches(wrapped, PASSWORD)).toBe(false)
    expect(needsRehash(wrapped)).toBe(true)
    expect(wrap(wrapped)).toEqual(wrapped)
    expect(wrap(legacy())).toEqual(legacy())
  })

  test('and then lost is an error, not a wrong password', async () => {
    const kept = await ownHash(PASSWORD, { keys: after })
    await expect(passwords().matches(kept, PASSWORD)).rejects.toThrow('lacks the key p2')
  })

  test('matches nothing under another key of the same name', async () => {
    const kept = await ownHash(PASSWORD)
    expect(await passwords({ keys: someOther('p1') }).matches(kept, PASSWORD)).toBe(false)
  })

  function someOther(id: string): Keys {
    return someKeys({ pepper: rotated(keys.pepper, id, 8) })
  }
})

describe('a rehash is due', () => {
  test.each([
    [{ memoryKib: 128 }, true],
    [{ passes: 2 }, true],
    [{ memoryKib: 64, passes: 1 }, false],
  ])('when the present cost has %o: %s', async (change, due) => {
    const kept = await ownHash(PASSWORD)
    expect(passwords({ cost: { ...CHEAP, ...change } }).needsRehash(kept)).toBe(due)
  })

  test('R-HA-04 for every hash of Keycloak', () => {
    expect(passwords().needsRehash(legacy())).toBe(true)
  })
})

describe('R-EN-01 a decoy', () => {
  test('says no to every password, the empty one included', async () => {
    const { decoy } = passwords()
    expect(await decoy(PASSWORD)).toBe(false)
    expect(await decoy('')).toBe(false)
  })

  test('hashes at the present cost, so one that argon2 refuses shows', async () => {
    const { decoy } = passwords({ cost: { ...CHEAP, memoryKib: 4 } })
    await expect(decoy(PASSWORD)).rejects.toThrow()
  })

  test('goes on to the pepper, so one that is lost shows', async () => {
    const { decoy } = passwords({ keys: someKeys({ pepper: { current: 'p9', keys: {} } }) })
    await expect(decoy(PASSWORD)).rejects.toThrow('lacks the key p9')
  })
})

function passwords({ keys: ring = keys, cost = CHEAP }: { keys?: Keys; cost?: HashCost } = {}) {
  return makePasswords({ keys: ring, cost })
}

async function ownHash(
  password: string,
  options: { keys?: Keys; cost?: HashCost } = {},
): Promise<OwnHash> {
  const hash = await passwords(options).hash(password)
  if (hash.kind !== 'own') throw new Error(hash.kind)
  return hash
}

/** `syn-sha256-27500-32` of the vectors. */
function legacy(): PasswordHash {
  return {
    kind: 'keycloak',
    algorithm: 'pbkdf2-sha256',
    iterations: 27_500,
    salt: Buffer.from('AAECAwQFBgcICQoLDA0ODw==', 'base64'),
    value: Buffer.from('slwLIaYA7EtVY3PMTkJ9Qur7vZgJEWPtSv9Ijcg58Hg=', 'base64'),
  }
}
