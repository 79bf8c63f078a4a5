import { fileNameOf } from '../file-name.ts'

/** A file of a bag with what tells whether it is whole; `sha256` in hexadecimal. */
export type BagLine = { name: string; bytes: number; sha256: string }

/** What a document in a bag is named after. */
export type ToName = { type: string; slot: string; no: number }

/** Under data/, each once: of names that would clash, the later ones are numbered. */
export function bagNames(documents: readonly ToName[], nip: string): string[] {
  const taken = new Set<string>()
  return documents.map(({ type, slot, no }) => {
    const name = fileNameOf({ type: { code: type }, slot, nip, no, isInForce: true })
    const own = free(name, taken)
    taken.add(own.toLowerCase())
    return `data/${own}`
  })
}

/** Of a document under data/, what proves it. */
export function proofName(name: string): string {
  return `${name.replace(/^data\//, 'bukti/')}.tlog-proof`
}

/** Some systems take upper and lower case for the same. */
function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name
  const stem = name.replace(/\.pdf$/, '')
  for (let number = 2; ; number += 1) {
    const other = `${stem}_${number}.pdf`
    if (!taken.has(other.toLowerCase())) return other
  }
}

/** RFC 8493, 2.1.1 */
export const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** As `sha256sum -c` reads it, which is what RFC 8493 asks for too. */
export function manifestText(lines: readonly BagLine[]): string {
  return lines.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')
}

/** RFC 8493, 2.2.2; `on`: the day it was made. */
export function bagInfoText(data: readonly BagLine[], on: string, organisation: string): string {
  const bytes = data.reduce((sum, line) => sum + line.bytes, 0)
  return [
    `Source-Organization: ${organisation}`,
    `Bagging-Date: ${on}`,
    `Payload-Oxum: ${bytes}.${data.length}`,
    'Bag-Software-Agent: ASN Digital',
    '',
  ].join('\n')
}
