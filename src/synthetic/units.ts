import type { SyntheticAgency } from './agencies.ts'

/** A unit of the synthetic national file; one without a parent is at the top. */
export type SyntheticUnit = { agency: string; code: string; name: string; parent: string }

/** An office and what lies beneath it, of which large agencies have many. */
type Office = { name: string; below: readonly string[] }

const REGIONAL: readonly Office[] = [
  {
    name: 'Dinas Pendidikan',
    below: ['SD Negeri', 'SMP Negeri', 'TK Negeri Pembina', 'SD Negeri'],
  },
  { name: 'Dinas Kesehatan', below: ['Puskesmas', 'Puskesmas Pembantu', 'Labkesda'] },
  { name: 'Rumah Sakit Umum Daerah', below: ['Instalasi', 'Ruang Rawat'] },
  { name: 'Sekretariat Daerah', below: ['Bagian'] },
  { name: 'Kecamatan', below: ['Kelurahan', 'Seksi'] },
  { name: 'Dinas Pekerjaan Umum dan Penataan Ruang', below: ['Bidang', 'UPT Jalan dan Jembatan'] },
  { name: 'Badan Kepegawaian dan Pengembangan SDM', below: ['Bidang'] },
  { name: 'Badan Pengelola Keuangan dan Aset Daerah', below: ['Bidang', 'UPT Pendapatan'] },
  { name: 'Dinas Sosial', below: ['Bidang', 'Panti Sosial'] },
  { name: 'Dinas Kependudukan dan Pencatatan Sipil', below: ['Bidang', 'UPT Dukcapil'] },
  { name: 'Dinas Pertanian dan Ketahanan Pangan', below: ['Balai Penyuluhan Pertanian'] },
  { name: 'Dinas Perhubungan', below: ['Bidang', 'Terminal'] },
  { name: 'Satuan Polisi Pamong Praja', below: ['Seksi'] },
  { name: 'Inspektorat', below: ['Inspektur Pembantu'] },
]
const CENTRAL: readonly Office[] = [
  { name: 'Sekretariat Utama', below: ['Biro'] },
  { name: 'Kantor Wilayah', below: ['Kantor Pelayanan', 'Seksi'] },
  { name: 'Direktorat Jenderal', below: ['Direktorat', 'Balai Besar'] },
  { name: 'Pusat Data dan Informasi', below: ['Bidang'] },
  { name: 'Badan Pendidikan dan Pelatihan', below: ['Balai Diklat'] },
  { name: 'Inspektorat Utama', below: ['Inspektorat Wilayah'] },
]
const PEOPLE_A_UNIT = 60

/** Two levels in every agency, the lower one as broad as its part of so many people asks for. */
export function syntheticUnits(
  people: number,
  agencies: readonly SyntheticAgency[],
): SyntheticUnit[] {
  const total = agencies.reduce((sum, { weight }) => sum + weight, 0)
  return agencies.flatMap(({ code, weight }) =>
    unitsOf(code, Math.round(((weight / total) * people) / PEOPLE_A_UNIT)),
  )
}

function unitsOf(agency: string, count: number): SyntheticUnit[] {
  const offices = agency.startsWith('1') ? CENTRAL : REGIONAL
  const top = offices.map(({ name }, at) => ({ agency, code: two(at + 1), name, parent: '' }))
  const below = Array.from({ length: count }, (_, at): SyntheticUnit => {
    const office = offices[at % offices.length]
    const parent = two((at % offices.length) + 1)
    const turn = Math.floor(at / offices.length)
    const kinds = office?.below ?? []
    const number = Math.floor(turn / kinds.length) + 1
    return {
      agency,
      code: `${parent}.${turn + 1}`,
      name: `${kinds[turn % kinds.length]} ${number}`,
      parent,
    }
  })
  return [...top, ...below]
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
