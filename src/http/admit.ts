import type { Context, MiddlewareHandler } from 'hono'
import { type Hat, hatsFor } from '#domain/access/hat.ts'
import { type Permission, permits } from '#domain/access/permission.ts'
import { needsStepUp } from '#domain/session/step-up.ts'
import { notFoundPage } from '#views/failure-pages.tsx'
import { roleOverPage } from '#views/hats/role-over-page.tsx'
import { paths } from '#views/paths.ts'
import type {
  Deps,
  ForActing,
  ForAnyone,
  ForHat,
  ForMidway,
  ForPerson,
  ForProven,
  ForResetting,
  ForVisitor,
} from '../deps.ts'
import { findReset } from '../store/resets.ts'
import { findRoleEnd } from '../store/role-over.ts'
import { findSession } from '../store/sessions.ts'
import { findSignIn } from '../store/sign-ins.ts'
import { stepUpFrom } from './account/step-up-place.ts'
import { giveCookie, readCookie, takeCookie } from './cookies.ts'
import { leaveFor, refuse } from './respond.ts'
import { frameOf } from './session/frame.ts'
import { passwordReset, whereInstead, whereMidway, whereResetStands } from './where-it-stands.ts'

/**
 * Who may ask an address, and what a handler for them finds in `c.var`. `anyone`: no cookie is read
 * or set; `visitor`: a form is shown, bound to a name given to the browser; `resetting`: a forgotten
 * password is on its way in it; `midway`: the password is proven, the session not yet open;
 * `person`: the session is open; `proven`: and its second factor was given just now, as every change
 * of one's own account asks (R-SE-06). All others wear the hat of an office that permits what the
 * address is for; `…Acting` changes something in its name, and gives its second factor within five
 * minutes of that, if need be in the form itself (`prove-in-form.ts`).
 */
export type Audiences = {
  anyone: ForAnyone
  visitor: ForVisitor
  resetting: ForResetting
  midway: ForMidway
  person: ForPerson
  proven: ForProven
  officer: ForHat
  officerActing: ForActing
  roleGiver: ForHat
  roleGiverActing: ForActing
  nationalAdmin: ForHat
  nationalAdminActing: ForActing
  agencyAdmin: ForHat
  agencyAdminActing: ForActing
  uploader: ForHat
  uploaderActing: ForActing
  verifier: ForHat
  verifierActing: ForActing
  archivist: ForHat
  archivistActing: ForActing
  ruleJudge: ForHat
  ruleJudgeActing: ForActing
  holder: ForHat
  holderActing: ForActing
  disposer: ForHat
  disposerActing: ForActing
  boardReader: ForHat
  nationReader: ForHat
  auditor: ForHat
}

/** What the hat must permit with which one asks there; the others are no offices. */
export const PERMISSION_ASKED = {
  officer: 'helpEmployees',
  officerActing: 'helpEmployees',
  roleGiver: 'giveRoles',
  roleGiverActing: 'giveRoles',
  nationalAdmin: 'nationalReferenceData',
  nationalAdminActing: 'nationalReferenceData',
  agencyAdmin: 'setUpAgency',
  agencyAdminActing: 'setUpAgency',
  uploader: 'uploadOnBehalf',
  uploaderActing: 'uploadOnBehalf',
  verifier: 'verifyRecords',
  verifierActing: 'verifyRecords',
  archivist: 'keepRetention',
  archivistActing: 'keepRetention',
  ruleJudge: 'judgeRules',
  ruleJudgeActing: 'judgeRules',
  holder: 'placeHolds',
  holderActing: 'placeHolds',
  disposer: 'disposeRecords',
  disposerActing: 'disposeRecords',
  boardReader: 'seeBoards',
  nationReader: 'seeNation',
  auditor: 'readAudit',
} as const satisfies Partial<Record<keyof Audiences, Permission>>

type Admission = { [A in keyof Audiences]: (deps: Deps) => MiddlewareHandler<Audiences[A]> }

/** For each audience: lets in who belongs to it, and sends everyone else where they can go on. */
export const admit: Admission = {
  anyone: () => (_, next) => next(),

  visitor: (deps) => (c, next) => {
    c.set('pre', c.var.visit.pre ?? greet(c, deps))
    return next()
  },

  resetting: (deps) => async (c, next) => {
    const { pre } = c.var.visit
    const browser = pre ? deps.vault.tokenHash(pre) : undefined
    const reset = browser && (await findReset(deps.sql, passwordReset(browser), deps.clock()))
    if (!reset) return leaveFor(c, await whereResetStands(c, deps, browser))
    c.set('pre', pre ?? '')
    c.set('browser', browser)
    c.set('reset', reset)
    return next()
  },

  midway: (deps) => async (c, next) => {
    const { pre } = c.var.visit
    const midway = pre && (await findSignIn(deps.sql, deps.vault.tokenHash(pre), deps.clock()))
    if (!midway) return leaveFor(c, await whereInstead(c, deps))
    c.set('pre', pre)
    c.set('midway', midway)
    return next()
  },

  person: (deps) => async (c, next) => (await admitPerson(c, deps)) ?? next(),

  proven: (deps) => async (c, next) => {
    const away = await admitPerson(c as unknown as Context<ForPerson>, deps)
    if (away) return away
    const { session } = c.var.current
    if (needsStepUp(session, deps.clock())) return leaveFor(c, await stepUpFrom(c))
    c.set('provenAt', session.provenAt)
    return next()
  },

  officer: wearing(PERMISSION_ASKED.officer),
  officerActing: wearing(PERMISSION_ASKED.officerActing),
  roleGiver: wearing(PERMISSION_ASKED.roleGiver),
  roleGiverActing: wearing(PERMISSION_ASKED.roleGiverActing),
  nationalAdmin: wearing(PERMISSION_ASKED.nationalAdmin),
  nationalAdminActing: wearing(PERMISSION_ASKED.nationalAdminActing),
  agencyAdmin: wearing(PERMISSION_ASKED.agencyAdmin),
  agencyAdminActing: wearing(PERMISSION_ASKED.agencyAdminActing),
  uploader: wearing(PERMISSION_ASKED.uploader),
  uploaderActing: wearing(PERMISSION_ASKED.uploaderActing),
  verifier: wearing(PERMISSION_ASKED.verifier),
  verifierActing: wearing(PERMISSION_ASKED.verifierActing),
  archivist: wearing(PERMISSION_ASKED.archivist),
  archivistActing: wearing(PERMISSION_ASKED.archivistActing),
  ruleJudge: wearing(PERMISSION_ASKED.ruleJudge),
  ruleJudgeActing: wearing(PERMISSION_ASKED.ruleJudgeActing),
  holder: wearing(PERMISSION_ASKED.holder),
  holderActing: wearing(PERMISSION_ASKED.holderActing),
  disposer: wearing(PERMISSION_ASKED.disposer),
  disposerActing: wearing(PERMISSION_ASKED.disposerActing),
  boardReader: wearing(PERMISSION_ASKED.boardReader),
  nationReader: wearing(PERMISSION_ASKED.nationReader),
  auditor: wearing(PERMISSION_ASKED.auditor),
}

