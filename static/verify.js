// Verifying by keyboard and by pointing at a page; everything works without.
'use strict'
{
  const bench = document.getElementById('periksa')
  const form = bench.querySelector('form:has([name=catatan])')
  const pages = document.getElementById('dokumen')

  if (form && pages) {
    const [page, box] = [form.elements.halaman, form.elements.kotak]
    const mark = document.createElement('div')
    mark.className = 'mark-box'
    const keys = document.getElementById('pintasan')
    keys.hidden = false
    // Focus begins at the pages; what was just decided and which keys there are is heard with them.
    const said = bench.querySelector('.notice')
    if (said) said.id = 'sebelumnya'
    pages.setAttribute('aria-describedby', said ? 'sebelumnya pintasan' : 'pintasan')

    const press = (name) => form.querySelector(`button[value=${name}]`).focus()
    const actions = {
      t: () => press('terima'),
      k: () => press('kembalikan'),
      l: () => press('lewati'),
      c: () => form.elements.catatan.focus(),
      h: () => page.focus(),
    }

    const isTyping = (target) =>
      target.matches('textarea, input:not([type=checkbox])') || target.isContentEditable

    // Only on this part of the page, so that no reader of screens loses a key elsewhere (WCAG 2.1.4).
    bench.addEventListener('keydown', (event) => {
      const { target, key, ctrlKey, altKey, metaKey } = event
      if (ctrlKey || altKey || metaKey) return
      if (isTyping(target)) {
        if (key === 'Enter' && target.matches('input')) {
          event.preventDefault()
          press(target === page ? 'kembalikan' : 'terima')
        }
        if (key === 'Escape') pages.focus({ preventScroll: true })
        return
      }
      const reason = form.querySelectorAll('.choices input')[Number(key) - 1]
      if (reason) reason.checked = !reason.checked
      else if (actions[key.toLowerCase()]) actions[key.toLowerCase()]()
      else return
      event.preventDefault()
    })

    const place = (figure, { left, top, width, height }) => {
      const image = figure.querySelector('img')
      const scale = (share, whole) => `${(share / 1000) * whole}px`
      mark.style.left = scale(left, image.clientWidth)
      mark.style.top = scale(top, image.clientHeight)
      mark.style.width = scale(width, image.clientWidth)
      mark.style.height = scale(height, image.clientHeight)
      figure.append(mark)
    }

    const between = (one, other) => {
      const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)]
      const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)]
      return { left, top, width: right - left, height: bottom - top }
    }

    const pointOn = (image, { clientX, clientY }) => {
      const { left, top, width, height } = image.getBoundingClientRect()
      const within = (at, whole) => Math.round(Math.min(Math.max(at / whole, 0), 1) * 1000)
      return { x: within(clientX - left, width), y: within(clientY - top, height) }
    }

    let from
    pages.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch' || event.button !== 0) return
      const image = event.target.closest('img')
      if (image) from = { image, point: pointOn(image, event) }
    })
    pages.addEventListener('pointermove', (event) => {
      if (from) place(from.image.parentElement, between(from.point, pointOn(from.image, event)))
    })
    addEventListener('pointerup', (event) => {
      if (!from) return
      const { image, point } = from
      from = undefined
      const drawn = between(point, pointOn(image, event))
      page.value = image.parentElement.dataset.page
      box.value =
        drawn.width > 4 && drawn.height > 4
          ? `${drawn.left} ${drawn.top} ${drawn.width} ${drawn.height}`
          : ''
      if (!box.value) mark.remove()
    })
    pages.addEventListener('click', ({ target }) => {
      const figure = target.closest('figure')
      if (figure) page.value = figure.dataset.page
    })
    // A box belongs to the page that it was drawn on.
    page.addEventListener('input', () => {
      box.value = ''
      mark.remove()
    })
    pages.addEventListener('dragstart', (event) => event.preventDefault())
    if (!document.querySelector('main [role=alert]')) pages.focus({ preventScroll: true })
  }
}
