/**
 * The stem of a word as PostgreSQL's `indonesian` has it, by which data of documents are searched: the stemmer
 * of Snowball after Porter and Tala, over lower case. Written anew so that no text of a document is handed to
 * the database.
 */
export function stemOf(word: string): string {
  const begun: Stem = { word, vowels: word.match(/[aeiou]/g)?.length ?? 0, prefix: 'none' }
  if (/[^\p{L}]/u.test(word) || isShort(begun)) return word
  const bare = cut(begun, PARTICLE)
  if (isShort(bare)) return bare.word
  const own = cut(bare, POSSESSIVE)
  return isShort(own) ? own.word : withoutAffixes(own).word
}

/** What the prefix that was taken away was a form of decides which suffix may go. */
type Prefix = 'none' | 'meng' | 'per' | 'peng' | 'ber'
type Stem = { word: string; vowels: number; prefix: Prefix }

const PARTICLE = /(kah|lah|pun)$/
const POSSESSIVE = /(ku|mu|nya)$/

/** With two vowels it is a root already. */
function isShort({ vowels }: Stem): boolean {
  return vowels <= 2
}

function cut(stem: Stem, ending: RegExp): Stem {
  return ending.test(stem.word) ? less(stem, stem.word.replace(ending, '')) : stem
}

/** Each affix has one vowel. */
function less(stem: Stem, word: string, prefix: Prefix = stem.prefix): Stem {
  return { word, vowels: stem.vowels - 1, prefix }
}

function withoutAffixes(stem: Stem): Stem {
  const first = withoutFirstPrefix(stem)
  if (!first) {
    const second = withoutSecondPrefix(stem) ?? stem
    return isShort(second) ? second : (withoutSuffix(second) ?? second)
  }
  const cutOff = isShort(first) ? undefined : withoutSuffix(first)
  if (!cutOff) return first
  return isShort(cutOff) ? cutOff : (withoutSecondPrefix(cutOff) ?? cutOff)
}

function withoutFirstPrefix(stem: Stem): Stem | undefined {
  const { word } = stem
  const [, nasal, rest = ''] = /^(meny|peny|mem|pem)(?=[aeiou])(.*)$/s.exec(word) ?? []
  const of = (sign: string): Prefix => (sign === 'p' ? 'peng' : 'meng')
  if (nasal) return less(stem, (nasal.endsWith('y') ? 's' : 'p') + rest, of(nasal.charAt(0)))
  const [begin] = /^(meng|men|mem|me|di|ter)/.exec(word) ?? []
  if (begin) return less(stem, word.slice(begin.length), 'meng')
  const [other] = /^(peng|pen|pem|ke)/.exec(word) ?? []
  return other ? less(stem, word.slice(other.length), 'peng') : undefined
}

function withoutSecondPrefix(stem: Stem): Stem | undefined {
  const { word } = stem
  if (/^[pb]elajar/.test(word))
    return less(stem, word.slice(3), word.startsWith('b') ? 'ber' : stem.prefix)
  const [per] = /^per?/.exec(word) ?? []
  if (per) return less(stem, word.slice(per.length), 'per')
  const [ber] = /^(ber|be(?=[^aeiou]er))/.exec(word) ?? []
  return ber ? less(stem, word.slice(ber.length), 'ber') : undefined
}

function withoutSuffix(stem: Stem): Stem | undefined {
  const { word, prefix } = stem
  if (word.endsWith('kan') && prefix !== 'peng' && prefix !== 'per')
    return less(stem, word.slice(0, -3))
  if (word.endsWith('an')) return prefix === 'meng' ? undefined : less(stem, word.slice(0, -2))
  if (word.endsWith('si') || prefix === 'peng' || prefix === 'ber') return undefined
  return word.endsWith('i') ? less(stem, word.slice(0, -1)) : undefined
}
