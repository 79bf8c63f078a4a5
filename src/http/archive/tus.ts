import { Server, type Upload as TusUpload } from '@tus/server'
import type { Context } from 'hono'
import { fileNameOf, parseSha256 } from '#domain/archive/declared-file.ts'
import { readMetadata } from '#domain/archive/metadata.ts'
import { PICTURES_CAP, type Upload } from '#domain/archive/upload.ts'
import { parseVersionId, type VersionId } from '#domain/archive/version.ts'
import { dayOf } from '#domain/zone-day.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat, ForPerson } from '../../deps.ts'
import { findRecordType } from '../../store/archive/record-types.ts'
import { findOwnUpload } from '../../store/archive/uploads.ts'
import { finishUpload } from './finish-upload.ts'
import { newUpload } from './new-upload.ts'
import { asOfficer, asPerson, type Sender } from './sender.ts'
import { type Holders, tusLocker, tusStore } from './tus-store.ts'

type Asked = { sender: Sender; path: string }

/** Of all that is locked by this process, whichever address it was asked by. */
const holders: Holders = new Map()

type Answer<E extends ForPerson> = (c: Context<E>) => Promise<Response>

/** One's own uploads by the tus protocol: POST, HEAD, PATCH, DELETE, OPTIONS. */
export function ownTus(deps: Deps): Answer<ForPerson> {
  return (c) => answerTus(deps, c, { sender: asPerson(c), path: paths.uploads })
}

/** Likewise those that an officer sends, which begin by a form alone: it asks for the second factor. */
export function deskTus(deps: Deps): Answer<ForHat> {
  return (context) => {
    const c = context as unknown as Context<ForPerson>
    return answerTus(deps, c, { sender: asOfficer(context), path: paths.deskUploads })
  }
}

/** HEAD of an upload's address asks by the protocol, GET is the page of it. */
export function headByTus<E extends ForPerson>(
  tus: (deps: Deps) => Answer<E>,
  page: (deps: Deps) => (c: Context<ForPerson>) => Response | Promise<Response>,
) {
  return (deps: Deps) => {
    const [asked, shown] = [tus(deps), page(deps)]
    return (c: Context<E>) =>
      c.req.method === 'HEAD' ? asked(c) : shown(c as unknown as Context<ForPerson>)
  }
}

/** A server for each request, whose store knows the one upload that the request may be about. */
async function answerTus(deps: Deps, c: Context<ForPerson>, asked: Asked): Promise<Response> {
  const { sender, path } = asked
  const upload = await namedUpload(deps, c, sender)
  if (c.req.param('id') && (!upload || upload.state === 'refused')) return c.notFound()
  const server = new Server({
    path,
    relativeLocation: true,
    maxSize: PICTURES_CAP,
    allowedOrigins: () => false,
    datastore: tusStore(deps, sender, upload),
    locker: tusLocker(deps, holders),
    namingFunction: () => deps.vault.newId(),
    onUploadCreate: async (_, created) => {
      await create(deps, c, created)
      return {}
    },
    onUploadFinish: (_, { id }) => finish(deps, c, id as VersionId),
  })
  const { body, status, headers } = await server.handleWeb(c.req.raw)
  if (upload) headers.set('Upload-Expires', upload.expiresAt.toUTCString())
  if (upload && isUntoldWhole(upload, headers)) await finish(deps, c, upload.id)
  // As an answer of ours, which has the headers of all answers.
  return c.newResponse(body, status as 200, Object.fromEntries(headers))
}

async function namedUpload(
  { sql, clock }: Deps,
  c: Context<ForPerson>,
  sender: Sender,
): Promise<Upload | undefined> {
  const id = parseVersionId(c.req.param('id') ?? '')
  return id && findOwnUpload(sql, { id, ...sender }, clock())
}

/** The last byte came, and the process was killed before it could go on: a client sends no more. */
function isUntoldWhole({ state, bytes }: Upload, headers: Headers): boolean {
  return state === 'arriving' && headers.get('Upload-Offset') === String(bytes)
}

/** T1 by the protocol alone: the place of the document, its hash and its data come as metadata. */
async function create(
  deps: Deps,
  c: Context<ForPerson>,
  { id, size: bytes = 0, metadata = {} }: TusUpload,
): Promise<void> {
  const { person } = c.var.current
  const said = Object.fromEntries(Object.entries(metadata).map(([key, text]) => [key, text ?? '']))
  const sha256 = parseSha256(said['sha256'] ?? '')
  const type = await findRecordType(deps.sql, said['type'] ?? '')
  if (!type || !sha256) throw refusal('doesNotApply')
  const read = readMetadata(type, said, dayOf(deps.clock(), person.agency.zone))
  if (!read.ok) throw refusal('metadata')
  const place = { type: type.code, slot: said['slot'] ?? '', form: 'document' } as const
  const wanted = { ...place, person: person.id, metadata: read.value }
  const begun = { ...newUpload(deps, asPerson(c), wanted), id: id as VersionId, bytes }
  const name = fileNameOf(said['filename'] ?? '')
  const started = await deps.uploads.begin(begun, { name, sha256 })
  if (!started.ok) throw refusal(started.problem.kind)
}

async function finish(deps: Deps, c: Context<ForPerson>, id: VersionId): Promise<object> {
  const refused = await finishUpload(deps, id, c.var.visit.reference)
  if (refused) throw refusal(refused.kind)
  return {}
}

/** As the protocol's server takes it; the kind alone is told. */
function refusal(kind: string): { status_code: number; body: string } {
  return { status_code: STATUS[kind] ?? 422, body: `${kind}\n` }
}

const STATUS: Record<string, number> = {
  tooLarge: 413,
  tooManyOpen: 429,
  tooManyToday: 429,
  noRight: 404,
}
