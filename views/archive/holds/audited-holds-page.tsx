import type { Zone } from '#domain/agency.ts'
import type { Hold } from '#domain/archive/hold.ts'
import { AuditedList, type AuditedListed, auditedTitle } from '../../audit/audited-list.tsx'
import type { Frame, Page } from '../../page.tsx'
import { dayText } from '../../parts/time-words.ts'
import { HOLD_LISTS } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { lastFourText } from '../destruction/item-words.ts'
import type { TypeNames } from '../record-name.ts'
import { AUDITED_HOLD, AUDITED_HOLDS, caseText, holderText } from './audited-hold-words.ts'
import { holdStateText, LISTS, scopeText } from './hold-words.ts'

/** `isDue`: somebody has to look at it again. */
export type AuditedHold = Hold & {
  lastFour: string
  agencyName: string | undefined
  recordType: string | undefined
  isDue: boolean
}

type Props = { frame: Frame; listed: AuditedListed<AuditedHold>; names: TypeNames }

/** The holds of all agencies, placed last first. */
export function auditedHoldsPage(props: Props): Page {
  const { frame, listed } = props
  return { title: auditedTitle(AUDITED_HOLDS.title, listed), main: <Holds {...props} />, frame }
}

function Holds({ frame, listed, names }: Props) {
  return (
    <AuditedList
      id="penahanan"
      words={AUDITED_HOLDS}
      place={paths.auditedHolds}
      pathOf={paths.auditedHoldsOf}
      states={HOLD_LISTS.map((value) => ({ value, label: LISTS[value] }))}
      listed={listed}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Perkara</th>
            <th scope="col">Instansi</th>
            <th scope="col">Yang ditahan</th>
            <th scope="col">Keadaan</th>
          </tr>
        </thead>
        <tbody>
          {listed.lines.map((hold) => (
            <HoldRow hold={hold} names={names} zone={frame.clock.zone} />
          ))}
        </tbody>
      </table>
    </AuditedList>
  )
}

function HoldRow({ hold, names, zone }: { hold: AuditedHold; names: TypeNames; zone: Zone }) {
  const { isDue, silent, recordType } = hold
  return (
    <tr>
      <th scope="row">
        <a href={paths.auditedHold(hold.id)}>{caseText(hold.caseNo)}</a>
      </th>
      <td>{holderText(hold.agencyName)}</td>
      <td>
        {scopeText(hold.scope, { recordType, slot: '' }, names)}
        <p class="hint">{lastFourText(hold.lastFour)}</p>
        {silent && <p class="hint">{AUDITED_HOLD.secret}</p>}
      </td>
      <td>
        <span class={isDue ? 'state bad' : 'state'}>{holdStateText(hold, isDue, zone)}</span>
        <p class="hint">Dipasang {dayText(hold.placedAt, zone)}</p>
      </td>
    </tr>
  )
}
