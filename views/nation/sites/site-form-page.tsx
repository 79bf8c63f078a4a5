import type { Frame, Page } from '../../page.tsx'
import { Field, TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import { type AskSiteProblem, SITE, SITE_FIELDS, SITE_FORM, siteTold } from './site-words.ts'

export type TypedSite = { agency: string; name: string; origins: string; reason: string }

type Props = {
  frame: Frame
  /** Undefined: one that is to be added. */
  site: { key: string; agencyName: string } | undefined
  typed: TypedSite
  problem: AskSiteProblem | undefined
}

/** What a site is asked to be, by another's word. */
export function siteFormPage(props: Props): Page {
  const { frame, site, problem } = props
  const told = problem && siteTold(problem, frame.clock.now, frame.clock.zone)
  const heading = site ? SITE_FORM.change : SITE_FORM.add
  return {
    title: titleOf(heading, told),
    main: (
      <section id="situs" class="card narrow">
        <h1>{heading}</h1>
        <ProblemSummary told={told} />
        <SiteForm {...props} told={told} />
      </section>
    ),
    frame,
  }
}

function SiteForm(props: Props & { told: Told | undefined }) {
  const { frame, site, typed, told } = props
  const place = site ? paths.embedSiteChange(site.key) : paths.newEmbedSite
  return (
    <Form action={place} csrf={frame.csrf} region="situs">
      <Agency {...props} />
      <Field
        name={SITE_FIELDS.name}
        label={SITE.name}
        hint={SITE_FORM.nameHint}
        value={typed.name}
        autocomplete="off"
        told={told}
      />
      <TextField
        name={SITE_FIELDS.origins}
        label={SITE.origins}
        hint={SITE_FORM.originsHint}
        value={typed.origins}
        rows={5}
        told={told}
      />
      <AskedFor frame={frame} place={place} reason={typed.reason} told={told} />
      <p class="actions">
        <button>{SITE_FORM.ask}</button>
        <a href={site ? paths.embedSite(site.key) : paths.embedSites}>{SITE_FORM.cancel}</a>
      </p>
    </Form>
  )
}

function Agency({ site, typed, told }: Props & { told: Told | undefined }) {
  if (site) return <p>{site.agencyName}</p>
  return (
    <>
      <Field
        name={SITE_FIELDS.agency}
        label={SITE_FORM.agency}
        hint={SITE_FORM.agencyHint}
        value={typed.agency}
        autocomplete="off"
        told={told}
      />
      <p>
        <a href={paths.agencies}>{SITE_FORM.agencies}</a>
      </p>
    </>
  )
}

type AskedForProps = { frame: Frame; place: string; reason: string; told: Told | undefined }

/** What every request about a site ends with. */
export function AskedFor({ frame, place, reason, told }: AskedForProps) {
  return (
    <>
      <TextField
        name={SITE_FIELDS.reason}
        label={SITE_FORM.reason}
        hint={SITE_FORM.reasonHint}
        value={reason}
        rows={3}
        told={told}
      />
      <ProofField frame={frame} place={place} told={told} />
      <p>{SITE_FORM.twoPeople}</p>
    </>
  )
}
