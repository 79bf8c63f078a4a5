import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { browserLabel, networkText } from '../parts/origin-words.ts'
import { Notice } from '../parts/problem.tsx'
import type { SessionDone } from '../path-names.ts'
import { paths } from '../paths.ts'
import {
  ONLY_SESSION,
  SESSIONS,
  sessionDoneText,
  sinceText,
  THIS_SESSION,
} from './sessions-words.ts'

export type ShownSession = {
  handle: string
  browser: string
  network: string
  startedAt: Date
  activeAt: Date
  isThis: boolean
}

type Props = { frame: Frame; sessions: readonly ShownSession[]; done: SessionDone | undefined }

export function sessionsPage(props: Props): Page {
  return { title: 'Sesi', main: <Sessions {...props} />, frame: props.frame }
}

function Sessions({ frame, sessions, done }: Props) {
  return (
    <div id="sesi-akun" class="stack">
      <h1>Sesi</h1>
      <Notice text={done && sessionDoneText(done)} />
      <p>{SESSIONS}</p>
      <ul class="rows">
        {sessions.map((session) => (
          <SessionRow frame={frame} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form action={paths.otherSessionsEnd} csrf={frame.csrf}>
          <p>
            <button>Akhiri semua sesi lain</button>
          </p>
        </Form>
      ) : (
        <p class="none">{ONLY_SESSION}</p>
      )}
      <p class="actions">
        <a href={paths.password}>Ganti password</a>
        <a href={paths.account}>Kembali ke Akun</a>
      </p>
    </div>
  )
}

function SessionRow({ frame, session }: { frame: Frame; session: ShownSession }) {
  const { handle, browser, network, isThis } = session
  return (
    <li class="card">
      <h2>
        {browserLabel(browser)} {isThis && <span class="here">{THIS_SESSION}</span>}
      </h2>
      <p class="hint">
        Jaringan {networkText(network)}. {sinceText(session, frame.clock.zone)}
      </p>
      {!isThis && (
        <Form action={paths.sessionEnd(handle)} csrf={frame.csrf}>
          <p>
            <button class="quiet">
              Akhiri<span class="spoken"> sesi {browserLabel(browser)}</span>
            </button>
          </p>
        </Form>
      )}
    </li>
  )
}
