import type { Context } from 'hono'
import { codeBudget } from '#domain/mfa/code-limits.ts'
import { type CodeVerdict, judgeCode } from '#domain/mfa/otp.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import { practicePage } from '#views/activation/practice-page.tsx'
import { paths } from '#views/paths.ts'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { acceptPractice, admitCodeTry, keepRefusedCode } from '../../store/code-tries.ts'
import { listAuthenticators } from '../../store/devices.ts'
import { field, readForm } from '../form.ts'
import { refuse, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { originOf } from '../visit.ts'

/** Practice has no sign-in whose tries could run out, so none are counted down on the page. */
const UNTOLD = 5

/** GET /aktivasi/latihan */
export function getPractice(deps: Deps) {
  return (c: Context<ForPerson>) => show(c, deps, { done: c.req.query('hasil') === 'siap' })
}

/** POST /aktivasi/latihan: a code like any other; tries count, and an accepted one is used up. */
export function postPractice(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const problem = await practise(c, deps)
    return problem ? show(c, deps, { done: false, problem }) : seeOther(c, paths.practiceDone)
  }
}

export function practiceAgain(deps: Deps) {
  return (c: Context<ForPerson>) => show(c, deps, { done: false, problem: { kind: 'stale' } })
}

async function practise(c: Context<ForPerson>, deps: Deps): Promise<CodeProblem | undefined> {
  const code = parseTypedCode((await readForm(c, { code: field(50) })).code)
  if (!code.ok) return code.problem
  if (!deps.serverClock.isTrusted()) return { kind: 'serverClock' }
  const { id: person } = c.var.current.person
  const now = deps.clock()
  const authenticators = await listAuthenticators(deps.sql, person, now)
  const budget = codeBudget(
    authenticators.inUse.map(({ device }) => device),
    now,
  )
  const admitted = await admitCodeTry(deps.sql, { signIn: undefined, person, budget }, now)
  if (admitted.kind === 'locked' || admitted.kind === 'budgetSpent') return admitted
  const verdict = judgeCode(deps.vault.codeFacts(authenticators, code.value, now), now)
  if (verdict.kind === 'refused') return keepRefused(c, deps, verdict, now)
  const isFirst = await acceptPractice(deps.sql, verdict.acceptance)
  return isFirst ? undefined : { kind: 'refused', refused: { kind: 'used' }, left: UNTOLD }
}

async function keepRefused(
  c: Context<ForPerson>,
  { sql }: Deps,
  { refused, burned }: Extract<CodeVerdict, { kind: 'refused' }>,
  now: Date,
): Promise<CodeProblem> {
  const { id: person } = c.var.current.person
  const happening = { kind: 'codeWrong', reason: refused.kind } as const
  const events = [{ ...originOf(c.var.visit), at: now, person, actor: person, happening }]
  await keepRefusedCode(sql, { signIn: undefined, person, burned, ends: 'nothing', events })
  return { kind: 'refused', refused, left: UNTOLD }
}

function show(
  c: Context<ForPerson>,
  deps: Deps,
  { done, problem }: { done: boolean; problem?: CodeProblem },
) {
  const frame = frameOf(deps, c.var)
  const page = practicePage({ frame, csrf: frame.csrf, done, ...(problem && { problem }) })
  if (!problem) return respond(c, page)
  return refuse(c, page, { kind: problem.kind, status: problem.kind === 'stale' ? 403 : 422 })
}
