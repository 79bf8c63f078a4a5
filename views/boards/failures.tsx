import {
  CODE_REASONS,
  type Counts,
  clockCodes,
  failedCodes,
  RESET_WAYS,
} from '#domain/boards/counts.ts'
import type { Queue } from '#domain/boards/queue.ts'
import { QUEUES } from '#domain/boards/queue.ts'
import { percentOf } from '#domain/boards/standing.ts'
import { countText, percentText } from '../parts/number-words.ts'
import { ShareBar } from '../parts/plot/share-bar.tsx'
import { Scroll } from '../parts/scroll.tsx'
import {
  ageText,
  CLOCK_ADVICE,
  clockShareText,
  EMPTY_QUEUES,
  NO_FAILED_CODES,
  queueText,
  reasonText,
  wayText,
} from './board-words.ts'

type CodesProps = { counts: Counts; clockPeople: number | undefined }

/** Why codes failed: how many of them a clock set right would have saved. */
export function FailedCodes({ counts, clockPeople }: CodesProps) {
  const failed = failedCodes(counts)
  const clock = clockCodes(counts)
  return (
    <section class="card">
      <h2>Kode yang gagal</h2>
      {failed === 0 ? (
        <p class="none">{NO_FAILED_CODES}</p>
      ) : (
        <>
          <p class="lead">{clockShareText(clock, failed, clockPeople)}</p>
          {clock > 0 && <p class="hint">{CLOCK_ADVICE}</p>}
          <ReasonTable counts={counts} failed={failed} />
        </>
      )}
    </section>
  )
}

function ReasonTable({ counts, failed }: { counts: Counts; failed: number }) {
  return (
    <Scroll label="Tabel kode yang gagal">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Sebab</th>
            <th scope="col">Kode</th>
            <th scope="col">Persen</th>
          </tr>
        </thead>
        <tbody>
          {CODE_REASONS.map((reason) => {
            const percent = percentOf(counts[reason], failed)
            return (
              <tr>
                <th scope="row">{reasonText(reason)}</th>
                <td>{countText(counts[reason])}</td>
                <td>
                  {percentText(percent)}
                  <ShareBar percent={percent} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

export function Resets({ counts }: { counts: Counts }) {
  return (
    <section class="card">
      <h2>Reset</h2>
      <Scroll label="Tabel reset">
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">Cara</th>
              <th scope="col">Jumlah</th>
            </tr>
          </thead>
          <tbody>
            {RESET_WAYS.map((way) => (
              <tr>
                <th scope="row">{wayText(way)}</th>
                <td>{countText(counts[way])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

type QueuesProps = { queues: readonly Queue[]; now: Date }

export function Queues({ queues, now }: QueuesProps) {
  const waiting = QUEUES.flatMap((name) => queues.filter(({ queue }) => queue === name))
  return (
    <section class="card">
      <h2>Antrean</h2>
      {waiting.length === 0 ? (
        <p class="none">{EMPTY_QUEUES}</p>
      ) : (
        <Scroll label="Tabel antrean">
          <table class="numbers queues">
            <thead>
              <tr>
                <th scope="col">Yang menunggu</th>
                <th scope="col">Jumlah</th>
                <th scope="col">Paling lama</th>
              </tr>
            </thead>
            <tbody>
              {waiting.map(({ queue, waiting: count, oldest }) => (
                <tr>
                  <th scope="row">{queueText(queue)}</th>
                  <td>{countText(count)}</td>
                  <td>{ageText(oldest, now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}
