import { no, ok, type Result } from '../result.ts'

export type OriginProblem =
  | 'empty'
  | 'notSecure'
  | 'wildcard'
  | 'user'
  | 'path'
  | 'port'
  | 'notAscii'
  | 'ipAddress'
  | 'notHost'

type Allowed = {
  /** Where this portal itself is not secure, on a desk, pages of `http://localhost` may embed too. */
  local: boolean
}

/** A scheme, what stands before an @, host, port, and whatever stands behind; blanks are none of it. */
const PARTS = /^([a-z][a-z0-9+.-]*):\/\/(?:([^/?#]*)@)?([^/?#]*?)(?::([^/?#:\]]*))?([/?#].*)?$/

const STANDARD_PORT = '443'

/**
 * Where a site is, exactly as browsers name it to others: https, the host in small letters, the port if
 * it is not the usual one. A single slash at the end comes from copying an address, and is no path.
 */
export function parseOrigin(typed: string, allowed: Allowed): Result<string, OriginProblem> {
  const text = typed.trim().toLowerCase()
  if (text === '') return no('empty')
  const [, scheme, user, host = '', port, rest = ''] = PARTS.exec(text) ?? []
  if (scheme === undefined) return no('notHost')
  const isLocal = allowed.local && scheme === 'http' && host === 'localhost'
  if (scheme !== 'https' && !isLocal) return no('notSecure')
  if (user !== undefined) return no('user')
  if (rest !== '' && rest !== '/') return no('path')
  if (port !== undefined && !isPort(port)) return no('port')
  const problem = isLocal ? undefined : problemOf(host)
  if (problem) return no(problem)
  return ok(`${scheme}://${host}${port === undefined || isUsual(port, isLocal) ? '' : `:${port}`}`)
}

function isPort(text: string): boolean {
  return /^[1-9][0-9]{0,4}$/.test(text) && Number(text) <= 65535
}

/** A browser leaves it out, so it would never name what has it. */
function isUsual(port: string, isLocal: boolean): boolean {
  return port === (isLocal ? '80' : STANDARD_PORT)
}

/** A name of at least two labels; what ends in a number is read as an address by browsers. */
function problemOf(host: string): OriginProblem | undefined {
  if (host.includes('*')) return 'wildcard'
  if (/[\u0080-\uffff]/.test(host)) return 'notAscii'
  const labels = host.split('.')
  if (host.startsWith('[') || /^([0-9]+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return 'ipAddress'
  const isName = labels.length > 1 && host.length <= 253 && labels.every(isLabel)
  return isName ? undefined : 'notHost'
}

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label)
}
