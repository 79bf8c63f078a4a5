import type { Context } from 'hono'
import { judgeTerms, type TermsProblem } from '#domain/archive/retention/judge-terms.ts'
import {
  type ActiveTrigger,
  COUNT_FROM,
  type Coverage,
  DISPOSITIONS,
  type Disposition,
  type InactiveTrigger,
  RETENTION_EVENTS,
  type RuleTerms,
} from '#domain/archive/retention/rule.ts'
import { oneLine } from '#domain/one-line.ts'
import type { Result } from '#domain/result.ts'
import { RULE_FIELDS, type TypedRule } from '#views/archive/retention/rule-form-page.tsx'
import type { ForHat } from '../../../deps.ts'
import { field, readForm } from '../../form.ts'

const MOST = 2000
const LONG = 500
const ACTIVE: readonly ActiveTrigger[] = [...RETENTION_EVENTS, 'notStated', 'none']
const INACTIVE: readonly InactiveTrigger[] = [...ACTIVE, 'activeEnded']

export const NEW_RULE: TypedRule = {
  classification: '',
  name: '',
  covers: 'classification',
  type: '',
  activeYears: '',
  activeTrigger: 'serviceEnded',
  inactiveYears: '',
  inactiveTrigger: 'activeEnded',
  countFrom: 'yearEnd',
  disposition: 'destroy',
  exceptionText: '',
  exceptionDisposition: 'permanent',
  approval: 'agency',
  legalBasis: '',
}

/** A rule as it stands, to be changed. */
export function toTyped({ covers, active, inactive, exception, ...terms }: RuleTerms): TypedRule {
  return {
    ...terms,
    covers: covers.of,
    type: covers.of === 'type' ? covers.type : '',
    activeYears: String(active.years),
    activeTrigger: active.trigger,
    inactiveYears: String(inactive.years),
    inactiveTrigger: inactive.trigger,
    exceptionText: exception?.text ?? '',
    exceptionDisposition: exception?.disposition ?? 'permanent',
  }
}

export async function readTyped(c: Context<ForHat>): Promise<TypedRule> {
  const shape = Object.fromEntries(RULE_FIELDS.map((name) => [name, field(MOST)]))
  return (await readForm(c, shape)) as TypedRule
}

/** What was typed, as a JRA would say it; what was not chosen among the choices is the first of them. */
export function readTerms(typed: TypedRule): Result<RuleTerms, TermsProblem> {
  const text = oneLine(typed.exceptionText, LONG)
  return judgeTerms({
    classification: oneLine(typed.classification, 40),
    name: oneLine(typed.name, 200),
    covers: coverageOf(typed),
    active: { years: yearsOf(typed.activeYears), trigger: oneOf(ACTIVE, typed.activeTrigger) },
    inactive: {
      years: yearsOf(typed.inactiveYears),
      trigger: oneOf(INACTIVE, typed.inactiveTrigger),
    },
    countFrom: oneOf(COUNT_FROM, typed.countFrom),
    disposition: dispositionOf(typed.disposition),
    exception: text ? { text, disposition: dispositionOf(typed.exceptionDisposition) } : undefined,
    approval: typed.approval === 'agency' ? 'agency' : 'nationalArchives',
    legalBasis: oneLine(typed.legalBasis, 200),
  })
}

function coverageOf({ covers, type }: TypedRule): Coverage {
  if (covers === 'type' && type !== '') return { of: 'type', type }
  return covers === 'personalFile' ? { of: 'personalFile' } : { of: 'classification' }
}

/** What is no number of years is out of range. */
function yearsOf(text: string): number {
  const typed = text.trim()
  if (typed === '') return 0
  return /^\d{1,3}$/.test(typed) ? Number(typed) : -1
}

function dispositionOf(text: string): Disposition {
  return oneOf(DISPOSITIONS, text)
}

function oneOf<One extends string>(all: readonly One[], text: string): One {
  const [first] = all
  return all.find((one) => one === text) ?? (first as One)
}
