import type { Context } from 'hono'
import { base64Text } from '#domain/tlog/base64.ts'
import { type Checkpoint, parseCheckpoint } from '#domain/tlog/checkpoint.ts'
import { parseSignedNote } from '#domain/tlog/signed-note.ts'
import { logPage } from '#views/nation/log-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import { readLogBoard } from '../../store/tlog/log-board.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

/** GET /nasional/log: what is signed, and whether it is what the tables and the files say. */
export function getNationLog(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { note, looks } = await readLogBoard(deps.sql)
    const found = note && openText(note.text)
    const checkpoint = found && note && { ...found, root: base64Text(found.root), at: note.at }
    const vkey = await deps.tlog.vkey()
    return respond(c, logPage({ frame: frameOf(deps, c.var), checkpoint, vkey, looks }))
  }
}

/** Shown as it is kept; whether it is signed right is what a look says. */
function openText(note: string): Checkpoint | undefined {
  const parsed = parseSignedNote(note)
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : undefined
  return checkpoint?.ok ? checkpoint.value : undefined
}
