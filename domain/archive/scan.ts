/** Whether a scanner must have looked before a file goes on, may have, or is not asked at all. */
export type ScanPolicy = 'required' | 'optional' | 'off'

/** The scanner and the state of its signatures, as it names them itself. */
export type ScanEngine = { engine: string; signatures: string }

/** What is known about malware in a file; not looked is never the same as nothing found. */
export type ScanAnswer =
  | { kind: 'scanClean'; by: ScanEngine }
  | { kind: 'scanFound'; by: ScanEngine; name: string }
  | { kind: 'notScanned'; why: NotScanned }

export type NotScanned = 'off' | 'absent' | 'slow' | 'oversize' | 'misunderstood'

/** Goes on, stays in quarantine until a scanner answers, or is refused. */
export type ScanVerdict = 'passes' | 'waits' | 'malwareFound'

/** What is found is refused under every policy: whoever is asked less is not told more lightly. */
export function judgeScan(answer: ScanAnswer, policy: ScanPolicy): ScanVerdict {
  switch (answer.kind) {
    case 'scanFound':
      return 'malwareFound'
    case 'scanClean':
      return 'passes'
    case 'notScanned':
      return policy === 'required' ? 'waits' : 'passes'
  }
}

/** A file is looked at again once its scanner knows more than it did then. */
export function isScanDue(answer: ScanAnswer, now: ScanEngine): boolean {
  if (answer.kind === 'notScanned') return true
  return answer.by.engine !== now.engine || answer.by.signatures !== now.signatures
}
