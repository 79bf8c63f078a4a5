import { no, ok, type Result } from '../result.ts'
import { base64Text, parseBase64 } from './base64.ts'
import { parseCount } from './count.ts'
import { HASH_BYTES, type Hash } from './tree.ts'

/** c2sp.org/tlog-proof: what proves an entry without a net. `extra` is the leaf itself. */
export type ProofFile = {
  extra?: Uint8Array
  index: number
  proof: readonly Hash[]
  /** The signed note, as it was published. */
  checkpoint: string
}

export type ProofFileProblem = 'format' | 'extra' | 'index' | 'proof'

const FORMAT = 'c2sp.org/tlog-proof@v1'
/** As many as a tree of 2^64 leaves is high. */
const MOST_HASHES = 64

export function proofFileText({ extra, index, proof, checkpoint }: ProofFile): string {
  const lines = [
    FORMAT,
    ...(extra ? [`extra ${base64Text(extra)}`] : []),
    `index ${index}`,
    ...proof.map(base64Text),
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

export function parseProofFile(text: string): Result<ProofFile, ProofFileProblem> {
  const parting = text.indexOf('\n\n')
  const [format, ...lines] = text.slice(0, Math.max(0, parting)).split('\n')
  if (format !== FORMAT) return no('format')
  const extraText = lines[0]?.startsWith('extra ') ? lines.shift()?.slice(6) : undefined
  const extra = extraText === undefined ? undefined : parseBase64(extraText)
  if (extraText !== undefined && !extra?.length) return no('extra')
  const indexLine = lines.shift() ?? ''
  const index = indexLine.startsWith('index ') ? parseCount(indexLine.slice(6)) : undefined
  if (index === undefined) return no('index')
  const proof = lines.map(parseBase64).filter((hash) => hash?.length === HASH_BYTES)
  if (proof.length !== lines.length || proof.length > MOST_HASHES) return no('proof')
  const checkpoint = text.slice(parting + 2)
  return ok({ ...(extra && { extra }), index, proof: proof as Hash[], checkpoint })
}
