import type { LeftOut } from '#domain/import/finding.ts'
import { type DeviceName, nameKey, parseDeviceName } from '#domain/mfa/device.ts'
import { type ReadCredential, readCredential } from '../secrets/keycloak-credential.ts'
import { type StoredHash, toStored } from '../secrets/password-hash.ts'
import type { Sealed } from '../secrets/seeds.ts'
import type { StagedDevice } from './staged-person.ts'

/** What needs a key or dice; `newId` names a device before its seed is sealed for it. */
export type Sealing = { newId: () => string; seal: (device: string, seed: Buffer) => Sealed }

/** What of a user's credentials is taken over; `tallies` count what a report only sums up. */
export type TakenCredentials = {
  hash: StoredHash['body'] | undefined
  devices: readonly StagedDevice[]
  leftOut: readonly LeftOut[]
  tallies: readonly string[]
}

const MAX_DEVICES = 5

/** `sealing`: present where OTP secrets were asked for and the user may keep theirs. */
export function credentialsOf(
  credentials: readonly unknown[],
  sealing: Sealing | undefined,
): TakenCredentials {
  const read = credentials.map(readCredential)
  const [password, ...otherPasswords] = read.filter((one) => one.kind === 'password')
  const otps = read.filter((one) => one.kind === 'otp')
  const seals = sealing ? otps.slice(0, MAX_DEVICES) : []
  const hasCredential = read.some(({ kind }) => kind !== 'ignored')
  return {
    hash: password && toStored({ kind: 'keycloak', ...password.hash }).body,
    devices: sealing ? sealed(seals, sealing) : [],
    leftOut: [
      ...read.flatMap((one) => (one.kind === 'leftOut' ? [one.reason] : [])),
      ...otherPasswords.map(() => 'secondPassword' as const),
      ...(sealing ? otps.slice(MAX_DEVICES).map(() => 'otpTooMany' as const) : []),
      ...(hasCredential ? [] : ['noCredentials' as const]),
    ],
    tallies: read.map(tallyOf),
  }
}

/** Never more than the name of an algorithm or of a kind of credential. */
function tallyOf(read: ReadCredential): string {
  switch (read.kind) {
    case 'password':
      return `password:${read.hash.algorithm}`
    case 'otp':
      return 'otp'
    case 'leftOut':
      return read.algorithm ? `${read.reason}:${read.algorithm}` : read.reason
    case 'ignored':
      return `ignored:${read.type.replace(/[^\w-]/g, '').slice(0, 40)}`
  }
}

function sealed(
  otps: readonly { seed: Buffer; label: string }[],
  { newId, seal }: Sealing,
): StagedDevice[] {
  const names: DeviceName[] = []
  return otps.map(({ seed, label }) => {
    const name = freeName(label, names)
    names.push(name)
    const id = newId()
    const { keyId, sealed } = seal(id, seed)
    return { id, name, nameKey: nameKey(name), keyId, sealed: sealed.toString('base64') }
  })
}

/** As it was called, or by number where that is no name or taken; half a character is none in JSON. */
function freeName(label: string, taken: readonly DeviceName[]): DeviceName {
  for (const text of [label.toWellFormed(), ...NUMBERED]) {
    const name = parseDeviceName(text, taken)
    if (name.ok) return name.value
  }
  throw new Error('more devices than numbers')
}

const NUMBERED = [1, 2, 3, 4, 5, 6].map((number) => `Perangkat lama ${number}`)
