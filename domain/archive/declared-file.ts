import { oneLine } from '../one-line.ts'

const LONGEST_NAME = 120

/** Of the file as its owner's browser counted it, before a byte is sent. */
export function parseSha256(text: string): string | undefined {
  const hash = text.trim().toLowerCase()
  return /^[0-9a-f]{64}$/.test(hash) ? hash : undefined
}

/** Plain digits, of what no file here reaches a thousandth. */
export function parseBytes(text: string): number | undefined {
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

/** What its owner calls it, without folders; it names nothing here. */
export function fileNameOf(text: string): string {
  return oneLine(text.split(/[\\/]/).at(-1) ?? '', LONGEST_NAME) || 'tanpa-nama'
}
