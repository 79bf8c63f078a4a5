/** Bytes `from` up to and without `to`. */
export type ByteRange = { from: number; to: number }

/**
 * What a Range header asks of so many bytes (RFC 9110, 14.2). Several ranges, other units and what
 * makes no sense ask for everything; a part that lies behind the end cannot be had.
 */
export function readRange(
  header: string | undefined,
  bytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const found = /^bytes=(\d*)-(\d*)$/i.exec(header?.replaceAll(' ', '') ?? '')
  const [first = '', last = ''] = found?.slice(1) ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') return Number(last) > 0 ? lastOf(Number(last), bytes) : 'unsatisfiable'
  const from = Number(first)
  if (last !== '' && Number(last) < from) return 'whole'
  if (from >= bytes) return 'unsatisfiable'
  return { from, to: last === '' ? bytes : Math.min(Number(last) + 1, bytes) }
}

function lastOf(count: number, bytes: number): ByteRange | 'unsatisfiable' {
  return bytes === 0 ? 'unsatisfiable' : { from: Math.max(bytes - count, 0), to: bytes }
}
