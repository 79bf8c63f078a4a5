import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { NO_FORECAST } from '#domain/archive/retention/forecast.ts'
import type {
  ForecastId,
  RuleRequest,
  RuleRequestId,
} from '#domain/archive/retention/rule-request.ts'
import type { TypeRequest, TypeRequestId } from '#domain/archive/type-request.ts'
import { termsOf } from '#domain/archive/type-terms.ts'
import type { PersonId } from '#domain/person.ts'
import { auditedLists, listedAll } from '#test/support/audited-lists.ts'
import { names } from '#test/support/hold-specimens.ts'
import { recordType } from '#test/support/record-types.ts'
import { forecast, rule } from '#test/support/retention-specimens.ts'
import { at, inOffice, now, records } from '#test/support/specimen-parts.ts'
import { auditedRulePage } from '#views/archive/retention/audited-rule-page.tsx'
import { auditedRulesPage } from '#views/archive/retention/audited-rules-page.tsx'
import { auditedTypePage } from '#views/archive/types/audited-type-page.tsx'
import { auditedTypesPage } from '#views/archive/types/audited-types-page.tsx'
import type { Page } from '#views/page.tsx'

const DAY = 86_400
const frame = { ...inOffice, hat: 'Auditor' }
const id = '00000000-0000-4000-8000-000000000001'
const by = { person: id as PersonId, hat: id as MandateId }
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const askerName = 'Theresia Rumbiak, S.H., M.H.'
const deciderName = 'Raden Ajeng Kusumaningrum Hadiningrat, S.Kom., M.M.'
const asked = { askedBy: by, askedAt: at(-40 * DAY) }
const decided = { decidedBy: by, decidedAt: now }

const open = {
  ...{ ...asked, id: id as RuleRequestId, agency: 'agency' as AgencyId, rule: rule.id },
  ...{ forecast: id as ForecastId, base: 1, terms: rule },
}
const rules: { [S in RuleRequest['state']]: RuleRequest & { state: S } } = {
  open: { ...open, state: 'open' },
  published: { ...open, ...decided, state: 'published' },
  declined: { ...open, ...decided, state: 'declined' },
  withdrawn: { ...open, ...decided, state: 'withdrawn' },
}
const verified = { ...rule, verified: true, name: 'Berkas Perseorangan Pegawai Negeri Sipil' }

function shownRule(request: RuleRequest) {
  return {
    ...request,
    ...{
      agencyName: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
      askerName,
      before: verified,
    },
    deciderName: request.state === 'open' ? undefined : deciderName,
    published: request.state === 'published' ? { ...verified, version: 2 } : undefined,
    shortens: request.state === 'published',
  }
}

const type = recordType('jabatan')
const openType = {
  ...{ ...asked, id: id as TypeRequestId, type: type.code, before: termsOf(type) },
  terms: {
    ...termsOf(type),
    name: 'Riwayat Jabatan (SK Jabatan, Surat Pelantikan, Berita Acara Sumpah)',
    maxPages: 50,
  },
}
const types: { [S in TypeRequest['state']]: TypeRequest & { state: S } } = {
  open: { ...openType, state: 'open' },
  applied: { ...openType, ...decided, state: 'applied' },
  declined: { ...openType, ...decided, state: 'declined' },
  withdrawn: { ...openType, ...decided, state: 'withdrawn' },
}

function shownType(request: TypeRequest) {
  const decider = request.state === 'open' ? undefined : deciderName
  return { ...request, typeName: type.name, askerName, deciderName: decider }
}

const told = { at: now, by: deciderName, leaf: 123_456_001 } as const
const foreseen = { forecast, sha256 }

export const auditedRuleSpecimens: Record<string, Page> = {
  ...auditedLists(
    'audited-rules',
    {
      ...listedAll,
      lines: [
        ...Object.values(rules).map(shownRule),
        { ...shownRule(rules.open), before: undefined, shortens: true },
        { ...shownRule(rules.open), before: rule, shortens: true },
      ],
      last: id,
    },
    (listed) => auditedRulesPage({ frame, listed }),
  ),
  ...records('audited-rule', rules, (request) => {
    const event = { ...told, name: 'retentionRuleChanged', role: 'approver' } as const
    const events = request.state === 'published' ? [event] : []
    return auditedRulePage({ frame, names, request: { ...shownRule(request), foreseen, events } })
  }),
  'audited-rule-first': auditedRulePage({
    ...{ frame, names },
    request: {
      ...{ ...shownRule(rules.published), before: undefined },
      foreseen: { forecast: NO_FORECAST, sha256 },
      events: [{ ...told, name: 'retentionRulePublished', role: 'approver', leaf: undefined }],
    },
  }),
  ...auditedLists(
    'audited-types',
    { ...listedAll, lines: Object.values(types).map(shownType), last: id },
    (listed) => auditedTypesPage({ frame, listed }),
    { kind: 'noSuchTo' },
  ),
  ...records('audited-type', types, (request) => {
    const event = { ...told, role: 'nationalAdmin' } as const
    const events = request.state === 'applied' ? [event] : []
    return auditedTypePage({ frame, request: { ...shownType(request), events } })
  }),
}
