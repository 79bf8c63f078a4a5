import type { Role } from '#domain/access/mandate.ts'
import type { PersonKind } from '#domain/person.ts'

/** `password`: how it is kept; `mfa`: whether a device is in use, with a key that is printed. */
export type SamplePerson = {
  nip: string
  name: string
  kind: PersonKind
  agency: 0 | 1
  userName?: string
  /** A second address beside pegawai.NNN@instansi.example. */
  otherEmail?: string
  password: { text: string; kept: 'own' | 'pbkdf2-sha256' | 'argon2' }
  mfa: 'none' | 'inUse' | 'reactivation'
  account?: 'frozen' | 'disabled'
  role?: Role
  /** Of the first agency, as an index of `UNITS`. */
  unit?: 0 | 1 | 2
  /** Whether national data says that they are pensioned; since when stands in their history. */
  isRetired?: true
  /** Whether a second device is in use, as officers need (R-AD-04); it holds the same key. */
  twoDevices?: true
  /** What is worth trying with this person. */
  note: string
}
