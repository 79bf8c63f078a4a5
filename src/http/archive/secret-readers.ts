import type { Context } from 'hono'
import { parseMandateId, type Role } from '#domain/access/mandate.ts'
import { scopeOf } from '#domain/access/scope.ts'
import { PURPOSES } from '#domain/archive/access.ts'
import { secretReadersPage } from '#views/archive/secret-readers-page.tsx'
import type { NamingProblem } from '#views/archive/secret-readers-words.ts'
import { notFoundPage } from '#views/failure-pages.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { listReaders, setSecretReader } from '../../store/archive/secret-readers.ts'
import { inScope } from '../../store/scope.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuse, refuseForm, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

const ROLES = Object.keys(PURPOSES) as Role[]

/** GET /instansi/pengaturan/rahasia */
export function getSecretReaders(deps: Deps) {
  return async (c: Context<ForHat>) => respond(c, await page(deps, c, undefined))
}

/** POST of the same address: one named, or no longer. */
export function postSecretReaders(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const form = await readForm(c, { tunjuk: field(40), akhiri: field(40) })
    const hat = parseMandateId(form.tunjuk || form.akhiri)
    if (!hat) return seeOther(c, paths.secretReaders)
    const wanted = { hat, named: form.tunjuk !== '' }
    const set = await setSecretReader(deps.sql, officeAct(deps, acting), wanted)
    if (set.ok) return seeOther(c, paths.secretReaders)
    const { problem } = set
    if (problem.kind === 'noSuchReader')
      return refuse(c, notFoundPage(), { kind: 'noSuchReader', status: 404 })
    if (problem.kind === 'noLonger') return leaveFor(c, paths.hatsFor(c.req.path))
    return refuseNaming(deps, c, problem)
  }
}

export function secretReadersAgain(deps: Deps) {
  return (c: Context<ForActing>, problem: NamingProblem) => refuseNaming(deps, asHat(c), problem)
}

async function refuseNaming(deps: Deps, c: Context<ForHat>, problem: NamingProblem) {
  return refuseForm(c, await page(deps, c, problem), problem, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, problem: NamingProblem | undefined) {
  const { hat } = c.var
  const now = deps.clock()
  const asked = { agency: hat.agency ?? '', roles: ROLES, now }
  const readers = await inScope(deps.sql, scopeOf(hat), now, (tx) => listReaders(tx, asked))
  return secretReadersPage({ frame: frameOf(deps, c.var), readers, problem })
}
