import { describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import {
  agreeToLift,
  askToLift,
  DECREE,
  placeHold,
  publishRule,
  retire,
  sendDecree,
  typeRule,
  verify,
} from '#test/support/archive-steps.ts'
import { press, startBrowser } from '#test/support/browser.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  APPROVAL_PAPERS,
  act,
  attachList,
  drawUp,
  notePapers,
  openList,
  PANEL_PAPERS,
  takeSeat,
  toItem,
  witness,
} from '#test/support/destruction-steps.ts'
import { liveArchive } from '#test/support/live-archive.ts'
import { startSite } from '#test/support/live-site.ts'
import {
  type AtWork,
  comeBack,
  follow,
  reads,
  save,
  sitDown,
} from '#test/support/people-at-work.ts'
import { passwords } from '#test/support/secrets.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 300_000 })

const DAY = 24 * 3600
const DRAWN_UP = '2029-01-02'
const WITHOUT = { javaScriptEnabled: false }
const sql = await testDatabase()
const browser = await startBrowser()
const clock = { now: () => NOW }
const archive = await liveArchive(sql, () => clock.now())
let breaks = 0
const site = await startSite(sql, {
  ...archive.deps,
  answer: (response, { incoming }) => {
    if (incoming.method !== 'PATCH' || breaks === 0) return response
    breaks -= 1
    incoming.socket.destroy()
    return response
  },
})
clock.now = site.now
const hash = await passwords.hash('Jeruk-Bali-Manis-71')

async function beginOffice() {
  const agency = await addAgency(sql)
  return (name: string, role?: Role, options = {}) =>
    addPerson(sql, { agency, hash, name, role }).then((one) => sitDown(browser, site, one, options))
}

async function passDays(days: number): Promise<void> {
  site.pass((days - 1) * DAY)
  await archive.passDay()
  site.pass(DAY)
  await archive.passDay()
}

test('a decree lives from a line that breaks to a certificate of its destruction', async () => {
  const comes = await beginOffice()
  const employee = await comes('Siti Rahmawati')
  await sendOverBadLine(employee)
  const verifier = await comes('Vera Lestari', 'verifier')
  await verify(verifier.page)
  await useIt(employee)
  const objects = await stored()
  expect(new Set(objects.map(({ store }) => store))).toEqual(new Set(['main', 'copy']))

  const archivist = await comes('Ari Wibowo', 'archivist')
  await proposeRule(archivist)
  const approver = await comes('Yusuf Hakim', 'approver', WITHOUT)
  await publishRule(approver.page)
  const legal = await comes('Lukman Hadi', 'legalOfficer')
  await holdIt(legal, employee)
  const counsel = await comes('Laila Nur', 'legalOfficer', WITHOUT)
  await freeIt(counsel, employee)

  await retire(sql, employee.person)
  await passDays(773)
  await propose(archivist)
  const chair = await comes('Kartika Sari', 'appraiser')
  await takeSeat(chair, 'Ketua panitia (kepala unit kearsipan)')
  const head = await comes('Hendra Gunawan', 'appraiser', WITHOUT)
  await takeSeat(head, 'Anggota (kepala unit pengolah)')
  await appraise({ archivist, chair, head })
  await object(employee)
  await approve(approver)
  await answer(counsel, employee)

  await passDays(31)
  await comeBack(archivist, site)
  await openList(archivist)
  await notePapers(archivist, ['Berita acara pemusnahan'], '2029-02-02')
  await comeBack(legal, site)
  const inspector = await comes('Indah Pratiwi', 'inspector', WITHOUT)
  for (const one of [legal, inspector]) await witness(one)
  await execute(chair)
  await readCertificate(archivist)
  await readStub(employee)
  for (const one of [employee, archivist, legal, chair]) expect(await opening(one)).toBe(404)
  expect(await leftOf(objects)).toEqual({ objects: [], keys: 0, roots: [2] })
  const offices = [verifier, archivist, approver, legal, counsel, chair, head, inspector]
  const complaints = [employee, ...offices].flatMap((one) => one.complaints)
  expect([...complaints, ...archive.problems, ...site.told.problems]).toEqual([])
})

