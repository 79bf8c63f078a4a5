import type { Context } from 'hono'
import { isHeld } from '#domain/account/hold.ts'
import type { DataFile, DataFrame } from '#views/account/data-file.ts'
import { dataHtml } from '#views/account/data-html.tsx'
import { dataJson } from '#views/account/data-json.ts'
import { ownDataPage } from '#views/account/own-data-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForProven } from '../../deps.ts'
import { listAddresses } from '../../store/email-addresses.ts'
import { addEvent } from '../../store/events.ts'
import { findOwnData, listDataEvents } from '../../store/own-data.ts'
import { listOwnSessions } from '../../store/own-sessions.ts'
import { newestNote } from '../../store/tlog/checkpoints.ts'
import { refuseForm, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { ownAct } from './own-act.ts'
import { type TooOften, tooOften } from './own-allowance.ts'

/** Lines of the record read at a time: all that a download holds in memory. */
const LINES = 500

/** GET /akun/data */
export function getOwnData(deps: Deps) {
  return (c: Context<ForProven>) => respond(c, page(deps, c))
}

/** GET /akun/data.json, /akun/data.html: everything at once (R-PD-01), once no hold is in force. */
export function getOwnDataFile(as: 'json' | 'html') {
  return (deps: Deps) => async (c: Context<ForProven>) => {
    if (!isOwnClick(c) || isHeld(c.var.current.hold, deps.clock()))
      return seeOther(c, paths.ownData)
    const wait = await tooOften(deps, c.var)
    if (wait) return refuseForm(c, page(deps, c, wait), wait, deps.clock())
    const { event } = ownAct(deps, c)
    await addEvent(deps.sql, { ...event, happening: { kind: 'dataExported', as } })
    const data = await gather(deps, c)
    const frame = as === 'json' ? dataJson(data) : dataHtml(data)
    return c.body(stream(deps, c, frame), 200, {
      'Content-Type': as === 'json' ? 'application/json' : 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="data-asn-digital.${as}"`,
    })
  }
}

/** A link elsewhere, in a mail say, leads to the page with the button, and acts no more than that. */
function isOwnClick(c: Context<ForProven>): boolean {
  return (c.req.header('Sec-Fetch-Site') ?? 'same-origin') === 'same-origin'
}

function page(deps: Deps, c: Context<ForProven>, problem?: TooOften) {
  const { hold } = c.var.current
  const held = isHeld(hold, deps.clock()) ? hold : undefined
  return ownDataPage({ frame: frameOf(deps, c.var), hold: held, problem })
}

async function gather({ sql, clock }: Deps, c: Context<ForProven>): Promise<DataFile> {
  const { person, hold } = c.var.current
  const now = clock()
  return {
    ...(await findOwnData(sql, person.id)),
    madeAt: now,
    person,
    addresses: await listAddresses(sql, person.id),
    hold: isHeld(hold, now) ? hold : undefined,
    sessions: await listOwnSessions(sql, person.id, now),
    checkpoint: await newestNote(sql),
  }
}

/** Reads on only as fast as the browser takes it, and holds no connection meanwhile. */
function stream({ sql }: Deps, c: Context<ForProven>, { head, line, foot }: DataFrame) {
  const { id: person } = c.var.current.person
  const encoder = new TextEncoder()
  let after = 0
  return new ReadableStream<Uint8Array>({
    start: (sink) => sink.enqueue(encoder.encode(head)),
    pull: async (sink) => {
      const events = await listDataEvents(sql, { person, after, limit: LINES })
      const lines = events.map((event, at) => line(event, after === 0 && at === 0))
      after = events.at(-1)?.id ?? after
      const isLast = events.length < LINES
      sink.enqueue(encoder.encode(`${lines.join('')}${isLast ? foot : ''}`))
      if (isLast) sink.close()
    },
  })
}
