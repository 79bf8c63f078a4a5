import type { PasswordHash } from '#src/secrets/password-hash.ts'
import type { Sql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import { addPerson, type SomePerson } from './builders.ts'
import { codeFor, KEY } from './journey.ts'
import type { Reader } from './readers.ts'

export type Someone = SomePerson & { email: string }

/** People with a mailbox of their own, and their phones. */
export function peopleOf(owner: Sql, hash: PasswordHash) {
  let people = 0
  return {
    someone: async (fields: Partial<SomePerson> = {}): Promise<Someone> => {
      people += 1
      const email = `pegawai.${people}@instansi.example`
      const usual = { hash, judgedAt: new Date(), emails: [email] }
      return { ...(await addPerson(owner, { ...usual, ...fields })), email }
    },
    /** What the phone shows, as if half a minute had passed since the last code was typed. */
    codeOf: async ({ id }: SomePerson, key = KEY): Promise<string> => {
      await owner`update devices set last_step = 0 where person = ${id}`
      return codeFor(key, new Date())
    },
  }
}

export async function signIn(reader: Reader, { nip, password }: SomePerson): Promise<void> {
  await reader.open(paths.signIn)
  await reader.type('NIP', nip)
  await reader.type('Password', password)
  await reader.press('Masuk')
}

/** `next`: what the page says that it leads to, by default Beranda. */
export async function typeOtp(
  reader: Reader,
  code: string,
  next = 'Yang perlu dilakukan',
): Promise<void> {
  await reader.see('Kode OTP')
  await reader.type('Kode OTP', code)
  await reader.press('Verifikasi')
  await reader.see(next)
}

/** The key of a QR code, as the page prints it for those who type it. */
export async function keyShownTo(reader: Reader): Promise<string> {
  await reader.see('Nama perangkat')
  return /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await reader.text())?.[0] ?? ''
}
