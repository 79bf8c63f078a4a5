import { fromStored, type Passwords, type StoredHash, toStored } from './password-hash.ts'

/** A password hash as its row holds it; what `body` means is known here alone. */
type KeptPassword = { kind: 'own' | 'keycloak'; body: Record<string, unknown> }

/** Hashing for those who only carry rows; each call belongs in a place of the hash queue. */
export type KeptPasswords = {
  hash: (password: string) => Promise<KeptPassword>
  matches: (kept: KeptPassword, typed: string) => Promise<boolean>
  /** The work of a present hash, for a name that no one has (R-EN-01). */
  decoy: (typed: string) => Promise<false>
  needsRehash: (kept: KeptPassword) => boolean
}

export function keepPasswords(passwords: Passwords): KeptPasswords {
  return {
    hash: async (password) => kept(toStored(await passwords.hash(password))),
    matches: (one, typed) => passwords.matches(fromStored(one), typed),
    decoy: passwords.decoy,
    needsRehash: (one) => passwords.needsRehash(fromStored(one)),
  }
}

function kept({ kind, body }: StoredHash): KeptPassword {
  return { kind: kind === 'keycloak' ? 'keycloak' : 'own', body }
}
