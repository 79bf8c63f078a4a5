import type { Place } from '#domain/import/finding.ts'
import type { PersonRecord } from '#domain/import/person-record.ts'
import type { StoredHash } from '../secrets/password-hash.ts'

/** A device of the old SSO, its seed sealed for the id it will have. */
export type StagedDevice = {
  id: string
  name: string
  nameKey: string
  keyId: string
  sealed: string
}

/** A record on its way to the staging table, with what an export of the old SSO says beside it. */
export type StagedPerson = Place & {
  id: string
  record: PersonRecord
  sso: StagedSso | undefined
}

type StagedSso = {
  disabled: boolean
  hash: StoredHash['body'] | undefined
  mustChange: boolean
  devices: readonly StagedDevice[]
}

const NULL = '\\N'
const SPECIAL = /[\\\t\n\r]/
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** In the order of `copyColumns`. */
export function copyLine({ file, line, id, record, sso }: StagedPerson): string {
  const { nip, formerNip, userName, name, kind, agency, service, emails } = record
  const told = [nip, formerNip, userName, name, kind, agency, service.position, service.ending]
  return `${file}\t${line}\t${id}\t${told.map(cell).join('\t')}\t${cell(arrayOf(emails))}\t${ssoCells(sso)}\t${cell(record.unit)}\n`
}

function ssoCells(sso: StagedSso | undefined): string {
  if (!sso) return `${NULL}\t${NULL}\tf\t${NULL}`
  const { disabled, hash, mustChange, devices } = sso
  const hashText = hash && JSON.stringify(hash)
  const deviceText = devices.length > 0 ? JSON.stringify(devices) : undefined
  return `${disabled ? 't' : 'f'}\t${cell(hashText)}\t${mustChange ? 't' : 'f'}\t${cell(deviceText)}`
}

function cell(text: string | undefined): string {
  if (text === undefined) return NULL
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => ESCAPED[one] ?? '') : text
}

/** An address has no quote and no backslash: parseEmailAddress refuses them. */
function arrayOf(texts: readonly string[]): string {
  return texts.length === 0 ? '{}' : `{"${texts.join('","')}"}`
}
