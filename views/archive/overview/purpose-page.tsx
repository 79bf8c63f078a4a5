import type { Purpose } from '#domain/archive/access.ts'
import { Choices } from '../../agency/help-fields.tsx'
import type { Frame, Page } from '../../page.tsx'
import { AskForm } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { PURPOSE_NAMES, paths } from '../../paths.ts'
import type { LookedAt } from '../archive-side.ts'
import { askedPurposeText, PURPOSE } from './overview-words.ts'

/**
 * `purposes`: what the hat reads for, the usual one first. `place`: what was to be opened, of which
 * version.
 */
type Props = {
  frame: Frame
  of: LookedAt
  purposes: readonly Purpose[]
  place: { path: string; version: string | undefined }
}

/** Asked once a view, before anything of the archive is shown; it stays in the address. */
export function purposePage(props: Props): Page {
  return { title: PURPOSE.title, main: <AskPurpose {...props} />, frame: props.frame }
}

function AskPurpose({ of, purposes, place }: Props) {
  return (
    <section id="keperluan" class="card narrow">
      <h1>{PURPOSE.title}</h1>
      <p class="lead">
        {of.name} <code>{nipText(of.nip)}</code>
      </p>
      <p>{PURPOSE.lead}</p>
      <AskForm action={place.path} label={PURPOSE.title}>
        {place.version && <input type="hidden" name="versi" value={place.version} />}
        <Choices
          name="tujuan"
          legend={PURPOSE.legend}
          choices={purposes.map(
            (one) => [PURPOSE_NAMES[one] ?? '', askedPurposeText(one)] as const,
          )}
          chosen=""
          told={undefined}
        />
        <p class="actions">
          <button>{PURPOSE.button}</button>
          <a href={paths.employee(of.id)}>{PURPOSE.back}</a>
        </p>
      </AskForm>
    </section>
  )
}
