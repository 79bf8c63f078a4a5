import type { NotEligible } from '#domain/access/give-mandate.ts'
import { notEligibleText } from '../roles/give-words.ts'

type Refused =
  | { kind: 'thereAreAdmins' | 'samePerson' }
  | { kind: 'noSuchPerson' | 'holdsOffice'; nip: string }
  | (NotEligible & { nip: string })

export const FIRST_ADMINS_NAMED =
  'Dua admin nasional pertama ditunjuk untuk satu tahun. Keduanya masuk lagi, lalu memakai perannya di halaman Peran.'

export function firstAdminsText(refused: Refused): string {
  switch (refused.kind) {
    case 'thereAreAdmins':
      return 'Admin nasional sudah ada. Peran berikutnya diberikan di portal, oleh dua orang.'
    case 'samePerson':
      return 'Sebutkan dua pegawai yang berbeda.'
    case 'noSuchPerson':
      return `Pegawai dengan NIP ${refused.nip} tidak ada.`
    case 'holdsOffice':
      return `Pegawai dengan NIP ${refused.nip} memegang peran auditor, dan auditor tidak memegang peran lain.`
    default:
      return `NIP ${refused.nip}: ${notEligibleText(refused)}`
  }
}
