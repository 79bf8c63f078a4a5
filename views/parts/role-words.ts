import type { Hat } from '#domain/access/hat.ts'
import type { Role } from '#domain/access/mandate.ts'
import type { Work } from '../page.tsx'
import { paths } from '../paths.ts'

export function roleText(role: Role): string {
  switch (role) {
    case 'officer':
      return 'petugas BKPSDM'
    case 'verifier':
      return 'verifikator'
    case 'archivist':
      return 'arsiparis'
    case 'appraiser':
      return 'panitia penilai'
    case 'approver':
      return 'pejabat penyetuju'
    case 'legalOfficer':
      return 'unit hukum'
    case 'inspector':
      return 'unit pengawasan'
    case 'agencyAdmin':
      return 'admin instansi'
    case 'nationalAdmin':
      return 'admin nasional BKN'
    case 'auditor':
      return 'auditor'
  }
}

/** "Petugas BKPSDM, Dinas Pendidikan, Kabupaten Contoh": the role and how far it reaches. */
export function hatText({ role, unitName, agencyName }: Hat): string {
  const text = [roleText(role), unitName, agencyName].filter(Boolean).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Where the work of a role is done; none yet has more than Beranda. */
export function workOf(role: Role): Work | undefined {
  switch (role) {
    case 'officer':
    case 'agencyAdmin':
      return { path: paths.desk, name: 'Meja layanan' }
    case 'nationalAdmin':
      return { path: paths.nation, name: 'Nasional' }
    case 'auditor':
      return { path: paths.audit, name: 'Jejak petugas' }
    case 'verifier':
      return { path: paths.verification, name: 'Verifikasi' }
    case 'archivist':
      return { path: paths.retention, name: 'Penyusutan' }
    case 'approver':
      return { path: paths.ruleRequests, name: 'Usulan aturan' }
    case 'legalOfficer':
      return { path: paths.holds, name: 'Penahanan arsip' }
    case 'appraiser':
    case 'inspector':
      return { path: paths.batches, name: 'Pemusnahan arsip' }
    default:
      return undefined
  }
}

/** The page that a role opens with. */
export function homeOf(role: Role): string {
  return workOf(role)?.path ?? paths.home
}
