// What was typed and could not be stored is still there: after a session that ended, after a server
// that did not answer, after a full disk, after another device was quicker.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { contextOptions, launch, look, signIn } from './browser.mjs'
import { begin } from './way.mjs'

let app, browser, session
before(async () => {
  app = await start()
  browser = await launch()
  session = await signIn(browser, app)
})
after(async () => {
  await browser?.close()
  await app?.stop()
})

// typed is a page of a debrief with words in it that are not stored.
async function typed(words) {
  const context = await browser.newContext({ ...contextOptions(look()), baseURL: app.origin, storageState: session })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const at = `${await begin(page, words)}/debrief/4`
  await page.goto(at)
  await page.locator('[name=could_help_with]').fill(words)
  return { context, page, at }
}

const send = (page) => page.getByRole('button', { name: 'Continue', exact: true }).click()
const box = (page) => page.locator('[name=could_help_with]')

// stored says that the words come back, are sent, and are kept in this browser no longer.
async function comesBackAndIsStored({ context, page, at }, words) {
  await page.goto(at)
  assert.equal(await box(page).inputValue(), words)
  await send(page)
  await page.waitForURL('**/debrief/5*')
  assert.equal(await page.evaluate(() => Object.values(localStorage).join()), '')
  await page.goto(at)
  assert.equal(await box(page).inputValue(), words)
  await context.close()
}

test('a session that ended while typing costs no word', async () => {
  const on = await typed('the evening shift')
  const cookies = await on.context.cookies()
  await on.context.clearCookies()
  await send(on.page)
  await on.page.getByRole('heading', { name: 'Open Afterword again' }).waitFor()
  await on.context.addCookies(cookies)
  await comesBackAndIsStored(on, 'the evening shift')
})

test('an answer that tells of a fault costs no word', async () => {
  const on = await typed('the cold store')
  // As from a disk that is full: the page of an error, and nothing stored.
  const fault = await on.page.request.get('/interviews/nothing-of-that-name')
  await on.page.route('**/debrief/4*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    return route.fulfill({ status: 503, headers: fault.headers(), body: await fault.body() })
  })
  await send(on.page)
  await on.page.waitForFunction(() => document.title.startsWith('Error'))
  await on.page.unroute('**/debrief/4*')
  await comesBackAndIsStored(on, 'the cold store')
})

test('a server that does not answer costs no word', async () => {
  const on = await typed('the night desk')
  await on.page.route('**/debrief/4*', (route) => route.request().method() === 'POST' ? route.abort() : route.continue())
  await send(on.page).catch(() => {})
  await on.page.waitForURL('chrome-error://**').catch(() => {})
  await on.page.unroute('**/debrief/4*')
  await comesBackAndIsStored(on, 'the night desk')
})
