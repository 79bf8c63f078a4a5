import { createHash } from 'node:crypto'
import type { ArchiveEventName } from '#domain/archive/archive-event.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { versionEvent } from '#domain/archive/version-event.ts'
import type { PersonId } from '#domain/person.ts'
import { newCommitment, sealFields } from '#src/secrets/archive/sealed-fields.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addContent, addVersion } from './archive.ts'
import { archiveOf } from './archive-deps.ts'
import { NOW } from './builders.ts'
import { addFile } from './record-files.ts'
import { logOf } from './tlog.ts'
import { accept, addVerifiers, addWaiting } from './verifying.ts'

export type RecordedFile = {
  version: VersionId
  no: number
  content: Buffer
  digest: string
  salt: string
}

/** A document of somebody whose first version is verified, sealed and in the signed log. */
export async function recordedDocument(owner: Sql, text = `SK CPNS ${crypto.randomUUID()}`) {
  const { agency, verifier, employee } = await addVerifiers(owner)
  const waiting = await addWaiting(owner, { agency, employee })
  const whose = { person: employee.id, record: waiting.record }
  const verify = async (version: VersionId, no: number, content: Buffer) => {
    const salt = await sealFile(owner, { id: version, person: employee.id }, content)
    const accepted = await accept(owner, verifier, version, 0)
    if (!accepted.ok) throw new Error(`not verified: ${accepted.problem.kind}`)
    return { version, no, content, digest: digestOf(content), salt }
  }
  const first = await verify(waiting.id, 1, Buffer.from(text))
  await logOf(owner).sequence()
  return {
    ...whose,
    employee,
    file: first,
    index: await indexOf(owner, first.version, 'recordVerified'),
    code: async (of: RecordedFile = first) =>
      `1.${await indexOf(owner, of.version, 'recordVerified')}.${of.salt}`,
    /** Another version of it, verified after this one. */
    supersede: async (content = `${text} perbaikan`) => {
      const id = await addVersion(owner, { record: waiting.record })
      await addContent(owner, id)
      return verify(id, 2, Buffer.from(content))
    },
    revoke: () => revoke(owner, { ...whose, id: first.version, no: 1 }),
    destroy: () => destroy(owner, whose),
  }
}

export type RecordedDocument = Awaited<ReturnType<typeof recordedDocument>>

function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

async function sealFile(
  owner: Sql,
  { id, person }: { id: VersionId; person: PersonId },
  content: Buffer,
): Promise<string> {
  await addFile(owner, { id, person }, { content })
  const { keyring } = archiveOf(owner)
  const sha256 = createHash('sha256').update(content).digest()
  const { salt, commitment } = newCommitment(sha256)
  const key = await keyring.openVersionKey(keyring.sql, id)
  if (!key) throw new Error('a document without a key')
  const hex = { sha256: sha256.toString('hex'), salt: salt.toString('hex') }
  const sealed = await sealFields(key, id, { name: 'asli.pdf', ...hex, pictures: [] })
  const tag = await inTransaction(keyring.sql, (tx) => keyring.twinTag(tx, sha256))
  await owner`
    update archive.versions set sealed = ${sealed}, commitment = ${commitment}, twin_tag = ${tag} where id = ${id}`
  return hex.salt
}

type Of = { id: VersionId; no: number; record: RecordId; person: PersonId }

async function revoke(owner: Sql, of: Of): Promise<void> {
  await owner`
    update archive.versions set status = 'awaitingVerification', verified_by = null, verified_as = null, verified_at = null
    where id = ${of.id}`
  await tell(owner, versionEvent('verificationRevoked', of, 'system', NOW))
}

/** What is left of it afterwards; how it comes to that is tested elsewhere. */
async function destroy(
  owner: Sql,
  { record, person }: Pick<Of, 'record' | 'person'>,
): Promise<void> {
  await owner`
    update archive.versions set key_gone_at = ${NOW}, metadata = null, sealed = null, twin_tag = null
    where record = ${record}`
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update archive.records set stage = 'destroyed', destroyed_at = ${NOW} where id = ${record}`
  })
  const name = 'recordDestroyed' as const
  await tell(owner, { name, record, person, actor: 'system', at: NOW, body: { batch: 'b' } })
}

async function tell(owner: Sql, event: Parameters<typeof addArchiveEvent>[1]): Promise<void> {
  await inTransaction(owner, (tx) => addArchiveEvent(tx, event))
}

/** The last such event of a version, or of its record. */
export async function indexOf(
  owner: Sql,
  version: VersionId,
  name: ArchiveEventName,
): Promise<number> {
  const [row] = await owner<{ index: number }[]>`
    select l.index from archive.events e join archive.log_leaves l on l.event = e.id
    where e.name = ${name} and (e.body ->> 'version' = ${version}
      or e.record = (select record from archive.versions where id = ${version}) and not e.body ? 'version')
    order by l.index desc limit 1`
  if (!row) throw new Error(`no leaf of ${name}`)
  return Number(row.index)
}
