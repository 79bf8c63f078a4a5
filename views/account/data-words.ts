import type { Account } from '#domain/account/account.ts'

export function accountStateText(state: Account['state']): string {
  switch (state) {
    case 'created':
      return 'belum diaktifkan'
    case 'active':
      return 'aktif'
    case 'frozen':
      return 'ditahan'
    case 'disabled':
      return 'dinonaktifkan'
  }
}

export function mfaText(mfa: Account['mfa']): string {
  switch (mfa) {
    case 'none':
      return 'belum aktif'
    case 'inUse':
      return 'aktif'
    case 'reactivation':
      return 'perlu diaktifkan lagi'
  }
}

export function aliasKindText(kind: 'nip' | 'niPppk' | 'userName'): string {
  switch (kind) {
    case 'nip':
      return 'NIP'
    case 'niPppk':
      return 'NI PPPK'
    case 'userName':
      return 'nama pengguna MyASN'
  }
}

/** Who did it, where no other person did. */
export function byText(by: 'self' | 'import'): string {
  return by === 'self' ? 'Dengan nama Anda' : 'Pemuatan data kepegawaian nasional'
}
