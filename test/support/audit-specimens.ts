import type { AuditAsked } from '#domain/audit/asked.ts'
import type { Day } from '#domain/boards/day.ts'
import type { PersonId } from '#domain/person.ts'
import { at, inOffice, officer, person, records } from '#test/support/specimen-parts.ts'
import type { AuditTyped } from '#views/audit/audit-form.tsx'
import { auditPage, auditRefusedPage } from '#views/audit/audit-page.tsx'
import type { AuditProblem } from '#views/audit/audit-words.ts'
import type { Page } from '#views/page.tsx'

const frame = { ...inOffice, hat: 'Auditor' }

const ALL: AuditAsked = {
  agency: undefined,
  role: undefined,
  kind: undefined,
  officer: undefined,
  subject: undefined,
  from: undefined,
  to: undefined,
}

const NOTHING: AuditTyped = {
  instansi: '',
  peran: '',
  jenis: '',
  petugas: '',
  pegawai: '',
  mulai: '',
  akhir: '',
}

const TYPED: AuditTyped = {
  instansi: '9801',
  peran: 'officer',
  jenis: 'views',
  petugas: '198501012010011912',
  pegawai: person.nip,
  mulai: '2026-08-01',
  akhir: '2026-08-17',
}

const event = {
  id: 41,
  at: at(-3600),
  browser: 'Chrome, Windows',
  network: '203.0.113.0/24',
  happening: { kind: 'employeeViewed' } as const,
  reason: undefined,
  by: { name: 'Budi Santoso', role: officer.role, agency: officer.agencyName },
  about: { id: person.id, name: person.name, nip: person.nip },
}
const taken = {
  at: at(-7200),
  what: 'search',
  rows: 1204,
  browser: 'Chrome, Windows',
  network: '203.0.113.0/24',
  by: { name: 'Budi Santoso', role: officer.role, agency: officer.agencyName },
} as const
const reason = 'Pegawai datang ke loket dengan kartu pegawai dan surat kehilangan dari kepolisian.'

const auditProblems: { [K in AuditProblem['kind']]: AuditProblem & { kind: K } } = {
  stale: { kind: 'stale' },
  noSuchAgency: { kind: 'noSuchAgency' },
  noSuchOfficer: { kind: 'noSuchOfficer' },
  noSuchSubject: { kind: 'noSuchSubject' },
  noSuchFrom: { kind: 'noSuchFrom' },
  noSuchTo: { kind: 'noSuchTo' },
}

function page(fields: Partial<Parameters<typeof auditPage>[0]>): Page {
  const shown = {
    events: [event, { ...event, reason }],
    alarms: [],
    exports: [],
    older: 40,
    isNewest: true,
  }
  return auditPage({ frame, typed: NOTHING, asked: ALL, ...shown, ...fields })
}

export const auditSpecimens: Record<string, Page> = {
  audit: page({}),
  'audit-none': page({ events: [], older: undefined }),
  'audit-alarm': page({ alarms: [event] }),
  'audit-exports': page({
    asked: { ...ALL, kind: 'exports' },
    exports: [taken, { ...taken, what: 'agency', rows: undefined }],
  }),
  'audit-exports-beside': page({ exports: [{ ...taken, what: 'list' }] }),
  'audit-asked': page({
    typed: TYPED,
    asked: { ...ALL, subject: person.id as PersonId, from: '2026-08-01' as Day },
    older: undefined,
    isNewest: false,
  }),
  ...records('audit', auditProblems, (problem) =>
    auditRefusedPage({ frame, typed: TYPED, problem }),
  ),
}
