import type { Page } from 'playwright-core'
import { press } from './browser.ts'
import { pdfVector } from './pdf.ts'
import { type AtWork, follow, reads } from './people-at-work.ts'

const NUMBER = '045/1/2029'
const LIST = `Daftar usul musnah ${NUMBER}`

const LETTER = {
  name: 'surat.pdf',
  mimeType: 'application/pdf',
  buffer: pdfVector('valid-1-page.pdf'),
}

export const PANEL_PAPERS = [
  'SK pembentukan panitia penilai',
  'Notulen rapat penilaian',
  'Surat pertimbangan panitia',
]
export const APPROVAL_PAPERS = ['Persetujuan pimpinan instansi', 'SK penetapan pemusnahan']

/** From the page that a hat begins with. */
export async function openList({ page }: AtWork): Promise<void> {
  const lists = page.getByRole('main').getByRole('link', { name: 'Pemusnahan arsip', exact: true })
  if (await lists.isVisible()) await follow(page, 'Pemusnahan arsip', 'Pemusnahan arsip')
  await follow(page, NUMBER, LIST)
}

export async function drawUp({ page }: AtWork, dated: string): Promise<void> {
  await follow(page, 'Pemusnahan arsip', 'Pemusnahan arsip')
  await follow(page, 'Susun daftar usul musnah', 'Susun daftar usul musnah')
  await page.getByLabel('Nomor daftar').fill(NUMBER)
  await page.getByLabel('Tanggal daftar').fill(dated)
  await page.getByLabel('Penerbit').fill('Unit kearsipan')
  await press(page, 'Susun daftar dari semua yang cocok')
  await reads(page, 'Daftar tersusun dan menunggu panitia penilai.')
}

export async function takeSeat(one: AtWork, seat: string): Promise<void> {
  const { page } = one
  await openList(one)
  await follow(page, 'Ambil kursi', 'Ambil kursi')
  await page.getByLabel('Kursi').selectOption(seat)
  await press(page, 'Ambil kursi')
  await reads(page, 'Anda memegang kursi dalam daftar ini.')
}

export async function notePapers({ page }: AtWork, names: string[], dated: string): Promise<void> {
  for (const name of names) {
    await follow(page, 'Catat surat', 'Catat surat')
    await page.getByLabel('Surat').selectOption(name)
    await page.getByLabel('Nomor').fill('045/12/2029')
    await page.getByLabel('Tanggal').fill(dated)
    await page.getByLabel('Penerbit').fill('Sekretaris Daerah')
    const file = page.getByLabel('Berkas PDF')
    if (await file.isVisible()) await file.setInputFiles(LETTER)
    await press(page, 'Simpan')
    await reads(page, 'Surat tercatat.')
  }
}

/** The list has its number since it was drawn up. */
export async function attachList({ page }: AtWork): Promise<void> {
  await follow(page, 'Lampirkan PDF', 'Catat surat')
  await page.getByLabel('Berkas PDF').setInputFiles(LETTER)
  await press(page, 'Simpan')
  await reads(page, 'Surat tercatat.')
}

/** Opens the form of an act on the page of a list, and does it. */
export async function act(page: Page, title: string, button: string, done: string): Promise<void> {
  await follow(page, title, title)
  await press(page, button)
  await reads(page, done)
}

export async function toItem(page: Page): Promise<void> {
  await follow(page, /^(Lihat arsip dalam daftar|Nilai arsip dalam daftar)/, 'Arsip dalam daftar')
  await follow(page, /^SK PNS/, 'Penilaian arsip')
}

export async function witness(one: AtWork): Promise<void> {
  await openList(one)
  await act(one.page, 'Hadir sebagai saksi', 'Saya hadir sebagai saksi', 'Kehadiran Anda tercatat')
}
