/** Why a file cannot be imported at all; told to whoever started it, and nothing is kept of it. */
export type ImportProblem =
  | { kind: 'noFile'; path: string }
  | { kind: 'noKnownFiles'; path: string }
  | { kind: 'mixedFiles'; path: string }
  | { kind: 'unknownColumns'; path: string }
  | { kind: 'columnTwice'; column: string }
  | { kind: 'badCsv' | 'tooLong'; line: number }
  | { kind: 'truncated' | 'notAnExport'; path: string }
  | { kind: 'anotherIsRunning' }

type ImportRefusal = Error & { importProblem: ImportProblem }

/** Thrown, for it ends streams on their way; caught in one place, where the program ends. */
export function importRefusal(importProblem: ImportProblem): ImportRefusal {
  return Object.assign(new Error(importProblem.kind), { importProblem })
}

export function importProblemIn(problem: unknown): ImportProblem | undefined {
  return problem instanceof Error && 'importProblem' in problem
    ? (problem as ImportRefusal).importProblem
    : undefined
}
