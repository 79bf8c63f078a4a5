import type { VersionId } from '#domain/archive/version.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { countText } from '../../parts/number-words.ts'
import { Notice } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import type { JudgedBefore } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { Ages, type ShownAges } from './ages-part.tsx'
import {
  ageText,
  beforeText,
  claimText,
  pagesText,
  partText,
  placeText,
  VERIFY,
  waitingText,
} from './verification-words.ts'

type ShownLoad = { waiting: number; oldest: Date | undefined; own: number; others: number }

type ShownQueued = {
  id: VersionId
  name: string
  nip: string
  typeName: string
  slot: string
  no: number
  pages: number
  submittedAt: Date
  claim: { by: 'own' | 'other'; until: Date } | undefined
  part: 'ownUpload' | 'ownRecord' | 'secret' | undefined
}

type ShownDecision = {
  version: VersionId
  name: string
  typeName: string
  at: Date
  what: 'recordVerified' | 'recordReturned'
}

type ShownAsked = { id: string; name: string; typeName: string; askedBy: string; at: Date }

/** `counted`: as far as waiting ones are counted. */
type Props = {
  frame: Frame
  load: ShownLoad
  counted: number
  queue: readonly ShownQueued[]
  decisions: readonly ShownDecision[]
  revocations: readonly ShownAsked[]
  ages: ShownAges
  done: 'nothingForYou' | undefined
  before: JudgedBefore | undefined
}

/** What waits, oldest first, and how much of it; the next one is a button away. */
export function queuePage(props: Props): Page {
  return { title: VERIFY.title, main: <Queue {...props} />, frame: props.frame }
}

function Queue(props: Props) {
  const { frame, load, queue, done, before } = props
  return (
    <>
      <section id="antrean" class="card">
        <h1>{VERIFY.title}</h1>
        <Notice text={before && beforeText(before)} />
        <Notice
          text={done === 'nothingForYou' && load.waiting > 0 ? VERIFY.nothingForYou : undefined}
        />
        <p>{VERIFY.lead}</p>
        <Load {...props} />
        {load.waiting === 0 ? (
          <p class="none">{VERIFY.nothing}</p>
        ) : (
          <Form action={paths.verification} csrf={frame.csrf}>
            <p class="actions">
              <button>{load.own > 0 ? VERIFY.goOn : VERIFY.take}</button>
            </p>
          </Form>
        )}
        {queue.length > 0 && <Waiting frame={frame} queue={queue} />}
      </section>
      <Asked {...props} />
      <Ages frame={frame} ages={props.ages} />
      <Decisions {...props} />
      <p>
        <a href={paths.agencyBoard('month')}>Papan instansi</a>
      </p>
    </>
  )
}

function Load({ frame, load, counted }: Props) {
  const { waiting, oldest, own, others } = load
  return (
    <dl class="figures">
      <Figure name="Menunggu" value={waitingText(waiting, counted)} />
      <Figure name="Paling lama" value={oldest ? ageText(oldest, frame.clock.now) : '–'} />
      <Figure name="Anda pegang" value={countText(own)} />
      <Figure name="Dipegang rekan" value={countText(others)} />
    </dl>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Waiting({ frame, queue }: Pick<Props, 'frame' | 'queue'>) {
  return (
    <table>
      <caption>{VERIFY.first}</caption>
      <thead>
        <tr>
          <th scope="col">Berkas</th>
          <th scope="col">Pegawai</th>
          <th scope="col">{VERIFY.waited}</th>
          <th scope="col">Keadaan</th>
        </tr>
      </thead>
      <tbody>
        {queue.map((one) => (
          <WaitingRow frame={frame} one={one} />
        ))}
      </tbody>
    </table>
  )
}

function WaitingRow({ frame, one }: { frame: Frame; one: ShownQueued }) {
  const { now, zone } = frame.clock
  const { id, typeName, slot, part, claim } = one
  const called = placeText(typeName, slot)
  return (
    <tr>
      <th scope="row">
        {part ? called : <a href={paths.verificationOf(id)}>{called}</a>}
        <br />
        <span class="hint">{pagesText(one)}</span>
      </th>
      <td>
        {one.name}
        <br />
        <span class="hint">{one.nip && nipText(one.nip)}</span>
      </td>
      <td>
        <span class="label">Menunggu </span>
        {ageText(one.submittedAt, now)}
      </td>
      <td>{part ? partText(part) : claim ? claimText(claim, zone) : VERIFY.free}</td>
    </tr>
  )
}

function Asked({ frame, revocations }: Props) {
  if (revocations.length === 0) return null
  return (
    <section class="card">
      <h2>{VERIFY.revocations}</h2>
      <ul class="log">
        {revocations.map(({ id, name, typeName, askedBy, at }) => (
          <li>
            <a href={paths.revocation(id)}>
              {typeName}, {name}
            </a>
            <br />
            <span class="hint">
              {askedBy}, {momentText(at, frame.clock.zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decisions({ frame, decisions }: Props) {
  if (decisions.length === 0) return null
  return (
    <section class="card">
      <h2>{VERIFY.decisions}</h2>
      <ul class="log">
        {decisions.map(({ version, name, typeName, at, what }) => (
          <li>
            <a href={paths.verificationOf(version)}>
              {typeName}, {name}
            </a>
            <br />
            <span class="hint">
              {what === 'recordVerified' ? 'Diterima' : 'Dikembalikan'},{' '}
              {momentText(at, frame.clock.zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