describe('without JavaScript', () => {
  test('a decree is sent by a form and verified as well', async () => {
    const comes = await beginOffice()
    const { page } = await comes('Siti Rahmawati', undefined, WITHOUT)
    await page.goto(paths.archive)
    await sendDecree(page)
    await vi.waitFor(
      () => page.reload().then(() => reads(page, 'Menunggu verifikasi', 500)),
      60_000,
    )
    const verifier = await comes('Vera Lestari', 'verifier', WITHOUT)
    await verify(verifier.page)
    await page.reload()
    await reads(page, 'Terverifikasi')
    await page.goto(paths.archive)
    await follow(page, 'SK PNS', 'SK PNS')
    expect(await save(page, 'Unduh PDF')).toEqual(DECREE.buffer)
  })
})

async function sendOverBadLine(employee: AtWork): Promise<void> {
  await employee.page.goto(paths.archive)
  breaks = 3
  await sendDecree(employee.page)
  await reads(employee.page, 'Koneksi terputus. Dicoba lagi')
  await employee.page.getByText('Menunggu verifikasi').waitFor({ timeout: 60_000 })
  expect(breaks).toBe(0)
  employee.complaints.length = 0
}

async function useIt(employee: AtWork): Promise<void> {
  await employee.page.goto(paths.archive)
  await reads(employee.page, 'Versi 1 diverifikasi dan berlaku.')
  await follow(employee.page, 'SK PNS', 'SK PNS')
  await reads(
    employee.page,
    'Dilihat oleh Vera Lestari, verifikator, Instansi Uji, untuk verifikasi berkas.',
  )
  expect(await save(employee.page, 'Unduh PDF')).toEqual(DECREE.buffer)
}

async function proposeRule(archivist: AtWork): Promise<void> {
  await typeRule(archivist.page)
  await archive.passDay()
  await follow(archivist.page, 'Muat ulang', 'Perkiraan akibat aturan')
  await press(archivist.page, 'Usulkan aturan ini')
  await reads(archivist.page, 'Usulan tersimpan dan menunggu pejabat penyetuju.')
}

async function holdIt(legal: AtWork, employee: AtWork): Promise<void> {
  await placeHold(legal.page, employee.person.nip)
  await employee.page.reload()
  await reads(employee.page, 'Ditahan oleh unit hukum Instansi Uji')
  await askToLift(legal.page)
}

async function freeIt(counsel: AtWork, employee: AtWork): Promise<void> {
  await agreeToLift(counsel.page)
  await employee.page.reload()
  await reads(employee.page, 'Penahanan dicabut.')
}

async function propose(archivist: AtWork): Promise<void> {
  await comeBack(archivist, site)
  await follow(archivist.page, 'Retensi berakhir', 'Retensi berakhir')
  await reads(archivist.page, '31 Desember 2028')
  await follow(archivist.page, 'Kembali ke Penyusutan', 'Penyusutan arsip')
  await drawUp(archivist, DRAWN_UP)
}

async function appraise({
  archivist,
  chair,
  head,
}: Record<'archivist' | 'chair' | 'head', AtWork>): Promise<void> {
  await attachList(archivist)
  await notePapers(archivist, PANEL_PAPERS, DRAWN_UP)
  await toItem(chair.page)
  await reads(chair.page, 'Disimpan sampai 31 Desember 2028: pensiun TMT 1 Desember 2026')
  expect(await save(chair.page, /^Lihat arsip/)).toEqual(DECREE.buffer)
  await follow(chair.page, 'Kembali ke arsip dalam daftar', 'Arsip dalam daftar')
  await press(chair.page, 'Simpan penilaian dan lanjut')
  await reads(chair.page, 'Tandai sedikitnya satu arsip.')
  await chair.page.getByLabel('Dapat dimusnahkan').check()
  await press(chair.page, 'Simpan penilaian dan lanjut')
  for (const { page } of [chair, head, archivist])
    await act(page, 'Tanda tangani daftar', 'Tanda tangani', 'Tanda tangan Anda tersimpan.')
  await reads(archivist.page, 'Menunggu persetujuan')
}

