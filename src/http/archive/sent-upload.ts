import type { Context } from 'hono'
import { parseVersionId, type VersionId } from '#domain/archive/version.ts'
import { mayBeWithdrawn } from '#domain/archive/withdraw-version.ts'
import {
  type Followed,
  isUnderWay,
  type SentUploadProps,
  sentUploadPage,
  UploadState,
  type WithdrawProblem,
} from '#views/archive/sent-upload-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForAnyone, ForPerson } from '../../deps.ts'
import { findFollowed, findPersonOf } from '../../store/archive/own-versions.ts'
import { findTypeFor } from '../../store/archive/record-types.ts'
import { findSlot } from '../../store/archive/slots.ts'
import { findOwnUpload } from '../../store/archive/uploads.ts'
import { withdraw } from '../../store/archive/withdrawals.ts'
import { newestNote } from '../../store/tlog/checkpoints.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { asPolling } from '../session/polling.ts'
import type { Sending, Whom } from './upload-side.ts'

/** GET /arsip/unggahan/:id: how far it is, and what became of it. */
export function getSentUpload(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const found = await findSent(deps, c, sending)
    if (found instanceof Response) return found
    return respond(c, sentUploadPage({ ...found, problem: undefined }))
  }
}

/**
 * GET …/kemajuan: asked by the page itself, which is no activity (R-SE-03); once there is more to see
 * than that it is under way, it leads to the page.
 */
export function getSentProgress(sending: Sending) {
  return (deps: Deps) => async (context: Context<ForAnyone>) => {
    const c = await asPolling(deps, context, sending.isOffice ? 'uploadOnBehalf' : undefined)
    if (!c) return context.notFound()
    const found = await findSent(deps, c, sending)
    if (found instanceof Response) return found
    if (!isUnderWay(found.followed)) return leaveFor(c, found.side.upload(found.id))
    return respond(c, { title: 'Unggahan', main: UploadState({ ...found, problem: undefined }) })
  }
}

/** GET …/pembatalan: where a reload after a refusal asks. */
export function getCancel(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const found = await findSent(deps, c, sending)
    return found instanceof Response ? found : seeOther(c, found.side.upload(found.id))
  }
}

/** POST …/pembatalan: bytes on their way are let go; what was received is withdrawn (T8). */
export function postCancel(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const found = await findSent(deps, c, sending)
    if (found instanceof Response) return found
    const sender = sending.sender(c)
    if (found.followed.kind === 'upload') {
      await deps.uploads.cancel({ id: found.id, ...sender })
      return leaveFor(c, `${found.side.list}?hasil=dibatalkan`)
    }
    const asked = { id: found.id, person: found.person, by: sending.by(deps, c) }
    const withdrawn = await withdraw(deps.keyring, asked, deps.clock())
    if (withdrawn.ok) return leaveFor(c, found.side.upload(found.id))
    if (withdrawn.problem.kind === 'noSuchVersion') return c.notFound()
    if (withdrawn.problem.kind === 'noLonger') return leaveFor(c, paths.hatsFor(c.req.path))
    return refuse(deps, c, found, withdrawn.problem)
  }
}

export function cancelAgain(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>, problem: WithdrawProblem) => {
    const found = await findSent(deps, c, sending)
    return found instanceof Response ? found : refuse(deps, c, found, problem)
  }
}

type Sent = Omit<SentUploadProps, 'problem'> & Whom & { id: VersionId }

async function findSent(
  deps: Deps,
  c: Context<ForPerson>,
  sending: Sending,
): Promise<Sent | Response> {
  const id = parseVersionId(c.req.param('id') ?? '')
  if (!id) return c.notFound()
  const on = await findOnItsWay(deps, c, sending, id)
  const person = on?.upload.person ?? (await findPersonOf(deps.sql, id))
  if (!person) return c.notFound()
  const whom = await sending.whose(deps, c, person)
  if (whom instanceof Response) return whom
  const found = on ?? (await findReceived(deps, whom, id))
  if (!found) return c.notFound()
  const { type, slot: place } = 'upload' in found ? found.upload : found
  if (!(await findTypeFor(deps.sql, type, sending.sender(c).sentAs))) return c.notFound()
  const slot = await findSlot(deps.sql, person, { type, slot: place })
  const followed: Followed = 'upload' in found ? found : found.followed
  const frame = frameOf(deps, c.var)
  const checkpoint = followed.kind === 'version' ? await newestNote(deps.sql) : undefined
  return { ...whom, frame, id, slot, followed, script: c.var.assets.upload, checkpoint }
}

async function findOnItsWay(
  { sql, uploads, clock }: Deps,
  c: Context<ForPerson>,
  { sender }: Sending,
  id: VersionId,
) {
  const upload = await findOwnUpload(sql, { id, ...sender(c) }, clock())
  if (!upload || upload.state === 'received') return undefined
  const [arrived, note] = [await uploads.length(id), await uploads.note(id)]
  return { kind: 'upload', upload, arrived: arrived ?? 0, sha256: note?.sha256 } as const
}

async function findReceived({ sql }: Deps, { person }: Whom, id: VersionId) {
  const found = await findFollowed(sql, person, id)
  if (!found) return undefined
  const { version, type, slot, notes, waitsFor, wasVerified } = found
  const mayWithdraw = mayBeWithdrawn(version, wasVerified)
  const followed = { kind: 'version', version, notes, waitsFor, mayWithdraw } as const
  return { type, slot, followed }
}

function refuse(deps: Deps, c: Context<ForPerson>, found: Sent, problem: WithdrawProblem) {
  return refuseForm(c, sentUploadPage({ ...found, problem }), problem, deps.clock())
}
