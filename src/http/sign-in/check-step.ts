import type { Context } from 'hono'
import type { DueCaptcha } from '#views/sign-in/credentials-form.tsx'
import type { Deps, ForVisitor } from '../../deps.ts'
import { captchaFields, openCaptcha, passCaptcha } from '../captcha/check.ts'
import { readForm } from '../form.ts'

export type Check = { state: 'none' } | { state: 'passed' } | { state: 'refused'; due: DueCaptcha }

/** Judges the security check that came with the form, before any password is looked at (R-CA-01). */
export async function passCheck(c: Context<ForVisitor>, deps: Deps): Promise<Check> {
  const form = await readForm(c, captchaFields)
  if (form.captcha_id === '') return { state: 'none' }
  const pass = await passCaptcha(deps, form, sourceOf(c, deps), deps.clock())
  if (pass.passed) return { state: 'passed' }
  const { view, problem } = pass
  return { state: 'refused', due: { view, problem, script: deps.assets.captcha } }
}

export async function openCheck(c: Context<ForVisitor>, deps: Deps): Promise<DueCaptcha> {
  const view = await openCaptcha(deps, sourceOf(c, deps))
  return { view, script: deps.assets.captcha }
}

/** One wait at a time for each neighbourhood of addresses. */
function sourceOf(c: Context<ForVisitor>, { vault }: Deps): Buffer {
  return vault.throttleKey('captcha', c.var.visit.network)
}
