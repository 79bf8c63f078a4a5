/** Holds hashing to the cores there are, and those who wait to a number that memory bears. */
export type HashQueue = {
  /** A place, taken before the account is looked up; none: answer 503 (R-HA-03). */
  enter: () => Place | undefined
  /** Places taken, whether they hash, wait or have yet to begin. */
  readonly length: number
}

export type Place = {
  /**
   * Waits for a worker, first come first served, works and gives the place back, whatever `work`
   * does. Run again (a new hash after a right password) it takes one more, and is never refused.
   */
  run: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
  /** Gives back a place that was not used; otherwise, and the second time, nothing happens. */
  leave: () => void
}

/** At most `workers` hashes at once, and at most `waiting` beyond them. */
export function makeHashQueue(limits: { workers: number; waiting: number }): HashQueue {
  const withWorker = makeTurns(limits.workers)
  let taken = 0

  function enter(): Place | undefined {
    if (taken >= limits.workers + limits.waiting) return undefined
    taken += 1
    let unused = true

    async function run<Answer>(work: () => Promise<Answer>): Promise<Answer> {
      if (!unused) taken += 1
      unused = false
      return withWorker(work).finally(() => {
        taken -= 1
      })
    }

    function leave(): void {
      if (unused) taken -= 1
      unused = false
    }

    return { run, leave }
  }

  return {
    enter,
    get length() {
      return taken
    },
  }
}

function makeTurns(workers: number) {
  const queue: (() => void)[] = []
  let free = workers

  async function turn(): Promise<void> {
    if (free === 0) return new Promise((resolve) => queue.push(resolve))
    free -= 1
  }

  function handOn(): void {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }

  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    await turn()
    try {
      return await work()
    } finally {
      handOn()
    }
  }
}
