import { listArrived } from '../store/archive/uploads.ts'
import { destroyDueKeys, withdrawStale } from '../store/archive/withdrawals.ts'
import { type Checking, checkOne } from './check.ts'
import { type Reception, receive } from './receive.ts'
import { type Rescanning, rescanSome } from './rescan.ts'
import { findArrived, tidy } from './tidy.ts'

export type Workplace = Reception &
  Checking &
  Rescanning & {
    /** How many versions are looked at at once. */
    checkers: number
    /** Whether our clock is to be believed; nothing is cleared away by one that another contradicts. */
    isCertain: () => boolean
    failed: (problem: unknown) => void
  }

const PAUSE_MS = 1000
const TIDY_MS = 10 * 60_000
const RESCAN_MS = 60_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Finishes what arrived, looks at what is in quarantine and clears away what is over. Any number of
 * processes may do so: what one has begun no other touches, and what a killed one left is gone on with.
 */
export function workOnReceiving(place: Workplace): { stop: () => Promise<void> } {
  const loops = [
    loop(place, PAUSE_MS, () => receiveArrived(place)),
    loop(place, TIDY_MS, () => clearAway(place)),
    loop(place, RESCAN_MS, () => rescanSome(place)),
    ...Array.from({ length: place.checkers }, () => loop(place, PAUSE_MS, () => checkOne(place))),
  ]
  return { stop: async () => void (await Promise.all(loops.map(({ stop }) => stop()))) }
}

/** True while there may be more at once; one that cannot be received keeps no other waiting. */
async function receiveArrived(place: Workplace): Promise<boolean> {
  const problems: unknown[] = []
  let received = 0
  for (const id of await listArrived(place.sql)) {
    const got = await receive(place, id).catch((problem) => void problems.push(problem))
    if (got?.ok) received += 1
  }
  if (problems.length > 0) throw problems[0]
  return received > 0
}

async function clearAway(place: Workplace): Promise<false> {
  const { keyring, clock, isCertain } = place
  if (!isCertain()) {
    await findArrived(place)
    return false
  }
  await tidy({ ...place, clock })
  while ((await withdrawStale(keyring, clock())) > 0);
  while ((await destroyDueKeys(keyring, clock())) > 0);
  return false
}

/** What fails is tried again, less and less often: a store that is full stays so for a while. */
function loop({ failed }: Workplace, pauseMs: number, work: () => Promise<boolean>) {
  let [isStopping, wake] = [false, () => {}]
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, ms).unref()
    })
  const rounds = async () => {
    for (let ms = pauseMs; !isStopping; ) {
      const done = await work().catch((problem) => void failed(problem))
      ms = done === undefined ? Math.min(ms * 2, Math.max(pauseMs, LONGEST_PAUSE_MS)) : pauseMs
      if (!done && !isStopping) await pause(ms)
    }
  }
  const done = rounds()
  return {
    stop: () => {
      isStopping = true
      wake()
      return done
    },
  }
}
