const NULL = '\\N'
const SPECIAL = /[\\\t\n\r]/
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A value as COPY reads it from a line of text. */
export function copyCell(text: string | undefined): string {
  if (text === undefined) return NULL
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => ESCAPED[one] ?? '') : text
}
