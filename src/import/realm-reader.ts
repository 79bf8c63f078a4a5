import type { ReadStream } from 'node:fs'
import { type Entry, MAX_RECORD_BYTES, parseEntry } from './entry.ts'
import { importRefusal } from './refusal.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_OBJECT = 0x7b
const OPEN_LIST = 0x5b
const CLOSE_OBJECT = 0x7d
const CLOSE_LIST = 0x5d
const LONGEST_KEY = 16

/**
 * The users of a realm export (domain.md 2): the objects in the list `users` at the top, each handed
 * to JSON.parse by itself. All else is passed over without being held, however long it is.
 */
export async function* readRealm(bytes: ReadStream): AsyncIterable<readonly Entry[]> {
  const scan = makeScan()
  for await (const chunk of bytes as AsyncIterable<Buffer>) yield scan.read(chunk)
  const path = String(bytes.path)
  if (!scan.isWhole()) throw importRefusal({ kind: 'truncated', path })
  if (!scan.isObject()) throw importRefusal({ kind: 'notAnExport', path })
}

/** Depth 1 is the realm, 2 its list of users, 3 a user. */
function makeScan() {
  let [depth, line, length, opened] = [0, 0, 0, 0]
  let [inString, escaped, inUsers, isObject] = [false, false, false, false]
  let [key, lastKey] = ['', '']
  let held: Buffer[] = []

  function read(chunk: Buffer): Entry[] {
    const entries: Entry[] = []
    let start = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (inString) passString(byte)
      else if (byte === QUOTE) startString()
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (open(byte)) start = at
      } else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && close()) {
        take(chunk.subarray(start, at + 1))
        entries.push(finish())
      }
    }
    if (inUsers && depth >= 3) take(chunk.subarray(start))
    return entries
  }

  function passString(byte: number): void {
    if (byte === QUOTE && !escaped) {
      inString = false
      if (depth === 1) lastKey = key
      return
    }
    escaped = byte === BACKSLASH && !escaped
    if (depth === 1 && key.length < LONGEST_KEY) key += String.fromCharCode(byte)
  }

  function startString(): void {
    inString = true
    key = ''
  }

  /** True where a user begins. */
  function open(byte: number): boolean {
    if (depth === 0) isObject = byte === OPEN_OBJECT && opened === 0
    depth += 1
    opened += 1
    if (depth === 2) inUsers = isObject && lastKey === 'users' && byte === OPEN_LIST
    return inUsers && depth === 3
  }

  /** True where a user ends. */
  function close(): boolean {
    depth -= 1
    return inUsers && depth === 2
  }

  function take(part: Buffer): void {
    length += part.length
    if (length <= MAX_RECORD_BYTES) held.push(part)
    else held = []
  }

  function finish(): Entry {
    line += 1
    const isTooLong = length > MAX_RECORD_BYTES
    const text = isTooLong ? '' : Buffer.concat(held).toString('utf8')
    length = 0
    held = []
    return isTooLong ? { line, problem: 'tooLong' } : parseEntry(line, text)
  }

  return { read, isWhole: () => depth === 0 && !inString, isObject: () => isObject }
}
