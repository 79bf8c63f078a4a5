import type { ReceiveRefusal } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Deps } from '../../deps.ts'

/**
 * T2 now, if it can be; a store that is away or pictures that have to become a PDF are left to the job,
 * which finds all bytes there. What is answered is only why nothing will come of it.
 */
export async function finishUpload(
  { uploads, report }: Pick<Deps, 'uploads' | 'report'>,
  id: VersionId,
  reference: string,
): Promise<ReceiveRefusal | undefined> {
  try {
    const received = await uploads.finish(id)
    return received.ok ? undefined : refusalIn(received.problem)
  } catch (problem) {
    report.problem(problem, reference)
    return undefined
  }
}

type Finished = Awaited<ReturnType<Deps['uploads']['finish']>>
type Unfinished = Extract<Finished, { ok: false }>['problem']

function refusalIn(problem: Unfinished): ReceiveRefusal | undefined {
  switch (problem.kind) {
    case 'busy':
    case 'notYet':
    case 'notWhole':
    case 'noSuchUpload':
    case 'alreadyReceived':
      return undefined
    default:
      return problem
  }
}
