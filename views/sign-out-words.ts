export const SIGN_OUT = 'Anda akan keluar dari ASN Digital di browser ini.'

export const SIGNED_OUT = 'Anda sudah keluar.'

export const SHARED_COMPUTER =
  'Bila komputer ini dipakai bersama, tutup juga semua jendela browser.'
