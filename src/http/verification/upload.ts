import type { Context } from 'hono'
import { parseVerificationCode } from '#domain/verification/code.ts'
import { paths } from '#views/paths.ts'
import { CHECK_FIELDS } from '#views/verification/check-words.ts'
import type { Deps, ForVisitor } from '../../deps.ts'
import { field, readForm } from '../form.ts'
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
    const slowed = await checkedTooOften(deps, c.var.visit, 'upload')
    if (slowed) return refuseCheck(deps, c, { typed, problem: slowed })
    if (code.ok && code.value.kind === 'list')
      return showVerdict(deps, c, { typed, verdict: await judgeList(deps, code.value) })
    const file = fileOf(c)
    if (!file || file.name === '')
      return refuseCheck(deps, c, { typed, problem: { kind: 'fileMissing' } })
    const digest = await deps.checks.digestOf(file.chunks, LARGEST)
    if (!digest) return refuseCheck(deps, c, { typed, problem: { kind: 'fileTooLarge' } })
    const document = code.ok && code.value.kind === 'document' ? code.value : undefined
    return showVerdict(deps, c, { typed, verdict: await judgeFile(deps, document, digest) })
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

async function readTyped(c: Context<ForVisitor>) {
  const form = await readForm(c, { [CHECK_FIELDS.uploadCode]: field(500) })
  return { uploadCode: form[CHECK_FIELDS.uploadCode] }
}
