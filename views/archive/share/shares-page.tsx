import { standingOf } from '#domain/archive/share/share.ts'
import type { Frame, Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { documentText } from '../record-name-words.ts'
import type { ShownShare } from './share-page.tsx'
import { ONE_SHARE, SHARES, standingText, usesText } from './share-words.ts'

/** `older`: before when the next ones were made, where there are any. */
type Props = {
  frame: Frame
  shares: readonly ShownShare[]
  older: Date | undefined
  isNewest: boolean
}

export function sharesPage(props: Props): Page {
  return { title: SHARES.title, main: <Shares {...props} />, frame: props.frame }
}

function Shares({ frame, shares, older, isNewest }: Props) {
  return (
    <section id="tautan" class="card">
      <h1>{SHARES.title}</h1>
      <p>{SHARES.lead}</p>
      {shares.length === 0 && <p class="none">{SHARES.none}</p>}
      <ul class="rows">
        {shares.map((shown) => (
          <OneLine frame={frame} shown={shown} />
        ))}
      </ul>
      <p class="hint">{SHARES.how}</p>
      <p class="actions">
        {older && (
          <a class="button quiet" href={paths.sharesBefore(older)}>
            {SHARES.older}
          </a>
        )}
        {!isNewest && <a href={paths.shares}>{SHARES.newest}</a>}
        <a href={paths.accesses}>{SHARES.accesses}</a>
        <a href={paths.archive}>{SHARES.back}</a>
      </p>
    </section>
  )
}

function OneLine({ frame, shown }: { frame: Frame; shown: ShownShare }) {
  const { share } = shown
  const { now, zone } = frame.clock
  return (
    <li class="card">
      <h2>{share.recipient}</h2>
      <p>
        {documentText(shown)}. {share.purpose}.
      </p>
      <p class="hint">
        {standingText(standingOf(share, now), zone)}. {ONE_SHARE.used}{' '}
        {usesText(share.uses, share.usesAllowed)}.
      </p>
      <p>
        <a class="way" href={paths.share(share.id)}>
          {SHARES.open}
          <span class="spoken"> tautan untuk {share.recipient}</span>
        </a>
      </p>
    </li>
  )
}
