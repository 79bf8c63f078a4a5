// What stands behind the # of a shared link is never sent by itself: the form sends it. It leaves the
// address at once, which htmx would tell with every request, and the next one at this computer could read.
'use strict'
{
  function fill() {
    const field = document.querySelector('[data-fragment]')
    if (!field || location.hash.length <= 40) return
    field.value = location.hash.slice(1)
    history.replaceState(null, '', location.pathname)
  }
  addEventListener('hashchange', fill)
  fill()
}
