import type { Difference } from '#domain/tlog/difference.ts'
import type { Frame, Page } from '../page.tsx'
import { countText } from '../parts/number-words.ts'
import { momentText } from '../parts/time-words.ts'
import {
  differenceText,
  foundText,
  HEAD,
  LOG,
  lookText,
  moreText,
  SIGNATURE_COMMANDS,
} from './log-words.ts'

type ShownLook = {
  isFull: boolean
  overAt: Date
  size: number | null
  found: number
  differences: readonly Difference[]
}

type Props = {
  frame: Frame
  checkpoint: { origin: string; size: number; root: string; at: Date } | undefined
  vkey: string | undefined
  looks: readonly ShownLook[]
}

/** What is signed, and whether log, tables and files are still one and the same. */
export function logPage(props: Props): Page {
  return { title: LOG.title, main: <Log {...props} />, frame: props.frame }
}

function Log({ frame, checkpoint, vkey, looks }: Props) {
  return (
    <div class="stack">
      <section class="card">
        <h1>{LOG.title}</h1>
        <p>{LOG.intro}</p>
        <Signed frame={frame} checkpoint={checkpoint} />
      </section>
      <section class="card">
        <h2>{LOG.looks}</h2>
        {looks.length === 0 ? (
          <p class="none">{LOG.neverLooked}</p>
        ) : (
          looks.map((look) => <Look frame={frame} look={look} />)
        )}
      </section>
      <Check vkey={vkey} />
    </div>
  )
}

function Signed({ frame, checkpoint }: Pick<Props, 'frame' | 'checkpoint'>) {
  if (!checkpoint) return <p class="none">{LOG.nothingSigned}</p>
  return (
    <dl class="facts">
      <dt>{HEAD.name}</dt>
      <dd>{checkpoint.origin}</dd>
      <dt>{HEAD.size}</dt>
      <dd>{countText(checkpoint.size)}</dd>
      <dt>{HEAD.signedAt}</dt>
      <dd>{momentText(checkpoint.at, frame.clock.zone)}</dd>
      <dt>{HEAD.root}</dt>
      <dd>
        <code>{checkpoint.root}</code>
      </dd>
    </dl>
  )
}

function Look({ frame, look }: { frame: Frame; look: ShownLook }) {
  const { isFull, overAt, size, found, differences } = look
  return (
    <>
      <h3>{lookText(isFull)}</h3>
      <p class="hint">
        {momentText(overAt, frame.clock.zone)}, sampai catatan ke-{countText(size ?? 0)}
      </p>
      {found === 0 ? (
        <p>{foundText(found)}</p>
      ) : (
        <>
          <p class="problem" role="status">
            {foundText(found)} {LOG.repairedByPeople}
          </p>
          <ol>
            {differences.map((one) => (
              <li>{differenceText(one)}</li>
            ))}
          </ol>
          {differences.length < found && <p class="hint">{moreText(differences.length, found)}</p>}
        </>
      )}
    </>
  )
}

function Check({ vkey }: Pick<Props, 'vkey'>) {
  return (
    <section class="card">
      <h2>{LOG.check}</h2>
      <p>{LOG.checkHow}</p>
      <ul class="links">
        <li>
          <a href="/log/checkpoint" download="checkpoint">
            {LOG.checkpoint}
          </a>
        </li>
        <li>
          <a href="/log/vkey" download="vkey">
            {LOG.key}
          </a>
        </li>
      </ul>
      {vkey !== undefined && (
        <p>
          <code>{vkey}</code>
        </p>
      )}
      <p>{LOG.signature}</p>
      <pre class="key">
        <code>{SIGNATURE_COMMANDS}</code>
      </pre>
      <p>{LOG.whole}</p>
      <p>{LOG.wrong}</p>
      <p class="hint">{LOG.operators}</p>
    </section>
  )
}
