import { TYPE_REQUEST_STATES, type TypeRequest } from '#domain/archive/type-request.ts'
import { AuditedList, type AuditedListed, auditedTitle } from '../../audit/audited-list.tsx'
import type { Frame, Page } from '../../page.tsx'
import { dayText } from '../../parts/time-words.ts'
import { TYPE_STATE_NAMES } from '../../path-queries.ts'
import { paths } from '../../paths.ts'
import { AUDITED_TYPES, typeStateText } from './audited-type-words.ts'

export type AuditedType = TypeRequest & {
  typeName: string
  askerName: string
  deciderName: string | undefined
}

type Props = { frame: Frame; listed: AuditedListed<AuditedType> }

/** What was asked of types of records, asked last first. */
export function auditedTypesPage(props: Props): Page {
  const { frame, listed } = props
  return { title: auditedTitle(AUDITED_TYPES.title, listed), main: <Types {...props} />, frame }
}

function Types({ frame, listed }: Props) {
  return (
    <AuditedList
      id="jenis-arsip"
      words={AUDITED_TYPES}
      place={paths.auditedTypes}
      pathOf={paths.auditedTypesOf}
      states={TYPE_REQUEST_STATES.map(stateChoice)}
      isOfNation
      listed={listed}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Jenis arsip</th>
            <th scope="col">Diusulkan</th>
            <th scope="col">Keadaan</th>
          </tr>
        </thead>
        <tbody>
          {listed.lines.map((request) => (
            <Row request={request} frame={frame} />
          ))}
        </tbody>
      </table>
    </AuditedList>
  )
}

function stateChoice(state: TypeRequest['state']) {
  return { value: TYPE_STATE_NAMES[state], label: typeStateText(state) }
}

function Row({ request, frame }: { request: AuditedType; frame: Frame }) {
  const { zone } = frame.clock
  return (
    <tr>
      <th scope="row">
        <a href={paths.auditedType(request.id)}>{request.typeName}</a>
      </th>
      <td>
        <span class="label">Diusulkan </span>
        {dayText(request.askedAt, zone)}
        <p class="hint">{request.askerName}</p>
      </td>
      <td>
        {typeStateText(request.state)}
        {request.state !== 'open' && (
          <p class="hint">
            {dayText(request.decidedAt, zone)}, {request.deciderName}
          </p>
        )}
      </td>
    </tr>
  )
}
