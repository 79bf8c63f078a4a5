import type { Zone } from '#domain/agency.ts'
import { dayText } from '../parts/time-words.ts'

export const OWN_EMAIL = { title: 'Email' } as const

export function sinceText(since: Date, zone: Zone): string {
  return `tercatat sejak ${dayText(since, zone)}`
}

export function bouncedText(at: Date, zone: Zone): string {
  return `surat ke alamat ini ditolak sejak ${dayText(at, zone)}; hubungi BKPSDM`
}

export function pendingText(address: string, until: string): string {
  return `Email Anda akan diganti menjadi ${address}. Ketik kode 8 angka dari surat di alamat itu, paling lambat ${until}.`
}
