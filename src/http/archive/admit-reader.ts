import type { Context } from 'hono'
import { type AccessAction, type Purpose, purposeOf } from '#domain/archive/access.ts'
import { parseVersionId } from '#domain/archive/version.ts'
import { notFoundPage } from '#views/failure-pages.tsx'
import { PURPOSE_NAMES } from '#views/path-queries.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { type Access, keepAccess } from '../../store/archive/access-log.ts'
import { type FoundReadable, findReadable } from '../../store/archive/readable.ts'
import { refuse } from '../respond.ts'

/** What may be read, and what the log says of it. */
export type Admitted = { found: FoundReadable; access: Access }

/**
 * The one gate before every byte of a record (I9), whatever address leads to it: who may read it and
 * what for. `isKnown`: whether the log has it already; else its row is committed here.
 */
export async function admitReader(
  deps: Deps,
  c: Context<ForPerson>,
  action: AccessAction,
  isKnown: (access: Access) => Promise<boolean> = async () => false,
): Promise<Admitted | Response> {
  const admitted = await judge(deps, c, action)
  if (!admitted) return refuse(c, notFoundPage(), { kind: 'noSuchVersion', status: 404 })
  if (!(await isKnown(admitted.access))) await keepAccess(deps.sql, admitted.access)
  return admitted
}

async function judge(
  { sql, clock }: Deps,
  c: Context<ForPerson>,
  action: AccessAction,
): Promise<Admitted | undefined> {
  const id = parseVersionId(c.req.param('id') ?? '')
  const { person, hat } = c.var.current
  const at = clock()
  const found = id && (await findReadable(sql, id, { person: person.id, hat, now: at }))
  if (!found) return undefined
  const { version, record, readsSecrets, appraises } = found
  const worn = hat && { id: hat.id, role: hat.role, readsSecrets, appraises }
  const purpose = purposeOf(found, { person: person.id, hat: worn, asked: askedPurpose(c) })
  if (!purpose) return undefined
  const by = { actor: person.id, hat: purpose === 'own' ? undefined : hat?.id }
  const read = { record: record.id, version: version.id, no: version.no }
  return { found, access: { person: version.person, by, purpose, action, read, at } }
}

function askedPurpose(c: Context<ForPerson>): Purpose | undefined {
  const asked = c.req.query('tujuan')
  return (Object.keys(PURPOSE_NAMES) as Purpose[]).find((one) => PURPOSE_NAMES[one] === asked)
}
