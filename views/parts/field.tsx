import { REASON, reasonOf, type Told } from './problem.tsx'

type Props = {
  name: string
  label: string
  told?: Told | undefined
  hint?: string | undefined
  value?: string
  autocomplete?: string
  inputmode?: 'numeric'
  type?: 'date'
  autofocus?: boolean | undefined
  /** A script fills in what stands behind the # of the address. */
  fromFragment?: boolean
}

/** A labelled field; a problem that is about it is tied to it (WCAG 3.3.1). */
export function Field({ label, hint, told, fromFragment, ...input }: Props) {
  return (
    <div class="field">
      <label for={input.name}>{label}</label>
      {hint && (
        <p class="hint" id={hintOf(input.name)}>
          {hint}
        </p>
      )}
      <input
        {...input}
        id={input.name}
        autocapitalize="none"
        spellcheck={false}
        data-fragment={fromFragment ? '' : undefined}
        {...described(input.name, hint !== undefined, told)}
      />
    </div>
  )
}

type FileProps = {
  name: string
  label: string
  hint: string
  accept: string
  /** For pictures of one paper, a page each. */
  multiple?: boolean
  told: Told | undefined
}

export function FileField({ name, label, hint, accept, multiple, told }: FileProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={hintOf(name)}>
        {hint}
      </p>
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        multiple={multiple}
        {...described(name, true, told)}
      />
    </div>
  )
}

type TextProps = {
  name: string
  label: string
  told?: Told | undefined
  hint?: string
  value?: string
  rows: number
  autofocus?: boolean | undefined
}

/** A field of several lines. */
export function TextField({ label, hint, told, value, rows, ...input }: TextProps) {
  return (
    <div class="field">
      <label for={input.name}>{label}</label>
      {hint && (
        <p class="hint" id={hintOf(input.name)}>
          {hint}
        </p>
      )}
      <textarea
        {...input}
        id={input.name}
        rows={rows}
        {...described(input.name, hint !== undefined, told)}
      >
        {value}
      </textarea>
    </div>
  )
}

type PasswordProps = {
  name: string
  label: string
  told?: Told | undefined
  autocomplete: 'current-password' | 'new-password'
  /** The id of what stands above the field and describes it. */
  describedBy?: string
}

/** Paste and password managers work; where scripts run, a button shows what was typed (R-PW-06). */
export function PasswordField({ name, label, told, autocomplete, describedBy }: PasswordProps) {
  const { 'aria-describedby': reason, ...invalid } = described(name, false, told)
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <div class="password">
        <input
          id={name}
          name={name}
          type="password"
          autocomplete={autocomplete}
          aria-describedby={[reason, describedBy].filter(Boolean).join(' ') || undefined}
          {...invalid}
        />
        <button type="button" class="quiet" aria-pressed="false" aria-controls={name} hidden>
          Tampilkan<span class="spoken"> password</span>
        </button>
      </div>
    </div>
  )
}

function described(name: string, hasHint: boolean, told: Told | undefined) {
  const isWrong = told?.field === name || told?.either === name
  const isAlso = told?.also?.some(({ field }) => field === name) ?? false
  const reason = isWrong ? REASON : isAlso && reasonOf(name)
  const by = [reason, hasHint && hintOf(name)].filter(Boolean).join(' ')
  return {
    'aria-invalid': reason ? 'true' : undefined,
    'aria-describedby': by || undefined,
  }
}

function hintOf(name: string): string {
  return `${name}-petunjuk`
}
