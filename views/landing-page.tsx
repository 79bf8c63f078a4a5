import { LANDING } from './landing-words.ts'
import type { Page } from './page.tsx'
import { paths } from './paths.ts'

/** / : what this is, the way in, and the way to help. */
export function landingPage(): Page {
  return { title: LANDING.title, main: <Landing /> }
}

function Landing() {
  return (
    <>
      <h1>{LANDING.title}</h1>
      <p class="lead">{LANDING.lead}</p>
      <p>
        <a class="button" href={paths.signIn}>
          {LANDING.signIn}
        </a>
      </p>
      <div class="tiles">
        <section class="card">
          <h2>{LANDING.first}</h2>
          <ul class="links">
            <li>
              <a href={paths.helpOn('persiapan')}>{LANDING.preparation}</a>
            </li>
            <li>
              <a href={paths.helpOn('aktivasi')}>{LANDING.activation}</a>
            </li>
          </ul>
        </section>
        <section class="card">
          <h2>{LANDING.stuck}</h2>
          <p>{LANDING.stuckHint}</p>
          <p>
            <a class="way" href={paths.help}>
              {LANDING.help}
            </a>
          </p>
        </section>
        <section class="card">
          <h2>{LANDING.check}</h2>
          <p>{LANDING.checkHint}</p>
          <ul class="links">
            <li>
              <a href={paths.check}>{LANDING.checkLink}</a>
            </li>
            <li>
              <a href={paths.embeds}>{LANDING.embeds}</a>
            </li>
          </ul>
        </section>
      </div>
      <Assurance />
    </>
  )
}

function Assurance() {
  return (
    <section class="stack">
      <h2>{LANDING.assurance}</h2>
      <ul>
        {LANDING.assurances.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}
