// What is printed, on each kind of paper: the sheet before the next round after a long history, the
// thank-you card, the record for a job office.

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { launch, look, open, signIn } from './browser.mjs'
import { paper } from './measure.mjs'

const topics = 'ledger river atlas copper meadow signal harbor velvet lantern orchard pivot ember quartz thistle willow'.split(' ')
const many = (n, fn) => Array.from({ length: n }, (_, i) => fn(i))
const long = 'We moved forty reports off spreadsheets and asked the people who used them first. '.repeat(8)

// One round with everything there is to write, more than any page holds.
const round = (n) => ({
  met: many(6, (i) => ({ name: `Maximiliana Featherstonehaugh ${n}${i}`, role: 'Head of everything in the north', talked_about: long })),
  questions: topics.map((t, i) => ({ asked: `How would you plan the ${t} of project ${n}${i}?`, answered: long, better: i % 2 ? long : '', felt: i % 3 ? 'hard' : 'fine' }))
    .concat({ asked: 'What are your salary expectations?', answered: n === 1 ? '45k' : '55k' }),
  unsaid: many(9, (i) => `Unsaid ${n}${i}: ${long}`), own_questions: many(9, (i) => `Who owns part ${n}${i}?`),
  next_time: many(9, (i) => `Breathe first, ${n}${i}`), promised: many(4, (i) => ({ what: `the link ${n}${i}` })), want: 'still',
})

let app, browser, session, next, note
before(async () => {
  app = await start({ now: '2026-11-25T10:00:00Z' })
  const id = (json) => JSON.parse(json).id
  const written = async (iv, what) => {
    const file = path.join(app.folder, 'debrief.json')
    await writeFile(file, JSON.stringify(what))
    app.run('debrief', iv, '--from', file)
  }
  app.run('set', 'name', 'Asha Kapoor')
  app.run('set', 'link', 'asha-k.example/work')
  let iv = id(app.run('add', '--employer', 'Northwind', '--start', '2026-11-02 14:00', '--end', '2026-11-02 15:00', '--with', 'Priya Nair <priya@northwind.example>', '--json'))
  const first = iv
  for (let n = 1; n <= 3; n++) {
    await written(iv, round(n))
    iv = JSON.parse(app.run('news', first, 'next_round', '--start', n === 3 ? '2026-11-26 10:00' : `2026-11-${10 + n} 14:00`, '--json')).new
  }
  next = iv
  note = id(app.run('write', first, 'thanks', '--to', 'Priya Nair', '--by', 'post', '--json'))
  browser = await launch()
  session = await signIn(browser, app)
})
after(async () => {
  await browser?.close()
  await app?.stop()
})

test('R90 the sheet for the next round is one page, however long the story', async () => {
  const { page, close } = await open(browser, app, session, look({ size: 'desktop' }))
  await page.goto(`/interviews/${next}/prep`)
  for (const format of ['A4', 'Letter']) assert.equal((await paper(page, { format })).sheets, 1, format)
  const text = await page.locator('main').innerText()
  assert.match(text, /Told them differently: settle this first\s+On pay you said "45k"/)
  assert.match(text, /One page has no room for .*things to add/)
  await close()
})

test('R48 the card to thank with fits its paper, folded twice or once', async () => {
  const { page, close } = await open(browser, app, session, look({ size: 'desktop' }))
  const sizes = { a4: [595, 842, 1], a5: [595, 420, 2], letter: [612, 792, 1] }
  for (const [kind, [width, height, sheets]] of Object.entries(sizes)) {
    for (const inside of ['words', 'lines']) for (const street of ['', 'Northwind\n1 Dock Road\nBristol']) {
      const what = `${kind}, ${inside}, ${street ? 'with a label' : 'without one'}`
      await page.goto(`/notes/${note}/card`)
      await page.locator(`input[value=${kind}]`).check({ force: true })
      await page.locator(`input[value=${inside}]`).check({ force: true })
      await page.locator('input[name=code]').check({ force: true })
      await page.locator('#address').fill(street)
      await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Show it so' }).click()])
      const printed = await paper(page)
      assert.equal(printed.sheets, sheets + (street ? 1 : 0), what)
      for (const [, w, h] of printed.pdf.toString('latin1').matchAll(/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)) {
        assert.ok(Math.abs(w - width) < 2 && Math.abs(h - height) < 2, `${what}: ${w} x ${h} points`)
      }
      await page.emulateMedia({ media: 'print' })
      const over = await page.locator('.inside .text').evaluate((t) => t.scrollHeight - t.clientHeight)
      assert.ok(over <= 1, `${what}: ${over} pixels of the words do not fit`)
      await page.emulateMedia({ media: null })
    }
  }
  await close()
})

test('the record for a job office prints with its heading on each page', async () => {
  const { page, close } = await open(browser, app, session, look({ size: 'desktop' }))
  await page.goto('/learn/proof?from=2026-11-01&to=2026-11-30')
  assert.equal((await paper(page)).sheets, 1)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('form').first().isVisible(), false)
  assert.equal(await page.locator('.proof tbody tr').count(), 3)
  await close()
})
