// What pages gain where scripts run; everything works without.
'use strict'
{
  const all = (selector, root = document) => root.querySelectorAll(selector)
  const shown = '[role=alert]:not([hidden])'
  const main = document.querySelector('main')
  // Not on the page until it is true: text browsers show what is hidden.
  const lost = document.createElement('p')
  lost.id = 'terputus'
  lost.className = 'problem'
  lost.setAttribute('role', 'alert')
  lost.textContent = main.dataset.lost

  function reveal() {
    for (const button of all('[aria-pressed],[data-print],[data-copy]')) button.hidden = false
  }

  function focus(element) {
    if (element.tabIndex < 0) element.tabIndex = -1
    element.focus()
  }

  function show(button, isShown) {
    const field = document.getElementById(button.getAttribute('aria-controls'))
    field.type = isShown ? 'text' : 'password'
    button.setAttribute('aria-pressed', isShown)
  }

  document.addEventListener('click', async ({ target }) => {
    const button = target.closest?.('button[type=button]')
    if (!button) return
    if ('print' in button.dataset) print()
    if (button.hasAttribute('aria-pressed'))
      show(button, button.getAttribute('aria-pressed') === 'false')
    if (!button.dataset.copy) return
    const key = document.getElementById(button.dataset.copy)
    const [copied, refused] = button.nextElementSibling.children
    try {
      const text = key.textContent
      await navigator.clipboard.writeText(key.matches('pre') ? text : text.replace(/\s/g, ''))
      copied.hidden = false
    } catch {
      refused.hidden = false
      getSelection().selectAllChildren(key)
    }
  })

  // Marks the rule, refuses nothing.
  document.addEventListener('input', ({ target }) => {
    if (target.name !== 'new_password') return
    const typed = target.value.normalize('NFKC')
    for (const line of all('[data-pattern]')) {
      line.lastElementChild.hidden = !new RegExp(line.dataset.pattern, 'su').test(typed)
    }
    const count = document.getElementById('terpenuhi')
    count.textContent = all('#ketentuan b:not([hidden])').length
    count.parentElement.hidden = false
  })

  // A shown password would be remembered as plain text; a plain form goes once.
  document.addEventListener('submit', ({ target, submitter }) => {
    for (const button of all('[aria-pressed=true]', target)) show(button, false)
    if (submitter && !target.hasAttribute('hx-post')) setTimeout(() => (submitter.disabled = true))
  })
  addEventListener('pageshow', () => {
    for (const button of all('button:disabled')) button.disabled = false
  })

  // Only what someone sent moves the focus, not what a page asks for by itself.
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    reveal()
    if (ctx.request.method === 'GET') return
    const region = document.getElementById(ctx.target.id) ?? main
    focus(region.querySelector(shown) ?? region.querySelector('h1,button') ?? region)
  })
  document.addEventListener('htmx:before:request', () => lost.remove())
  document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
    if (!ctx || ctx.response || ctx.request.method === 'GET') return
    main.prepend(lost)
    focus(lost)
  })

  reveal()
  const alert = document.querySelector(`main ${shown}`)
  if (alert) focus(alert)
}
