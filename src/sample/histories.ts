import type { TransactionSql } from '../store/database.ts'
import { RETIRED } from './retired.ts'

type Event = readonly [type: string, key: string, label: string, onDate: string]

const SCHOOL: Event = ['pendidikan', 'SMA', 'SMA Negeri 1 Contoh', '2003-06-14']
const BASIC: Event = ['diklat', 'prajabatan', 'Pelatihan Dasar CPNS', '2011-03-25']

/** What the national data would say of some of the cast; all of it is invented. */
const HISTORIES: Record<string, readonly Event[]> = {
  '198501012010011901': [
    SCHOOL,
    ['pendidikan', 'S-1', 'S-1 Pendidikan Guru Sekolah Dasar', '2008-09-20'],
    ['golongan', 'III/a', 'Penata Muda, III/a', '2011-01-01'],
    ['golongan', 'III/b', 'Penata Muda Tingkat I, III/b', '2015-04-01'],
    ['golongan', 'III/c', 'Penata, III/c', '2019-04-01'],
    ['jabatan', 'guru-pertama', 'Guru Ahli Pertama', '2012-02-01'],
    ['jabatan', 'guru-muda', 'Guru Ahli Muda', '2019-05-02'],
    BASIC,
    ['skp22', '2023', 'SKP tahun 2023', '2024-01-15'],
    ['skp22', '2024', 'SKP tahun 2024', '2025-01-15'],
    ['penghargaan', 'satyalancana-10', 'Satyalancana Karya Satya X Tahun', '2021-08-17'],
  ],
  '199002142015042902': [
    ['pendidikan', 'S-1', 'S-1 Akuntansi', '2013-02-27'],
    ['golongan', 'III/a', 'Penata Muda, III/a', '2016-04-01'],
    ['jabatan', 'analis', 'Analis Keuangan', '2016-06-01'],
  ],
  '199511052022031905': [
    ['pendidikan', 'D-III', 'D-III Keperawatan', '2017-08-30'],
    ['golongan', 'II/c', 'Pengatur, II/c', '2022-03-01'],
  ],
  '200012312024211906': [
    ['pendidikan', 'S-1', 'S-1 Ilmu Keperawatan', '2023-03-18'],
    ['jabatan', 'perawat', 'Perawat Ahli Pertama', '2024-06-01'],
  ],
  '197604202000031908': [
    SCHOOL,
    ['golongan', 'II/a', 'Pengatur Muda, II/a', '2001-03-01'],
    ['golongan', 'II/b', 'Pengatur Muda Tingkat I, II/b', '2005-04-01'],
    ['cltn', '2012', 'Cuti di luar tanggungan negara', '2012-01-02'],
    ['jabatan', 'sanitarian', 'Sanitarian Terampil', '2013-07-01'],
    ['hukumanDisiplin', '2018', 'Hukuman disiplin ringan', '2018-11-05'],
  ],
  [RETIRED]: [['pemberhentian', 'pensiun', 'Pensiun batas usia', '2010-07-01']],
}

/** A career for some of the sample people, so that their archive shows what is expected of it. */
export async function addSampleHistories(tx: TransactionSql): Promise<void> {
  const events = Object.entries(HISTORIES).flatMap(([nip, told]) =>
    told.map(([type, key, label, onDate]) => ({ nip, type, key, label, onDate })),
  )
  await tx`
    insert into archive.history (person, type, key, label, on_date, source, added_at)
    select p.id, e.type, e.key, e.label, e."onDate", 'national', now()
    from jsonb_to_recordset(${tx.json(events)}) as e (nip text, type text, key text, label text, "onDate" date)
    join people p on p.number = e.nip`
}
