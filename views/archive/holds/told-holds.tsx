import type { Zone } from '#domain/agency.ts'
import { dayText } from '../../parts/time-words.ts'
import { toldHoldText } from './told-words.ts'

type Props = { holds: readonly { agencyName: string; placedAt: Date }[]; zone: Zone }

/** On a record of one's own: that it is held. Nothing where nobody may tell. */
export function ToldHolds({ holds, zone }: Props) {
  if (holds.length === 0) return null
  return (
    <div class="aside">
      {holds.map(({ agencyName, placedAt }) => (
        <p>{toldHoldText(agencyName, dayText(placedAt, zone))}</p>
      ))}
    </div>
  )
}
