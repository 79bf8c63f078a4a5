import { type Progress, progressText } from '#views/import/progress-words.ts'

/** `write`: where the line goes; `isTerminal`: whether it may be drawn over and over. */
export type Screen = { write: (text: string) => void; isTerminal: boolean; uptime: () => number }

const REDRAW_MS = 200
const TELL_MS = 10_000

/** A bar that is drawn as things move: often on a terminal, now and then into a file. */
export function showProgress(
  { write, isTerminal, uptime }: Screen,
  { what, unit, total }: { what: string; unit: 'baris' | 'MB'; total: number },
) {
  const begun = uptime()
  let [before, drawnAt] = [-1, begun]
  let last: Progress = { done: 0, before: 0, total, seconds: 0 }
  const draw = (end: string) => write(progressText(what, unit, last) + end)
  return {
    moved: (done: number) => {
      if (before < 0) before = done
      const now = uptime()
      last = { done, before, total, seconds: (now - begun) / 1000 }
      if (now - drawnAt < (isTerminal ? REDRAW_MS : TELL_MS)) return
      drawnAt = now
      draw(isTerminal ? '\u001b[K\r' : '\n')
    },
    finish: () => {
      last = { ...last, done: total, before, seconds: (uptime() - begun) / 1000 }
      draw(isTerminal ? '\u001b[K\n' : '\n')
    },
  }
}
