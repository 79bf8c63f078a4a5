import {
  broken,
  type Failure,
  NOT_FOUND,
  STALE_PAGE,
  TOO_LARGE,
  tooMany,
  UNAVAILABLE,
  UNPROCESSABLE,
} from './failure-words.ts'
import type { Page } from './page.tsx'
import { paths } from './paths.ts'

/** 404 */
export function notFoundPage(): Page {
  return failurePage(NOT_FOUND)
}

/** 403: forged, or only older than its token. */
export function stalePage(): Page {
  return failurePage(STALE_PAGE)
}

/** 413 */
export function tooLargePage(): Page {
  return failurePage(TOO_LARGE)
}

/** 422, where no form can be shown again. */
export function unprocessablePage(): Page {
  return failurePage(UNPROCESSABLE)
}

/** 429 */
export function tooManyPage({ until, seconds }: { until: Date; seconds: number }): Page {
  return failurePage(tooMany(until, seconds))
}

/** 500 */
export function brokenPage({ reference }: { reference: string }): Page {
  return failurePage(broken(reference))
}

/** 503 */
export function unavailablePage(): Page {
  return failurePage(UNAVAILABLE)
}

function failurePage(failure: Failure): Page {
  return { title: failure.title, main: <FailureCard {...failure} /> }
}

function FailureCard({ title, text, next, way, topic }: Failure) {
  return (
    <section class="card narrow">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>{next}</p>
      <p class="actions">
        <a class="button" href={way.path}>
          {way.label}
        </a>
        <a href={paths.helpOn(topic)}>Bantuan</a>
      </p>
    </section>
  )
}
