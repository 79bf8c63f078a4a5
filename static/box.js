// What a box gains where scripts run: it tells its height to the page that shows it, and fetches what
// checks a file once somebody turns to that.
'use strict'
{
  // To whatever page it is: a height is no secret, and only registered pages may show a box.
  const tell = () => parent.postMessage({ asn: document.documentElement.offsetHeight }, '*')
  if (parent !== window) new ResizeObserver(tell).observe(document.documentElement)

  const check = document.querySelector('[data-script]')
  if (check) {
    const [panel, start] = ['periksa', 'mulai'].map((id) => document.getElementById(id))
    let isWanted = false
    const wish = () => (isWanted = true)
    const fetchCheck = async () => {
      await import(check.dataset.script)
      start.removeEventListener('click', wish)
      if (isWanted) start.click()
      isWanted = false
    }
    // Where it does not come, the link to the page stays.
    const turn = () => fetchCheck().catch(() => (panel.hidden = true))
    panel.hidden = start.hidden = false
    start.addEventListener('click', wish)
    for (const sign of ['pointerdown', 'focusin', 'dragover'])
      check.addEventListener(sign, turn, { once: true })
  }
  tell()
}
