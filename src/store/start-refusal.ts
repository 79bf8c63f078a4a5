const NAME = 'StartRefusal'

/** An error whose message alone, without its stack, tells an operator what to do next. */
export function startRefusal(sentence: string, cause?: unknown): Error {
  return Object.assign(new Error(sentence, { cause }), { name: NAME })
}

export function isStartRefusal(problem: unknown): problem is Error {
  return problem instanceof Error && problem.name === NAME
}
