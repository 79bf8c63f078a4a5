import { makeShare } from '#domain/archive/share/make-share.ts'
import { tryShare } from '#domain/archive/share/open-share.ts'
import type { ShareId } from '#domain/archive/share/share.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { openShare as openIn } from '#src/store/archive/shares/openings.ts'
import { addShare } from '#src/store/archive/shares/own-shares.ts'
import type { Sql } from '#src/store/database.ts'
import type { OwnAct } from '#src/store/own-account.ts'
import { NOW } from '#test/support/builders.ts'
import { ownerOf } from '#test/support/own.ts'
import { vault } from '#test/support/secrets.ts'
import { openShare } from '#test/support/shares.ts'
import { addVerifiers, addWaiting } from '#test/support/verifying.ts'

/** Somebody signed in, with a version of their own that was verified. */
export async function verifiedOwner(sql: Sql) {
  const { verifier } = await addVerifiers(sql)
  const owner = await ownerOf(sql)
  const made = { verifiedBy: verifier.id, verifiedAs: verifier.hat.id, status: 'verified' as const }
  const { id: version, record } = await addWaiting(sql, {
    ...made,
    employee: { id: owner.person } as never,
  })
  return { ...owner, version, record }
}

/** A link of theirs; the token is what its recipient has. */
export async function share(
  sql: Sql,
  { act, version }: { act: (at?: number) => OwnAct; version: VersionId },
  { pin, usesAllowed = 3, at = 0 }: { pin?: string; usesAllowed?: number; at?: number } = {},
) {
  const id = crypto.randomUUID() as ShareId
  const token = vault.newToken()
  const { recipient, purpose, until } = openShare()
  const pinMac = pin === undefined ? undefined : vault.sharePinMac(id, pin)
  const secrets = { tokenHash: vault.tokenHash(token), pinMac }
  const added = await addShare(sql, act(at), { version, ...secrets }, (found) =>
    makeShare(found.version, found.stage, {
      id,
      terms: { recipient, purpose, until, usesAllowed },
      hasPin: pin !== undefined,
      hold: found.hold,
      openShares: found.openShares,
      now: NOW,
    }),
  )
  return { id, token, added }
}

/** As somebody does who has the link, in a browser of that name. */
export function knock(sql: Sql, token: string, { pin = '', browser = 'satu', now = NOW } = {}) {
  const names = { was: vault.tokenHash(`sebelum ${browser}`), becomes: vault.tokenHash(browser) }
  const key = { tokenHash: vault.tokenHash(token), ...names, now }
  return openIn(sql, key, (found, { pinMac, openUntil }) => {
    const isRight = pinMac && vault.sharePinMatches({ id: found.id, pinMac }, pin)
    const typed = pin === '' ? 'missing' : isRight ? 'right' : 'wrong'
    return tryShare(found, { pin: typed, openUntil }, now)
  })
}
