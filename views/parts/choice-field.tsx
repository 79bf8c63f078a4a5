import { REASON, type Told } from './problem.tsx'

type Choice = { value: string; label: string }

type Props = {
  name: string
  label: string
  choices: readonly Choice[]
  value: string
  hint?: string
  told?: Told | undefined
}

/** One of several; the first is what stands there before anybody chose. */
export function ChoiceField({ name, label, choices, value, hint, told }: Props) {
  const isWrong = told?.field === name
  const hintId = `${name}-petunjuk`
  const by = [isWrong && REASON, hint && hintId].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      <select
        id={name}
        name={name}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={by || undefined}
      >
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
