/** A share of the whole as a bar in a table, whose number stands beside it. */
export function ShareBar({ percent }: { percent: number }) {
  return (
    <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width={100} height={8} />
      <rect width={Math.min(Math.max(percent, 0), 100)} height={8} />
    </svg>
  )
}
