import type { Zone } from '#domain/agency.ts'
import type { Advice } from '#domain/desk/advice.ts'
import { momentText, spanText } from '../parts/time-words.ts'

/** What to do next, or to say to the employee. */
export function adviceText(advice: Advice, zone: Zone): string {
  switch (advice.kind) {
    case 'closedByData':
      return 'Akun ditutup karena data kepegawaian nasional. Perbaiki datanya di SIASN; akun terbuka sendiri setelah data baru dimuat.'
    case 'enable':
      return 'Akun dinonaktifkan oleh instansi. Baca alasannya di bawah; bila sudah tidak berlaku, aktifkan kembali.'
    case 'openFrozen':
      return 'Akun ditahan karena laporan bahwa dipakai orang lain. Pegawai membukanya sendiri lewat Reset Password (Lupa Password), dengan kode dari perangkat lama atau kode dari BKPSDM.'
    case 'correctEmail':
      return 'Surat tidak sampai ke pegawai ini. Perbaiki emailnya dahulu, supaya kode dan pemberitahuan sampai.'
    case 'sendInstructions':
      return 'Belum pernah aktivasi. Minta pegawai masuk dengan NIP dan password MyASN lama, atau kirim petunjuk aktivasi ke emailnya.'
    case 'unlockOrWait':
      return `Verifikasi terbuka sendiri ${momentText(advice.until, zone)}. Bila pegawai ada di depan Anda dan HP-nya sudah benar, buka kuncinya sekarang.`
    case 'reactivate':
      return 'Batas kode salah sudah habis. Minta pegawai memakai kode cadangan; bila tidak punya, reset MFA-nya.'
    case 'unlockBrowsers':
      return 'Masuk dari browser baru sedang ditutup karena terlalu banyak password salah. Buka kuncinya, atau minta pegawai memakai browser yang biasa.'
    case 'setClock':
      return `Katakan kepada pegawai: ${clockText(advice.seconds)} Nyalakan waktu otomatis di HP, lalu ketik kode yang baru.`
    case 'setZone':
      return `Katakan kepada pegawai: ${zoneText(advice.hours)} Nyalakan waktu dan zona waktu otomatis di HP, lalu ketik kode yang baru.`
    case 'useNewEntry':
      return 'Katakan kepada pegawai: kode itu dari QR lama. Pakai entri ASN Digital yang terbaru, lalu hapus entri lama di aplikasi.'
    case 'mfaResetWaits':
      return `Reset MFA sudah diminta dan terbuka ${momentText(advice.opensAt, zone)}. Sampai saat itu perangkat lama tetap berlaku.`
    case 'activateAgain':
      return 'MFA perlu diaktifkan lagi. Minta pegawai masuk dengan passwordnya, lalu memindai QR baru.'
    case 'nothing':
      return 'Tidak ada yang menghalangi pegawai ini untuk masuk. HP hilang dan kode cadangan tidak ada? Reset MFA-nya. Emailnya juga mati? Perbaiki emailnya dahulu: setelah perangkat baru aktif, email tidak dapat diganti selama 24 jam.'
  }
}

/** "jam HP lebih lambat sekitar 3 menit." */
function clockText(seconds: number | undefined): string {
  if (seconds === undefined) return 'jam HP tidak tepat.'
  return `jam HP ${offText(seconds)}.`
}

export function offText(seconds: number): string {
  const side = seconds > 0 ? 'cepat' : 'lambat'
  return `lebih ${side} sekitar ${spanText(Math.abs(seconds))}`
}

function zoneText(hours: number | undefined): string {
  if (hours === undefined) return 'zona waktu HP keliru.'
  return `jam HP ${offText(hours * 3600)}, biasanya karena zona waktu keliru.`
}
