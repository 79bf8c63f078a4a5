import type { Context } from 'hono'
import { freeze } from '#domain/account/freeze.ts'
import { isNotMeLive } from '#domain/notice/not-me.ts'
import { type NotMePlace, notMeOverPage, notMePage } from '#views/not-me/not-me-page.tsx'
import type { Told } from '#views/parts/problem.tsx'
import { paths } from '#views/paths.ts'
import { STALE } from '#views/sign-in/sign-in-words.ts'
import type { Deps, ForVisitor } from '../../deps.ts'
import { findNotMeLink, freezeAccount, type NotMeLink } from '../../store/freezing.ts'
import { refuse, respond, seeOther } from '../respond.ts'
import { originOf } from '../visit.ts'

/** GET /bukan-saya/:token: asks, or says how it ended. */
export function getNotMe(deps: Deps) {
  return (c: Context<ForVisitor>) => show(c, deps)
}

/** POST of the same address. */
export function postNotMe(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const link = await linkOf(c, deps)
    const at = deps.clock()
    if (link && placeOf(link, at) === 'asked')
      await freezeAccount(deps.sql, link.person, freeze, { ...originOf(c.var.visit), at })
    return seeOther(c, paths.notMe(tokenOf(c)))
  }
}

export function notMeAgain(deps: Deps) {
  return (c: Context<ForVisitor>) => show(c, deps, STALE)
}

async function show(c: Context<ForVisitor>, deps: Deps, told?: Told) {
  const link = await linkOf(c, deps)
  const place = placeOf(link, deps.clock())
  switch (place) {
    case 'asked': {
      const csrf = deps.vault.csrfToken(c.var.pre)
      const page = notMePage({ csrf, token: tokenOf(c), told })
      return told ? refuse(c, page, { kind: 'stale', status: 403 }) : respond(c, page)
    }
    case 'late':
      return refuse(c, notMeOverPage(place), { kind: 'lateLink', status: link ? 410 : 404 })
    case 'frozen':
    case 'disabled':
      return respond(c, notMeOverPage(place))
  }
}

async function linkOf(c: Context<ForVisitor>, { sql, vault }: Deps) {
  const mail = vault.readNotMeToken(tokenOf(c))
  return mail && (await findNotMeLink(sql, mail))
}

/** What was never a link of ours and what is one no more look alike. */
function placeOf(link: NotMeLink | undefined, now: Date): NotMePlace {
  if (!link || !isNotMeLive(link.madeAt, now)) return 'late'
  return link.state === 'frozen' || link.state === 'disabled' ? link.state : 'asked'
}

function tokenOf(c: Context<ForVisitor>): string {
  return c.req.param('token') ?? ''
}
