/** Services and the trade of every ASN, whatever the agency. */
export const SERVICE_WORDS = words(`
  asn bkn pns bkd siasn myasn asndigital sapk mysapk sscasn sscn casn cpns pppk bkpsdm bkpp bkppd
  kanreg simpeg ekinerja korpri kepegawaian aparatur pemda pemkab pemkot pemprov`)

/** What kind of agency it is: true of hundreds and within plain words (kotak), so no name. */
export const KINDS_OF_AGENCY = words(`
  pemerintah pemerintahan kabupaten kota provinsi daerah khusus istimewa kementerian koordinator
  bidang badan lembaga dewan komisi dinas kantor republik indonesia ibukota`)

/** Plain words within names of agencies: refused in the row of the name only (dalam negeri). */
export const PLAIN_WORDS = words(`
  dan dalam luar negeri negara nasional pusat umum rakyat agung tinggi hak asasi manusia usaha kecil
  menengah sekretariat jenderal administrasi barat timur utara selatan tengah tenggara daya kepulauan
  pulau laut besar baru raya`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
