import type { Context } from 'hono'
import { doorPage } from '#views/reset/door-page.tsx'
import { type Door, MFA_DOOR, WEAK_DOOR } from '#views/reset/door-words.ts'
import type { Deps, ForVisitor } from '../../deps.ts'
import { respond } from '../respond.ts'
import { type CredentialsDoor, refuseCredentials, takeCredentials } from '../sign-in/credentials.ts'

/** GET, POST /reset/password-lemah (R-RS-08) and what a stale form comes back as. */
export const weakPasswordDoor = open(WEAK_DOOR, 'newPassword')

/** GET, POST /reset/mfa (R-RS-09), likewise. */
export const mfaDoor = open(MFA_DOOR, 'mfaReset')

/** The very step of /masuk with its limits and deadline; what follows is the sign-in's. */
function open(door: Door, wants: CredentialsDoor['wants']) {
  const asked: CredentialsDoor = { wants, page: (form) => doorPage({ door, ...form }) }
  return {
    get:
      ({ vault }: Deps) =>
      (c: Context<ForVisitor>) =>
        respond(c, doorPage({ door, csrf: vault.csrfToken(c.var.pre), username: '' })),
    post: (deps: Deps) => (c: Context<ForVisitor>) => takeCredentials(c, deps, asked),
    again: (deps: Deps) => (c: Context<ForVisitor>) =>
      refuseCredentials(c, deps, asked, { kind: 'stale' }),
  }
}
