// What is sent without signal waits in this browser and goes up when there is one. Every page of a
// debrief may be sent twice without harm, so a doubt is settled by sending again.
const all = s => [...document.querySelectorAll(s)]
const KEY = 'afterword-unsent'
const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? [] } catch { return [] } }
const keep = list => list.length ? localStorage.setItem(KEY, JSON.stringify(list)) : localStorage.removeItem(KEY)
const say = words => all('[data-saved] span').forEach(p => { p.textContent = words })

let busy = false
export async function sendUp() {
  if (busy || !read().length) return
  busy = true
  try {
    for (let list = read(); list.length; list = read()) {
      const {action, body} = list[0]
      const answer = await fetch(action, {method: 'POST', body: new URLSearchParams(body), credentials: 'same-origin'})
      if (!answer.ok) break // signed out, or to be looked at: it stays, and Today says so
      keep(read().slice(1))
    }
    if (!read().length) say('Saved.')
  } catch { /* still no signal */ }
  busy = false
  count()
}

function count() {
  const n = read().length
  const place = document.querySelector('[data-unsent]')
  if (!place) return
  place.hidden = !n
  place.textContent = n === 1 ? '1 answer is still on this phone.' : `${n} answers are still on this phone.`
}

// A debrief page that cannot be sent is kept, and the next one is opened.
all('form[data-offline]').forEach(form => form.addEventListener('submit', async e => {
  if (navigator.onLine) return
  e.preventDefault()
  const body = [...new FormData(form, e.submitter)].filter(([, v]) => typeof v === 'string')
  keep([...read().filter(x => x.action !== form.action), {action: form.action, body}])
  say('Saved on this phone. It goes up when you have signal.')
  const next = form.dataset.next
  if (next && navigator.serviceWorker?.controller && await caches.match(next)) location.assign(next)
}))

for (const [what, on] of [['online', window], ['pageshow', window], ['visibilitychange', document]]) on.addEventListener(what, sendUp)
sendUp()
count()

// Pages for the train, over HTTPS or on this computer alone.
const pages = document.querySelector('[data-pack]')?.dataset.pack
if ('serviceWorker' in navigator && isSecureContext && !document.documentElement.hasAttribute('data-shared') && pages !== undefined) {
  const own = window.trustedTypes?.createPolicy('afterword', {createScriptURL: s => s === '/sw.js' ? s : ''})
  navigator.serviceWorker.register(own ? own.createScriptURL('/sw.js') : '/sw.js').then(() => navigator.serviceWorker.ready).then(r => {
    const files = all('link[rel=stylesheet], script[src]').map(x => x.href ?? x.src)
    r.active.postMessage({pack: pages ? [...pages.split(' '), ...files] : []})
  })
}
all('form[action="/sign-out"]').forEach(f => f.addEventListener('submit', () => {
  localStorage.removeItem(KEY)
  navigator.serviceWorker?.controller?.postMessage({forget: true})
}))
