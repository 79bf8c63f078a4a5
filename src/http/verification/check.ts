import type { Context } from 'hono'
import { parseFingerprint, parseVerificationCode } from '#domain/verification/code.ts'
import { type CheckPageProps, checkPage } from '#views/verification/check-page.tsx'
import { CHECK_FIELDS, type CheckProblem } from '#views/verification/check-words.ts'
import type { Deps, ForVisitor } from '../../deps.ts'
import { field, readForm } from '../form.ts'
import { refuseForm, respond } from '../respond.ts'
import { checkedTooOften } from './allowance.ts'
import { judgeFile, judgeList } from './judge.ts'

const LONGEST_CODE = 500
/** A whole answer of certutil. */
const LONGEST_FINGERPRINT = 2000

/** GET /verifikasi: where every code leads, whatever stands behind its #. */
export function getCheck(deps: Deps) {
  return async (c: Context<ForVisitor>) => respond(c, await page(deps, c, {}))
}

/** POST /verifikasi: what a script would check, by the SHA-256 that a system showed. */
export function postCheck(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const typed = await readTyped(c)
    const code = parseVerificationCode(typed.code)
    if (!code.ok && code.problem === 'notACode')
      return refuseCheck(deps, c, { typed, problem: { kind: 'notACode', of: 'form' } })
    const list = code.ok && code.value.kind === 'list' ? code.value : undefined
    const digest = parseFingerprint(typed.sha256)
    if (!list && !digest.ok)
      return refuseCheck(deps, c, { typed, problem: fingerprintProblem(digest.problem) })
    const slowed = await checkedTooOften(deps, c.var.visit, 'fingerprint')
    if (slowed) return refuseCheck(deps, c, { typed, problem: slowed })
    if (list) return showVerdict(deps, c, { typed, verdict: await judgeList(deps, list) })
    const document = code.ok && code.value.kind === 'document' ? code.value : undefined
    const verdict = await judgeFile(deps, document, digest.ok ? digest.value : '')
    return showVerdict(deps, c, { typed, verdict })
  }
}

export function checkAgain(deps: Deps) {
  return async (c: Context<ForVisitor>) =>
    refuseCheck(deps, c, { typed: await readTyped(c), problem: { kind: 'stale' } })
}

type Shown = Pick<CheckPageProps, 'typed' | 'verdict' | 'problem'>

export async function refuseCheck(
  deps: Deps,
  c: Context<ForVisitor>,
  shown: Shown & { problem: CheckProblem },
) {
  return refuseForm(c, await page(deps, c, shown), shown.problem, deps.clock())
}

/** Nothing was changed, and an address of its own would have to name the salt. */
export async function showVerdict(deps: Deps, c: Context<ForVisitor>, shown: Shown) {
  return respond(c, await page(deps, c, shown))
}

async function page({ vault, tlog, clock }: Deps, c: Context<ForVisitor>, shown: Shown) {
  return checkPage({
    csrf: vault.csrfToken(c.var.pre),
    now: clock(),
    vkey: await tlog.vkey(),
    script: c.var.assets.check,
    ...shown,
  })
}

async function readTyped(c: Context<ForVisitor>) {
  const form = await readForm(c, {
    [CHECK_FIELDS.code]: field(LONGEST_CODE),
    [CHECK_FIELDS.sha256]: field(LONGEST_FINGERPRINT),
  })
  return { code: form[CHECK_FIELDS.code], sha256: form[CHECK_FIELDS.sha256] }
}

function fingerprintProblem(problem: 'empty' | 'notASha256'): CheckProblem {
  return { kind: problem === 'empty' ? 'sha256Missing' : 'notASha256' }
}
