import type { Page } from 'playwright-core'
import type { Sql } from '#src/store/database.ts'
import { arrive, press } from './browser.ts'
import { NOW, type SomePerson } from './builders.ts'
import { ONE_PAGE, pdfOf } from './pdf.ts'
import { follow, reads } from './people-at-work.ts'

/** Of one page, and larger than two pieces of an upload. */
const BALLAST = `<</Length 600000>>\nstream\n${'x'.repeat(600_000)}\nendstream`
export const DECREE = {
  name: 'SK PNS.pdf',
  mimeType: 'application/pdf',
  buffer: pdfOf([...ONE_PAGE, BALLAST]),
}

/** From the archive, where it is said to be lacking. */
export async function sendDecree(page: Page): Promise<void> {
  await follow(page, /SK PNS$/, 'SK PNS')
  await page.getByLabel('Nomor SK').fill('800/123/2020')
  await page.getByLabel('Tanggal SK').fill('2020-03-02')
  await page.getByLabel('TMT').fill('2020-04-01')
  await page.getByLabel('Pejabat penetap').fill('Bupati')
  await page.getByLabel('Golongan/ruang').fill('III/a')
  await page.getByLabel('Berkas PDF').setInputFiles(DECREE)
  await press(page, 'Unggah')
}

/** Takes what waits longest, and accepts it as it was filled in. */
export async function verify(page: Page): Promise<void> {
  await page.reload()
  await press(page, 'Ambil berikutnya')
  await arrive(page, 'SK PNS')
  await reads(page, 'Siti Rahmawati')
  await press(page, 'Terima')
  await reads(page, 'Tidak ada berkas yang menunggu.')
}

/** Two years after the end of the year in which service ended. */
export async function typeRule(page: Page): Promise<void> {
  await follow(page, 'Aturan retensi', 'Aturan retensi')
  await follow(page, 'Aturan baru', 'Aturan baru')
  await page.getByLabel('Kode klasifikasi').fill('800.1.13.1')
  await page.getByLabel('Nama', { exact: true }).fill('Berkas Perseorangan PNS')
  await page.getByLabel('Berlaku untuk').selectOption('Berkas perseorangan')
  await page.getByLabel('Masa aktif, tahun').fill('1')
  await page.getByLabel('Masa inaktif, tahun').fill('1')
  await page.getByLabel('Dasar hukum').fill('Perbup 63/2024')
  await press(page, 'Hitung akibatnya')
  await arrive(page, 'Perkiraan akibat aturan')
}

export async function publishRule(page: Page): Promise<void> {
  await follow(page, /Berkas Perseorangan/, 'Usulan aturan retensi')
  await reads(page, 'Diusulkan Ari Wibowo')
  await press(page, 'Terbitkan aturan')
  await reads(page, 'Aturan diterbitkan.')
}

export async function placeHold(page: Page, nip: string): Promise<void> {
  await follow(page, 'Pasang penahanan', 'Pasang penahanan')
  await page.getByLabel('NIP atau nama pegawai').fill(nip)
  await press(page, 'Cari')
  await page.getByLabel('Yang ditahan').selectOption('Semua arsip jenis SK PNS')
  await page.getByLabel('Dasar penahanan').fill('Penetapan pengadilan tata usaha negara')
  await page.getByLabel('Nomor perkara atau surat').fill('12/G/2026/PTUN')
  await page.getByLabel('Tinjau lagi pada').fill('2027-03-01')
  await press(page, 'Pasang penahanan')
  await reads(page, 'Penahanan dipasang.')
}

export async function askToLift(page: Page): Promise<void> {
  await follow(page, 'Ajukan pencabutan', 'Pencabutan penahanan')
  await page.getByLabel('Alasan mencabut').fill('Putusan sudah berkekuatan hukum tetap.')
  await press(page, 'Ajukan pencabutan')
  await reads(page, 'Pencabutan diajukan.')
}

export async function agreeToLift(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Menunggu pencabutan' }).click()
  await follow(page, 'Siti Rahmawati', 'Penahanan arsip')
  await follow(page, 'Putuskan pencabutan', 'Pencabutan penahanan')
  await reads(page, 'Putusan sudah berkekuatan hukum tetap. (Lukman Hadi)')
  await press(page, 'Setujui pencabutan')
  await reads(page, 'Penahanan dicabut.')
}

/** The national data say that they have left, and since when. */
export async function retire(sql: Sql, { id }: SomePerson): Promise<void> {
  await sql`
    insert into archive.history (person, type, key, label, on_date, source, added_at)
    values (${id}, 'pemberhentian', 'e1', 'Pensiun', '2026-12-01', 'national', ${NOW})`
  await sql`
    update people set legal_position = '99', end_of_service = '1' where id = ${id}`
}
