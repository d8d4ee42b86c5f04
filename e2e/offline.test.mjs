// A train without signal: what is typed is kept in the browser and goes up once.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { contextOptions, launch, look, signIn } from './browser.mjs'

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

test('a debrief page typed in a tunnel is stored exactly once, and the next one opens meanwhile', async () => {
  // No request is watched here: a watched one would reach the server past the tunnel.
  const context = await browser.newContext({ ...contextOptions(look()), baseURL: app.origin, storageState: session })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto('/')
  const pages = (await page.locator('[data-pack]').getAttribute('data-pack')).split(' ')
  const packed = () => page.evaluate(async (pages) => (await Promise.all(pages.map((p) => caches.match(p)))).every(Boolean), pages)
  for (let tries = 0; !(await packed()); tries++) { // waitForFunction does not wait for a promise
    assert.ok(tries < 100, 'the pages for the train were not packed')
    await page.waitForTimeout(50)
  }
  const asked = pages.filter((p) => p.endsWith('/debrief/3')).at(-1)

  await page.goto(asked)
  await context.setOffline(true)
  await page.locator('[name=asked]').first().fill('Why did the last one leave?')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.waitForURL('**/debrief/4')
  assert.equal(await page.evaluate(() => JSON.parse(localStorage.getItem('afterword-unsent')).length), 1)

  await context.setOffline(false)
  await page.goto('/')
  await page.waitForFunction(() => localStorage.getItem('afterword-unsent') === null)
  await page.goto(asked)
  const stored = await page.locator('[name=asked]').evaluateAll((boxes) => boxes.map((b) => b.value).filter(Boolean))
  assert.deepEqual(stored, ['Why did the last one leave?'])
  await context.close()
})
