import type { Context } from 'hono'
import { parseCount } from '#domain/tlog/count.ts'
import { formatVerificationCode, parseFingerprint } from '#domain/verification/code.ts'
import { keptProof, openHead, proveLeaf } from '#domain/verification/prove-leaf.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForAnyone } from '../../deps.ts'
import { standingAt } from '../../store/tlog/standing.ts'
import { field, readForm } from '../form.ts'
import { seeOther } from '../respond.ts'
import { checkedTooOften, type Slowed } from './allowance.ts'
import { findCode, provingOf } from './judge.ts'

const UNKNOWN = { kind: 'unknown' }

/** GET /verifikasi/keadaan/:index: all that a script has to be told; what it names it proves itself. */
export function getStanding(deps: Deps) {
  return async (c: Context<ForAnyone>) => {
    const index = parseCount(c.req.param('index') ?? '')
    if (index === undefined) return c.json(UNKNOWN)
    const slowed = await checkedTooOften(deps, c.var.visit, 'standing')
    if (slowed) return slow(deps, c, slowed)
    return c.json((await standingAt(deps.sql, index)) ?? UNKNOWN)
  }
}

/** POST /verifikasi/sidik: of a file without a code, by its hash alone; changes nothing. */
export function postFingerprint(deps: Deps) {
  return async (c: Context<ForAnyone>) => {
    const digest = parseFingerprint((await readForm(c, { sidik: field(100) })).sidik)
    if (!digest.ok) return c.json({ code: null })
    const slowed = await checkedTooOften(deps, c.var.visit, 'fingerprint')
    if (slowed) return slow(deps, c, slowed)
    const code = await findCode(deps, digest.value)
    return c.json({ code: code ? formatVerificationCode(code) : null })
  }
}

/** GET of the same address. */
export function getFingerprint() {
  return (c: Context<ForAnyone>) => seeOther(c, paths.check)
}

/** GET /verifikasi/bukti/:index: what a script would keep (c2sp.org/tlog-proof), for whoever runs none. */
export function getProofFile(deps: Deps) {
  return async (c: Context<ForAnyone>) => {
    const index = parseCount(c.req.param('index') ?? '')
    if (index === undefined) return c.notFound()
    const slowed = await checkedTooOften(deps, c.var.visit, 'standing')
    if (slowed) return slow(deps, c, slowed)
    const proven = await proveAt(deps, index)
    if (!proven) return c.notFound()
    return c.body(keptProof(proven), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="asn-${index}.tlog-proof"`,
    })
  }
}

async function proveAt(deps: Deps, index: number) {
  const proving = await provingOf(deps)
  if (!proving) return undefined
  const head = await openHead(proving, deps.tlog)
  if (!head.ok) return undefined
  const proven = await proveLeaf(proving, deps.tlog, head.value, index)
  return proven.ok ? proven.value : undefined
}

function slow({ clock }: Deps, c: Context<ForAnyone>, { kind, until }: Slowed) {
  c.set('refusal', kind)
  const seconds = Math.ceil((until.getTime() - clock().getTime()) / 1000)
  return c.json({ kind }, 429, { 'Retry-After': String(Math.max(seconds, 1)) })
}
