import { type FoundValues, type PageText, valuesIn } from '#domain/archive/values-in-text.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Deps } from '../../../deps.ts'
import type { Work } from '../../../store/archive/work.ts'
import { openFile } from '../open-file.ts'

/** A page of a decree has some two thousand letters. */
const MOST_BYTES = 32 * 1024

/** What the first pages and the last, where decrees are signed, say of the data that a verifier compares. */
export async function textValues(deps: Deps, { version, type }: Work): Promise<FoundValues> {
  if (!('pages' in version)) return {}
  const pages = [...new Set([1, Math.min(2, version.pages), version.pages])]
  const texts = await Promise.all(pages.map((page) => textOf(deps, version.id, page)))
  return valuesIn(texts, type.requiredMetadata)
}

async function textOf(deps: Deps, version: VersionId, page: number): Promise<PageText> {
  const file = await openFile(deps, { version, kind: 'text', page })
  const parts: Uint8Array[] = []
  if (file)
    for await (const part of await file.read(0, Math.min(file.bytes, MOST_BYTES))) parts.push(part)
  return { page, text: Buffer.concat(parts).toString('utf8') }
}
