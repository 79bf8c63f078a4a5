import { type Checked, checkDocument, checkList } from '#domain/verification/check.ts'
import type { DocumentCode, ListCode } from '#domain/verification/code.ts'
import type { Proving } from '#domain/verification/prove-leaf.ts'
import type { Verdict } from '#domain/verification/verdict.ts'
import type { Deps } from '../../deps.ts'
import { findRecorded } from '../../store/tlog/recorded.ts'
import { standingAt } from '../../store/tlog/standing.ts'

const NO_LOG: Verdict = { kind: 'notChecked', why: 'noLog' }

/** What a script would find, found here: by the same rules, from the same files. */
export async function judgeFile(
  deps: Deps,
  code: DocumentCode | undefined,
  digest: string,
): Promise<Verdict> {
  const known = code ?? (await findCode(deps, digest))
  if (!known) return { kind: 'unknown' }
  const source = { ...deps.tlog, standing: (index: number) => standingAt(deps.sql, index) }
  return judged(deps, (proving) => checkDocument(proving, source, { ...known, digest }))
}

export function judgeList(deps: Deps, code: ListCode): Promise<Verdict> {
  return judged(deps, (proving) => checkList(proving, deps.tlog, code))
}

/** The code of a file that nobody has a paper for. */
export async function findCode(
  { sql, keyring, checks }: Deps,
  digest: string,
): Promise<DocumentCode | undefined> {
  const found = await findRecorded(sql, keyring, Buffer.from(digest, 'hex'))
  return found && { kind: 'document', index: found.index, salt: await checks.openSalt(found) }
}

export async function provingOf({ tlog, checks }: Deps): Promise<Proving | undefined> {
  const vkey = await tlog.vkey()
  return vkey === undefined ? undefined : checks.provingWith(vkey)
}

async function judged(deps: Deps, check: (proving: Proving) => Promise<Checked>) {
  const proving = await provingOf(deps)
  return proving ? (await check(proving)).verdict : NO_LOG
}
