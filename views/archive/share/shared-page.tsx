import type { Share } from '#domain/archive/share/share.ts'
import type { Version } from '#domain/archive/version.ts'
import type { Page } from '../../page.tsx'
import { dayText, momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { Mark, type ShownMark } from '../../verification/mark.tsx'
import { documentText } from '../record-name-words.ts'
import { pageText, SHARED, scanText } from './shared-words.ts'

/** Of an A4 page as wide as previews are, so that nothing moves when one arrives. */
const WIDTH = 1000
const HEIGHT = 1414

/** `owner`: who shared it, and where they work. */
type Props = {
  share: Share
  version: Version
  typeName: string
  slot: string
  owner: { name: string; agency: string }
  /** Once it stands in the log. */
  mark: ShownMark | undefined
}

/** The one document that a link leads to, for somebody without an account. */
export function sharedPage(props: Props): Page {
  return { title: props.typeName, main: <Shared {...props} />, sheet: 'archive' }
}

function Shared(props: Props) {
  const { version, typeName, slot, mark } = props
  const scan = scanText(version.scan)
  const pages = 'pages' in version ? version.pages : 0
  return (
    <section id="berkas" class="card">
      <h1>{documentText({ typeName, slot, versionNo: undefined })}</h1>
      {version.status === 'superseded' && <p class="problem">{SHARED.superseded}</p>}
      {scan && <p class="aside">{scan}</p>}
      <Facts {...props} />
      <p class="actions">
        <a class="button" href={paths.sharedFile(version.id)} download>
          {SHARED.download}
        </a>
      </p>
      <p class="hint">
        {SHARED.onlyThis} {SHARED.logged}
      </p>
      {mark && (
        <>
          <h2>{SHARED.check}</h2>
          <p>
            {SHARED.checkText} <a href={paths.check}>{SHARED.checkLink}</a>.
          </p>
          <Mark mark={mark} />
        </>
      )}
      <h2>{SHARED.pages}</h2>
      {Array.from({ length: pages }, (_, at) => (
        <p>
          <img
            src={paths.sharedPage(version.id, at + 1)}
            alt={pageText(at + 1, pages)}
            width={WIDTH}
            height={HEIGHT}
            loading="lazy"
          />
        </p>
      ))}
    </section>
  )
}

function Facts({ share, version, owner }: Props) {
  return (
    <dl>
      <dt>{SHARED.owner}</dt>
      <dd>{owner.name}</dd>
      <dt>{SHARED.agency}</dt>
      <dd>{owner.agency}</dd>
      {'verified' in version && (
        <>
          <dt>{SHARED.verifiedAt}</dt>
          <dd>{dayText(version.verified.at, 'WIB')}</dd>
        </>
      )}
      <dt>{SHARED.recipient}</dt>
      <dd>{share.recipient}</dd>
      <dt>{SHARED.purpose}</dt>
      <dd>{share.purpose}</dd>
      <dt>{SHARED.until}</dt>
      <dd>{momentText(share.until, 'WIB')}</dd>
    </dl>
  )
}
