/** What a form with a file has before that, and the file, read only as fast as it is taken. */
export type Multipart = {
  fields: Record<string, string>
  file: FilePart | undefined
  /** Reads the rest and lets it go, so that a browser hears the answer. */
  drain: () => Promise<void>
}

/** `next`: the file after it, once all of this one was taken. */
export type FilePart = {
  name: string
  type: string
  chunks: AsyncIterable<Uint8Array>
  next: () => Promise<FilePart | undefined>
}

type Head = { name: string; file: string | undefined; type: string }

type Source = {
  /** Up to the mark and over it; undefined where it does not come within `cap` bytes. */
  upTo: (mark: Buffer, cap: number) => Promise<Buffer | undefined>
  streamTo: (mark: Buffer) => AsyncGenerator<Uint8Array, boolean>
  drain: () => Promise<void>
}

const LARGEST_HEAD = 4 * 1024
const LARGEST_FIELD = 4 * 1024
const MOST_FIELDS = 10
const LINE = Buffer.from('\r\n')
const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * Reads a body of multipart/form-data (RFC 7578) as far as its file: hono would hold all of it in
 * memory. What is none has no fields and no file.
 */
export async function openMultipart(
  body: ReadableStream<Uint8Array>,
  boundary: string,
): Promise<Multipart> {
  const source = sourceOf(body)
  const mark = Buffer.from(`\r\n--${boundary}`)
  const fields: Record<string, string> = {}
  const opened = { fields, drain: source.drain }
  if (!(await source.upTo(mark.subarray(LINE.length), LARGEST_HEAD)))
    return { ...opened, file: undefined }
  for (let count = 0; count < MOST_FIELDS; count += 1) {
    const head = await nextHead(source)
    if (!head) break
    if (head.file !== undefined) return { ...opened, file: filePart(source, mark, head) }
    const value = await source.upTo(mark, LARGEST_FIELD)
    if (!value) break
    fields[head.name] = value.toString('utf8')
  }
  return { ...opened, file: undefined }
}

/** The name of the next part; undefined after the last one. */
async function nextHead(source: Source): Promise<Head | undefined> {
  const end = await source.upTo(LINE, LARGEST_HEAD)
  if (!end || end.length > 0) return undefined
  const head = (await source.upTo(HEAD_END, LARGEST_HEAD))?.toString('utf8')
  const name = head && /; name="([^"]*)"/i.exec(head)?.[1]
  if (!name) return undefined
  const file = /; filename="([^"]*)"/i.exec(head)?.[1]
  const type = /^content-type:[ \t]*([^\r\n;]*)/im.exec(head)?.[1] ?? ''
  return { name, file: file?.replaceAll('%22', '"'), type: type.trim().toLowerCase() }
}

function filePart(source: Source, mark: Buffer, { file = '', type }: Head): FilePart {
  const next = async (): Promise<FilePart | undefined> => {
    const head = await nextHead(source)
    if (head?.file !== undefined) return filePart(source, mark, head)
    return head && (await source.upTo(mark, LARGEST_FIELD)) ? next() : undefined
  }
  return { name: file, type, chunks: wholeFile(source, mark), next }
}

/** A body that ends in the middle is a browser that left. */
async function* wholeFile(source: Source, mark: Buffer): AsyncIterable<Uint8Array> {
  if (!(yield* source.streamTo(mark))) throw new Error('the body ended within its file')
}

function sourceOf(body: ReadableStream<Uint8Array>): Source {
  const reader = body.getReader()
  let held = Buffer.alloc(0)
  const more = async () => {
    const { value } = await reader.read()
    if (value) held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
    return value !== undefined
  }
  const take = (length: number, over = 0) => {
    const taken = held.subarray(0, length)
    held = held.subarray(length + over)
    return taken
  }
  return {
    upTo: async (mark, cap) => {
      for (;;) {
        const at = held.indexOf(mark)
        if (at >= 0) return at > cap ? undefined : take(at, mark.length)
        if (held.length > cap + mark.length || !(await more())) return undefined
      }
    },
    async *streamTo(mark) {
      for (;;) {
        const at = held.indexOf(mark)
        const sure = at >= 0 ? at : Math.max(held.length - mark.length + 1, 0)
        if (sure > 0) yield take(sure)
        if (at >= 0) return take(0, mark.length).length === 0
        if (!(await more())) return false
      }
    },
    drain: async () => {
      held = Buffer.alloc(0)
      while (!(await reader.read()).done) held = Buffer.alloc(0)
    },
  }
}
