import type { Purpose } from '#domain/archive/access.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { paths } from '../../paths.ts'
import type { LookedAt } from '../archive-side.ts'
import { askedPurposeText, PURPOSE } from './overview-words.ts'

/** `ways`: what the hat reads for, the usual one first, and where that goes on. */
type Props = {
  frame: Frame
  of: LookedAt
  ways: readonly { purpose: Purpose; path: string }[]
}

/** Asked once a view, before anything of the archive is shown; the answer stays in the address. */
export function purposePage(props: Props): Page {
  return { title: PURPOSE.title, main: <AskPurpose {...props} />, frame: props.frame }
}

function AskPurpose({ of, ways }: Props) {
  return (
    <section id="keperluan" class="card narrow">
      <h1>{PURPOSE.title}</h1>
      <p class="lead">
        {of.name} <code>{nipText(of.nip)}</code>
      </p>
      <p>{PURPOSE.lead}</p>
      <p class="ways">
        {ways.map(({ purpose, path }) => (
          <a class="button quiet" href={path}>
            {askedPurposeText(purpose)}
          </a>
        ))}
      </p>
      <p class="actions">
        <a href={paths.employee(of.id)}>{PURPOSE.back}</a>
      </p>
    </section>
  )
}
