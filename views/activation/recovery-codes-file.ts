import type { Zone } from '#domain/agency.ts'
import type { Person } from '#domain/person.ts'
import { groupsOfFour, nipText } from '../parts/nip-words.ts'
import { dayText } from '../parts/time-words.ts'
import { HOW_TO_USE, savingText, WHAT_FOR } from './recovery-codes-words.ts'

type Props = { codes: readonly string[]; person: Person; madeAt: Date; zone: Zone }

/** The file to download: plain text with the line ends of Windows, so that any editor shows it. */
export function recoveryCodesText({ codes, person, madeAt, zone }: Props): string {
  const numbered = codes.map((code, at) => `${String(at + 1).padStart(2)}. ${groupsOfFour(code)}`)
  const head = ['Kode cadangan ASN Digital', person.name, `NIP ${nipText(person.nip)}`]
  const made = `Dibuat ${dayText(madeAt, zone)}`
  const foot = [savingText(undefined), WHAT_FOR, HOW_TO_USE]
  return [...head, made, '', ...numbered, '', ...foot, ''].join('\r\n')
}
