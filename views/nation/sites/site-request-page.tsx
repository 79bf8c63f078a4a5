import type { SiteRequest } from '#domain/embed/site-request.ts'
import type { SiteTerms } from '#domain/embed/site-terms.ts'
import type { Frame, Page } from '../../page.tsx'
import { TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import {
  DECISION_WORDS,
  type DecideSiteProblem,
  SITE,
  SITE_FIELDS,
  SITE_FORM,
  SITE_REQUEST,
  SITES,
  siteTold,
  wishText,
} from './site-words.ts'
import { Origins } from './sites-page.tsx'

export type ShownSiteRequest = SiteRequest & {
  agencyName: string
  askerName: string
  deciderName: string | null
}

type Props = {
  frame: Frame
  request: ShownSiteRequest
  isAsker: boolean
  answer: string
  problem: DecideSiteProblem | undefined
}

/** What would be, beside what is. */
export function siteRequestPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && siteTold(problem, frame.clock.now, frame.clock.zone)
  const title = titleOf(SITE_REQUEST.title, told)
  return { title, main: <Request {...props} told={told} />, frame }
}

type Shown = Props & { told: Told | undefined }

function Request(props: Shown) {
  const { frame, request, isAsker, told } = props
  const { wish } = request
  return (
    <section id="situs" class="card">
      <h1>{SITE_REQUEST.title}</h1>
      <ProblemSummary told={told} />
      <p>
        {wishText(wish.kind)}. {SITE_REQUEST.asked} {request.askerName},{' '}
        {momentText(request.askedAt, frame.clock.zone)}.
      </p>
      <Wanted request={request} />
      <p>
        {isAsker
          ? SITE_REQUEST.own
          : wish.kind === 'end'
            ? SITE_FORM.endEffect
            : SITE_REQUEST.check}
      </p>
      <Decision {...props} />
      <p class="actions">
        <a href={paths.embedSites}>{SITES.back}</a>
      </p>
    </section>
  )
}

function Wanted({ request }: Pick<Props, 'request'>) {
  const { wish } = request
  return (
    <dl class="facts">
      <dt>{SITE.agency}</dt>
      <dd>{request.agencyName}</dd>
      {wish.kind === 'change' && (
        <>
          <dt>{SITE_REQUEST.now}</dt>
          <dd>
            <Terms {...wish.before} />
          </dd>
        </>
      )}
      <dt>{wish.kind === 'end' ? SITE_REQUEST.now : SITE_REQUEST.asked}</dt>
      <dd>
        <Terms {...(wish.kind === 'end' ? wish.before : wish.terms)} />
      </dd>
      <dt>{SITE_FORM.reason}</dt>
      <dd>{request.reason}</dd>
    </dl>
  )
}

function Terms({ name, origins }: SiteTerms) {
  return (
    <>
      {name}
      <Origins origins={origins} />
    </>
  )
}

function Decision({ frame, request, isAsker, answer, told }: Shown) {
  const place = paths.siteRequest(request.id)
  return (
    <Form action={place} csrf={frame.csrf} region="situs">
      {!isAsker && (
        <TextField
          name={SITE_FIELDS.reason}
          label={SITE_REQUEST.answer}
          hint={SITE_FORM.reasonHint}
          value={answer}
          rows={3}
          told={told}
        />
      )}
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        {isAsker ? (
          <button name="keputusan" value={DECISION_WORDS.withdrawn.value}>
            {SITE_REQUEST.withdraw}
          </button>
        ) : (
          <>
            <button name="keputusan" value={DECISION_WORDS.applied.value}>
              {SITE_REQUEST.apply}
            </button>
            <button class="quiet" name="keputusan" value={DECISION_WORDS.declined.value}>
              {SITE_REQUEST.decline}
            </button>
          </>
        )}
      </p>
    </Form>
  )
}
