import type { Deps, Report } from '../../deps.ts'

/** `read`: bytes `from` up to and without `to`, none of them before it was found right. */
export type OpenedFile = {
  bytes: number
  read: (from: number, to: number) => Promise<AsyncIterable<Uint8Array>>
}

export type Opening = Pick<Deps, 'blobs'> & { report: Pick<Report, 'problem'> }

/** Copies of the same plain bytes, the likeliest to open first. `onBad`: this one is not what was put there. */
export type Copies<Copy> = {
  copies: readonly Copy[]
  key: Buffer
  context: string
  onBad?: (copy: Copy) => Promise<void>
}

type Lying = { store: string; object: string }

/**
 * From whichever copy opens. A store may be away and a copy bad in its middle: the next one goes on
 * from there, and whoever reads sees none of it.
 */
export async function openSealed<Copy extends Lying>(
  opening: Opening,
  of: Copies<Copy>,
): Promise<OpenedFile | undefined> {
  for (const [at, copy] of of.copies.entries()) {
    const bytes = await sizeOf(opening, copy, of)
    if (bytes === undefined) continue
    const left = { ...of, copies: of.copies.slice(at) }
    return { bytes, read: async (from, to) => readOn(opening, left, { from, to }) }
  }
  return undefined
}

/** Of a copy whose last chunk opens, which alone proves how long the whole is. */
async function sizeOf<Copy extends Lying>(
  opening: Opening,
  copy: Copy,
  of: Copies<Copy>,
): Promise<number | undefined> {
  try {
    const proof = await open(opening, copy, of, { from: 0, to: 1 })
    if (!proof) return void (await of.onBad?.(copy))
    for await (const _ of proof.content);
    return proof.bytes
  } catch (problem) {
    await note(opening, copy, of, problem)
    return undefined
  }
}

async function* readOn<Copy extends Lying>(
  opening: Opening,
  of: Copies<Copy>,
  range: { from: number; to: number },
): AsyncIterable<Uint8Array> {
  let { from } = range
  let stuck = 0
  for (const copy of inTurn(of.copies)) {
    if (stuck === of.copies.length) gone()
    const before = from
    try {
      const opened = await open(opening, copy, of, { ...range, from })
      for await (const piece of opened?.content ?? gone()) {
        yield piece
        from += piece.length
      }
      return
    } catch (problem) {
      await note(opening, copy, of, problem)
      stuck = from > before ? 1 : stuck + 1
    }
  }
}

/** Each may be bad in another place. */
function* inTurn<Copy>(copies: readonly Copy[]): Iterable<Copy> {
  for (;;) yield* copies
}

async function open<Copy extends Lying>(
  { blobs }: Opening,
  { store: name, object }: Copy,
  { key, context }: Copies<Copy>,
  range: { from: number; to: number },
) {
  const store = blobs.named(name)
  if (!store) throw new Error('a copy lies in a store that is no longer there')
  return blobs.openFrom(store, { object, key, context }, range)
}

/** I6: a store that is away says nothing about what lies there. */
async function note<Copy extends Lying>(
  { blobs, report }: Opening,
  copy: Copy,
  { onBad }: Copies<Copy>,
  problem: unknown,
): Promise<void> {
  report.problem(problem, 'archive')
  if (!blobs.isOutOfReach(problem)) await onBad?.(copy)
}

function gone(): never {
  throw new Error('no copy of it opens to its end')
}
