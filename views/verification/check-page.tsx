import type { Page } from '../page.tsx'
import { Field, FileField, TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CheckPanel, type PanelProps } from './check-panel.tsx'
import { BY_HAND, CHECK, CHECK_FIELDS, type CheckProblem, checkTold } from './check-words.ts'

type Typed = { code: string; sha256: string; uploadCode: string }

export type CheckPageProps = PanelProps & {
  csrf: string
  now: Date
  typed?: Partial<Typed> | undefined
  problem?: CheckProblem | undefined
}

/**
 * /verifikasi: for everybody, in the browser where a script runs, else by what a form brings. What the
 * form asks changes nothing and names a salt, so that its answer is this page and no address of its own.
 */
export function checkPage({ problem, ...props }: CheckPageProps): Page {
  const told = problem && checkTold(problem, props.now)
  return {
    title: titleOf(CHECK.title, told),
    main: <Check {...props} told={told} />,
    isBare: true,
  }
}

type Shown = Omit<CheckPageProps, 'problem'> & { told: Told | undefined }

function Check({ told, verdict, vkey, script, csrf, typed }: Shown) {
  return (
    <section id="verifikasi" class="stack">
      <h1>{CHECK.title}</h1>
      <p class="lead">{CHECK.lead}</p>
      <ProblemSummary told={told} />
      {!verdict && <Advice />}
      <CheckPanel vkey={vkey} script={script} verdict={verdict} />
      <ByHand csrf={csrf} typed={typed} told={told} />
    </section>
  )
}

/** Gives way to the answer, which somebody at a counter wants to see at once. */
function Advice() {
  return (
    <>
      <p>{CHECK.scan}</p>
      <p>{CHECK.notPaper}</p>
      <p>{CHECK.nothingTold}</p>
    </>
  )
}

type FormProps = { csrf: string; typed: Partial<Typed> | undefined; told: Told | undefined }

/** Open without a script, and where one runs folded away by it. */
function ByHand({ csrf, typed, told }: FormProps) {
  return (
    <details id="manual" class="card" open>
      <summary>{BY_HAND.title}</summary>
      <div class="stack">
        <Upload csrf={csrf} typed={typed} told={told} />
        <p>{BY_HAND.lead}</p>
        <Commands />
        <Form action={paths.check} csrf={csrf}>
          <TextField
            name={CHECK_FIELDS.code}
            label={CHECK.code}
            hint={BY_HAND.codeHint}
            value={typed?.code ?? ''}
            rows={3}
            told={told}
          />
          <Field
            name={CHECK_FIELDS.sha256}
            label={BY_HAND.sha256}
            hint={BY_HAND.sha256Hint}
            value={typed?.sha256 ?? ''}
            autocomplete="off"
            told={told}
          />
          <p class="actions">
            <button>{BY_HAND.check}</button>
          </p>
        </Form>
      </div>
    </details>
  )
}

function Commands() {
  return (
    <>
      <dl>
        {BY_HAND.commands.map(([system, command]) => (
          <>
            <dt>{system}</dt>
            <dd>
              <code>{command}</code>
            </dd>
          </>
        ))}
      </dl>
      <p class="hint">{BY_HAND.android}</p>
    </>
  )
}

function Upload({ csrf, typed, told }: FormProps) {
  const isRefused = told?.field === CHECK_FIELDS.file || told?.field === CHECK_FIELDS.uploadCode
  return (
    <details open={isRefused}>
      <summary>{BY_HAND.upload}</summary>
      <div class="stack">
        <p class="problem">{BY_HAND.warning}</p>
        <Form action={paths.checkUpload} csrf={csrf} hasFile>
          <TextField
            name={CHECK_FIELDS.uploadCode}
            label={CHECK.code}
            hint={BY_HAND.codeHint}
            value={typed?.uploadCode ?? ''}
            rows={3}
            told={told}
          />
          <FileField
            name={CHECK_FIELDS.file}
            label={CHECK.file}
            hint={BY_HAND.fileHint}
            accept=""
            told={told}
          />
          <p class="actions">
            <button>{BY_HAND.uploadCheck}</button>
          </p>
        </Form>
      </div>
    </details>
  )
}