async function object(employee: AtWork): Promise<void> {
  await comeBack(employee, site)
  await reads(employee.page, '1 berkas arsip Anda diusulkan musnah.')
  await follow(employee.page, 'Lihat yang diusulkan', 'Arsip saya yang diusulkan musnah')
  await follow(employee.page, /^Ajukan keberatan/, 'Keberatan atas pemusnahan')
  await employee.page.getByLabel('Alasan keberatan').fill('Masih diperlukan untuk pensiun janda.')
  await press(employee.page, 'Kirim keberatan')
  await reads(employee.page, 'Keberatan Anda terkirim.')
}

async function approve(approver: AtWork): Promise<void> {
  await comeBack(approver, site)
  await openList(approver)
  await notePapers(approver, APPROVAL_PAPERS, DRAWN_UP)
  await act(
    approver.page,
    'Setujui pemusnahan',
    'Setujui dan mulai masa tunggu',
    'Pemusnahan disetujui.',
  )
}

async function answer(counsel: AtWork, employee: AtWork): Promise<void> {
  await comeBack(counsel, site)
  await openList(counsel)
  await follow(counsel.page, /^Jawab keberatan pegawai/, 'Penilaian arsip')
  await reads(counsel.page, 'Masih diperlukan untuk pensiun janda.')
  await counsel.page
    .getByLabel('Alasan', { exact: true })
    .fill('Pensiun janda tidak memerlukan SK ini.')
  await press(counsel.page, 'Tolak keberatan')
  await reads(counsel.page, 'Ditolak: Pensiun janda tidak memerlukan SK ini.')
  await employee.page.reload()
  await reads(employee.page, 'Keberatan ditolak: Pensiun janda tidak memerlukan SK ini.')
}

async function execute(chair: AtWork): Promise<void> {
  await comeBack(chair, site)
  await openList(chair)
  await act(
    chair.page,
    'Mulai pelaksanaan',
    'Musnahkan arsip dalam daftar ini',
    'Pelaksanaan dimulai.',
  )
  await archive.destroy()
}

async function readCertificate(archivist: AtWork): Promise<void> {
  await archivist.page.reload()
  await reads(archivist.page, '1 arsip sudah dimusnahkan, 0 masih dalam daftar')
  await follow(archivist.page, 'Berita acara dan daftar', 'Berita acara pemusnahan arsip')
  const pdf = await save(archivist.page, 'Unduh PDF')
  expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7')
  await reads(archivist.page, 'dari kunci 1 ke 2')
}

async function readStub(employee: AtWork): Promise<void> {
  await comeBack(employee, site)
  await employee.page.goto(paths.archive)
  await reads(employee.page, 'Dimusnahkan. Isinya tidak dapat dikembalikan oleh siapa pun.')
  await follow(employee.page, 'SK PNS', 'SK PNS')
  await reads(employee.page, 'Isi berkas ini sudah dimusnahkan')
}

type Stored = { store: string; object: string }

function stored(): Promise<Stored[]> {
  return sql<Stored[]>`select store, object from archive.copies`
}

/** What of it can still be found, or opened. */
async function leftOf(objects: readonly Stored[]) {
  const left: Stored[] = []
  for (const one of objects)
    for (const store of archive.stores) if (await store.head(one.object)) left.push(one)
  const [row] = await sql<{ keys: number }[]>`
    select count(*)::int as keys from keyring.version_keys k join archive.versions v on v.id = k.version`
  return { objects: left, keys: row?.keys, roots: await archive.roots.list() }
}

/** What a browser is answered that asks for the file of the decree. */
async function opening({ context }: AtWork): Promise<number> {
  const [row] = await sql<{ id: string }[]>`select id from archive.versions`
  return (await context.request.get(site.origin + paths.versionFile(row?.id ?? ''))).status()
}
