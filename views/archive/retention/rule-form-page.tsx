import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field, TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { paths } from '../../paths.ts'
import { type TypeNames, typeChoices } from '../record-name.ts'
import {
  RETENTION_PAGE,
  RULE_FORM,
  retentionTold,
  type TermsFormProblem,
} from './retention-page-words.ts'
import {
  ACTIVE_CHOICES,
  APPROVAL_CHOICES,
  COUNT_CHOICES,
  DISPOSITION_CHOICES,
  INACTIVE_CHOICES,
} from './rule-words.ts'

/** The names of the fields, which are what a rule says. */
export const RULE_FIELDS = [
  'classification',
  'name',
  'covers',
  'type',
  'activeYears',
  'activeTrigger',
  'inactiveYears',
  'inactiveTrigger',
  'countFrom',
  'disposition',
  'exceptionText',
  'exceptionDisposition',
  'approval',
  'legalBasis',
] as const
export type TypedRule = Record<(typeof RULE_FIELDS)[number], string>

type Props = {
  frame: Frame
  /** The address of the form: of a new rule, or of the one that is to change. */
  place: string
  isNew: boolean
  names: TypeNames
  typed: TypedRule
  problem: TermsFormProblem | undefined
}

/** What a rule is to say; what it would do is counted before anybody asks for it. */
export function ruleFormPage(props: Props): Page {
  const { frame, problem, isNew } = props
  const told = problem && retentionTold(problem, frame.clock.now, frame.clock.zone)
  const title = isNew ? RETENTION_PAGE.newRule : RETENTION_PAGE.change
  return { title: titleOf(title, told), main: <RuleForm {...props} told={told} />, frame }
}

type ToldProps = Props & { told: Told | undefined }

function RuleForm(props: ToldProps) {
  const { frame, place, isNew, told } = props
  return (
    <section id="aturan" class="card narrow">
      <h1>{isNew ? RETENTION_PAGE.newRule : RETENTION_PAGE.change}</h1>
      <ProblemSummary told={told} />
      <p>{RULE_FORM.lead}</p>
      <Form action={place} csrf={frame.csrf} region="aturan">
        <What {...props} />
        <HowLong {...props} />
        <WhatThen {...props} />
        <p class="actions">
          <button>{RULE_FORM.foresee}</button>
          <a href={paths.retentionRules}>Batal</a>
        </p>
      </Form>
    </section>
  )
}

function What({ typed, names, told }: ToldProps) {
  const covers = [
    { value: 'classification', label: 'Arsip dengan kode klasifikasi ini' },
    { value: 'type', label: 'Satu jenis arsip' },
    { value: 'personalFile', label: 'Berkas perseorangan' },
  ]
  return (
    <>
      <Text name="classification" typed={typed} told={told} />
      <Text name="name" typed={typed} told={told} />
      <ChoiceField
        name="covers"
        label={RULE_FORM.covers}
        choices={covers}
        value={typed.covers}
        told={told}
      />
      <ChoiceField
        name="type"
        label={RULE_FORM.type}
        choices={[{ value: '', label: '-' }, ...typeChoices(names)]}
        value={typed.type}
        told={told}
      />
    </>
  )
}

function HowLong({ typed, told }: ToldProps) {
  return (
    <>
      <Text name="activeYears" typed={typed} told={told} isCount />
      <Choice name="activeTrigger" choices={ACTIVE_CHOICES} typed={typed} told={told} />
      <Text name="inactiveYears" typed={typed} told={told} isCount />
      <Choice name="inactiveTrigger" choices={INACTIVE_CHOICES} typed={typed} told={told} />
      <Choice name="countFrom" choices={COUNT_CHOICES} typed={typed} told={told} />
    </>
  )
}

function WhatThen({ typed, told }: ToldProps) {
  return (
    <>
      <Choice name="disposition" choices={DISPOSITION_CHOICES} typed={typed} told={told} />
      <TextField
        name="exceptionText"
        label={RULE_FORM.exceptionText}
        value={typed.exceptionText}
        rows={2}
        told={told}
      />
      <Choice name="exceptionDisposition" choices={DISPOSITION_CHOICES} typed={typed} told={told} />
      <Choice name="approval" choices={APPROVAL_CHOICES} typed={typed} told={told} />
      <Field
        name="legalBasis"
        label={RULE_FORM.legalBasis}
        hint={RULE_FORM.legalHint}
        value={typed.legalBasis}
        autocomplete="off"
        told={told}
      />
    </>
  )
}

type OneProps = {
  name: keyof TypedRule & keyof typeof RULE_FORM
  typed: TypedRule
  told: Told | undefined
}

function Text({ name, typed, told, isCount }: OneProps & { isCount?: true }) {
  return (
    <Field
      name={name}
      label={RULE_FORM[name]}
      value={typed[name]}
      autocomplete="off"
      {...(isCount && { inputmode: 'numeric' as const })}
      told={told}
    />
  )
}

type ChoiceProps = OneProps & { choices: readonly { value: string; label: string }[] }

function Choice({ name, choices, typed, told }: ChoiceProps) {
  return (
    <ChoiceField
      name={name}
      label={RULE_FORM[name]}
      choices={choices}
      value={typed[name]}
      told={told}
    />
  )
}
