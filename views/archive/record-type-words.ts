import type { MetadataProblem } from '#domain/archive/metadata.ts'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import type { RecordGroup, SecurityClass } from '#domain/archive/record-type.ts'
import { countText } from '../parts/number-words.ts'

export function groupText(group: RecordGroup): string {
  return group === 'main' ? 'Arsip Utama' : 'Arsip Kondisional'
}

/** Who may read it; what is restricted is so for all and needs no word. */
export function securityText(security: SecurityClass): string | undefined {
  return security === 'secret'
    ? 'Rahasia: hanya Anda dan petugas yang ditunjuk yang dapat membacanya.'
    : undefined
}

export function fieldText(field: MetadataField): string {
  return FIELD[field]
}

const FIELD: Record<MetadataField, string> = {
  decreeNumber: 'Nomor SK',
  decreeDate: 'Tanggal SK',
  effectiveDate: 'TMT',
  issuingOfficial: 'Pejabat penetap',
  letterNumber: 'Nomor surat',
  letterDate: 'Tanggal surat',
  documentDate: 'Tanggal dokumen',
  rankGrade: 'Golongan/ruang',
  promotionKind: 'Jenis kenaikan pangkat',
  positionKind: 'Jenis jabatan',
  positionName: 'Nama jabatan',
  orgUnit: 'Unit kerja',
  educationLevel: 'Tingkat pendidikan',
  institution: 'Nama sekolah/perguruan tinggi',
  diplomaNumber: 'Nomor ijazah',
  graduationDate: 'Tanggal lulus',
  trainingKind: 'Jenis diklat',
  trainingName: 'Nama diklat/kursus',
  organiser: 'Penyelenggara',
  certificateNumber: 'Nomor sertifikat',
  certificateDate: 'Tanggal sertifikat',
  lessonHours: 'Jumlah jam pelajaran',
  fromAgency: 'Instansi asal',
  toAgency: 'Instansi tujuan',
  startDate: 'Tanggal mulai',
  endDate: 'Tanggal selesai',
  addedYears: 'Tambahan masa kerja (tahun)',
  addedMonths: 'Tambahan masa kerja (bulan)',
  awardName: 'Nama penghargaan',
  creditPoints: 'Angka kredit',
  performanceYear: 'Tahun penilaian',
  performanceResult: 'Hasil/predikat kinerja',
  agreementNumber: 'Perjanjian kerja ke-',
  sanctionKind: 'Jenis hukuman disiplin',
  endReason: 'Jenis pemberhentian',
  title: 'Judul',
}

export function metadataProblemText(field: MetadataField, problem: MetadataProblem): string {
  const name = fieldText(field)
  switch (problem.kind) {
    case 'empty':
      return `Isi ${name}.`
    case 'tooLong':
      return `${name} paling panjang ${problem.longest} huruf.`
    case 'notADate':
      return `${name} harus tanggal yang ada, misalnya 17-08-2020.`
    case 'inTheFuture':
      return `${name} tidak boleh sesudah hari ini.`
    case 'tooEarly':
      return `${name} tidak boleh sebelum tahun 1945.`
    case 'tooLate':
      return `${name} paling jauh ${problem.years} tahun dari sekarang.`
    case 'beforeStart':
      return `${name} tidak boleh sebelum ${fieldText('startDate')}.`
    case 'notANumber':
      return `${name} harus angka tanpa titik; pecahan memakai koma, misalnya 12,5.`
    case 'outOfRange':
      return `${name} harus ${countText(problem.least)} sampai ${countText(problem.most)}.`
    case 'notAYear':
      return `${name} harus empat angka, misalnya 2024.`
    case 'notARank':
      return `${name} harus I/a sampai IV/e, misalnya III/b.`
  }
}
