import type { AccountHold } from '#domain/account/hold.ts'
import type { ArchiveExport } from '#domain/archive/export/archive-export.ts'
import type { LeftOut } from '#domain/archive/export/exported.ts'
import { holdText } from '../../home/home-words.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { Notice, ProblemSummary, titleOf } from '../../parts/problem.tsx'
import { paths } from '../../paths.ts'
import {
  EXPORT,
  type ExportProblem,
  endedText,
  exportTold,
  leftOutText,
  readyText,
  stepsText,
} from './export-words.ts'

/** `newest`: the last one there was; `hold`: in force, so that nothing is made or taken (R-RS-07). */
type Props = {
  frame: Frame
  newest: ArchiveExport | undefined
  hold: AccountHold | undefined
  /** What is verified and not in it, for no copy of it is whole. */
  leftOut: readonly LeftOut[]
  problem?: ExportProblem | undefined
}

export function exportPage(props: Props): Page {
  const { frame, hold, leftOut, problem } = props
  const told = problem && exportTold(problem, frame.clock.zone)
  const main = (
    <section id="unduhan" class="card narrow">
      <h1>{EXPORT.title}</h1>
      <ProblemSummary told={told} />
      <Notice text={told ? undefined : holdText(hold, frame.clock.zone)} />
      <p>{EXPORT.lead}</p>
      <Notice text={leftOutText(leftOut)} />
      <ExportState {...props} />
      <p class="hint">{EXPORT.shared}</p>
      <p>
        <a class="way" href={paths.archive}>
          {EXPORT.back}
        </a>
      </p>
    </section>
  )
  return { title: titleOf(EXPORT.title, told), main, frame }
}

/** While it is being made the page asks again; that is no activity of the session (R-SE-03). */
export function ExportState({ frame, newest, hold }: Pick<Props, 'frame' | 'newest' | 'hold'>) {
  const polls = isUnderWay(newest) && {
    'hx-get': paths.archiveExportProgress,
    'hx-trigger': 'every 2s',
    'hx-target': '#keadaan',
    'hx-swap': 'outerHTML ignoreTitle:true',
  }
  return (
    <div id="keadaan" class="stack" {...polls}>
      <State frame={frame} newest={newest} hold={hold} />
      {isUnderWay(newest) && (
        <p class="hint">
          {EXPORT.stay} {EXPORT.updates} <a href={paths.archiveExport}>{EXPORT.reload}</a>.
        </p>
      )}
      {!hold && !isUnderWay(newest) && <Ask frame={frame} newest={newest} />}
    </div>
  )
}

export function isUnderWay(newest: ArchiveExport | undefined): boolean {
  return newest?.state === 'asked' || newest?.state === 'building'
}

function State({ frame, newest, hold }: Pick<Props, 'frame' | 'newest' | 'hold'>) {
  switch (newest?.state) {
    case undefined:
      return null
    case 'asked':
      return <p class="lead">{EXPORT.asked}</p>
    case 'building':
      return (
        <>
          <p class="lead">{EXPORT.building}</p>
          <progress aria-label={EXPORT.progress} max={newest.steps} value={newest.stepsDone} />
          <p class="hint">{stepsText(newest.steps, newest.stepsDone)}</p>
        </>
      )
    case 'ready':
      return hold ? <p>{EXPORT.waits}</p> : <Ready frame={frame} ready={newest} />
    case 'failed':
      return <p class="problem">{EXPORT.failed}</p>
    case 'ended':
      return newest.because ? (
        <p class="problem">{endedText(newest.because)}</p>
      ) : (
        <p class="hint">{EXPORT.ended}</p>
      )
  }
}

type ReadyProps = { frame: Frame; ready: ArchiveExport & { state: 'ready' } }

function Ready({ frame, ready: { id, bytes, until } }: ReadyProps) {
  return (
    <>
      <p class="lead">{EXPORT.ready}</p>
      <p class="actions">
        <a class="button" href={paths.archiveExportFile(id)} download>
          {EXPORT.download}
        </a>
      </p>
      <p class="hint">
        {readyText(bytes, until, frame.clock.zone)} {EXPORT.resumes}
      </p>
      <p>{EXPORT.unpack}</p>
    </>
  )
}

function Ask({ frame, newest }: Pick<Props, 'frame' | 'newest'>) {
  const isAgain = newest?.state === 'ready'
  return (
    <Form action={paths.archiveExport} csrf={frame.csrf} region="unduhan">
      <button class={isAgain ? 'quiet' : undefined}>
        {isAgain ? EXPORT.askAgain : EXPORT.ask}
      </button>
    </Form>
  )
}
