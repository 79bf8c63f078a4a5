import type { ReadStream } from 'node:fs'
import { type Entry, MAX_RECORD_BYTES, parseEntry } from './entry.ts'

const NEWLINE = 0x0a

/** A JSON object on each line (NDJSON). A line without an end holds at most one record's bytes. */
export async function* readLines(bytes: ReadStream): AsyncIterable<readonly Entry[]> {
  let line = 1
  let held: Buffer[] = []
  let length = 0
  const take = (part: Buffer) => {
    length += part.length
    if (length <= MAX_RECORD_BYTES) held.push(part)
    else held = []
  }
  const finish = (): Entry[] => {
    const entry = length > MAX_RECORD_BYTES ? tooLong(line) : textEntry(line, held)
    line += 1
    length = 0
    held = []
    return entry
  }
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const entries: Entry[] = []
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end))
      entries.push(...finish())
      start = end + 1
    }
    take(chunk.subarray(start))
    yield entries
  }
  yield finish()
}

function tooLong(line: number): Entry[] {
  return [{ line, problem: 'tooLong' }]
}

/** An empty line is no record. */
function textEntry(line: number, parts: readonly Buffer[]): Entry[] {
  const text = Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim()
  return text === '' ? [] : [parseEntry(line, text)]
}
