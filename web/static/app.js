// Everything here is a comfort: each page works without it. No text from a page ever becomes markup.
const root = document.documentElement
const all = (selector, from = document) => [...from.querySelectorAll(selector)]

// Text that is not saved yet stays in this browser, unless the computer is shared. A form that was
// sent is forgotten as soon as the next page shows that it arrived.
const shared = root.hasAttribute('data-shared')
const prefix = 'afterword '
const fields = form => all('textarea, input:not([type=hidden]):not([type=file]):not([type=password]), select', form).filter(f => f.name)

function textOf(form) {
  return fields(form).map(f => f.type === 'radio' || f.type === 'checkbox' ? f.checked : f.value)
}

function putBack(form, values) {
  fields(form).forEach((f, i) => {
    if (values[i] === undefined) return
    if (typeof values[i] === 'boolean') f.checked = values[i]
    else f.value = values[i]
  })
}

function forgetText(keep = () => false) {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix) && !keep(key)) localStorage.removeItem(key)
}

function keepText(form) {
  const key = prefix + form.dataset.keep
  const arrived = new URLSearchParams(location.search).has('said')
  const wrong = document.querySelector('.problems')
  let kept
  try { kept = JSON.parse(localStorage.getItem(key)) } catch { kept = null }
  if (kept && !arrived && !wrong && kept.values.join() !== textOf(form).join()) {
    while (fields(form).length < kept.values.length && addLine(form)) ;
    putBack(form, kept.values)
    tell(form, 'We kept what you typed here.')
  }
  let timer
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      localStorage.setItem(key, JSON.stringify({values: textOf(form)}))
      tell(form, 'Kept in this browser until you save.')
    }, 400)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    localStorage.setItem(key, JSON.stringify({values: textOf(form), sent: true}))
  })
  return key
}

function tell(form, words) {
  const place = form.querySelector('[data-saved] span')
  if (place) place.textContent = words
}

// What an answer of fault followed was not stored, and waits for its form; what met another text
// stands on this page, to be chosen.
const unkept = document.querySelector('[data-unkept]')?.dataset.unkept
if (shared) forgetText()
else if (unkept === 'failed') {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) {
    try { localStorage.setItem(key, JSON.stringify({values: JSON.parse(localStorage.getItem(key)).values})) } catch { /* not ours to read */ }
  }
} else if (unkept !== 'asks') {
  const here = all('form[data-keep]').map(keepText)
  const arrived = new URLSearchParams(location.search).has('said')
  forgetText(key => {
    try { return !JSON.parse(localStorage.getItem(key)).sent || here.includes(key) && !arrived } catch { return false }
  })
}
all('form[action="/sign-out"]').forEach(f => f.addEventListener('submit', () => { forgetText(); sessionStorage.clear() }))

// Back shows a page as it was; a form on it may be old by then.
addEventListener('pageshow', e => { if (e.persisted && document.querySelector('.writing form')) location.reload() })

// One more line when the last one is written in.
function addLine(form) {
  const lines = all('[data-line]', form)
  const last = lines.at(-1)
  if (!last || lines.length >= 30) return false
  const next = last.cloneNode(true)
  const bump = s => s.replace(/-(\d+)/, (_, n) => '-' + (+n + 1))
  for (const el of [next, ...all('*', next)]) {
    for (const a of ['id', 'for', 'aria-describedby']) if (el.hasAttribute(a)) el.setAttribute(a, bump(el.getAttribute(a)))
    if (/-\d+$/.test(el.name ?? '')) el.name = bump(el.name)
    if (el.type === 'radio' || el.type === 'checkbox') el.checked = false
    else if (el.matches('input, textarea')) el.value = ''
    if (el.matches('details')) el.open = false
  }
  last.after(next)
  return true
}

// A new line is said once, to those who do not see it come.
all('form:has([data-line])').forEach(form => {
  const said = form.appendChild(document.createElement('p'))
  said.className = 'hide'
  said.setAttribute('role', 'status')
  form.addEventListener('input', e => {
    const line = e.target.closest('[data-line]')
    if (line && line === all('[data-line]', form).at(-1) && e.target.value && addLine(form)) {
      said.textContent = `Line ${all('[data-line]', form).length} is there.`
    }
  })
})

// Enter in a line goes to the next one.
all('form.write').forEach(form => form.addEventListener('keydown', e => {
  if (e.key !== 'Enter' || e.ctrlKey || e.metaKey || e.target.tagName !== 'INPUT' || !e.target.closest('.stem')) return
  const same = all(`input[name="${CSS.escape(e.target.name)}"]`, form)
  const next = same[same.indexOf(e.target) + 1]
  if (next) { e.preventDefault(); next.focus() }
}))

// Chips put their words into the first empty box.
all('[data-chips]').forEach(chips => {
  chips.hidden = false
  chips.addEventListener('click', e => {
    if (e.target.tagName !== 'BUTTON') return
    const form = chips.closest('form')
    const box = all(`[name="${chips.dataset.chips}"]`, form).find(b => !b.value)
    if (!box) return
    box.value = e.target.textContent
    e.target.setAttribute('aria-pressed', 'true')
    box.dispatchEvent(new Event('input', {bubbles: true}))
    box.focus()
  })
})

// What only belongs to one answer is shown with it.
all('[data-when]').forEach(part => {
  const [name, value] = part.dataset.when.split('=')
  const form = part.closest('form')
  const look = () => { part.hidden = form.querySelector(`[name="${name}"]:checked`)?.value !== value }
  form.addEventListener('change', look)
  look()
})

// Boxes grow with their text where the browser does not do it.
if (!CSS.supports('field-sizing', 'content')) {
  all('.stem textarea, .letter textarea').forEach(t => {
    const grow = () => { t.rows = Math.max(t.id === 'subject' ? 1 : 2, t.value.split('\n').reduce((n, l) => n + 1 + Math.floor(l.length / 48), 0)) }
    t.addEventListener('input', grow)
    grow()
  })
}

all('[data-print]').forEach(b => { b.hidden = false; b.addEventListener('click', () => print()) })

// Keys. Ctrl K finds, Ctrl Enter presses the main button; single keys only when they are switched on.
const single = {t: '/', i: '/interviews', p: '/people', l: '/learn', n: '/add', '/': '/find', '?': '/help'}
addEventListener('keydown', e => {
  const ctrl = e.ctrlKey || e.metaKey
  const writing = e.target.closest?.('input, textarea, select, [contenteditable]')
  if (ctrl && e.key.toLowerCase() === 'k') {
    e.preventDefault()
    location.assign('/find')
  } else if (ctrl && e.key === 'Enter') {
    const main = e.target.closest?.('form')?.querySelector('.btn.go') ?? document.querySelector('.main .btn.go')
    if (main) { e.preventDefault(); main.click() }
  } else if (e.key === 'Escape' && !writing) {
    document.querySelector('.back')?.click()
  } else if (root.hasAttribute('data-keys') && !ctrl && !e.altKey && !writing && single[e.key]) {
    e.preventDefault()
    location.assign(single[e.key])
  }
})
