import { secondsBetween } from '#domain/instant.ts'
import type { Page, SessionClock } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import { LAST_MINUTES, runningText, SESSION_OVER, warningText } from './session-words.ts'

/** A page of its own where no script draws the clock into the header. */
export function sessionClockPage(clock: SessionClock): Page {
  const part = <SessionClockPart clock={clock} />
  const main = (
    <section class="card narrow">
      <h1>Sesi Anda</h1>
      {part}
      {clock.state !== 'over' && (
        <p>
          <a class="way" href={paths.home}>
            Kembali ke Beranda
          </a>
        </p>
      )}
    </section>
  )
  return { title: 'Sesi Anda', main, part }
}

/** Says when the session ends and asks again by itself when that changes; asking is no activity. */
export function SessionClockPart({ clock }: { clock: SessionClock }) {
  switch (clock.state) {
    case 'running':
      return (
        <div id="sesi" class="clock" {...asksAgain(clock.now, clock.warnsAt)}>
          <p id="sampai">{runningText(clock)}</p>
          {clock.canExtend && <Extension csrf={clock.csrf} label="Perpanjang sesi" />}
        </div>
      )
    case 'warning':
      return (
        <div id="sesi" class="clock due" role="alert" {...asksAgain(clock.now, clock.endsAt)}>
          <p id="sampai">
            {warningText(clock)} {!clock.canExtend && LAST_MINUTES}
          </p>
          {clock.canExtend && <Extension csrf={clock.csrf} label="Lanjutkan" />}
        </div>
      )
    case 'over':
      return (
        <div id="sesi" class="clock due" role="alert">
          <p>{SESSION_OVER}</p>
          <a class="button" href={paths.signIn}>
            Masuk
          </a>
        </div>
      )
  }
}

/** Whoever pressed it stays on it and hears the new end as its description. */
function Extension({ csrf, label }: { csrf: string; label: string }) {
  return (
    <Form action={paths.sessionExtension} csrf={csrf} region="sesi" keepsTitle>
      <button id="perpanjang" class="quiet" aria-describedby="sampai">
        {label}
      </button>
    </Form>
  )
}

function asksAgain(now: Date, at: Date) {
  const seconds = Math.max(Math.ceil(secondsBetween(now, at)), 1)
  return {
    'hx-get': paths.sessionClock,
    'hx-trigger': `load delay:${seconds}s`,
    'hx-target': 'this',
    'hx-swap': 'outerHTML ignoreTitle:true',
  }
}
