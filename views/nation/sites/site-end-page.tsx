import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { paths } from '../../paths.ts'
import { AskedFor } from './site-form-page.tsx'
import { type AskSiteProblem, SITE_FORM, siteTold } from './site-words.ts'
import { Origins } from './sites-page.tsx'

type Props = {
  frame: Frame
  site: { key: string; name: string; agencyName: string; origins: readonly string[] }
  reason: string
  problem: AskSiteProblem | undefined
}

export function siteEndPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && siteTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(SITE_FORM.end, told), main: <SiteEnd {...props} told={told} />, frame }
}

function SiteEnd({ frame, site, reason, told }: Props & { told: Told | undefined }) {
  const place = paths.embedSiteEnd(site.key)
  return (
    <section id="situs" class="card narrow">
      <h1>{SITE_FORM.end}</h1>
      <ProblemSummary told={told} />
      <p>
        {site.name}, {site.agencyName}
      </p>
      <Origins origins={site.origins} />
      <p>{SITE_FORM.endEffect}</p>
      <Form action={place} csrf={frame.csrf} region="situs">
        <AskedFor frame={frame} place={place} reason={reason} told={told} />
        <p class="actions">
          <button>{SITE_FORM.ask}</button>
          <a href={paths.embedSite(site.key)}>{SITE_FORM.cancel}</a>
        </p>
      </Form>
    </section>
  )
}
