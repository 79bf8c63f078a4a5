import { createHash } from 'node:crypto'
import type { VersionId } from '#domain/archive/version.ts'
import type { Sql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import type { SomePerson } from './builders.ts'
import type { Visit } from './visitor.ts'
import { signedIn } from './walk.ts'

export const DATA = {
  decreeNumber: '800/123/2020',
  decreeDate: '2020-03-02',
  effectiveDate: '2020-04-01',
  issuingOfficial: 'Bupati',
  rankGrade: 'III/a',
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** As tus wants them: names and their values in base64. */
function tusMetadata(said: Record<string, string>): string {
  return Object.entries(said)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')
}

/** Which upload an address is of. */
export function idIn(path: string): VersionId {
  return (path.split('/').at(-1) ?? '') as VersionId
}

export const TUS = { 'Tus-Resumable': '1.0.0' }
const CHUNK = { ...TUS, 'Content-Type': 'application/offset+octet-stream' }

/** Signed in, before the form of the own SK PNS. */
export async function atUpload(sql: Sql, visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const { person, browser } = await signedIn(sql, visit, fields)
  await browser.get(paths.uploadTo('pns', ''))
  return { person, browser }
}

/** Whoever sends: in process, or over a socket. */
type Sender = {
  byScript: (
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: Uint8Array<ArrayBuffer>,
  ) => Promise<{ status: number; headers: Headers; body: string }>
}

export function beginByTus(browser: Sender, file: Uint8Array, said: Record<string, string> = {}) {
  const metadata = {
    type: 'pns',
    slot: '',
    filename: 'SK.pdf',
    sha256: sha256Of(file),
    ...DATA,
    ...said,
  }
  return browser.byScript('POST', paths.uploads, {
    ...TUS,
    'Upload-Length': String(file.length),
    'Upload-Metadata': tusMetadata(metadata),
  })
}

export function patch(
  browser: Sender,
  path: string,
  offset: number,
  part: Uint8Array<ArrayBuffer>,
) {
  return browser.byScript('PATCH', path, { ...CHUNK, 'Upload-Offset': String(offset) }, part)
}

export async function offsetOf(browser: Sender, path: string) {
  const { status, headers } = await browser.byScript('HEAD', path, TUS)
  return { status, offset: Number(headers.get('Upload-Offset')) }
}
