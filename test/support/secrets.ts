import { keepPasswords } from '#src/secrets/kept-passwords.ts'
import { makePasswords } from '#src/secrets/password-hash.ts'
import { makeVault } from '#src/secrets/vault.ts'
import { someKeys } from './keys.ts'
/** The cheapest argon2id there is: these tests are about what happens around a hash. */
export const passwords = makePasswords({
  keys: someKeys(),
  cost: { memoryKib: 8, passes: 1, parallelism: 1 },
})

export const keptPasswords = keepPasswords(passwords)

export const vault = makeVault(someKeys())
