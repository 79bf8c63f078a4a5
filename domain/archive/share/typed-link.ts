/** What somebody typed as a PIN: six digits, however they were spaced; '' where there was nothing. */
export function readPin(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').slice(0, 20)
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The end of a link, or the whole of it as it was sent; undefined for what was never one of ours. */
export function readShareToken(text: string): string | undefined {
  const token = text.trim().replace(/^\S*#/, '')
  return TOKEN.test(token) ? token : undefined
}
