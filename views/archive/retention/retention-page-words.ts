import type { Zone } from '#domain/agency.ts'
import type { AskRuleRefused } from '#domain/archive/retention/ask-rule.ts'
import type { TermsProblem } from '#domain/archive/retention/judge-terms.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import type { RuleDecisionRefused } from '#domain/archive/retention/rule-request.ts'
import type { Told } from '../../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../../parts/proof-words.ts'
import type { RuleDone } from '../../path-names.ts'
import { termsProblemText } from './rule-words.ts'

export const RETENTION_PAGE = {
  title: 'Penyusutan arsip',
  lead: 'Sampai kapan arsip disimpan dihitung dari aturan JRA instansi Anda dan tanggal peristiwa.',
  forecast: 'Retensi yang berakhir, per tahun',
  perYear: 'Jumlah arsip yang retensinya berakhir',
  perYearChanged: 'Jumlah arsip yang retensinya berakhir, bila diubah',
  noForecast: 'Perkiraan sedang dihitung. Muat ulang halaman ini beberapa menit lagi.',
  noRecords: 'Instansi Anda belum menyimpan arsip.',
  rules: 'Aturan retensi',
  rulesInForce: 'Aturan yang berlaku, menurut kode klasifikasi',
  rulesLead:
    'Aturan bertanda contoh belum dibandingkan dengan JRA instansi Anda dan tidak mengakhiri retensi arsip apa pun.',
  noRules: 'Belum ada aturan. Mulailah dari contoh, lalu perbaiki menurut JRA instansi Anda.',
  adopt: 'Salin aturan contoh',
  adoptWhich: 'Contoh',
  newRule: 'Aturan baru',
  change: 'Ubah aturan',
  requests: 'Usulan aturan',
  noRequests: 'Tidak ada usulan yang menunggu.',
  ended: 'Retensi berakhir',
  endedLead: 'Arsip yang masa simpannya sudah berakhir, yang paling lama lebih dahulu.',
  noneEnded: 'Tidak ada arsip yang retensinya berakhir.',
  search: 'Retensi seorang pegawai',
  searchLead: 'Cari pegawai untuk melihat sampai kapan dan mengapa arsipnya disimpan.',
  custody: 'Serah terima arsip',
  whole: 'Seluruh instansi',
  more: 'Berikutnya',
  first: 'Dari awal',
  nothingKept: 'Instansi Anda tidak menyimpan arsip pegawai ini.',
  back: 'Kembali ke Penyusutan',
  held: 'ditahan',
  underHold: 'Ditahan unit hukum; tidak dapat dimusnahkan sampai dicabut',
  noHold: 'Tidak ada',
  exceptions: 'Pengecualian JRA yang dijawab panitia penilai',
} as const

export const RULE_FORM = {
  lead: 'Isilah seperti tertulis dalam JRA. Sebelum diusulkan, akibatnya bagi semua arsip dihitung dahulu.',
  classification: 'Kode klasifikasi',
  name: 'Nama',
  covers: 'Berlaku untuk',
  type: 'Jenis arsip (bila dipilih satu jenis)',
  activeYears: 'Masa aktif, tahun',
  activeTrigger: 'Masa aktif dihitung',
  inactiveYears: 'Masa inaktif, tahun',
  inactiveTrigger: 'Masa inaktif dihitung',
  countFrom: 'Hitungan mulai dari',
  disposition: 'Nasib akhir',
  exceptionText: 'Kecuali (boleh kosong)',
  exceptionDisposition: 'Nasib akhir yang dikecualikan',
  approval: 'Persetujuan pemusnahan',
  legalBasis: 'Dasar hukum',
  legalHint: 'Misalnya Peraturan Bupati tentang JRA, nomor dan tahunnya.',
  foresee: 'Hitung akibatnya',
} as const

export const FORECAST = {
  title: 'Perkiraan akibat aturan',
  counting: 'Sedang dihitung',
  reload: 'Muat ulang',
  propose: 'Usulkan aturan ini',
  reasons: 'Alasan setiap arsip ada di Retensi seorang pegawai.',
  twoPeople: 'Usulan diputuskan pejabat penyetuju, dengan perkiraan yang sama di depannya.',
  notice:
    'Yang memperpendek masa simpan baru mengakhiri retensi 30 hari setelah diterbitkan, dan tidak selama arsip ditahan atau ada dalam daftar usul musnah.',
} as const

export const RULE_REQUEST = {
  title: 'Usulan aturan retensi',
  publish: 'Terbitkan aturan',
  decline: 'Tolak',
  withdraw: 'Tarik kembali',
  own: 'Anda yang mengusulkan. Pejabat penyetuju yang memutuskan; Anda dapat menariknya kembali.',
  look: 'Usulan ini diputuskan pejabat penyetuju.',
  over: 'Usulan ini sudah diputuskan.',
} as const

export function countedText(records: string): string {
  return `Sudah ${records} arsip dihitung.`
}

