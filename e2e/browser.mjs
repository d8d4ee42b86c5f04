// The browser, and the looks that each page is shown in.
//
//   const browser = await launch()
//   const session = await signIn(browser, app)
//   for (const look of looks) {
//     const { page, close } = await open(browser, app, session, look)
//     ...
//     await close()   // fails when the page asked anyone but us for anything
//   }

import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

// launch starts Chromium with an empty profile of its own.
export function launch() {
  return chromium.launch({
    executablePath: process.env.AFTERWORD_CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: flags,
  })
}

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

// looks is phone and desktop, light and dark, with and without JavaScript.
export const looks = Object.entries(sizes).flatMap(([size, viewport]) =>
  ['light', 'dark'].flatMap((theme) => [true, false].map((script) => ({
    name: `${size}, ${theme}, ${script ? 'with' : 'without'} JavaScript`, size, viewport, theme, script,
  }))))

// look finds one of them: look({ size: 'phone', theme: 'dark', script: false }).
export const look = ({ size = 'phone', theme = 'light', script = true } = {}) =>
  looks.find((l) => l.size === size && l.theme === theme && l.script === script)

export function contextOptions({ viewport, theme, size }) {
  return {
    viewport, colorScheme: theme, isMobile: size === 'phone', hasTouch: size === 'phone',
    locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', serviceWorkers: 'allow',
  }
}

// signIn opens the address that the server printed, which works once, and keeps the session.
export async function signIn(browser, app) {
  const context = await browser.newContext(contextOptions(look()))
  const page = await context.newPage()
  const first = await page.goto(app.address)
  assert.ok(first.ok(), `${app.address} answers ${first.status()}`)
  if (page.url().startsWith(app.address)) { // a GET changes nothing: one button to press
    const button = page.locator('form[method=post] button').first()
    if (await button.count()) {
      await button.click()
      await page.waitForLoadState()
    }
  }
  const state = await context.storageState()
  await context.close()
  return state
}

// The pages that run no JavaScript, each with the line to its developer tools. A context made without
// JavaScript would do, but for axe, which waits for timers that never come.
const quieted = new WeakMap()

async function quiet(page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
  quieted.set(page, devtools)
}

// awake lets timers run on a page without JavaScript while work is done. The page's own scripts were
// passed over when it loaded and stay so.
export async function awake(page, work) {
  const devtools = quieted.get(page)
  if (!devtools) return work()
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: false })
  try {
    return await work()
  } finally {
    await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
  }
}

// open gives a page in one look. watch lists what the page did that it should not have: requests to
// anyone else (they are stopped), errors of scripts, refusals by the content policy.
export async function open(browser, app, session, wanted = look()) {
  const context = await browser.newContext({ ...contextOptions(wanted), baseURL: app.origin, storageState: session })
  context.setDefaultTimeout(10_000)
  const watch = { requests: [], foreign: [], faults: [] }
  await context.route('**/*', (route) => {
    const url = route.request().url()
    watch.requests.push(url)
    if (isOurs(url, app.origin)) return route.continue()
    watch.foreign.push(url)
    return route.abort()
  })
  const page = await context.newPage()
  if (!wanted.script) await quiet(page)
  page.on('pageerror', (fault) => watch.faults.push(String(fault)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) watch.faults.push(message.text())
  })
  return {
    page, context, watch,
    async close() {
      await context.close()
      assert.deepEqual(watch.foreign, [], 'a page asked someone else for something')
      assert.deepEqual(watch.faults, [], 'a page had faults')
    },
  }
}

const isOurs = (url, origin) => url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith('blob:')