/** Those who change something in the name of an office. */
export const ACTING: readonly (keyof Audiences)[] = [
  'officerActing',
  'roleGiverActing',
  'nationalAdminActing',
  'agencyAdminActing',
  'uploaderActing',
  'verifierActing',
  'archivistActing',
  'ruleJudgeActing',
  'holderActing',
  'disposerActing',
]

/**
 * Whoever wears such a hat goes on; whoever only owns one is asked to put it on, and to everyone else
 * there is no such address.
 */
function wearing<E extends ForHat | ForActing>(asked: Permission) {
  return (deps: Deps): MiddlewareHandler<E> =>
    async (context, next) => {
      const c = context as unknown as Context<ForHat>
      const away = await admitPerson(c as unknown as Context<ForPerson>, deps)
      if (away) return away
      const { hat, mandates } = c.var.current
      if (hat && permits(hat, asked)) {
        c.set('hat', hat)
        return next()
      }
      const { fallen } = c.var.current
      if (!hat && fallen && permits(fallen, asked)) return roleOver(deps, c, fallen)
      const owned = hatsFor(mandates, asked, deps.clock())
      if (owned.length > 0) return leaveFor(c, paths.hatsFor(c.req.path))
      return refuse(c, notFoundPage(), { kind: 'noSuchHat', status: 404 })
    }
}

/** Nothing was done: what the person sent was meant for a role that is over. */
async function roleOver(deps: Deps, c: Context<ForHat>, hat: Hat): Promise<Response> {
  const end = await findRoleEnd(deps.sql, c.var.current.person.id, hat.id)
  const page = roleOverPage({ frame: frameOf(deps, c.var), hat, end })
  return refuse(c, page, { kind: 'roleOver', status: 403 })
}

/** What a form of that audience is bound to. */
export const boundTo: {
  [A in keyof Audiences]: ((c: Context<Audiences[A]>) => string) | undefined
} = {
  anyone: undefined,
  visitor: (c) => c.var.pre,
  resetting: (c) => c.var.pre,
  midway: (c) => c.var.pre,
  person: (c) => c.var.sid,
  proven: (c) => c.var.sid,
  officer: (c) => c.var.sid,
  officerActing: (c) => c.var.sid,
  roleGiver: (c) => c.var.sid,
  roleGiverActing: (c) => c.var.sid,
  nationalAdmin: (c) => c.var.sid,
  nationalAdminActing: (c) => c.var.sid,
  agencyAdmin: (c) => c.var.sid,
  agencyAdminActing: (c) => c.var.sid,
  uploader: (c) => c.var.sid,
  uploaderActing: (c) => c.var.sid,
  verifier: (c) => c.var.sid,
  verifierActing: (c) => c.var.sid,
  archivist: (c) => c.var.sid,
  archivistActing: (c) => c.var.sid,
  ruleJudge: (c) => c.var.sid,
  ruleJudgeActing: (c) => c.var.sid,
  holder: (c) => c.var.sid,
  holderActing: (c) => c.var.sid,
  disposer: (c) => c.var.sid,
  disposerActing: (c) => c.var.sid,
  boardReader: (c) => c.var.sid,
  nationReader: (c) => c.var.sid,
  auditor: (c) => c.var.sid,
}

function greet(c: Context<ForVisitor>, { site, vault }: Deps): string {
  const token = vault.newToken()
  giveCookie(c, site, 'pre', token)
  return token
}

/** Undefined where the person may go on; else where they go instead. */
async function admitPerson(
  c: Context<ForPerson>,
  { sql, vault, site, clock }: Deps,
): Promise<Response | undefined> {
  const sid = readCookie(c, site, 'sid')
  if (!sid) return leaveFor(c, await whereMidway(c, { sql, vault, clock }))
  const current = await findSession(sql, vault.tokenHash(sid), { now: clock(), touch: true })
  if (!current) {
    takeCookie(c, site, 'sid')
    return leaveFor(c, paths.sessionOver)
  }
  c.set('sid', sid)
  c.set('current', current)
  return undefined
}
