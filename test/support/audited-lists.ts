import type { AuditProblem } from '#views/audit/audit-words.ts'
import type { AuditedListed } from '#views/audit/audited-list.tsx'
import type { Page } from '#views/page.tsx'

const NOTHING_ASKED = { instansi: '', mulai: '', akhir: '', keadaan: '' }

export const listedAll = {
  asked: NOTHING_ASKED,
  problem: undefined,
  last: undefined,
  isFirst: true,
}

/** A list for auditors in every state: with lines, without, asked for, and asked for what is not there. */
export function auditedLists<Line>(
  name: string,
  listed: AuditedListed<Line>,
  toPage: (listed: AuditedListed<Line>) => Page,
  problem: AuditProblem = { kind: 'noSuchAgency' },
): Record<string, Page> {
  const none = { ...listed, lines: [], last: undefined }
  const asked = {
    ...NOTHING_ASKED,
    instansi: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
    mulai: '2026-01-01',
    akhir: '2026-08-17',
  }
  return {
    [name]: toPage(listed),
    [`${name}-none`]: toPage(none),
    [`${name}-asked`]: toPage({ ...none, asked, isFirst: false }),
    [`${name}-unknown`]: toPage({ ...none, asked, problem }),
  }
}
