import { formatNip, parseNip } from '#domain/nip.ts'

/** In the groups of the employee card; what is no NIP stays as it is. */
export function nipText(text: string): string {
  const nip = parseNip(text)
  return nip.ok ? formatNip(nip.value) : text
}

/** ABCD EFGH IJKL MNOP: keys and recovery codes, as they are easily copied by hand. */
export function groupsOfFour(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}
