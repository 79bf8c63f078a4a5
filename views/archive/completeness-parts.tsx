import type { Zone } from '#domain/agency.ts'
import type { FoundSlot, Score } from '#domain/archive/completeness.ts'
import { Tile } from '../parts/tile.tsx'
import {
  COMPLETENESS,
  categoryText,
  lackingText,
  NO_SCORE,
  scoreText,
  sharesText,
  UPLOAD,
  UPLOAD_AGAIN,
} from './completeness-words.ts'
import { slotName, stateName, stateText, whyText } from './slot-words.ts'

type ScoreProps = { score: Score | undefined; gaps: readonly FoundSlot[] }

/** How far an archive is, in a word, a number and a bar; PPPK have no score. */
export function ScoreTile({ score, gaps }: ScoreProps) {
  return (
    <Tile heading={COMPLETENESS}>
      {score ? <Points score={score} /> : <p class="hint">{NO_SCORE}</p>}
      <p>{lackingText(gaps)}</p>
    </Tile>
  )
}

function Points({ score }: { score: Score }) {
  return (
    <>
      <p class="lead">
        <b>{categoryText(score.category)}</b>
        {`, skor ${scoreText(score)}`}
      </p>
      <progress max={100} value={score.total / 100} aria-label={COMPLETENESS} />
      <p class="hint">{sharesText(score)}</p>
    </>
  )
}

type GapProps = {
  gaps: readonly FoundSlot[]
  uploadPath: (gap: FoundSlot) => string
  now: Date
  zone: Zone
}

/** Each with the reason why it is asked for, and one tap from its upload; the tile says if there is none. */
export function GapList({ gaps, ...around }: GapProps) {
  if (gaps.length === 0) return null
  return (
    <ul class="rows">
      {gaps.map((gap) => (
        <Gap gap={gap} {...around} />
      ))}
    </ul>
  )
}

function Gap({ gap, uploadPath, now, zone }: Omit<GapProps, 'gaps'> & { gap: FoundSlot }) {
  const more = stateText(gap.state, now, zone)
  return (
    <li class="card">
      <h3>{slotName(gap)}</h3>
      <p>
        <b>{stateName(gap.state)}</b>
        {`. ${whyText(gap.why)}.`}
      </p>
      {more && <p class="hint">{more}</p>}
      <p class="actions">
        <a class="button quiet" href={uploadPath(gap)}>
          {gap.state.kind === 'returned' ? UPLOAD_AGAIN : UPLOAD}
          <span class="spoken"> {slotName(gap)}</span>
        </a>
      </p>
    </li>
  )
}
