import type { Place } from '#domain/import/finding.ts'
import type { PersonRecord } from '#domain/import/person-record.ts'
import type { StoredHash } from '../secrets/password-hash.ts'
import { copyCell } from './copy-cell.ts'

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

const NO_SSO = [undefined, undefined, 'f', undefined].map(copyCell).join('\t')

type StagedSso = {
  disabled: boolean
  hash: StoredHash['body'] | undefined
  mustChange: boolean
  devices: readonly StagedDevice[]
}

/** In the order of `copyColumns`. */
export function copyLine({ file, line, id, record, sso }: StagedPerson): string {
  const { nip, formerNip, userName, name, kind, agency, service, emails } = record
  const told = [nip, formerNip, userName, name, kind, agency, service.position, service.ending]
  return `${file}\t${line}\t${id}\t${told.map(copyCell).join('\t')}\t${copyCell(arrayOf(emails))}\t${ssoCells(sso)}\t${copyCell(record.unit)}\n`
}

function ssoCells(sso: StagedSso | undefined): string {
  if (!sso) return NO_SSO
  const { disabled, hash, mustChange, devices } = sso
  const hashText = hash && JSON.stringify(hash)
  const deviceText = devices.length > 0 ? JSON.stringify(devices) : undefined
  return `${disabled ? 't' : 'f'}\t${copyCell(hashText)}\t${mustChange ? 't' : 'f'}\t${copyCell(deviceText)}`
}

/** An address has no quote and no backslash: parseEmailAddress refuses them. */
function arrayOf(texts: readonly string[]): string {
  return texts.length === 0 ? '{}' : `{"${texts.join('","')}"}`
}
