import type { Zone } from '#domain/agency.ts'
import type { Diagnosis } from '#domain/mfa/diagnosis.ts'
import type { CodeRefused, OldQr } from '#domain/mfa/otp.ts'
import type { Told } from '../parts/problem.tsx'
import { dayText, spanText } from '../parts/time-words.ts'

/** Why a code of six digits was not accepted, as far as it may be known (R-OT-09). */
export function refusedTold(refused: CodeRefused | Diagnosis, zone: Zone): Told {
  switch (refused.kind) {
    case 'used':
      return wrong('Kode ini sudah dipakai. Tunggu kode berikutnya, lalu ketik kode baru itu.')
    case 'late':
      return clock(
        `Kode ini sudah lewat sekitar ${refused.seconds} detik. Ketik kode yang sedang tampil; bila tetap gagal, nyalakan waktu otomatis di HP.`,
      )
    case 'clockOff':
      return clock(
        `Kode tidak cocok karena jam HP Anda lebih ${directionText(refused.seconds)} sekitar ${spanText(Math.abs(refused.seconds))}. Nyalakan waktu otomatis di HP, lalu ketik kode yang baru.`,
      )
    case 'zone':
      return clock(
        `Jam HP Anda lebih ${directionText(refused.hours)} ${Math.abs(refused.hours)} jam. ${zoneText(refused.hours)}, lalu ketik kode yang baru.`,
      )
    case 'oldQr':
      return { text: oldQrText(refused.oldQr, zone), topic: 'qr-lama', field: 'code' }
    case 'wrong':
      return wrong(
        'Kode salah. Pastikan entri ASN Digital yang Anda buka, tunggu kode berikutnya, lalu ketik kode itu.',
      )
  }
}

function wrong(text: string): Told {
  return { text, topic: 'kode-salah', field: 'code' }
}

function clock(text: string): Told {
  return { text, topic: 'jam-hp', field: 'code' }
}

function directionText(offset: number): string {
  return offset > 0 ? 'cepat' : 'lambat'
}

/** A clock is that fast when it was set by hand to the first zone while the phone is in the second. */
const SET_TO_WHILE_IN: Partial<Record<number, readonly [string, string]>> = {
  1: ['WITA', 'WIB'],
  [-1]: ['WIB', 'WITA'],
  2: ['WIT', 'WIB'],
  [-2]: ['WIB', 'WIT'],
  7: ['WIB', 'UTC'],
  8: ['WITA', 'UTC'],
  9: ['WIT', 'UTC'],
}

function zoneText(hours: number): string {
  if (Math.abs(hours) === 24) {
    return 'Biasanya tanggal HP selisih satu hari. Nyalakan tanggal dan waktu otomatis'
  }
  const zones = SET_TO_WHILE_IN[hours]
  const cause = zones
    ? `jam disetel ke ${zones[0]}, tetapi zona waktu HP masih ${zones[1]}`
    : 'zona waktu HP tidak sesuai'
  return `Biasanya ${cause}. Nyalakan waktu dan zona waktu otomatis`
}

function oldQrText({ name, since }: OldQr, zone: Zone): string {
  const old = [name, dayText(since, zone)].filter(Boolean).join(', ')
  return `Kode ini dari QR lama (${old}). Pakai entri ASN Digital terbaru, lalu hapus entri lama di aplikasi.`
}
