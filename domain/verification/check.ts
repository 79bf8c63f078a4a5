import { ok, type Result } from '../result.ts'
import type { DocumentCode, ListCode } from './code.ts'
import { opensTo } from './commitment.ts'
import {
  type LogSource,
  type NotProven,
  openHead,
  type Proven,
  type Proving,
  proveFromFile,
  proveLeaf,
  type SignedHead,
} from './prove-leaf.ts'
import type { Standing } from './standing.ts'
import { listVerdictOf, type Verdict, verdictOf } from './verdict.ts'

/** `proof`: what the verdict rests on, for whoever wants to keep it. */
export type Checked = { verdict: Verdict; proof: Proven | undefined }

type Said = { digest: string }

/** The server is asked what became of a document only about a file that is genuine. */
export async function checkDocument(
  proving: Proving,
  source: LogSource & { standing: (index: number) => Promise<Standing | undefined> },
  { index, salt, digest }: Omit<DocumentCode, 'kind'> & Said,
): Promise<Checked> {
  const found = await lookUp(proving, source, index)
  if (!found.ok) return answered(found)
  const { head, proven } = found.value
  const commits = opensTo(proving.sha256, proven.leaf, { salt, digest })
  const standing = commits ? await source.standing(index).catch(() => undefined) : undefined
  const later = await laterLeaf(proving, source, head, standing)
  return { verdict: verdictOf({ leaf: ok(proven), commits, standing, later }), proof: proven }
}

export async function checkList(
  proving: Proving,
  source: LogSource,
  { index, salt, manifest }: Omit<ListCode, 'kind'>,
): Promise<Checked> {
  const found = await lookUp(proving, source, index)
  if (!found.ok)
    return { verdict: listVerdictOf({ leaf: found, commits: false }), proof: undefined }
  const { proven } = found.value
  const commits = opensTo(proving.sha256, proven.leaf, { salt, digest: manifest })
  return { verdict: listVerdictOf({ leaf: ok(proven), commits }), proof: proven }
}

/** With what somebody kept of before; it says nothing of what came later. */
export async function checkKept(
  proving: Proving,
  file: string,
  { index, salt, digest }: Omit<DocumentCode, 'kind'> & Said,
): Promise<Checked> {
  const proven = await proveFromFile(proving, file)
  if (!proven.ok) return answered(proven)
  if (proven.value.index !== index) return answered({ ok: false, problem: 'notOurProof' })
  const commits = opensTo(proving.sha256, proven.value.leaf, { salt, digest })
  const facts = { leaf: proven, commits, standing: undefined, later: undefined }
  return { verdict: verdictOf(facts), proof: proven.value }
}

type Found = Result<{ head: SignedHead; proven: Proven }, NotProven>

async function lookUp(proving: Proving, source: LogSource, index: number): Promise<Found> {
  const head = await openHead(proving, source)
  if (!head.ok) return head
  const proven = await proveLeaf(proving, source, head.value, index)
  return proven.ok ? ok({ head: head.value, proven: proven.value }) : proven
}

async function laterLeaf(
  proving: Proving,
  source: LogSource,
  head: SignedHead,
  standing: Standing | undefined,
) {
  if (!standing || standing.kind === 'current' || standing.leaf === undefined) return undefined
  const later = await proveLeaf(proving, source, head, standing.leaf)
  return later.ok ? later.value.leaf : undefined
}

function answered(leaf: Result<never, NotProven>): Checked {
  const facts = { leaf, commits: false, standing: undefined, later: undefined }
  return { verdict: verdictOf(facts), proof: undefined }
}
