import type { Stage } from '#domain/archive/record.ts'
import type { Following } from '#domain/archive/retention/follows.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import { dayOf } from '#domain/zone-day.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { paths } from '../../paths.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import {
  afterEndText,
  type Coming,
  comingText,
  keptText,
  type RuleSource,
} from '../retention-words.ts'
import { stageText } from '../stage-words.ts'
import { nextStepText, RETENTION_PAGE } from './retention-page-words.ts'
import { dispositionText } from './rule-words.ts'

type Props = {
  frame: Frame
  record: { type: string; slot: string; stage: Stage; held: boolean }
  /** Of whoever looks, who is told nothing of holds here. */
  isOwn: boolean
  person: { id: string; name: string; nip: string }
  /** Why it is kept, and until when; `source` is of the rule that it names. */
  reason: RetentionReason
  source: RuleSource | undefined
  coming: Coming | undefined
  follows: Following
  names: TypeNames
}

export function retentionOfRecordPage(props: Props): Page {
  return { title: 'Retensi arsip', main: <OfRecord {...props} />, frame: props.frame }
}

function OfRecord({ frame, record, isOwn, person, reason, source, coming, follows, names }: Props) {
  const { stage, held } = record
  const next = stage === 'destroyed' ? undefined : nextStepText(reason)
  const isHeld = held && stage !== 'destroyed'
  const after = afterEndText({ stage, isHeld, reason, today: dayOf(frame.clock.now, 'WIB') })
  return (
    <section id="retensi" class="card narrow">
      <h1>{recordName(record, names)}</h1>
      <p>
        {person.name}, <code>{nipText(person.nip)}</code>
      </p>
      <p class="lead">{keptText(stage, reason, source)}</p>
      {coming && <p class="aside">{comingText(coming)}</p>}
      {after && <p>{after}</p>}
      {next && (
        <p>
          {next} <a href={paths.retentionRules}>{RETENTION_PAGE.rules}</a>
        </p>
      )}
      <dl class="facts">
        <dt>Tahap</dt>
        <dd>{stageText(stage)}</dd>
        {!isOwn && (
          <>
            <dt>Penahanan</dt>
            <dd>{isHeld ? RETENTION_PAGE.underHold : RETENTION_PAGE.noHold}</dd>
          </>
        )}
        <dt>Nasib akhir</dt>
        <dd>{dispositionText(follows.disposition)}</dd>
        <dt>Persetujuan</dt>
        <dd>{follows.approval === 'nationalArchives' ? 'Kepala ANRI' : 'Pimpinan instansi'}</dd>
      </dl>
      <Exceptions follows={follows} />
      <p class="actions">
        <a href={paths.retentionOfPerson(person.id)}>Semua arsip pegawai ini</a>
        <a href={paths.retention}>{RETENTION_PAGE.back}</a>
      </p>
    </section>
  )
}

function Exceptions({ follows }: Pick<Props, 'follows'>) {
  if (follows.exceptions.length === 0) return null
  return (
    <>
      <h2>{RETENTION_PAGE.exceptions}</h2>
      <ul>
        {follows.exceptions.map(({ text, disposition }) => (
          <li>
            {text} ({dispositionText(disposition)})
          </li>
        ))}
      </ul>
    </>
  )
}
