// Checks a file against the log in this browser: its SHA-256 is made here, and the file goes nowhere.
import { hexText } from './domain/tlog/hex.js'
import { parseVerifierKey } from './domain/tlog/verifier-key.js'
import { checkDocument, checkKept, checkList } from './domain/verification/check.js'
import { groupedVerificationCode, parseVerificationCode } from './domain/verification/code.js'
import { keptProof } from './domain/verification/prove-leaf.js'
import { parseStanding } from './domain/verification/standing.js'
import { verdictName } from './domain/verification/verdict.js'
import { sha256 as hasher, sha512 } from './hashes/sha2.js'

const part = (id) => document.getElementById(id)
const root = part('periksa')
const { vkey, log, standing, fingerprint, words } = root.dataset
const say = JSON.parse(words)
const [codeField, file, kept] = [part('kode-qr'), part('berkas'), part('bukti')]
const [start, cancel, step, progress] = ['mulai', 'batal', 'langkah', 'kemajuan'].map(part)

const WORTH_TELLING = 4 * 1024 * 1024
const LONGEST_PROOF = 1024 * 1024
const DAY = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' })

function sha256(...parts) {
  const hash = hasher.create()
  for (const one of parts) hash.update(one)
  return hash.digest()
}

const key = parseVerifierKey(sha256, vkey)
const ready = key.ok && chooseSignature(key.value.publicKey)

// Asked for at once, so that nothing is lacking when the net is gone.
async function chooseSignature(publicKey) {
  try {
    const own = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return (_, message, signature) => crypto.subtle.verify('Ed25519', own, signature, message)
  } catch {
    const ed25519 = await import('./ed25519/index.js')
    ed25519.hashes.sha512 = sha512
    return async (_, message, signature) =>
      ed25519.verify(signature, message, publicKey, { zip215: false })
  }
}

const source = {
  checkpoint: async () => {
    const answer = await fetch(`${log}checkpoint`, { cache: 'no-store' })
    return answer.ok ? answer.text() : undefined
  },
  tile: async (path) => {
    const answer = await fetch(log + path)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  },
  standing: async (index) => {
    const answer = await fetch(standing + index, { cache: 'no-store' })
    return answer.ok ? parseStanding(await answer.json()) : undefined
  },
}

const notChecked = (why) => ({ verdict: { kind: 'notChecked', why } })

// Piece by piece: a file of any size needs the room of one piece.
async function digestOf(blob, signal) {
  const hash = hasher.create()
  const reader = blob.stream().getReader()
  progress.hidden = blob.size < WORTH_TELLING
  for (let done = 0; ; progress.value = done / blob.size) {
    const piece = await reader.read()
    signal.throwIfAborted()
    if (piece.done) break
    hash.update(piece.value)
    done += piece.value.length
  }
  return hexText(hash.digest())
}

// Without a code the server is asked for it, by the hash alone.
async function findCode(digest) {
  const body = new URLSearchParams({ sidik: digest })
  const answer = await fetch(fingerprint, { method: 'POST', body }).catch(() => null)
  if (!answer?.ok) return notChecked(answer?.status === 429 ? 'slowed' : 'noLog')
  const found = parseVerificationCode((await answer.json()).code ?? '')
  if (!found.ok) return { verdict: { kind: 'unknown' } }
  codeField.value = groupedVerificationCode(found.value)
  return { code: found.value }
}

async function checkFile(proving, code, signal) {
  const chosen = file.files[0]
  step.textContent = say.hashing
  const digest = await digestOf(chosen, signal).catch((problem) => {
    if (signal.aborted) throw problem
  })
  if (!digest) return notChecked('unreadable')
  step.textContent = say.asking
  const proof = kept.files[0]
  // A longer file is no proof, and is not read whole to find that out.
  if (proof) {
    const text = proof.slice(0, LONGEST_PROOF).text()
    return checkKept(proving, await text.catch(() => ''), { ...code, digest })
  }
  const found = code ? { code } : await findCode(digest)
  return found.code ? checkDocument(proving, source, { ...found.code, digest }) : found
}

// What keeps it from being checked at all, before anything is read.
function refusal(typed) {
  if (!typed.ok && typed.problem !== 'empty') return say.notACode
  if (typed.value?.kind === 'list') return undefined
  if (!file.files[0]) return say.noFile
  return kept.files[0] && !typed.ok ? say.proofNeedsCode : undefined
}

let running

async function check() {
  const typed = parseVerificationCode(codeField.value)
  const refused = refusal(typed)
  if (refused) return refuse(refused)
  forget()
  step.textContent = say.asking
  running = new AbortController()
  const { signal } = running
  cancel.hidden = false
  const told = await judge(typed.value, signal).catch(() => undefined)
  if (signal.aborted) return
  rest('')
  show(told ?? notChecked('noLog'))
}

async function judge(code, signal) {
  if (!ready) return notChecked('noLog')
  const proving = { key: key.value, sha256, isSignature: await ready }
  return code?.kind === 'list'
    ? checkList(proving, source, code)
    : checkFile(proving, code, signal)
}

// Whoever is told what is lacking stands where it is to be typed or chosen.
function refuse(text) {
  step.textContent = text
  step.className = 'problem'
  ;(text === say.noFile ? file : codeField).focus()
}

function rest(text) {
  step.textContent = text
  step.className = ''
  cancel.hidden = true
  progress.hidden = true
}

function show({ verdict, proof }) {
  const template = document.querySelector(`template[data-verdict="${verdictName(verdict)}"]`)
  const card = template.content.cloneNode(true)
  const { at, index, version, newer } = verdict
  const slots = { hari: at && DAY.format(new Date(at)), nomor: index, versi: version, pengganti: newer }
  for (const slot of card.querySelectorAll('[data-slot]'))
    slot.textContent = slots[slot.dataset.slot] ?? ''
  const link = card.querySelector('a[download]')
  if (link && proof) {
    link.href = URL.createObjectURL(new Blob([keptProof(proof)], { type: 'text/plain' }))
    link.download = `asn-${index}.tlog-proof`
  }
  part('putusan').replaceChildren(card)
  part('putusan').firstElementChild.focus()
}

// No answer stands beside a file or a code that it is not about.
function forget() {
  running?.abort()
  part('putusan').replaceChildren()
  rest('')
}

// At once where a code is known; else whoever chose the file may still type one.
function chosen() {
  forget()
  if (file.files[0] && parseVerificationCode(codeField.value).ok) void check()
}

function take(files) {
  for (const one of files) {
    const list = new DataTransfer()
    list.items.add(one)
    ;(one.name.endsWith('.tlog-proof') ? kept : file).files = list.files
  }
  chosen()
}

function readAddress() {
  if (location.hash.length < 40) return
  forget()
  codeField.value = location.hash.slice(1)
  const read = parseVerificationCode(codeField.value)
  if (!read.ok) return refuse(say.notACode)
  codeField.value = groupedVerificationCode(read.value)
  if (read.value.kind === 'list') return void check()
  step.textContent = say.codeRead
  file.focus()
}

start.addEventListener('click', check)
cancel.addEventListener('click', () => {
  running?.abort()
  rest(say.cancelled)
})
codeField.addEventListener('input', forget)
file.addEventListener('change', chosen)
kept.addEventListener('change', chosen)
root.addEventListener('dragover', (event) => event.preventDefault())
root.addEventListener('drop', (event) => {
  event.preventDefault()
  take(event.dataTransfer.files)
})
addEventListener('hashchange', readAddress)
root.hidden = false
start.hidden = false
const manual = part('manual')
if (manual && !document.querySelector('main [role=alert]')) manual.open = false
readAddress()
