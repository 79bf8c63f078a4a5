import { randomInt } from 'node:crypto'
import { test, vi } from 'vitest'
import { checkpointText } from '#domain/tlog/checkpoint.ts'
import { type Edge, edgeRoot, growEdge, NO_EDGE } from '#domain/tlog/edge.ts'
import { isIncluded } from '#domain/tlog/inclusion.ts'
import { proofFileText } from '#domain/tlog/proof-file.ts'
import { proveInclusion } from '#domain/tlog/read-proof.ts'
import { signedNote } from '#domain/tlog/signed-note.ts'
import { type Tile, tilePath } from '#domain/tlog/tile.ts'
import { type Hash, leafHash, rootOf } from '#domain/tlog/tree.ts'
import { sha256 } from '#src/secrets/archive/sha256.ts'
import { isSignedBy } from '#src/secrets/log-key.ts'
import { openLogFiles, openSecondPlace } from '#src/tlog/log-files.ts'
import { openNote } from '#src/tlog/opened-note.ts'
import { sequenceRound } from '#src/tlog/sequence.ts'
import { addPerson } from '#test/support/builders.ts'
import { asLogKeeper, testDatabase } from '#test/support/database.ts'
import { newFolder } from '#test/support/processes.ts'
import { addAccountEvents, someSigner } from '#test/support/tlog.ts'

vi.setConfig({ testTimeout: 1_800_000 })

const EVENTS = 100_000
const LEAVES = 10_000_000
const AT_ONCE = 65_536
const PROOFS = 200

test('events that get their place in the log, against SHA-256 of their tree alone', async () => {
  const owner = await testDatabase()
  const { id: person } = await addPerson(owner)
  const folder = await newFolder()
  const place = {
    sql: asLogKeeper(owner),
    files: openLogFiles(folder),
    second: openSecondPlace(`${folder}/second`),
    signer: someSigner(),
    clock: () => new Date(),
    refused: (refusal: unknown) => {
      throw new Error(JSON.stringify(refusal))
    },
  }
  const told = await timeOf(() => addAccountEvents(owner, person, EVENTS))
  await owner`alter table events disable trigger leaf`
  const untold = await timeOf(() => addAccountEvents(owner, person, EVENTS))
  const sequenced = await timeOf(() => sequenceRound(place, () => false))
  const leaves = await owner<{ leaf: Buffer }[]>`
    select leaf from archive.log_leaves order by index`
  const entries = leaves.map(({ leaf }) => leaf)
  const hashed = await timeOf(async () => rootOf(sha256, entries))
  print(`${entries.length} events sequenced`, {
    'SHA-256 of their tree : ours': ratio(hashed, sequenced),
    'rows without a leaf : with one, as they are told': ratio(untold, told),
    'events a second, of this run alone': Math.round((entries.length / sequenced) * 1000),
  })
})

test('a proof at ten million leaves, against one Ed25519 signature checked', async () => {
  const signer = someSigner()
  const { edge, tiles } = grown()
  const size = edge.size
  const text = checkpointText({ origin: signer.key.name, size, root: edgeRoot(sha256, edge) })
  const { name, keyId } = signer.key
  const signature = signer.sign(text)
  const note = signedNote(text, [{ name, keyId, signature }])
  let read = { tiles: 0, bytes: 0 }
  const readTile = async (tile: Tile) => {
    const bytes = tiles.get(tilePath(tile))
    read = { tiles: read.tiles + 1, bytes: read.bytes + (bytes?.length ?? 0) }
    return bytes
  }
  const indexes = Array.from({ length: PROOFS }, () => randomInt(size))
  const proofs: (readonly Hash[])[] = []
  const proven = await timeOf(async () => {
    for (const index of indexes)
      proofs.push(await proveInclusion({ readTile, sha256 }, index, size))
  })
  const checked = await timeOf(async () => {
    for (const [at, index] of indexes.entries()) {
      const opened = openNote(note, signer.key)
      const proof = proofs[at] ?? []
      const leaf = leafHash(sha256, entryOf(index))
      if (!opened || !isIncluded(sha256, { ...opened, index, leaf, proof }))
        throw new Error('a proof does not hold')
    }
  })
  const signed = await timeOf(async () => {
    for (const _ of indexes) isSignedBy(signer.key, text, signature)
  })
  const files = indexes.map((index, at) =>
    proofFileText({ extra: Buffer.alloc(250), index, proof: proofs[at] ?? [], checkpoint: note }),
  )
  print(`a proof among ${size} leaves`, {
    hashes: (proofs[0] ?? []).length,
    'bytes of a .tlog-proof with its leaf': Math.max(...files.map((file) => file.length)),
    'tiles read for it': read.tiles / PROOFS,
    'bytes of them': Math.round(read.bytes / PROOFS),
    'one Ed25519 check : the whole check': ratio(signed, checked),
    'one Ed25519 check : finding the proof in the tiles': ratio(signed, proven),
  })
})

function entryOf(index: number): Uint8Array {
  return Buffer.from(`archive-leaf/v1\n${index}\n`)
}

function grown(): { edge: Edge; tiles: Map<string, Uint8Array> } {
  const tiles = new Map<string, Uint8Array>()
  let edge = NO_EDGE
  while (edge.size < LEAVES) {
    const count = Math.min(AT_ONCE, LEAVES - edge.size)
    const leaves = Array.from({ length: count }, (_, at) =>
      leafHash(sha256, entryOf(edge.size + at)),
    )
    const next = growEdge(sha256, edge, leaves)
    for (const { level, index, hashes } of next.tiles)
      tiles.set(tilePath({ level, index, width: hashes.length }), Buffer.concat(hashes))
    edge = next.edge
  }
  return { edge, tiles }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function ratio(base: number, ours: number): string {
  return (base / ours).toFixed(3)
}

function print(title: string, figures: Record<string, string | number>): void {
  process.stdout.write(`${title}\n`)
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`  ${name}: ${value}\n`)
}
