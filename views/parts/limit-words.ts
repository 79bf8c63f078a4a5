import type { DeskLimit } from '#domain/desk/limits.ts'

/** What there was too much of in a day. */
export function limitText(limit: DeskLimit): string {
  switch (limit) {
    case 'views':
      return 'membuka halaman pegawai'
    case 'exports':
      return 'unduhan daftar pegawai'
    case 'lists':
      return 'pencarian dengan daftar'
  }
}
