import { no, ok, type Result } from '../result.ts'
import { base64Text, parseBase64 } from './base64.ts'
import { parseCount } from './count.ts'
import { HASH_BYTES, type Hash } from './tree.ts'

/** c2sp.org/tlog-checkpoint without extension lines, which nobody could audit. */
export type Checkpoint = { origin: string; size: number; root: Hash }

export type CheckpointProblem = 'lines' | 'origin' | 'size' | 'root'

/** The text of the note that is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64Text(root)}\n`
}

export function parseCheckpoint(text: string): Result<Checkpoint, CheckpointProblem> {
  const [origin = '', sizeText = '', rootText = '', end, ...more] = text.split('\n')
  if (end !== '' || more.length > 0) return no('lines')
  if (origin === '') return no('origin')
  const size = parseCount(sizeText)
  if (size === undefined) return no('size')
  const root = parseBase64(rootText)
  return root?.length === HASH_BYTES ? ok({ origin, size, root }) : no('root')
}
