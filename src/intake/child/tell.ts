import { writeSync } from 'node:fs'
import { type FrameKind, toBytes } from '../frames.ts'

const FRAMES = 3

type Said = { page?: number; width?: number; body?: string | Uint8Array }

/** Not on the standard output, where a package may print; waits while the other side is slow. */
export function tell(kind: FrameKind, { page = 0, width = 0, body = '' }: Said = {}): void {
  const bytes = toBytes({ kind, page, width, body: Buffer.from(body as string) })
  for (let at = 0; at < bytes.length; ) at += writeSync(FRAMES, bytes, at)
}
