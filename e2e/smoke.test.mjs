// The program starts, opens once, and its first page holds the rules of every page.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { launch, looks, open, signIn } from './browser.mjs'
import { accessible, sideways, targets, walk } from './measure.mjs'

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

for (const look of looks) {
  test(`the first page: ${look.name}`, async () => {
    const { page, close } = await open(browser, app, session, look)
    const answer = await page.goto('/')
    assert.equal(answer.status(), 200)
    assert.notEqual(await page.title(), '')
    assert.equal(await page.locator('h1').count(), 1, 'one heading says what the page is')
    assert.deepEqual(await accessible(page), [])
    assert.deepEqual(await sideways(page), [])
    assert.deepEqual(await targets(page), [])
    if (look.script) assert.deepEqual(await walk(page), [])
    await close()
  })
}

test('a stranger without the session sees nothing', async () => {
  const { page, close } = await open(browser, app, undefined)
  const answer = await page.goto('/')
  assert.ok([401, 403].includes(answer.status()), `answers ${answer.status()}`)
  await close()
})
