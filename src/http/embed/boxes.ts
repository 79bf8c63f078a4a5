import type { Context } from 'hono'
import { colourName, readColours } from '#domain/embed/colour-name.ts'
import { type Box, BoxPage, BoxPart } from '#views/embed/box.tsx'
import { helpBox, signInBox, verificationBox } from '#views/embed/boxes.tsx'
import { notFoundPage } from '#views/failure-pages.tsx'
import { HELP } from '#views/help/help-words.ts'
import type { HelpTopic } from '#views/help-topics.ts'
import type { Deps, ForAnyone } from '../../deps.ts'
import { refuse } from '../respond.ts'
import { type Embedding, findEmbedding } from './embedding.ts'
import { keepAMinute, mayBeAsked, mayBeFramed, mayBeRead } from './framing.ts'

type C = Context<ForAnyone>
type BoxOf = (site: Embedding, deps: Deps, c: C) => Box | undefined | Promise<Box>

/** GET /sematan/:site/verifikasi */
export const getVerificationBox = boxAt(async (_, { tlog }, c) =>
  verificationBox({ vkey: await tlog.vkey(), script: c.get('assets').check }),
)

/** GET /sematan/:site/masuk */
export const getSignInBox = boxAt((_, { site }) => signInBox(site.origin))

/** GET /sematan/:site/bantuan/:topic */
export const getHelpBox = boxAt((_, __, c) => {
  const topic = c.req.param('topic') ?? ''
  return Object.hasOwn(HELP, topic) ? helpBox(topic as HelpTopic) : undefined
})

/** GET /sematan/:site/aktivasi */
export const getActivationBox = boxAt(({ activation }) => activation())

/** OPTIONS of each of these: htmx sends headers of its own, which a browser asks about first. */
export function optionsOfBox(deps: Deps) {
  return async (c: C) => {
    const site = await findEmbedding(c, deps)
    if (!site) return noSuchBox(c)
    if (mayBeRead(c, site)) mayBeAsked(c)
    return c.body(null, 204)
  }
}

function boxAt(boxOf: BoxOf) {
  return (deps: Deps) => async (c: C) => {
    const site = await findEmbedding(c, deps)
    const box = site && (await boxOf(site, deps, c))
    return site && box ? sendBox(c, deps, site, box) : noSuchBox(c)
  }
}

/** As a page for a frame, or as a part that another page puts into its own. */
function sendBox(c: C, deps: Deps, site: Embedding, box: Box) {
  keepAMinute(c)
  if (c.req.query('bentuk') === 'potongan') {
    mayBeRead(c, site)
    return send(c, String(BoxPart(box, deps.site.origin)))
  }
  mayBeFramed(c, site.ancestors)
  const colours = colourName(readColours((name) => c.req.query(name)))
  return send(c, String(BoxPage(box, { ...c.get('assets'), colours })))
}

function send(c: C, html: string) {
  const { body, headers } = c.get('pack')(html)
  return c.body(body, 200, { 'Content-Type': 'text/html; charset=UTF-8', ...headers })
}

/** Unknown, ended or never one: the answer is the same, and nobody may frame it. */
function noSuchBox(c: C) {
  return refuse(c, notFoundPage(), { kind: 'noSuchBox', status: 404 })
}
