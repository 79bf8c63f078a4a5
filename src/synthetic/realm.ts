import { createHash, pbkdf2Sync } from 'node:crypto'
import type { SyntheticPerson } from './people.ts'

/** The password of every synthetic person whom the old SSO knows. */
const SYNTHETIC_PASSWORD = 'Contoh-Sandi-2026!'

const SALTS = 32
const ITERATIONS = 27_500

/**
 * Users as a realm export has them. A hash costs ten milliseconds, millions would cost a day: a few
 * salts serve all, which no real export would do.
 */
export function makeRealmUsers(seed: number): (person: SyntheticPerson, at: number) => string {
  const secrets = Array.from({ length: SALTS }, (_, at) => secretOf(`${seed} ${at}`))
  const credentialData = JSON.stringify({
    hashIterations: ITERATIONS,
    algorithm: 'pbkdf2-sha256',
    additionalParameters: {},
  })
  return ({ nip, name, email }, at) => {
    const [firstName, ...others] = name.split(' ')
    const secretData = secrets[at % SALTS]
    return JSON.stringify({
      id: `00000000-0000-4000-a000-${String(at).padStart(12, '0')}`,
      username: nip,
      enabled: true,
      firstName,
      lastName: others.join(' '),
      email,
      credentials: [{ type: 'password', secretData, credentialData }],
      requiredActions: [],
    })
  }
}

function secretOf(name: string): string {
  const salt = createHash('sha256').update(name).digest().subarray(0, 16)
  const value = pbkdf2Sync(SYNTHETIC_PASSWORD, salt, ITERATIONS, 32, 'sha256')
  return JSON.stringify({ value: value.toString('base64'), salt: salt.toString('base64') })
}
