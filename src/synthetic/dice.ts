/** Numbers that look random and are the same for the same seed, on every machine. */
export type Dice = {
  /** From 0 up to, not including, `end`. */
  below: (end: number) => number
  chance: (share: number) => boolean
  oneOf: <Thing>(things: readonly Thing[]) => Thing
}

/** mulberry32: 32 bits of state, far more than synthetic people need. */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    chance: (share) => next() < share,
    oneOf: (things) => {
      const one = things[below(things.length)]
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    },
  }
}
