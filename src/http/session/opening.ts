import type { Context } from 'hono'
import { holdsOffice } from '#domain/access/mandate.ts'
import type { Happening } from '#domain/audit/event.ts'
import { knownUntil } from '#domain/session/known-browser.ts'
import { openSession } from '#domain/session/session.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import type { NewSession } from '../../store/sessions.ts'
import { giveCookie, readCookie, takeCookie } from '../cookies.ts'
import { throttleKeys } from '../sign-in/throttle-keys.ts'
import { originOf } from '../visit.ts'

type SignedIn = Extract<Happening, { kind: 'signedIn' }>

/** The tokens of a session about to open; its cookies are given once it is open. */
export type Opening = { session: NewSession; sid: string; kenal: string }

/** R-SE-01: a new id at each rise of trust. R-RL-02: this browser is known from now on. */
export function prepareSession(
  deps: Deps,
  c: Context<ForMidway>,
  { from, by, now }: { from: NewSession['from']; by: SignedIn['by']; now: Date },
): Opening {
  const { vault, site } = deps
  const { visit, midway } = c.var
  const [sid, kenal] = [vault.newToken(), vault.newToken()]
  const sent = readCookie(c, site, 'sid')
  const session: NewSession = {
    signIn: midway.id,
    from,
    id: vault.tokenHash(sid),
    session: openSession(midway.person.id, holdsOffice(midway.mandates, now), now),
    origin: originOf(visit),
    sent: {
      session: sent ? vault.tokenHash(sent) : undefined,
      known: visit.known ? vault.tokenHash(visit.known) : undefined,
    },
    known: { token: vault.tokenHash(kenal), until: knownUntil(now) },
    throttles: throttleKeys(deps, { person: midway.person.id }, visit),
    by,
  }
  return { session, sid, kenal }
}

export function giveSession(c: Context<ForMidway>, { site }: Deps, { sid, kenal }: Opening): void {
  giveCookie(c, site, 'sid', sid)
  giveCookie(c, site, 'kenal', kenal)
  takeCookie(c, site, 'pre')
}
