import type { Frame, Page } from '../../page.tsx'
import { Notice } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import type { RuleDone } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { BATCHES } from '../destruction/batch-words.ts'
import { RETENTION_PAGE, ruleDoneText } from './retention-page-words.ts'
import type { ShownRuleRequest } from './rule-request-page.tsx'
import { dispositionText, periodText } from './rule-words.ts'

type Props = {
  frame: Frame
  requests: readonly ShownRuleRequest[]
  /** Whether the archivist's pages are theirs. */
  isArchivist: boolean
  done: RuleDone | undefined
}

export function ruleRequestsPage(props: Props): Page {
  return { title: RETENTION_PAGE.requests, main: <Requests {...props} />, frame: props.frame }
}

function Requests({ frame, requests, isArchivist, done }: Props) {
  return (
    <section id="usulan" class="card">
      <h1>{RETENTION_PAGE.requests}</h1>
      <Notice text={done && ruleDoneText(done)} />
      {requests.length === 0 ? (
        <p class="none">{RETENTION_PAGE.noRequests}</p>
      ) : (
        <table>
          <caption>Usulan yang menunggu keputusan, yang paling lama lebih dahulu</caption>
          <thead>
            <tr>
              <th scope="col">Aturan</th>
              <th scope="col">Masa simpan</th>
              <th scope="col">Diusulkan</th>
            </tr>
          </thead>
          <tbody>
            {requests.map(({ id, terms, askedAt, askerName }) => (
              <tr>
                <th scope="row">
                  <a href={paths.ruleRequest(id)}>
                    <code>{terms.classification}</code> {terms.name}
                  </a>
                </th>
                <td>
                  Aktif {periodText(terms.active)}; inaktif {periodText(terms.inactive)};{' '}
                  {dispositionText(terms.disposition).toLowerCase()}
                </td>
                <td>
                  {askerName}, {momentText(askedAt, frame.clock.zone)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="actions">
        <a href={paths.batches}>{BATCHES.title}</a>
      </p>
      {isArchivist && (
        <p class="actions">
          <a href={paths.retentionRules}>{RETENTION_PAGE.rules}</a>
          <a href={paths.retention}>{RETENTION_PAGE.back}</a>
        </p>
      )}
    </section>
  )
}
