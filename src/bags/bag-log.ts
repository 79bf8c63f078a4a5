import { type DocumentCode, formatVerificationCode } from '#domain/verification/code.ts'
import {
  keptProof,
  type LogSource,
  openHead,
  type Proving,
  proveLeaf,
} from '#domain/verification/prove-leaf.ts'

/** The public log, and what is proven with. */
export type LogPlace = {
  tlog: LogSource & { vkey: () => Promise<string | undefined> }
  checks: { provingWith: (vkey: string) => Proving | undefined }
}

/** What a bag takes along of the log: one checkpoint for all that it proves. */
export type BagLog = {
  checkpoint: string
  vkey: string
  /** The `.tlog-proof` of a document; undefined while the log is not signed with it. */
  prove: (index: number) => Promise<string | undefined>
}

/** Undefined where the log cannot be read just now: a bag is worth having without it. */
export async function openBagLog({ tlog, checks }: LogPlace): Promise<BagLog | undefined> {
  const vkey = await tlog.vkey()
  const proving = vkey === undefined ? undefined : checks.provingWith(vkey)
  const head = proving && (await openHead(proving, tlog))
  if (vkey === undefined || !proving || !head?.ok) return undefined
  return {
    checkpoint: head.value.note,
    vkey,
    prove: async (index) => {
      const proven = await proveLeaf(proving, tlog, head.value, index)
      return proven.ok ? keptProof(proven.value) : undefined
    },
  }
}

/** What is known of a document in the log, and the file that proves it. */
export type LoggedDocument = { index: number; code: string; proof: string }

export async function proofOf(
  log: BagLog | undefined,
  { index, salt }: { index: number | undefined; salt: string | undefined },
): Promise<LoggedDocument | undefined> {
  const proof = index === undefined ? undefined : await log?.prove(index)
  if (proof === undefined || index === undefined || salt === undefined) return undefined
  const code: DocumentCode = { kind: 'document', index, salt }
  return { index, code: formatVerificationCode(code), proof }
}
