import { type HTMLElement, parse } from 'node-html-parser'

/**
 * A browser like lynx: no script, no style, no Sec-Fetch, no Origin, no Referer; it knows of a page
 * only what it reads, follows links by their text and fills fields by their label.
 */
export function textBrowser(origin: string) {
  const cookies = new Map<string, string>()
  const typed = new Map<string, string>()
  let page = parse('')
  let path = '/'

  async function ask(address: string, body?: URLSearchParams): Promise<void> {
    const headers = { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }
    const method = body ? 'POST' : 'GET'
    const url = new URL(address, origin)
    const response = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    const next = response.headers.get('Location')
    if (next) return ask(next)
    typed.clear()
    path = url.pathname
    page = parse(await response.text())
  }

  function keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/max-age=0/i.test(cookie)) cookies.delete(name)
    else cookies.set(name, value)
  }

  const find = (selector: string, text: string): HTMLElement => {
    const found = page.querySelectorAll(selector).find((one) => one.text.trim() === text)
    if (!found) throw new Error(`${path} has no ${selector} "${text}"`)
    return found
  }

  /** The form that the button is in, with all its fields. */
  function send(button: HTMLElement): Promise<void> {
    const form = button.closest('form')
    const fields = new URLSearchParams()
    for (const input of form?.querySelectorAll('input:not([type=checkbox])') ?? []) {
      const field = input.getAttribute('name') ?? ''
      fields.set(field, typed.get(field) ?? input.getAttribute('value') ?? '')
    }
    const own = button.getAttribute('name')
    if (own) fields.set(own, button.getAttribute('value') ?? '')
    return ask(form?.getAttribute('action') ?? '', fields)
  }

  return {
    open: (address: string) => ask(address),
    follow: (text: string) => ask(find('a', text).getAttribute('href') ?? ''),
    type: (label: string, value: string) => {
      typed.set(find('label', label).getAttribute('for') ?? '', value)
    },
    press: (name: string) => send(find('main button', name)),
    pressFirst: (name: string) => {
      const found = page
        .querySelectorAll('main button')
        .find((one) => one.text.trim().startsWith(name))
      if (!found) throw new Error(`${path} has no button "${name} …"`)
      return send(found)
    },
    text: () => page.querySelector('main')?.structuredText ?? '',
    path: () => path,
    /** What a link leads to, as a file. */
    download: async (text: string) => {
      const url = new URL(find('a', text).getAttribute('href') ?? '', origin)
      const headers = { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }
      return (await fetch(url, { headers })).text()
    },
    forget: () => cookies.clear(),
  }
}
