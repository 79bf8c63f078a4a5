import type { Page } from 'playwright-core'

/** What a reader of the page's code and boxes would object to; runs in the page. */
const OBJECTIONS = `(() => {
  const found = []
  const all = (selector) => [...document.querySelectorAll(selector)]
  const say = (what, element) => found.push(what + ': ' + element.outerHTML.slice(0, 80))
  const isShown = (element) => element.checkVisibility()

  for (const input of all('input:not([type=hidden])').filter(isShown)) {
    if (!input.labels?.length) say('field without label', input)
    const box = (input.closest('label') ?? input).getBoundingClientRect()
    if (box.height < 44 || box.width < 44) say('field under 44 px', input)
  }
  for (const button of all('button, .button, summary').filter(isShown)) {
    const { width, height } = button.getBoundingClientRect()
    if (width < 44 || height < 44) say('button under 44 px', button)
    if (!button.textContent.trim()) say('button without name', button)
  }
  for (const name of ['aria-describedby', 'aria-controls', 'for'])
    for (const element of all('[' + name + ']'))
      for (const id of element.getAttribute(name).split(' '))
        if (!document.getElementById(id)) say(name + ' leads nowhere', element)
  for (const link of all('a[href^="#"]'))
    if (!document.getElementById(link.hash.slice(1))) say('link leads nowhere', link)
  const ids = all('[id]').map(({ id }) => id)
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push('id twice: ' + id)

  const levels = all('h1,h2,h3,h4').filter(isShown).map(({ tagName }) => Number(tagName[1]))
  if (levels.filter((level) => level === 1).length !== 1) found.push('not one h1')
  levels.forEach((level, at) => level > (levels[at - 1] ?? 0) + 1 && found.push('heading skipped'))
  for (const tag of ['header', 'main', 'footer'])
    if (all('body > ' + tag).length !== 1) found.push('not one ' + tag)
  if (document.documentElement.lang !== 'id') found.push('not in Indonesian')
  if (!document.title.endsWith(' · ASN Digital')) found.push('title: ' + document.title)
  const linked = (field) => document.querySelector('main [role=alert] a[href="#' + field.id + '"]')
  if (all('[aria-invalid]').length && !all('[aria-invalid]').some(linked)) found.push('no field linked')
  for (const field of all('[aria-invalid]')) {
    const reasons = field.getAttribute('aria-describedby')?.split(' ') ?? []
    const isTied = reasons.includes('alasan') || reasons.includes('alasan-' + field.id)
    if (!isTied) say('problem not tied to its field', field)
  }
  return found
})()`

export function objectionsTo(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(OBJECTIONS)
}

/** Pixels by which the page is wider than the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.documentElement)',
  )
}

/** Goes through the page by Tab; answers with the stops that cannot be seen. */
export async function unseenStops(page: Page): Promise<string[]> {
  await page.evaluate('document.activeElement.blur(); window.unseen = []; window.stops = 0')
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(STOP)) break
  }
  return page.evaluate<string[]>('window.unseen')
}

const STOP = `(() => {
  const element = document.activeElement
  if (element === document.body || element.dataset.stopped) return true
  element.dataset.stopped = 'yes'
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const { left, top, width, height } = element.getBoundingClientRect()
  const inSight = (Math.max(top, 0) + Math.min(top + height, innerHeight)) / 2
  const there = document.elementFromPoint(left + Math.min(width, innerWidth) / 2, inSight)
  const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  const isCovered = !there || !(element.contains(there) || there.contains(element))
  if (!isSeen || isCovered) window.unseen.push((isSeen ? 'covered: ' : 'no outline: ') + element.outerHTML.slice(0, 80))
  return false
})()`
