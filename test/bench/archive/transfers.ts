import { createHash, randomFillSync } from 'node:crypto'
import { join } from 'node:path'
import { uploadExpiry } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { makeScratch } from '#src/receiving/scratch.ts'
import { seedText } from '#src/secrets/seeds.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { PASSWORD, SEED } from '#test/support/builders.ts'
import { caller } from '#test/support/caller.ts'
import { codeOn, signIn } from '#test/support/last-steps.ts'
import { DATA, idIn, patch, TUS } from '#test/support/sending.ts'
import { paths } from '#views/paths.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** Somebody before the form of their SK PNS. */
export type SenderAt = Awaited<ReturnType<typeof senderAt>>

const SK = paths.uploadTo('pns', '')

export async function senderAt(url: string, nip: string) {
  const browser = caller(url)
  await signIn(browser, nip, PASSWORD)
  await browser.send(paths.code, { code: codeOn(seedText(SEED)) })
  const { body } = await browser.get(SK)
  const csrf = /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const headers = () => ({
    'Sec-Fetch-Site': 'same-origin',
    Cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '),
  })
  return { url, nip, browser, csrf, headers }
}

/** A file as its sender knows it, with the hash that a browser counts before it sends. */
export type Sent = { bytes: Bytes; sha256: string }

export function fileOf(length: number): Sent {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) randomFillSync(bytes.subarray(at, at + 65_536))
  return again({ bytes, sha256: '' })
}

/** In the same place as another file, for nobody is let send what they have sent. */
export function again({ bytes }: Sent): Sent {
  randomFillSync(bytes.subarray(0, 32))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** As static/upload.js does, or any client of the protocol with larger pieces. */
export async function sendByTus(
  { browser }: SenderAt,
  { bytes, sha256 }: Sent,
  piece: number,
): Promise<string> {
  const said = { type: 'pns', slot: '', filename: 'SK.pdf', sha256, ...DATA }
  const { status, headers, body } = await browser.byScript('POST', paths.uploads, {
    ...TUS,
    'Upload-Length': String(bytes.length),
    'Upload-Metadata': Object.entries(said)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(','),
  })
  if (status !== 201) throw new Error(`the upload was answered ${status}: ${body}`)
  const path = headers.get('Location') ?? ''
  await sendPieces(browser, path, bytes, piece)
  return idIn(path)
}

export async function sendPieces(
  browser: SenderAt['browser'],
  path: string,
  file: Bytes,
  piece: number,
): Promise<void> {
  for (let at = 0; at < file.length; at += piece) {
    const { status, body } = await patch(browser, path, at, file.subarray(at, at + piece))
    if (status !== 204) throw new Error(`byte ${at} was answered ${status}: ${body}`)
  }
}

export async function sendByForm(
  { url, csrf, headers }: SenderAt,
  { bytes }: Sent,
): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ csrf, ...DATA })) form.append(name, value)
  form.append('berkas', new File([bytes], 'SK.pdf', { type: 'application/pdf' }))
  const sent = { method: 'POST', headers: headers(), body: form, redirect: 'manual' } as const
  const answer = await fetch(url + SK, sent)
  const said = await answer.text()
  if (answer.status !== 303) throw new Error(`the form was answered ${answer.status}: ${said}`)
  return idIn(answer.headers.get('Location') ?? '')
}

/** All of it, of which the client keeps nothing. */
export async function download(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers })
  if (answer.status !== 200 || !answer.body) throw new Error(`${url} answered ${answer.status}`)
  let bytes = 0
  for await (const chunk of answer.body) bytes += chunk.length
  return bytes
}

/** T1 of a file that is larger than the rules take: its row and its place, as if they took it. */
export async function beginLarge(
  owner: Sql,
  scratchFolder: string,
  nip: string,
  { bytes, sha256 }: Sent,
): Promise<string> {
  const id = crypto.randomUUID() as VersionId
  const startedAt = new Date()
  await makeScratch(scratchFolder).begin(id, { name: 'SK.pdf', sha256 })
  await owner`
    insert into archive.uploads (id, person, sent_by, type, slot, form, metadata, bytes, started_at, expires_at)
    select ${id}, person, person, 'pns', '', 'document', ${owner.json(DATA)}, ${bytes.length}, ${startedAt},
      ${uploadExpiry(startedAt)}
    from login_identifiers where identifier = ${nip}`
  return id
}

/** Past the checks, whatever they would say: its owner may read it. */
export async function letRead(owner: Sql, versions: readonly string[]): Promise<void> {
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      update archive.versions set status = 'awaitingVerification', pages = 1, submitted_at = received_at, refusal = null
      where id = any(${[...versions]}::uuid[])`
  })
}

export function scratchOf(dataDir: string): string {
  return join(dataDir, 'naskah-masuk')
}
