import type { Zone } from '#domain/agency.ts'
import type { NamingRefused } from '#domain/archive/name-reader.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'

export type NamingProblem = NamingRefused | ProofProblem | { kind: 'stale' }

export const SECRETS = {
  title: 'Pembaca arsip rahasia',
  lead: 'SK Hukuman Disiplin dan jenis rahasia lain hanya dibaca pemiliknya dan petugas yang ditunjuk di sini. Tanpa petugas yang ditunjuk, berkas itu tidak dapat diverifikasi.',
  nobody: 'Belum ada pemegang peran yang membaca arsip di instansi ini.',
  named: 'Ditunjuk',
  notNamed: 'Tidak ditunjuk',
  name: 'Tunjuk',
  end: 'Akhiri penunjukan',
} as const

export function namingTold(problem: NamingProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'stale':
      return {
        text: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
        topic: 'halaman-tidak-berlaku',
      }
    case 'oneself':
      return { text: 'Anda tidak dapat menunjuk diri sendiri.', topic: 'peran' }
    case 'noReader':
      return { text: 'Peran ini tidak membaca arsip.', topic: 'peran' }
    case 'unchanged':
      return { text: 'Penunjukan ini sudah diubah. Periksa daftarnya.', topic: 'peran' }
  }
}
