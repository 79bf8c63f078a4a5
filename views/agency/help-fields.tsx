import type { Evidence } from '#domain/reset/issue-code.ts'
import { EVIDENCE } from '#domain/reset/issue-code.ts'
import { Field, TextField } from '../parts/field.tsx'
import { REASON, type Told } from '../parts/problem.tsx'
import { evidenceText } from './evidence-words.ts'
import { REASON_HINT } from './help-words.ts'

type ChoicesProps = {
  name: string
  legend: string
  choices: readonly (readonly [string, string])[]
  chosen: string
  told: Told | undefined
}

/** One of a few; nothing is chosen beforehand, so that nobody lets a wrong one stand. */
export function Choices({ name, legend, choices, chosen, told }: ChoicesProps) {
  return (
    <fieldset class="choices" aria-describedby={told?.field === name ? REASON : undefined}>
      <legend>{legend}</legend>
      {choices.map(([value, label], at) => (
        <label>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            id={at === 0 ? name : undefined}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

export type HelpTyped = { evidence: string; ticket: string; reason: string }

/** What an officer tells of every help: how they made sure, in which case, why. */
export function HelpFields({ typed, told }: { typed: HelpTyped; told: Told | undefined }) {
  return (
    <>
      <Choices
        name="evidence"
        legend="Bukti diri pegawai"
        choices={EVIDENCE.map((one: Evidence) => [one, evidenceText(one)] as const)}
        chosen={typed.evidence}
        told={told}
      />
      <TextField
        name="reason"
        label="Alasan"
        hint={REASON_HINT}
        value={typed.reason}
        rows={3}
        told={told}
      />
      <Field
        name="ticket"
        label="Nomor tiket (boleh kosong)"
        value={typed.ticket}
        autocomplete="off"
        told={told}
      />
    </>
  )
}
