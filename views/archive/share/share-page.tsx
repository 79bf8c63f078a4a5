import type { AccessAction } from '#domain/archive/access.ts'
import { type Share, standingOf } from '#domain/archive/share/share.ts'
import type { TypedTerms } from '#domain/archive/share/terms.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import type { ShareDone } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { actionText } from '../reading-words.ts'
import { documentText } from '../record-name-words.ts'
import { LimitFields } from './new-share-page.tsx'
import {
  ONE_SHARE,
  SHARES,
  type ShareProblem,
  shareDoneText,
  shareTold,
  standingText,
  usesText,
} from './share-words.ts'

export type ShownShare = {
  share: Share
  typeName: string
  slot: string
  versionNo: number
  isCurrent: boolean
}

/** `secret`: the link and its PIN, in the session that made it alone. */
type Props = {
  frame: Frame
  shown: ShownShare
  secret: { link: string; pin: string | undefined } | undefined
  uses: readonly { at: Date; action: AccessAction }[]
  typed: Pick<TypedTerms, 'days' | 'uses'>
  done?: ShareDone | undefined
  problem?: ShareProblem | undefined
}

/** A link of one's own: what to send, who read by it, and how it ends. */
export function sharePage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && shareTold(problem, frame.clock.zone)
  return { title: titleOf(ONE_SHARE.title, told), main: <OneShare {...props} told={told} />, frame }
}

function OneShare(props: Props & { told: Told | undefined }) {
  const { frame, shown, secret, done, told } = props
  const standing = standingOf(shown.share, frame.clock.now)
  return (
    <section id="tautan" class="card narrow">
      <h1>{ONE_SHARE.title}</h1>
      <ProblemSummary told={told} />
      <Notice text={done && shareDoneText(done)} />
      <p class="lead">{documentText(shown)}</p>
      {!shown.isCurrent && shown.share.state === 'open' && (
        <p class="aside">{ONE_SHARE.superseded}</p>
      )}
      {standing.kind === 'open' && (secret ? <Secret {...secret} /> : <p>{ONE_SHARE.notShown}</p>)}
      <Facts frame={frame} shown={shown} />
      <Uses {...props} />
      {shown.share.state === 'open' && <Changes {...props} />}
      <p>
        <a class="way" href={paths.shares}>
          {ONE_SHARE.all}
        </a>
      </p>
    </section>
  )
}

function Secret({ link, pin }: { link: string; pin: string | undefined }) {
  return (
    <>
      <Copied id="tautan-baru" label={ONE_SHARE.link} text={link} button={ONE_SHARE.copyLink} />
      {pin && (
        <>
          <Copied id="pin-baru" label={ONE_SHARE.pin} text={pin} button={ONE_SHARE.copyPin} />
          <p class="hint">{ONE_SHARE.otherWay}</p>
        </>
      )}
      <p class="hint">{ONE_SHARE.onlyNow}</p>
    </>
  )
}

type CopiedProps = { id: string; label: string; text: string; button: string }

function Copied({ id, label, text, button }: CopiedProps) {
  return (
    <div class="stack">
      <b>{label}</b>
      <p>
        <code id={id} class="key">
          {text}
        </code>
      </p>
      <p class="copy">
        <button type="button" class="quiet" data-copy={id} hidden>
          {button}
        </button>
        <span role="status">
          <b hidden>{ONE_SHARE.copied}</b>
          <b hidden>{ONE_SHARE.copyByHand}</b>
        </span>
      </p>
    </div>
  )
}

function Facts({ frame, shown: { share } }: Pick<Props, 'frame' | 'shown'>) {
  const { now, zone } = frame.clock
  return (
    <dl>
      <dt>{ONE_SHARE.recipient}</dt>
      <dd>{share.recipient}</dd>
      <dt>{ONE_SHARE.purpose}</dt>
      <dd>{share.purpose}</dd>
      <dt>{ONE_SHARE.standing}</dt>
      <dd>{standingText(standingOf(share, now), zone)}</dd>
      <dt>{ONE_SHARE.until}</dt>
      <dd>{momentText(share.until, zone)}</dd>
      <dt>{ONE_SHARE.used}</dt>
      <dd>{usesText(share.uses, share.usesAllowed)}</dd>
      <dt>{ONE_SHARE.protection}</dt>
      <dd>{share.wrongPins === undefined ? ONE_SHARE.withoutPin : ONE_SHARE.withPin}</dd>
    </dl>
  )
}

function Uses({ frame, uses }: Pick<Props, 'frame' | 'uses'>) {
  return (
    <>
      <h2>{ONE_SHARE.usage}</h2>
      {uses.length === 0 && <p class="none">{ONE_SHARE.unused}</p>}
      {uses.length > 0 && (
        <ol class="log">
          {uses.map(({ at, action }) => (
            <li>
              <b>{actionText(action)}</b> {momentText(at, frame.clock.zone)}
            </li>
          ))}
        </ol>
      )}
      <p>
        <a class="way" href={paths.accesses}>
          {SHARES.accesses}
        </a>
      </p>
    </>
  )
}

function Changes({ frame, shown, typed, told }: Props & { told: Told | undefined }) {
  const { id } = shown.share
  return (
    <>
      <details open={told !== undefined}>
        <summary>{ONE_SHARE.change}</summary>
        <div class="stack">
          <p class="hint">{ONE_SHARE.changeLead}</p>
          <Form action={paths.shareLimits(id)} csrf={frame.csrf} region="tautan">
            <LimitFields typed={typed} told={told} />
            <button class="quiet">{ONE_SHARE.changeButton}</button>
          </Form>
        </div>
      </details>
      <Form action={paths.shareEnd(id)} csrf={frame.csrf}>
        <p class="hint">{ONE_SHARE.endLead}</p>
        <button class="quiet">{ONE_SHARE.end}</button>
      </Form>
    </>
  )
}
