import { createHash } from 'node:crypto'
import type { ExportId } from '#domain/archive/export/archive-export.ts'
import { askExport } from '#domain/archive/export/archive-export.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { BagPlace } from '#src/bags/bag-place.ts'
import { openFile } from '#src/http/archive/open-file.ts'
import { newCommitment, sealFields } from '#src/secrets/archive/sealed-fields.ts'
import { checks } from '#src/secrets/checks.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { addExport } from '#src/store/archive/exports/own-exports.ts'
import type { Sql } from '#src/store/database.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication } from '#test/support/database.ts'
import { ownerOf } from '#test/support/own.ts'
import { addFile, PDF } from '#test/support/record-files.ts'
import { logOf } from '#test/support/tlog.ts'
import { addVerifiers, addWaiting } from '#test/support/verifying.ts'

/** As the jobs work, on the stores of the tests. */
export function bagPlace(owner: Sql, fields: Partial<BagPlace> = {}): BagPlace {
  const sql = asApplication(owner)
  const report = { problem: () => {} }
  const outside = { sql, ...archiveOf(owner), clock: () => NOW, report }
  return {
    sql,
    ...archiveOf(owner),
    openFile: (file) => openFile(outside, file),
    tlog: logOf(owner).files,
    checks,
    newId: () => crypto.randomUUID(),
    clock: () => NOW,
    failed: (problem) => {
      throw problem
    },
    ...fields,
  }
}

export type Kept = { type: string; slot: string; content?: Buffer }

/** Somebody with such verified documents, whole with file, fields and key. */
export async function addArchive(owner: Sql, kept: readonly Kept[]) {
  const own = await ownerOf(owner, { name: 'Siti Rahmawati' })
  const documents = []
  for (const one of kept) documents.push(await addDocument(owner, own.person, one))
  return { ...own, documents }
}

export async function addDocument(
  owner: Sql,
  person: PersonId,
  { type, slot, content = PDF }: Kept,
) {
  const { verifier } = await addVerifiers(owner)
  const { id, record } = await addWaiting(owner, {
    status: 'verified',
    verifiedBy: verifier.id,
    verifiedAs: verifier.hat.id,
    metadata: { decreeNumber: '821/17/2010', decreeDate: '2010-03-01' },
    bytes: content.length,
    type,
    slot,
    employee: { id: person } as never,
  })
  await addFile(owner, { id, person }, { content })
  await sealOwn(owner, id, content)
  await tellVerified(owner, { id, record, person })
  return { id, record }
}

/** As its verification told it; the log is told when a test has it catch up. */
async function tellVerified(
  owner: Sql,
  { id, record, person }: { id: VersionId; record: RecordId; person: PersonId },
): Promise<void> {
  await owner.begin((tx) =>
    addArchiveEvent(tx as never, {
      ...{ name: 'recordVerified', record, person, actor: 'system', at: NOW },
      body: { version: id },
    }),
  )
}

async function sealOwn(owner: Sql, id: VersionId, content: Buffer): Promise<void> {
  const { keyring } = archiveOf(owner)
  const sha256 = createHash('sha256').update(content).digest()
  const { salt, commitment } = newCommitment(sha256)
  const key = await keyring.openVersionKey(keyring.sql, id)
  if (!key) throw new Error('a document without a key')
  const fields = { name: 'asli.pdf', sha256: sha256.toString('hex'), salt: salt.toString('hex') }
  const sealed = await sealFields(key, id, { ...fields, pictures: [] })
  await owner`update archive.versions set sealed = ${sealed}, commitment = ${commitment} where id = ${id}`
}

type Own = Pick<Awaited<ReturnType<typeof ownerOf>>, 'act' | 'person'>

/** Unduh arsip saya, as its page asks for it. */
export async function askFor(owner: Sql, { act }: Own, at = 0) {
  const id = crypto.randomUUID() as ExportId
  return { id, asked: await addExport(asApplication(owner), act(at), id, askExport) }
}
