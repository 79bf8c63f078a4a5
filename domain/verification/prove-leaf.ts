import { no, ok, type Result } from '../result.ts'
import { readBundle } from '../tlog/bundle.ts'
import type { Checkpoint } from '../tlog/checkpoint.ts'
import { claimedHead } from '../tlog/claimed-head.ts'
import { isIncluded } from '../tlog/inclusion.ts'
import { type Leaf, parseLeaf } from '../tlog/leaf.ts'
import { type ProofFile, parseProofFile, proofFileText } from '../tlog/proof-file.ts'
import { proveInclusion } from '../tlog/read-proof.ts'
import type { Sha256 } from '../tlog/sha256.ts'
import { entriesPath, TILE_WIDTH, tilePath } from '../tlog/tile.ts'
import { leafHash } from '../tlog/tree.ts'
import { utf8Bytes } from '../tlog/utf8.ts'
import type { VerifierKey } from '../tlog/verifier-key.ts'

/** What proving needs besides bytes: whoever calls has it, server or browser. */
export type Proving = { key: VerifierKey; sha256: Sha256; isSignature: IsSignature }

/** Ed25519. */
export type IsSignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean>

/** The files of the log, wherever they are read. */
export type LogSource = {
  checkpoint: () => Promise<string | undefined>
  tile: (path: string) => Promise<Uint8Array | undefined>
}

/** A size and root that the log's own key signed. */
export type SignedHead = Checkpoint & { note: string }

export type Proven = { index: number; leaf: Leaf; file: ProofFile }

/** `beyond`: the log has no such leaf; all else says nothing about any file. */
export type NotProven = 'noLog' | 'notSigned' | 'beyond' | 'notIncluded' | 'notOurProof'

export async function openHead(
  proving: Proving,
  source: LogSource,
): Promise<Result<SignedHead, NotProven>> {
  const note = await source.checkpoint().catch(() => undefined)
  return note === undefined ? no('noLog') : checkHead(proving, note)
}

/** The leaf that stands there in the log of that size, proven from its files. */
export async function proveLeaf(
  proving: Proving,
  source: LogSource,
  head: SignedHead,
  index: number,
): Promise<Result<Proven, NotProven>> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= head.size) return no('beyond')
  const read = await readEntry(proving, source, head, index).catch(() => undefined)
  return read ? checkProof(proving, head, { ...read, index, checkpoint: head.note }) : no('noLog')
}

/** The same of a file that somebody kept, without any net. */
export async function proveFromFile(
  proving: Proving,
  text: string,
): Promise<Result<Proven, NotProven>> {
  const file = parseProofFile(text)
  if (!file.ok) return no('notOurProof')
  const head = await checkHead(proving, file.value.checkpoint)
  return head.ok ? checkProof(proving, head.value, file.value) : head
}

export function keptProof({ file }: Proven): string {
  return proofFileText(file)
}

async function checkHead(
  { key, isSignature }: Proving,
  note: string,
): Promise<Result<SignedHead, NotProven>> {
  const claimed = claimedHead(note, key)
  if (!claimed) return no('notSigned')
  const { text, signature, checkpoint } = claimed
  const isSigned = await isSignature(key.publicKey, utf8Bytes(text), signature)
  return isSigned ? ok({ ...checkpoint, note }) : no('notSigned')
}

function checkProof(
  { sha256 }: Proving,
  { size, root }: SignedHead,
  file: ProofFile,
): Result<Proven, NotProven> {
  const { extra: entry, index, proof } = file
  if (!entry) return no('notOurProof')
  const leaf = parseLeaf(entry)
  if (!leaf.ok) return no('notIncluded')
  const isProven = isIncluded(sha256, { index, size, leaf: leafHash(sha256, entry), proof, root })
  return isProven ? ok({ index, leaf: leaf.value, file }) : no('notIncluded')
}

async function readEntry(
  { sha256 }: Proving,
  { tile }: LogSource,
  { size }: SignedHead,
  index: number,
): Promise<Pick<Required<ProofFile>, 'extra' | 'proof'> | undefined> {
  const bundle = Math.floor(index / TILE_WIDTH)
  const width = Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH)
  const bytes =
    (await tile(entriesPath(bundle, width))) ?? (await tile(entriesPath(bundle, TILE_WIDTH)))
  const entries = bytes && readBundle(bytes)
  const extra = entries?.ok ? entries.value[index % TILE_WIDTH] : undefined
  const readTile = (one: Parameters<typeof tilePath>[0]) => tile(tilePath(one))
  return extra && { extra, proof: await proveInclusion({ sha256, readTile }, index, size) }
}
