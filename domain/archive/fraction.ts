/** An exact number of hundredths: sums of shares have no other rounding than the last one. */
export type Fraction = { over: bigint; under: bigint }

/** `points` times `part` of `whole`. */
export function shareOf(points: number, part: number, whole: number): Fraction {
  return { over: BigInt(points) * BigInt(part), under: BigInt(whole) }
}

export function whole(points: number): Fraction {
  return { over: BigInt(points), under: 1n }
}

export function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(
    (sum, one) => ({
      over: sum.over * one.under + one.over * sum.under,
      under: sum.under * one.under,
    }),
    whole(0),
  )
}

/** Half a hundredth is rounded up. */
export function rounded({ over, under }: Fraction): number {
  return Number((2n * over + under) / (2n * under))
}
