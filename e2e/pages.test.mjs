// Every main page of the example and the pages for when something is wrong: what holds for all of
// them, in both themes and both sizes.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { launch, look, open, signIn } from './browser.mjs'
import { accessible, paper, sideways, targets } from './measure.mjs'
import { begin, press, writeDown } from './way.mjs'

let app, browser, session, pages
before(async () => {
  app = await start({ demo: true })
  browser = await launch()
  session = await signIn(browser, app)
  pages = await find()
})
after(async () => {
  await browser?.close()
  await app?.stop()
})

// The addresses of the example change from one start to the next, so they are read from its pages.
async function find() {
  const { page, close } = await open(browser, app, session)
  const links = async (where, shape) => {
    await page.goto(where)
    const all = await page.locator('main a[href]').evaluateAll((list) => list.map((a) => a.getAttribute('href')))
    return [...new Set(all.filter((h) => shape.test(h)))]
  }
  const found = ['/', '/interviews', '/people', '/people/new', '/people/referees', '/learn', '/learn/notice', '/learn/proof', '/you', '/add', '/help', '/notes']
  const each = (await links('/interviews', /^\/interviews\/\w+$/))
  assert.ok(each.length > 1, 'the example has no interviews')
  const iv = each[0]
  found.push(...each.slice(0, 3), ...['write', 'news', 'card', 'prep', 'debrief/1', 'debrief/3', 'debrief/5', 'debrief/6', 'decide'].map((p) => `${iv}/${p}`))
  found.push(...(await links('/people', /^\/people\/(?!referees)\w+$/)).slice(0, 1))
  found.push(...(await links('/you', /^\/you\/\w+$/)).slice(0, 5))
  await begin(page, 'Mira Books')
  await writeDown(page)
  found.push(new URL(page.url()).pathname)
  await press(page, 'Read them now')
  const note = new URL(page.url()).pathname
  found.push(note, `${note}/card`, `${note}/send`)
  found.push('/nowhere', '/interviews/nowhere')
  await close()
  return { all: [...new Set(found)], each, note }
}

// What a person sees whose form was sent with something wrong in it.
async function mistake(page) {
  await page.goto('/add')
  const door = page.locator('details', { hasText: 'I just had one' })
  if (!(await door.locator('form').isVisible())) await door.locator('summary').first().click()
  await door.getByRole('button', { name: 'Continue' }).click()
  await page.locator('.problems').waitFor()
}

for (const size of ['phone', 'desktop']) for (const theme of ['light', 'dark']) {
  test(`no barrier on any page: ${size}, ${theme}`, async () => {
    const { page, close } = await open(browser, app, session, look({ size, theme }))
    const wrong = []
    const check = async (name) => {
      for (const w of [...await accessible(page), ...await sideways(page), ...await targets(page)]) wrong.push(`${name}: ${w}`)
      if (await page.locator('h1').count() !== 1) wrong.push(`${name}: not one h1`)
    }
    for (const where of pages.all) {
      await page.goto(where)
      await check(where)
    }
    await mistake(page)
    await check('a form with a mistake')
    assert.match(await page.title(), /^Error: /)
    assert.deepEqual(wrong, [])
    await close()
  })
}

for (const [name, width, style] of [['320 px', 320, ''], ['text at 200 %', 640, 'html { font-size: 200% !important }'],
  ['wide text spacing', 390, '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }']]) {
  test(`no page scrolls sideways: ${name}`, async () => {
    const { page, close } = await open(browser, app, session, { ...look(), size: 'narrow', viewport: { width, height: 700 } })
    const wrong = []
    for (const where of pages.all) {
      await page.goto(where)
      // The style goes in as the browser's own would: the content policy of the page does not hold for it.
      if (style) await page.evaluate((css) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      }, style)
      for (const w of await sideways(page)) wrong.push(`${where}: ${w}`)
    }
    assert.deepEqual(wrong, [])
    await close()
  })
}

test('what is printed fits its sheets exactly', async () => {
  const { page, close } = await open(browser, app, session, look({ size: 'desktop' }))
  for (const iv of pages.each) {
    for (const what of ['card', 'prep']) {
      await page.goto(`${iv}/${what}`)
      assert.equal((await paper(page)).sheets, 1, `${iv}/${what}`)
    }
  }
  await page.goto(`${pages.note}/card`)
  assert.equal((await paper(page)).sheets, 1, 'the card to thank with')
  await close()
})

test('what is printed is black on white, and nothing of it is cut, also in the dark', async () => {
  const { page, close } = await open(browser, app, session, look({ size: 'desktop', theme: 'dark' }))
  const wrong = []
  for (const where of [`${pages.each[0]}/card`, `${pages.each[0]}/prep`, `${pages.note}/card`]) {
    await page.goto(where)
    await page.emulateMedia({ media: 'print' })
    wrong.push(...await page.evaluate((where) => {
      const found = []
      const paper = getComputedStyle(document.documentElement).backgroundColor
      if (paper !== 'rgb(255, 255, 255)') found.push(`${where}: the paper is ${paper}`)
      for (const el of document.querySelectorAll('main *')) {
        const own = [...el.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())
        if (!own || !el.checkVisibility()) continue
        const { color } = getComputedStyle(el)
        const [r, g, b] = color.match(/\d+/g).map(Number)
        if (Math.max(r, g, b) > 60) found.push(`${where}: "${el.textContent.trim().slice(0, 30)}" is ${color}`)
        if (el.scrollWidth > el.clientWidth + 1 && getComputedStyle(el).display !== 'inline') found.push(`${where}: "${el.textContent.trim().slice(0, 30)}" is cut`)
      }
      return found
    }, where))
    await page.emulateMedia({ media: null })
  }
  assert.deepEqual(wrong, [])
  await close()
})

test('the first visit is light', async () => {
  const { page, context, close } = await open(browser, app, session)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const asked = new Set()
  let bytes = 0
  devtools.on('Network.requestWillBeSent', (e) => asked.add(e.request.url))
  devtools.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  assert.ok(bytes > 1000 && bytes <= 60 * 1024, `${bytes} bytes came over the wire`)
  assert.ok(asked.size <= 5, `${asked.size} requests: ${[...asked].join(' ')}`)
  await close()
})
