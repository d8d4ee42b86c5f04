// What can be measured on a page. Each check answers with a list of what is wrong, so that a test
// reads: assert.deepEqual(await sideways(page), []).

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { awake } from './browser.mjs'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

// accessible runs axe with the rules of WCAG 2.2 A and AA.
export async function accessible(page) {
  await page.evaluate(`${axeSource}; undefined`)
  const { violations } = await awake(page, () => page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), standards))
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help} at ${n.target.join(' ')} (${n.any[0]?.message ?? ''})`))
}

// sideways lists what sticks out of the page when it scrolls from side to side.
export function sideways(page) {
  return page.evaluate(() => {
    const root = document.scrollingElement
    if (root.scrollWidth <= root.clientWidth) return []
    const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
    return [`${root.scrollWidth} px wide in ${root.clientWidth}`,
      ...out.slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`)]
  })
}

// targets lists what is too small to touch: main buttons under 48 px high, anything else under 24 px
// that has not the space of 24 px around its middle for itself. Links within a sentence are left out,
// as WCAG 2.5.8 leaves them out.
export function targets(page, { main = '.btn.go' } = {}) {
  return page.evaluate((main) => {
    const all = [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button]')]
      .filter((e) => e.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }))
      .filter((e) => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline' && withinText(e)))
      .map((e) => ({ e, box: boxOf(e) }))
      .filter(({ box }) => box.width > 0 && box.height > 0)
    const wrong = []
    for (const { e, box } of all) {
      const name = `${e.tagName.toLowerCase()} "${(e.innerText || e.getAttribute('aria-label') || e.name || '').trim().slice(0, 30)}" ${Math.round(box.width)}x${Math.round(box.height)}`
      if (e.matches(main) && box.height < 48) wrong.push(`main: ${name}`)
      else if ((box.width < 24 || box.height < 24) && all.some((o) => o.e !== e && !o.e.contains(e) && !e.contains(o.e) && near(box, o.box))) {
        wrong.push(name)
      }
    }
    return wrong

    // A tick or a circle is pressed with its label.
    function boxOf(e) {
      const box = e.getBoundingClientRect()
      const label = /radio|checkbox/.test(e.type) && e.labels?.[0]?.getBoundingClientRect()
      if (!label) return box
      const x = Math.min(box.x, label.x), y = Math.min(box.y, label.y)
      return new DOMRect(x, y, Math.max(box.right, label.right) - x, Math.max(box.bottom, label.bottom) - y)
    }
    function withinText(e) {
      return [...e.parentElement.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim() !== '')
    }
    function near(a, b) { // the circle of 24 px around the middle of a touches b
      const x = a.x + a.width / 2, y = a.y + a.height / 2
      const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom)
      return Math.hypot(dx, dy) < 12
    }
  }, main)
}

// walk presses Tab through the page and lists what is focused but cannot be seen: no ring, or covered
// by something that stays in place (WCAG 2.4.7 and 2.4.11).
export async function walk(page, { most = 80 } = {}) {
  const wrong = []
  await page.evaluate(() => { document.activeElement?.blur() })
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const e = document.activeElement
      if (!e || e === document.body) return null
      const box = e.getBoundingClientRect(), style = getComputedStyle(e)
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, innerHeight - box.y - 1))
      return {
        name: `${e.tagName.toLowerCase()} "${(e.innerText || e.name || '').trim().slice(0, 30)}"`,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none',
        seen: !top || e.contains(top) || top.contains(e) || [...(e.labels ?? [])].some((l) => l.contains(top)),
        seenBefore: e.dataset.walked === 'yes', mark: (e.dataset.walked = 'yes'),
      }
    })
    if (!at || at.seenBefore) break
    if (!at.ring) wrong.push(`${at.name}: no ring`)
    if (!at.seen) wrong.push(`${at.name}: covered`)
  }
  return wrong
}

// fields counts what a person has to look at in the forms of the page.
export function fields(page) {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('main input:not([type=hidden]), main textarea, main select')]
      .filter((e) => e.checkVisibility({ checkVisibilityCSS: true }))
    const groups = new Set(shown.map((e) => (/radio|checkbox/.test(e.type) ? `group ${e.name}` : e)))
    return { fields: groups.size, required: shown.filter((e) => e.required).length }
  })
}

// Hand does what a thumb does, and counts it: taps, words typed, pages seen.
export class Hand {
  taps = 0
  words = 0
  pages = 0
  recalls = 0

  constructor(page) {
    this.page = page
    page.on('framenavigated', (frame) => { if (frame === page.mainFrame()) this.pages++ })
  }

  async tap(where) {
    this.taps++
    const target = typeof where === 'string' ? this.page.locator(where) : where
    await target.click()
  }

  // type taps the field once and writes into it. A text that has to be remembered first costs a recall.
  async type(where, text, { recall = true } = {}) {
    await this.tap(where)
    this.words += text.trim().split(/\s+/).length
    if (recall) this.recalls++
    await this.page.keyboard.insertText(text)
  }

  // seconds is the keystroke-level model: a tap 1 s, a decision and a look at each page 1.35 s and 3 s,
  // a fact recalled 4 s, the server 0.5 s. It is a model, not a measurement.
  seconds({ wordsAMinute = 25 } = {}) {
    return this.taps + this.words * 60 / wordsAMinute + this.pages * (1.35 + 3 + 0.5) + this.recalls * 4
  }
}

// paper prints the page and answers with the number of sheets.
export async function paper(page, options = {}) {
  const pdf = await page.pdf({ preferCSSPageSize: true, ...options })
  return { pdf, sheets: (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length }
}
