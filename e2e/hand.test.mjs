// What the debrief costs a hand: taps and pages, and the keyboard alone.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { launch, look, open, signIn } from './browser.mjs'
import { Hand } from './measure.mjs'
import { begin, met } from './way.mjs'

let app, browser, session
before(async () => {
  app = await start({ demo: true })
  browser = await launch()
  session = await signIn(browser, app)
})
after(async () => {
  await browser?.close()
  await app?.stop()
})

const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor()

test('a debrief of two people and four questions takes 28 taps and six pages at most, a note five', async () => {
  const { page, close } = await open(browser, app, session)
  await begin(page, 'Mira Books')
  const hand = new Hand(page)
  const go = async (next) => {
    await hand.tap(page.getByRole('button', { name: 'Continue', exact: true }))
    await heading(page, next)
  }
  for (const [i, { name, email }] of met.entries()) {
    await hand.type(page.locator('[name=name]').nth(i), name)
    await page.locator('[name=email]').nth(i).fill(email) // as an invitation would have given it
  }
  await go('One thing about each person')
  for (const [i, { talk }] of met.entries()) await hand.type(page.locator('[name=talked_about]').nth(i), talk)
  await go('What did they ask?')
  for (const i of [0, 1, 2, 3]) await hand.type(page.locator('[name=asked]').nth(i), `Question number ${i + 1}`)
  await go('Anything unsaid, or promised?')
  await hand.type(page.locator('[name=unsaid]').first(), 'I moved 40 reports')
  await go('When will you hear?')
  await hand.tap(page.getByText('1 to 2 weeks', { exact: true }))
  await go('Do you still want it?')
  await hand.tap(page.locator('label', { has: page.locator('[name=want][value=still]') }))
  await go('Done. That was the hard part.')
  assert.ok(hand.taps <= 28, `${hand.taps} taps`)
  assert.ok(hand.pages <= 6, `${hand.pages} pages`)

  const notes = new Hand(page)
  await notes.tap(page.getByRole('link', { name: 'Read them now' }))
  await page.locator('#body').waitFor()
  await notes.tap(page.getByRole('button', { name: /^Approve/ }))
  await page.getByRole('button', { name: 'Yes, sent' }).waitFor()
  assert.ok(notes.taps + 2 <= 5, `${notes.taps} taps, one in the mail app and one to say so`)
  await close()
})

test('the debrief can be written with the keyboard alone', async () => {
  const { page, close } = await open(browser, app, session, look({ size: 'desktop' }))
  await begin(page, 'Keel')
  const to = async (where) => {
    for (let i = 0; i < 60; i++) {
      if (await page.locator(where).first().evaluate((e) => e === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    assert.fail(`Tab does not reach ${where} on ${page.url()}`)
  }
  const go = async (next) => {
    await to('.foot .btn.go')
    await page.keyboard.press('Enter')
    await heading(page, next)
  }
  await to('[name=name]')
  await page.keyboard.type('Priya Nair')
  await go('One thing about each person')
  await to('[name=talked_about]')
  await page.keyboard.type('spreadsheets')
  await go('What did they ask?')
  await go('Anything unsaid, or promised?')
  await go('When will you hear?')
  await go('Do you still want it?')
  await go('Done. That was the hard part.')
  await close()
})