/** How many records a change would end sooner or later. */
export function movedText({
  sooner,
  later,
  records,
}: Record<'sooner' | 'later' | 'records', string>) {
  return `Dari ${records} arsip, ${sooner} berakhir lebih cepat dan ${later} lebih lambat.`
}

/** What a shorter period brings at once, which the years of a table hide. */
export function endedAtOnceText(changed: string, asIs: string): string {
  return `Bila diubah, ${changed} arsip sudah lewat masa simpannya pada akhir tahun lalu; menurut aturan sekarang ${asIs}.`
}

/** Why a rule may move nothing; `forEver`: how many records would have no end. */
export function unmovedText(forEver: string): string {
  const longest =
    'Selebihnya tidak berubah. Bila beberapa aturan mengenai satu arsip, yang berlaku yang menyimpannya paling lama.'
  if (forEver === '0') return longest
  return `${longest} ${forEver} arsip tetap tanpa batas waktu: salah satu aturannya tidak menyebut sejak kapan dihitung, atau tanggal peristiwanya belum diketahui.`
}

/** What an archivist can do where nothing ends a record yet. */
export function nextStepText(reason: RetentionReason): string | undefined {
  if (reason.kind === 'until')
    return reason.verified
      ? undefined
      : 'Bandingkan aturan itu dengan JRA instansi Anda, lalu usulkan. Setelah diterbitkan pejabat penyetuju, aturan itu mengakhiri retensi.'
  if (reason.kind === 'extended') return undefined
  switch (reason.because) {
    case 'noRule':
    case 'noPersonalFileRule':
      return 'Tambahkan aturannya menurut JRA instansi Anda.'
    case 'notStated':
      return 'Lengkapi aturannya bila JRA instansi Anda menyebutnya.'
    case 'triggerUnknown':
      return 'Tanggal itu datang dari data kepegawaian atau isian berkas yang terverifikasi, dan dihitung begitu diketahui.'
  }
}

export function ruleDoneText(done: RuleDone): string {
  switch (done) {
    case 'contoh':
      return 'Aturan contoh disalin. Perbaiki menurut JRA instansi Anda, lalu usulkan satu per satu.'
    case 'diusulkan':
      return 'Usulan tersimpan dan menunggu pejabat penyetuju.'
    case 'diterbitkan':
      return 'Aturan diterbitkan. Retensi semua arsip dihitung ulang; yang memperpendek baru mengakhiri retensi setelah 30 hari.'
    case 'ditolak':
      return 'Usulan ditolak. Aturan tidak berubah.'
    case 'ditarik':
      return 'Usulan ditarik kembali.'
  }
}

type Common = ProofProblem | { kind: 'stale' | 'noLonger' }

export type TermsFormProblem = { kind: 'stale' } | { kind: 'terms'; problem: TermsProblem }
export type ProposeProblem = Common | AskRuleRefused | { kind: 'alreadyAsked' }
export type DecideRuleProblem = Common | RuleDecisionRefused | { kind: 'noDecision' }
export type ExampleProblem = Common | { kind: 'noSource' }

type Problem = TermsFormProblem | ProposeProblem | DecideRuleProblem | ExampleProblem

export function retentionTold(problem: Problem, now: Date, zone: Zone): Told {
  if (problem.kind === 'proofDue' || problem.kind === 'proofWrong')
    return proofTold(problem, now, zone)
  if (problem.kind === 'terms')
    return {
      text: termsProblemText(problem.problem),
      topic: 'penyusutan',
      field: TERMS_FIELD[problem.problem],
    }
  const text = problem.kind === 'noRule' ? termsProblemText(problem.problem) : TEXTS[problem.kind]
  return { text, topic: 'penyusutan' }
}

const TERMS_FIELD: Record<TermsProblem, string> = {
  noClassification: 'classification',
  noLegalBasis: 'legalBasis',
  yearsOutOfRange: 'activeYears',
  fileMergesIntoItself: 'disposition',
  yearsWithoutTrigger: 'activeTrigger',
  noPeriod: 'activeTrigger',
}

type Plain = Exclude<Exclude<Problem, ProofProblem>['kind'], 'terms' | 'noRule'>

const TEXTS: Record<Plain, string> = {
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
  noLonger: 'Peran Anda berakhir atau dilepas. Tidak ada yang diubah.',
  notArchivist: 'Aturan diusulkan arsiparis.',
  noForecast: 'Akibat aturan ini belum selesai dihitung. Muat ulang beberapa menit lagi.',
  outdated: 'Aturan ini sudah berubah sejak dihitung. Mulailah dari aturan yang sekarang.',
  alreadyAsked: 'Perubahan aturan ini sudah diusulkan dan menunggu keputusan.',
  over: 'Usulan ini sudah diputuskan.',
  ownRequest: 'Usulan ini harus diputuskan orang lain.',
  notApprover: 'Usulan ini diputuskan pejabat penyetuju.',
  notYours: 'Usulan ini hanya dapat ditarik oleh pengusulnya.',
  noDecision: 'Pilih Terbitkan aturan atau Tolak.',
  noSource: 'Pilih salah satu contoh.',
}
