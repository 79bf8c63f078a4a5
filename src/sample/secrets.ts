import { createHash, pbkdf2Sync } from 'node:crypto'
import { hash as argon2, argon2id } from 'argon2'
import type { Keys } from '../secrets/keys.ts'
import { type Passwords, type StoredHash, toStored } from '../secrets/password-hash.ts'
import { type Sealed, sealSeed, seedText } from '../secrets/seeds.ts'
import type { SamplePerson } from './sample-person.ts'

export type Sealer = { passwords: Passwords; seal: (device: string, seed: Buffer) => Sealed }

export function makeSealer(keys: Keys, passwords: Passwords): Sealer {
  return { passwords, seal: (device, seed) => sealSeed(keys, device, seed) }
}

/** The same key at every start and on every machine, so that a developer's phone keeps it. */
export function sampleSeed(person: string): Buffer {
  return digest(`seed of sample person ${person}`).subarray(0, 20)
}

export function seedLabel(seed: Buffer): string {
  return seedText(seed)
}

/** As the portal keeps a password, or as an export of Keycloak brings it. */
export async function sampleHash(
  { passwords }: Sealer,
  { text, kept }: SamplePerson['password'],
): Promise<StoredHash> {
  const salt = digest(`salt of ${text}`).subarray(0, 16)
  switch (kept) {
    case 'own':
      return toStored(await passwords.hash(text))
    case 'pbkdf2-sha256': {
      const value = pbkdf2Sync(text, salt, 27_500, 64, 'sha256')
      return toStored({ kind: 'keycloak', algorithm: kept, value, salt, iterations: 27_500 })
    }
    case 'argon2':
      return toStored(await keycloakArgon2(text, salt))
  }
}

async function keycloakArgon2(text: string, salt: Buffer) {
  const cost = { memoryCost: 7168, timeCost: 5, parallelism: 1, hashLength: 32 }
  const value = await argon2(text, { raw: true, type: argon2id, salt, ...cost })
  const parameters = { type: 'id', version: 0x13, memoryKib: 7168, parallelism: 1 } as const
  return {
    kind: 'keycloak',
    algorithm: 'argon2',
    value,
    salt,
    iterations: 5,
    argon2: parameters,
  } as const
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
