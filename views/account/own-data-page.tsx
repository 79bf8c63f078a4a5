import type { AccountHold } from '#domain/account/hold.ts'
import type { Frame, Page } from '../page.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { slowedTold } from '../sign-in/sign-in-words.ts'
import {
  exportHeldText,
  OWN_DATA,
  OWN_DATA_HTML,
  OWN_DATA_JSON,
  OWN_DATA_SHARED,
} from './account-words.ts'

/** `hold`: in force, so that nothing can be downloaded yet (R-RS-07). */
type Props = {
  frame: Frame
  hold: AccountHold | undefined
  problem?: { until: Date; seconds: number } | undefined
}

export function ownDataPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && slowedTold(problem.until, problem.seconds, frame.clock.zone)
  return {
    title: titleOf('Unduh data saya', told),
    main: <OwnData {...props} told={told} />,
    frame,
  }
}

function OwnData({ frame, hold, told }: Props & { told: Told | undefined }) {
  return (
    <section id="data" class="card narrow">
      <h1>Unduh data saya</h1>
      <ProblemSummary told={told} />
      <Notice text={hold && exportHeldText(hold, frame.clock.zone)} />
      {hold && (
        <p>
          <a class="way" href={paths.helpOn('akun-ditahan')}>
            Mengapa harus menunggu?
          </a>
        </p>
      )}
      <p>{OWN_DATA}</p>
      {!hold && <Downloads />}
      <p>
        <a class="way" href={paths.account}>
          Kembali ke Akun
        </a>
      </p>
    </section>
  )
}

function Downloads() {
  return (
    <>
      <p class="actions">
        <a class="button" href={paths.ownDataHtml} download>
          Unduh halaman
        </a>
        <span class="hint">{OWN_DATA_HTML}</span>
      </p>
      <p class="actions">
        <a class="button quiet" href={paths.ownDataJson} download>
          Unduh JSON
        </a>
        <span class="hint">{OWN_DATA_JSON}</span>
      </p>
      <p class="hint">{OWN_DATA_SHARED}</p>
    </>
  )
}
