/** A browser that told nothing of itself is recorded as a dash. */
export function browserText(browser: string): string {
  return browser === '-' ? 'tidak dikenali' : browser
}

export function networkText(network: string): string {
  return network === 'unknown' ? 'tidak diketahui' : network
}

/** Chrome, Android, jaringan 203.0.113.0/24 */
export function originText({ browser, network }: { browser: string; network: string }): string {
  return `${browserLabel(browser)}, jaringan ${networkText(network)}`
}

/** Where no word before it says that it is a browser. */
export function browserLabel(browser: string): string {
  return browser === '-' ? 'Browser tidak dikenali' : browser
}
