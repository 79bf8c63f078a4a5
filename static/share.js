// What stands behind the # of a shared link is never sent by itself: the form sends it.
'use strict'
{
  function fill() {
    const field = document.querySelector('[data-fragment]')
    if (field && location.hash.length > 40) field.value = location.hash.slice(1)
  }
  addEventListener('hashchange', fill)
  fill()
}
