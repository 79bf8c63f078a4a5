import type { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { SESSION_OVER, SESSION_OVER_WHY } from './session-words.ts'

export function sessionOverPage(): Page {
  return { title: 'Sesi berakhir', main: <SessionOver /> }
}

function SessionOver() {
  return (
    <section id="sesi-berakhir" class="card narrow">
      <h1>Sesi berakhir</h1>
      <p class="lead">{SESSION_OVER}</p>
      <p>{SESSION_OVER_WHY}</p>
      <p>
        <a class="button" href={paths.signIn}>
          Masuk
        </a>
      </p>
      <p>
        <a class="way" href={paths.helpOn('sesi-berakhir')}>
          Mengapa sesi berakhir?
        </a>
      </p>
    </section>
  )
}
