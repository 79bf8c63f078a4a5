import {
  type Inspection,
  PREVIEW_WIDTHS,
  type PreviewWidth,
  type StructureRefusal,
} from '#domain/archive/intake.ts'
import { watchEdges } from './edges.ts'
import { give, unhurried } from './feed.ts'
import type { Frame } from './frames.ts'
import { type Child, startChild } from './killable.ts'
import { DRAWN_PAGE_MS, LIMITS, MAX_FILE_BYTES, PAGE_MS } from './limits.ts'
import { INTAKE_CHILD } from './program.ts'
import { readInspection } from './verdict.ts'

/**
 * A file and who takes what is found in it. Pages come in order, text, then previews, and each is
 * waited for; whatever came is worth nothing unless the file is accepted in the end.
 */
export type FileToInspect = {
  source: AsyncIterable<Uint8Array>
  maxPages: number
  onText: (page: number, text: string) => Promise<void>
  onPreview: (page: number, width: PreviewWidth, webp: Buffer) => Promise<void>
}

type Listener = (frame: Frame) => Promise<Inspection | undefined>

const PER_PAGE = 1 + PREVIEW_WIDTHS.length
const WEBP = /^RIFF.{4}WEBP/s

/** Rejects if the source or a taker fails; a child that fails is an answer about the file. */
export async function inspectFile(
  file: FileToInspect,
  program = INTAKE_CHILD,
  limits = LIMITS,
): Promise<Inspection> {
  const child = startChild(program, ['pdf', String(file.maxPages)], limits)
  if (!child) return { kind: 'notInspected' }
  const hearing = hear(child, file)
  const feeding = feed(child, file.source)
  const edges = feeding.then((refusal) => (refusal ? refused(refusal) : hearing))
  try {
    return await Promise.race([edges, hearing])
  } finally {
    // Who lost the race may still fail, when the child is gone.
    for (const rest of [hearing, edges]) rest.catch(() => undefined)
    await child.end()
  }
}

/** The parent's own look: at what can be judged while the bytes go by. */
async function feed(
  child: Child,
  source: AsyncIterable<Uint8Array>,
): Promise<StructureRefusal | undefined> {
  const edges = watchEdges(MAX_FILE_BYTES)
  for await (const chunk of unhurried(child, source)) {
    const refusal = edges.take(chunk)
    if (refusal) return refusal
    if (!(await give(child.input, chunk))) return undefined
  }
  const refusal = edges.end()
  if (!refusal) child.input.end()
  return refusal
}

async function hear(child: Child, file: FileToInspect): Promise<Inspection> {
  const listen = listenerOf(child, file)
  let isReady = false
  for await (const frame of child.frames) {
    isReady = true
    const answer = await listen(frame)
    if (answer) return answer
  }
  return isReady ? refused('tooComplex') : { kind: 'notInspected' }
}

/** Believes a child only what can be true: each page once, in order, and all before it accepts. */
function listenerOf(child: Child, file: FileToInspect): Listener {
  let pages = 0
  let told = 0
  const lie = refused('tooComplex')

  async function take({ kind, page, width, body }: Frame): Promise<void> {
    told += 1
    if (kind === 'text') await child.pausing(() => file.onText(page, body.toString()))
    else await child.pausing(() => file.onPreview(page, width as PreviewWidth, body))
    if (told % PER_PAGE === 0) child.allow(DRAWN_PAGE_MS)
  }

  return async (frame) => {
    switch (frame.kind) {
      case 'ready':
        return undefined
      case 'pages':
        if (pages > 0 || frame.page < 1 || frame.page > file.maxPages) return lie
        pages = frame.page
        child.allow(pages * PAGE_MS)
        return undefined
      case 'verdict': {
        const verdict = readInspection(frame.body)
        if (verdict?.kind === 'accepted' && (pages === 0 || told !== pages * PER_PAGE)) return lie
        return verdict?.kind === 'accepted' ? { ...verdict, pages } : (verdict ?? lie)
      }
      default:
        if (frame.page > pages || !isPart(frame, told)) return lie
        await take(frame)
        return undefined
    }
  }
}

/** Whether it is what comes after so many parts. */
function isPart({ kind, page, width, body }: Frame, told: number): boolean {
  if (page !== Math.floor(told / PER_PAGE) + 1) return false
  const preview = (told % PER_PAGE) - 1
  if (preview < 0) return kind === 'text'
  const isWebp = WEBP.test(body.toString('latin1', 0, 12))
  return kind === 'preview' && width === PREVIEW_WIDTHS[preview] && isWebp
}

function refused(reason: StructureRefusal): Inspection {
  return { kind: 'refused', reason }
}
