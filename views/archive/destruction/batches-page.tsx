import type { BatchState } from '#domain/archive/destruction/batch.ts'
import type { Frame, Page } from '../../page.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { BATCHES, batchStateText } from './batch-words.ts'

type Listed = { id: string; state: BatchState; since: Date; number: string }

type Props = {
  frame: Frame
  batches: readonly Listed[]
  /** Whether the hat draws up lists. */
  mayPropose: boolean
  more: string | undefined
}

/** Newest first. */
export function batchesPage(props: Props): Page {
  return { title: BATCHES.title, main: <Batches {...props} />, frame: props.frame }
}

function Batches({ frame, batches, mayPropose, more }: Props) {
  return (
    <section id="pemusnahan" class="card">
      <h1>{BATCHES.title}</h1>
      <p>{BATCHES.lead}</p>
      {mayPropose && (
        <p class="actions">
          <a class="button" href={paths.proposals}>
            {BATCHES.propose}
          </a>
        </p>
      )}
      {batches.length === 0 ? (
        <p class="none">{BATCHES.none}</p>
      ) : (
        <Table {...{ frame, batches }} />
      )}
      {more && (
        <p class="actions">
          <a href={more}>{BATCHES.more}</a>
        </p>
      )}
    </section>
  )
}

function Table({ frame, batches }: Pick<Props, 'frame' | 'batches'>) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Daftar</th>
          <th scope="col">Keadaan</th>
          <th scope="col">Sejak</th>
        </tr>
      </thead>
      <tbody>
        {batches.map(({ id, number, state, since }) => (
          <tr>
            <th scope="row">
              <a href={paths.batch(id)}>{number}</a>
            </th>
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
