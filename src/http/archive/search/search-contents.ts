import { isReadable } from '#domain/archive/access.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { hasWords } from '#domain/archive/words-in-text.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import type { Deps } from '../../../deps.ts'
import { keepAccess } from '../../../store/archive/access-log.ts'
import type { OwnContent } from '../../../store/archive/find-versions.ts'
import { readPageText } from '../page-text.ts'

/** What one request reads at most, so that no other waits long for it; the next one goes on there. */
const MOST_PAGES = 200
const MOST_SECONDS = 4

/**
 * `read`: documents whose texts were looked at to the end; `unread`: some of it does not open;
 * `textless`: with a page that has none.
 */
export type ContentsFound = {
  found: (OwnContent & { page: number | undefined })[]
  read: number
  unread: number
  textless: number
  stopped: { version: OwnContent; page: number } | undefined
}

type Sought = {
  words: readonly string[]
  /** Where the last request stopped. */
  from: { version: VersionId; page: number } | undefined
}

/**
 * archive.md 9: the texts of somebody's own documents, opened one page after the other and kept
 * nowhere. I9: that they read it is written before the first page of a document is opened.
 */
export async function searchContents(
  deps: Deps,
  person: PersonId,
  documents: readonly OwnContent[],
  { words, from }: Sought,
): Promise<ContentsFound> {
  const sum: ContentsFound = { found: [], read: 0, unread: 0, textless: 0, stopped: undefined }
  const budget = { pages: MOST_PAGES, until: after(deps.clock(), MOST_SECONDS) }
  for (const version of documents) {
    const first = version.id === from?.version ? from.page : 1
    const pages = version.texts.filter((page) => page >= first)
    const looked = await lookInto(deps, person, { version, pages, words, budget })
    if (!looked.isWhole) sum.unread += 1
    if ('stoppedAt' in looked) return { ...sum, stopped: { version, page: looked.stoppedAt } }
    if (version.fits || looked.page) sum.found.push({ ...version, page: looked.page })
    if (looked.isWhole && version.texts.length > 0) sum.read += 1
    if (version.texts.length < Math.max(version.pages, 1)) sum.textless += 1
  }
  return sum
}

type Budget = { pages: number; until: Date }

type Looking = {
  version: OwnContent
  pages: readonly number[]
  words: readonly string[]
  budget: Budget
}

type Looked = { isWhole: boolean } & ({ page: number | undefined } | { stoppedAt: number })

/** To the first page on which all of the words stand. */
async function lookInto(
  deps: Deps,
  person: PersonId,
  { version, pages, words, budget }: Looking,
): Promise<Looked> {
  if (!isReadable(version)) return { page: undefined, isWhole: false }
  let isWhole = true
  for (const [at, page] of pages.entries()) {
    if (isSpent(budget, deps.clock())) return { stoppedAt: page, isWhole }
    if (at === 0) await keepOwnView(deps, person, version)
    budget.pages -= 1
    const text = await readPageText(deps, version.id, page)
    if (text === undefined) isWhole = false
    else if (hasWords(text, words)) return { page, isWhole: true }
  }
  return { page: undefined, isWhole }
}

/** The first page is read whatever it takes, so that every request comes further. */
function isSpent({ pages, until }: Budget, now: Date): boolean {
  return pages < MOST_PAGES && (pages === 0 || now >= until)
}

async function keepOwnView({ sql, clock }: Deps, person: PersonId, version: OwnContent) {
  const { record, id, no } = version
  await keepAccess(sql, {
    person,
    by: { actor: person, hat: undefined },
    purpose: 'own',
    action: 'recordViewed',
    read: { record, version: id, no },
    at: clock(),
  })
}
