import type { Context } from 'hono'
import { parseVerificationCode, type VerificationCode } from '#domain/verification/code.ts'
import type { Verdict } from '#domain/verification/verdict.ts'
import { paths } from '#views/paths.ts'
import { CHECK_FIELDS } from '#views/verification/check-words.ts'
import type { Deps, ForVisitor } from '../../deps.ts'
import { field, readForm } from '../form.ts'
import type { FilePart } from '../multipart.ts'
import { fileOf } from '../open-upload.ts'
import { seeOther } from '../respond.ts'
import { checkedTooOften } from './allowance.ts'
import { refuseCheck, showVerdict } from './check.ts'
import { judgeFile, judgeList } from './judge.ts'

const LARGEST = 200 * 1000 * 1000

/** POST /verifikasi/kiriman: the file itself, of which nothing stays but its SHA-256 while one waits. */
export function postCheckUpload(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const typed = await readTyped(c)
    const code = parseVerificationCode(typed.uploadCode)
    if (!code.ok && code.problem === 'notACode')
      return refuseCheck(deps, c, { typed, problem: { kind: 'notACode', of: 'upload' } })
    const file = fileOf(c)
    if (!file || file.name === '')
      return refuseCheck(deps, c, { typed, problem: { kind: 'fileMissing' } })
    const slowed = await checkedTooOften(deps, c.var.visit, 'upload')
    if (slowed) return refuseCheck(deps, c, { typed, problem: slowed })
    const verdict = await judge(deps, file, code.ok ? code.value : undefined)
    return verdict
      ? showVerdict(deps, c, { typed, verdict })
      : refuseCheck(deps, c, { typed, problem: { kind: 'fileTooLarge' } })
  }
}

export function checkUploadAgain(deps: Deps) {
  return async (c: Context<ForVisitor>) =>
    refuseCheck(deps, c, { typed: await readTyped(c), problem: { kind: 'stale' } })
}

/** GET of the same address. */
export function getCheckUpload() {
  return (c: Context<ForVisitor>) => seeOther(c, paths.check)
}

/** Undefined for a file that is too large; that of a berita acara is not what its code is about. */
async function judge(
  deps: Deps,
  { chunks }: FilePart,
  code: VerificationCode | undefined,
): Promise<Verdict | undefined> {
  const digest = await deps.checks.digestOf(chunks, LARGEST)
  if (!digest) return undefined
  return code?.kind === 'list' ? judgeList(deps, code) : judgeFile(deps, code, digest)
}

async function readTyped(c: Context<ForVisitor>) {
  const form = await readForm(c, { [CHECK_FIELDS.uploadCode]: field(500) })
  return { uploadCode: form[CHECK_FIELDS.uploadCode] }
}
