import { BATCH_STATES, type BatchState } from '#domain/archive/destruction/batch.ts'
import { AuditedList, type AuditedListed, auditedTitle } from '../../audit/audited-list.tsx'
import type { Frame, Page } from '../../page.tsx'
import { momentText } from '../../parts/time-words.ts'
import { BATCH_STATE_NAMES } from '../../path-queries.ts'
import { paths } from '../../paths.ts'
import { AUDITED } from './audited-words.ts'
import { batchStateText } from './batch-words.ts'

type Line = { id: string; state: BatchState; since: Date; number: string; agency: string }

type Props = { frame: Frame; listed: AuditedListed<Line> }

/** The lists of all agencies, newest first. */
export function auditedBatchesPage(props: Props): Page {
  const { frame, listed } = props
  return { title: auditedTitle(AUDITED.title, listed), main: <Batches {...props} />, frame }
}

function Batches({ frame, listed }: Props) {
  return (
    <AuditedList
      id="pemusnahan"
      words={AUDITED}
      place={paths.auditedBatches}
      pathOf={paths.auditedBatchesOf}
      states={BATCH_STATES.map(stateChoice)}
      listed={listed}
    >
      <Table frame={frame} lines={listed.lines} />
    </AuditedList>
  )
}

function stateChoice(state: BatchState) {
  return { value: BATCH_STATE_NAMES[state], label: batchStateText(state) }
}

function Table({ frame, lines }: { frame: Frame; lines: readonly Line[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Daftar</th>
          <th scope="col">Instansi</th>
          <th scope="col">Keadaan</th>
          <th scope="col">Sejak</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, number, agency, state, since }) => (
          <tr>
            <th scope="row">
              <a href={paths.auditedBatch(id)}>{number}</a>
            </th>
            <td>{agency}</td>
            <td>{batchStateText(state)}</td>
            <td>
              <span class="label">Sejak </span>
              {momentText(since, frame.clock.zone)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
