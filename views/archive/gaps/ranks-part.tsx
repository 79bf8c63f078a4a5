import type { Rank } from '#domain/archive/completeness.ts'
import type { Frame } from '../../page.tsx'
import { CountedBars } from '../../parts/plot/counted-bars.tsx'
import { countedOnText, GAPS, RANKS, rankText } from './gaps-words.ts'

/** As it stood when it was counted; undefined until it was. */
export type ShownRanks = { countedAt: Date; people: Partial<Record<Rank, number>> } | undefined

/** How many people stand where; whoever was not counted yet only as long as there is one. */
export function Ranks({ frame, ranks }: { frame: Frame; ranks: ShownRanks }) {
  const shown = RANKS.filter((rank) => rank !== 'uncounted' || (ranks?.people.uncounted ?? 0) > 0)
  const bars = shown.map((rank) => ({ ...rankText(rank), count: ranks?.people[rank] ?? 0 }))
  return (
    <section id="kelengkapan" class="card">
      <h2>{GAPS.ranks}</h2>
      <p class="hint">{countedOnText(ranks?.countedAt, frame.clock.zone)}</p>
      {ranks && (
        <CountedBars
          id="kelengkapan-batang"
          title={GAPS.ranksTitle}
          headings={{ kind: GAPS.rank, count: GAPS.people }}
          bars={bars}
        />
      )}
    </section>
  )
}
