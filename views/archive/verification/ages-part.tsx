import { QUEUE_AGES, type QueueAge } from '#domain/archive/queue-age.ts'
import type { Frame } from '../../page.tsx'
import { CountedBars } from '../../parts/plot/counted-bars.tsx'
import { AGES, agesCountedText, queueAgeText } from './ages-words.ts'

/** As it stood when it was counted; undefined until it was. */
export type ShownAges = { countedAt: Date; waiting: Record<QueueAge, number> } | undefined

/** How much waits for how long, all of it: the list above has the oldest alone. */
export function Ages({ frame, ages }: { frame: Frame; ages: ShownAges }) {
  return (
    <section id="lama-menunggu" class="card">
      <h2>{AGES.heading}</h2>
      <p class="hint">{agesCountedText(ages?.countedAt, frame.clock.zone)}</p>
      {ages && (
        <CountedBars
          id="lama-batang"
          title={AGES.title}
          headings={{ kind: AGES.since, count: AGES.records }}
          bars={QUEUE_AGES.map((age) => ({ ...queueAgeText(age), count: ages.waiting[age] }))}
        />
      )}
    </section>
  )
}
