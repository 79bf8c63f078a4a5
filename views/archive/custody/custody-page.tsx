import type { Frame, Page } from '../../page.tsx'
import { TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { Notice, ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { momentText } from '../../parts/time-words.ts'
import type { CustodyDone } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import { CustodyItems, type ShownItem } from './custody-items.tsx'
import type { ListedCustody } from './custody-list-page.tsx'
import {
  CUSTODY,
  type CustodyProblem,
  custodyDoneText,
  custodyStateText,
  custodyTold,
} from './custody-words.ts'

type Props = {
  frame: Frame
  custody: ListedCustody & { offererName: string; deciderName: string | undefined }
  items: readonly ShownItem[]
  /** What is agreed to with an acceptance: the differences as they are shown. */
  agreedTo: string
  names: TypeNames
  /** Whether the hat's agency receives it, or gives it away. */
  side: 'receiver' | 'giver'
  note: string
  done: CustodyDone | undefined
  problem: CustodyProblem | undefined
}

export function custodyPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && custodyTold(problem, frame.clock.now, frame.clock.zone)
  return {
    title: titleOf(CUSTODY.title, told),
    main: <HandOver {...props} told={told} />,
    frame,
  }
}

type ToldProps = Props & { told: Told | undefined }

function HandOver(props: ToldProps) {
  const { custody, items, names, agreedTo, side, done, told } = props
  const isOpen = custody.state === 'offered'
  return (
    <section id="serah-terima" class="card">
      <h1>{CUSTODY.title}</h1>
      <ProblemSummary told={told} />
      <Notice text={done && custodyDoneText(done)} />
      <HandOverFacts {...props} />
      {isOpen && agreedTo !== '' && <p class="aside">{CUSTODY.differs}</p>}
      <CustodyItems items={items} names={names} />
      {isOpen && <Decision {...props} />}
      <p class="actions">
        {side === 'giver' && (custody.state === 'declined' || custody.state === 'withdrawn') && (
          <a href={paths.newCustody(custody.person)}>{CUSTODY.again}</a>
        )}
        <a href={paths.custody}>{CUSTODY.back}</a>
      </p>
    </section>
  )
}

function HandOverFacts({ custody, frame }: Props) {
  const { zone } = frame.clock
  return (
    <dl class="facts">
      <dt>Pegawai</dt>
      <dd>{custody.name}</dd>
      <dt>NIP</dt>
      <dd>
        <code>{nipText(custody.nip)}</code>
      </dd>
      <dt>Dari</dt>
      <dd>{custody.fromName}</dd>
      <dt>Ke</dt>
      <dd>{custody.toName}</dd>
      <dt>Ditawarkan</dt>
      <dd>
        {custody.offererName}, {momentText(custody.offeredAt, zone)}
      </dd>
      <dt>Keadaan</dt>
      <dd>
        {custodyStateText(custody, frame.clock)}
        {custody.deciderName && ` (${custody.deciderName})`}
      </dd>
      {custody.state !== 'offered' && custody.note !== '' && (
        <>
          <dt>Catatan</dt>
          <dd>{custody.note}</dd>
        </>
      )}
    </dl>
  )
}

function Decision({ frame, custody, agreedTo, side, note, told }: ToldProps) {
  const place = paths.custodyOf(custody.id)
  const isReceiver = side === 'receiver'
  return (
    <Form action={place} csrf={frame.csrf} region="serah-terima">
      <p>{isReceiver ? CUSTODY.acceptText : CUSTODY.ownText}</p>
      <TextField
        name="catatan"
        label={CUSTODY.note}
        hint={isReceiver ? CUSTODY.noteHint : CUSTODY.endNoteHint}
        value={note}
        rows={2}
        told={told}
      />
      <input type="hidden" name="perbedaan" value={agreedTo} />
      <ProofField frame={frame} place={place} told={told} />
      <p class="actions">
        {isReceiver && (
          <button name="keputusan" value="terima">
            {agreedTo === '' ? CUSTODY.accept : CUSTODY.acceptWith}
          </button>
        )}
        <button class="quiet" name="keputusan" value="akhiri">
          {isReceiver ? CUSTODY.decline : CUSTODY.withdraw}
        </button>
      </p>
    </Form>
  )
}
