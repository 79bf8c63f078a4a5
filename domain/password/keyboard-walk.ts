const SHIFTED = '!@#$%^&*()_+{}|:"<>?~'
const PLAIN = "1234567890-=[]\\;',./`"

const PATHS = [
  '1234567890-=',
  '01234567890',
  'qwertyuiop[]\\',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmikolp',
  'zaq1xsw2cde3vfr4bgt5nhy6mju7',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'abcdefghijklmnopqrstuvwxyz',
]

const WALKS = [...PATHS, ...PATHS.map(backwards)]
const SHORTEST_WALK = 3
const MOST_STRAYS = 2

/** Whether folded text is walks over the keyboard (US), the alphabet or one key, and little else. */
export function isKeyboardWalk(text: string): boolean {
  const keys = [...text].map(keyOf).join('')
  let strays = 0
  for (let at = 0; at < keys.length && strays <= MOST_STRAYS; ) {
    const walked = Math.max(walkAt(keys, at), repeatAt(keys, at))
    if (walked < SHORTEST_WALK) strays++
    at += walked < SHORTEST_WALK ? 1 : walked
  }
  return strays <= MOST_STRAYS
}

function walkAt(keys: string, start: number): number {
  let length = 1
  while (start + length < keys.length && isOnAPath(keys.slice(start, start + length + 1))) length++
  return length
}

function isOnAPath(keys: string): boolean {
  return WALKS.some((walk) => walk.includes(keys))
}

function repeatAt(keys: string, start: number): number {
  let end = start + 1
  while (end < keys.length && keys[end] === keys[start]) end++
  return end - start
}

/** With shift or without, it is the same key. */
function keyOf(character: string): string {
  const at = SHIFTED.indexOf(character)
  return at < 0 ? character : PLAIN.charAt(at)
}

function backwards(path: string): string {
  return [...path].reverse().join('')
}
