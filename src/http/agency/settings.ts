import type { Context } from 'hono'
import { settingsPage } from '#views/agency/settings-page.tsx'
import { notFoundPage } from '#views/failure-pages.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { asksTwoForResets, setTwoForResets } from '../../store/agency-settings.ts'
import { field, readForm } from '../form.ts'
import { officeAct } from '../office.ts'
import { refuse, refuseForm, respond, seeOther } from '../respond.ts'
import type { AgainProblem } from '../route.ts'
import { frameOf } from '../session/frame.ts'

/** GET /instansi/pengaturan */
export function getSettings(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const page = await pageOf(deps, c, undefined)
    return page ? respond(c, page) : noAgency(c)
  }
}

/** POST /instansi/pengaturan: whether every MFA reset takes two. */
export function postSettings(deps: Deps) {
  return async (c: Context<ForActing>) => {
    const { agency } = c.var.hat
    if (!agency) return noAgency(c)
    const form = await readForm(c, { two_person_resets: field(5) })
    const act = officeAct(deps, c)
    if (form.two_person_resets === 'ya' || form.two_person_resets === 'tidak')
      await setTwoForResets(deps.sql, { act, agency, on: form.two_person_resets === 'ya' })
    return seeOther(c, paths.deskSettings)
  }
}

export function settingsAgain(deps: Deps) {
  return async (c: Context<ForActing>, problem: AgainProblem) => {
    const page = await pageOf(deps, c, problem)
    return page ? refuseForm(c, page, problem, deps.clock()) : noAgency(c)
  }
}

/** The national admin has none of their own. */
function noAgency<E extends ForHat>(c: Context<E>) {
  return refuse(c, notFoundPage(), { kind: 'noAgency', status: 404 })
}

async function pageOf<E extends ForHat>(
  deps: Deps,
  c: Context<E>,
  problem: AgainProblem | undefined,
) {
  const { agency, agencyName } = c.get('hat')
  if (!agency) return undefined
  return settingsPage({
    frame: frameOf(deps, { current: c.get('current'), sid: c.get('sid') }),
    agency: agencyName ?? '',
    twoPersonResets: await asksTwoForResets(deps.sql, agency),
    problem,
  })
}
