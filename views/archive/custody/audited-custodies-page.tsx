import { CUSTODY_STATES, type Custody } from '#domain/archive/custody.ts'
import { AuditedList, type AuditedListed, auditedTitle } from '../../audit/audited-list.tsx'
import type { Frame, Page } from '../../page.tsx'
import { countText } from '../../parts/number-words.ts'
import { dayText } from '../../parts/time-words.ts'
import { CUSTODY_STATE_NAMES } from '../../path-queries.ts'
import { paths } from '../../paths.ts'
import { lastFourText } from '../destruction/item-words.ts'
import { AUDITED_CUSTODIES, equalText, stateName } from './audited-custody-words.ts'
import { custodyStateText } from './custody-words.ts'

export type AuditedCustody = Custody & { lastFour: string; fromName: string; toName: string }

type Props = { frame: Frame; listed: AuditedListed<AuditedCustody> }

/** The transfers between all agencies, offered last first. */
export function auditedCustodiesPage(props: Props): Page {
  const { frame, listed } = props
  const title = auditedTitle(AUDITED_CUSTODIES.title, listed)
  return { title, main: <Custodies {...props} />, frame }
}

function Custodies({ frame, listed }: Props) {
  return (
    <AuditedList
      id="serah-terima"
      words={AUDITED_CUSTODIES}
      place={paths.auditedCustodies}
      pathOf={paths.auditedCustodiesOf}
      states={CUSTODY_STATES.map(stateChoice)}
      listed={listed}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Serah terima</th>
            <th scope="col">Dari dan ke</th>
            <th scope="col">Keadaan</th>
          </tr>
        </thead>
        <tbody>
          {listed.lines.map((custody) => (
            <Row custody={custody} frame={frame} />
          ))}
        </tbody>
      </table>
    </AuditedList>
  )
}

function stateChoice(state: Custody['state']) {
  return { value: CUSTODY_STATE_NAMES[state], label: stateName(state) }
}

function Row({ custody, frame }: { custody: AuditedCustody; frame: Frame }) {
  const { clock } = frame
  return (
    <tr>
      <th scope="row">
        <a href={paths.auditedCustody(custody.id)}>
          {dayText(custody.offeredAt, clock.zone)}, {lastFourText(custody.lastFour)}
        </a>
      </th>
      <td>
        {custody.fromName} ke {custody.toName}
        <p class="hint">{countText(custody.list.length)} arsip</p>
      </td>
      <td>
        {custodyStateText(custody, clock)}
        {custody.state === 'accepted' && <p class="hint">{equalText(custody.differences)}</p>}
      </td>
    </tr>
  )
}
