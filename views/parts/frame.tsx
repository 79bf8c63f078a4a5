import type { Frame } from '../page.tsx'
import { paths } from '../paths.ts'
import { SessionClockPart } from '../session/session-clock.tsx'
import { Form } from './form.tsx'
import { OWN_HAT, OWNER } from './frame-words.ts'

/** A door in a square: one door to all services. */
export const DOOR =
  'M4 0h16a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4h-3V13a5 5 0 0 0-10 0v11H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z'

/** The wordmark; on the pages of someone signed in also who that is, the way out and the clock. */
export function Header({ frame }: { frame: Frame | undefined }) {
  return (
    <header>
      <div class="bar">
        <a class="mark" href={frame ? paths.home : paths.landing}>
          <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
            <path d={DOOR} />
          </svg>
          ASN Digital
        </a>
        {frame && (
          <div class="who">
            {frame.work && <a href={frame.work.path}>{frame.work.name}</a>}
            <a href={paths.account}>{frame.name}</a>
            {frame.mayAct && <a href={paths.hats}>{frame.hat ?? OWN_HAT}</a>}
            <Form action={paths.signOut} csrf={frame.csrf}>
              <button class="quiet">Keluar</button>
            </Form>
          </div>
        )}
      </div>
      {frame && <SessionClockPart clock={frame.clock} />}
    </header>
  )
}

export function Footer() {
  return (
    <footer>
      <div class="bar">
        <span>{OWNER}</span>
        <a href={paths.help}>Bantuan</a>
      </div>
    </footer>
  )
}
