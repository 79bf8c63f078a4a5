import type { ReadStream } from 'node:fs'

/** One record as it lies in a file: line of a text file, number of a user in an export. */
export type Entry = { line: number } & (
  | { fields: Record<string, unknown> }
  | { problem: 'unreadable' | 'tooLong' }
)

/** Entries as they come, some hundreds at once: one at a time would cost more than reading them. */
export type EntryReader = (bytes: ReadStream) => AsyncIterable<readonly Entry[]>

/** No record is longer; what is, is skipped and never held. */
export const MAX_RECORD_BYTES = 1024 * 1024

/** The record that a text holds, or that it holds none. */
export function parseEntry(line: number, text: string): Entry {
  try {
    const value: unknown = JSON.parse(text)
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRecord ? { line, fields: { ...value } } : { line, problem: 'unreadable' }
  } catch {
    return { line, problem: 'unreadable' }
  }
}
