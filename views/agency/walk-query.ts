/** The list that a person was reached from, so that next and previous walk it. */
export type Walk =
  | { kind: 'none' }
  | { kind: 'search'; text: string; trail: readonly string[] }
  | { kind: 'list'; list: string }

/** `trail`: the last person of each page before this one; the search itself where there is none. */
export function walkQuery(walk: Walk): string {
  switch (walk.kind) {
    case 'none':
      return ''
    case 'list':
      return `?daftar=${walk.list}`
    case 'search': {
      const after = walk.trail.length > 0 ? `&setelah=${walk.trail.join('.')}` : ''
      return `?cari=${encodeURIComponent(walk.text)}${after}`
    }
  }
}

/** And what was just done there. */
export function doneQuery(walk: Walk, done: string): string {
  const query = walkQuery(walk)
  return `${query}${query === '' ? '?' : '&'}hasil=${done}`
}
