/**
 * The two-sided p of the Mann-Whitney U test by the normal approximation, corrected for ties and
 * for continuity, for samples of some twenty and more (Hollander and Wolfe, Nonparametric
 * Statistical Methods, 4.1).
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const [n, m] = [one.length, other.length]
  const ranked = ranks([...one, ...other])
  const u = ranked.ranks.slice(0, n).reduce((sum, rank) => sum + rank, 0) - (n * (n + 1)) / 2
  const total = n + m
  const ties = ranked.ties.reduce((sum, t) => sum + t ** 3 - t, 0)
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)))
  const distance = Math.max(Math.abs(u - (n * m) / 2) - 0.5, 0)
  return variance === 0 ? 1 : 2 * (1 - normal(distance / Math.sqrt(variance)))
}

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (low + high) / 2
}

/** Equal values share the mean of their ranks; `ties` are the sizes of such groups. */
function ranks(values: readonly number[]): { ranks: number[]; ties: number[] } {
  const order = values.map((_, at) => at).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks: number[] = []
  const ties: number[] = []
  for (let start = 0; start < order.length; ) {
    const value = values[order[start] ?? 0]
    let end = start
    while (end < order.length && values[order[end] ?? 0] === value) end += 1
    for (const at of order.slice(start, end)) ranks[at] = (start + 1 + end) / 2
    ties.push(end - start)
    start = end
  }
  return { ranks, ties }
}

/** The normal distribution, to 1.5e-7 (Abramowitz and Stegun 7.1.26). */
function normal(z: number): number {
  const x = z / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return 0.5 * (2 - poly * Math.exp(-x * x))
}
