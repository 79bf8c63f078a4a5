import type { Change } from '#domain/import/verdict.ts'

/** What an import changed of a person: "NIP, instansi". */
export function changesText(changes: readonly Change[]): string {
  return changes.map((change) => CHANGED[change]).join(', ')
}

const CHANGED: Record<Change, string> = {
  number: 'NIP',
  userName: 'nama pengguna',
  name: 'nama',
  kind: 'jenis pegawai',
  agency: 'instansi',
  unit: 'unit kerja',
  service: 'kedudukan hukum',
  email: 'email',
  closed: 'akun dinonaktifkan',
  reopened: 'akun dibuka kembali',
  sso: 'izin masuk SSO lama',
  password: 'password dari SSO lama',
  devices: 'perangkat MFA dari SSO lama',
}
