import type { Digest } from '#domain/archive/digest.ts'
import { countText } from '../parts/number-words.ts'

export const DIGEST_SUBJECT = 'Kabar tentang arsip Anda'

export const DIGEST_LINK = 'Baca kabar di ASN Digital'

export const DIGEST_WHY =
  'Demi kerahasiaan, surat ini tidak menyebut berkasnya. Surat seperti ini dikirim paling banyak sekali sehari, dan hanya bila ada kabar yang belum Anda baca.'

export function digestTexts({ notices, toMend }: Digest): string[] {
  const all = `Ada ${countText(notices)} kabar baru tentang arsip kepegawaian Anda.`
  if (toMend === 0) return [all]
  return [all, `${countText(toMend)} di antaranya perlu Anda perbaiki atau unggah lagi.`]
}
