import { type FoundValues, valuesIn } from '#domain/archive/values-in-text.ts'
import type { Deps } from '../../../deps.ts'
import type { Work } from '../../../store/archive/work.ts'
import { readPageText } from '../page-text.ts'

/** What the first pages and the last, where decrees are signed, say of the data that a verifier compares. */
export async function textValues(deps: Deps, { version, type }: Work): Promise<FoundValues> {
  if (!('pages' in version)) return {}
  const pages = [...new Set([1, Math.min(2, version.pages), version.pages])]
  const texts = await Promise.all(
    pages.map(async (page) => ({ page, text: (await readPageText(deps, version.id, page)) ?? '' })),
  )
  return valuesIn(texts, type.requiredMetadata)
}
