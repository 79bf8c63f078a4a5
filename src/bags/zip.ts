import { crc32 } from 'node:zlib'

/** A file whose length and CRC-32 are known before it is written, so that every program can read it. */
export type ZipEntry = {
  name: string
  bytes: number
  crc: number
  content: () => AsyncIterable<Uint8Array>
}

type Placed = ZipEntry & { offset: number }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const PLAIN = 20
const NEEDS_64 = 45
const UNIX = 3 << 8
/** A file that its owner writes and everybody reads. */
const MODE = 0o100644
const NO_MORE = 0xffffffff
const NO_MORE_FILES = 0xffff

/**
 * A zip of files as they are (method "stored"), one after the other, none of them ever held whole. Its
 * directory is that of ZIP64 where more than 4 GiB or 65,534 files stand before it; one file alone is
 * never as large.
 */
export async function* zipOf(
  entries: Iterable<ZipEntry>,
  madeAt: Date,
): AsyncGenerator<Uint8Array> {
  const time = dosTime(madeAt)
  const placed: Placed[] = []
  let offset = 0
  for (const entry of entries) {
    if (entry.bytes >= NO_MORE) throw new Error('a file is too large for this zip')
    placed.push({ ...entry, offset })
    const head = localHead(entry, time)
    yield head
    yield* checked(entry)
    offset += head.length + entry.bytes
  }
  const directory = { offset, bytes: 0 }
  for (const entry of placed) {
    const head = centralHead(entry, time)
    directory.bytes += head.length
    yield head
  }
  yield endOf(placed.length, directory)
}

/** What is not as it was said to be would be a zip that nobody can open: it ends here instead. */
async function* checked({ name, bytes, crc, content }: ZipEntry): AsyncGenerator<Uint8Array> {
  let [seen, sum] = [0, 0]
  for await (const chunk of content()) {
    seen += chunk.length
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (seen !== bytes || sum !== crc) throw new Error(`${name} has changed meanwhile`)
}

function localHead({ name, bytes, crc }: ZipEntry, time: number): Buffer {
  const text = Buffer.from(name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  head.writeUInt16LE(PLAIN, 4)
  head.writeUInt32LE(time, 10)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(bytes, 18)
  head.writeUInt32LE(bytes, 22)
  head.writeUInt16LE(text.length, 26)
  return Buffer.concat([head, text])
}

function centralHead({ name, bytes, crc, offset }: Placed, time: number): Buffer {
  const text = Buffer.from(name)
  const isFar = offset >= NO_MORE
  const far = isFar ? farField(offset) : Buffer.alloc(0)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(CENTRAL, 0)
  head.writeUInt16LE(UNIX | NEEDS_64, 4)
  head.writeUInt16LE(isFar ? NEEDS_64 : PLAIN, 6)
  head.writeUInt32LE(time, 12)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(bytes, 20)
  head.writeUInt32LE(bytes, 24)
  head.writeUInt16LE(text.length, 28)
  head.writeUInt16LE(far.length, 30)
  head.writeUInt32LE(MODE * 2 ** 16, 38)
  head.writeUInt32LE(isFar ? NO_MORE : offset, 42)
  return Buffer.concat([head, text, far])
}

function farField(offset: number): Buffer {
  const field = Buffer.alloc(12)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8, 2)
  field.writeBigUInt64LE(BigInt(offset), 4)
  return field
}

type Directory = { offset: number; bytes: number }

function endOf(files: number, directory: Directory): Buffer {
  const { offset, bytes } = directory
  const isFar = files >= NO_MORE_FILES || offset >= NO_MORE || bytes >= NO_MORE
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(Math.min(files, NO_MORE_FILES), 8)
  end.writeUInt16LE(Math.min(files, NO_MORE_FILES), 10)
  end.writeUInt32LE(Math.min(bytes, NO_MORE), 12)
  end.writeUInt32LE(Math.min(offset, NO_MORE), 16)
  return isFar ? Buffer.concat([farEnd(files, directory), end]) : end
}

function farEnd(files: number, { offset, bytes }: Directory): Buffer {
  const end = Buffer.alloc(76)
  end.writeUInt32LE(END_64, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(UNIX | NEEDS_64, 12)
  end.writeUInt16LE(NEEDS_64, 14)
  end.writeBigUInt64LE(BigInt(files), 24)
  end.writeBigUInt64LE(BigInt(files), 32)
  end.writeBigUInt64LE(BigInt(bytes), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(LOCATOR_64, 56)
  end.writeBigUInt64LE(BigInt(offset + bytes), 64)
  end.writeUInt32LE(1, 72)
  return end
}

/** Even seconds since 1980, in UTC, as MS-DOS wrote them. */
function dosTime(at: Date): number {
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  return day * 2 ** 16 + time
}
