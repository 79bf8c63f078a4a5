import type { HoldRefused } from '#domain/access/give-mandate.ts'
import { notEligibleText } from '../roles/give-words.ts'

type Refused =
  | { kind: 'thereAreAdmins' | 'samePerson' }
  | { kind: 'noSuchPerson'; nip: string }
  | (HoldRefused & { nip: string })

export const FIRST_ADMINS_NAMED =
  'Dua admin nasional pertama ditunjuk untuk satu tahun. Keduanya masuk lagi, lalu memakai perannya di halaman Peran.'

/** Read by each of the two in their own record. */
export const FIRST_ADMINS_REASON = 'Admin nasional pertama, ditunjuk saat portal disiapkan.'

const ADMINS_THERE =
  'Admin nasional sudah ada. Peran berikutnya diberikan di portal, oleh dua orang.'

export function firstAdminsText(refused: Refused): string {
  switch (refused.kind) {
    case 'thereAreAdmins':
    case 'alreadyHeld':
      return ADMINS_THERE
    case 'samePerson':
      return 'Sebutkan dua pegawai yang berbeda.'
    case 'noSuchPerson':
      return `Pegawai dengan NIP ${refused.nip} tidak ada.`
    case 'auditorAlone':
      return `Pegawai dengan NIP ${refused.nip} memegang peran auditor, dan auditor tidak memegang peran lain.`
    default:
      return `NIP ${refused.nip}: ${notEligibleText(refused)}`
  }
}
