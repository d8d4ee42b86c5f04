// The steps of an interview as a person takes them on the pages, for scenarios that need one to have
// been taken. Every step presses what is written on the page and waits for the next page.

export const met = [
  { name: 'Priya Nair', email: 'priya.nair@northwind.example', talk: 'moving the reports off spreadsheets' },
  { name: 'Tom Reed', email: 'tom@northwind.example', talk: 'the weekly data clinic' },
]

// press presses a button or link by its words. The page that follows has loaded when it returns.
export async function press(page, name, { exact = true } = {}) {
  const words = { name, exact }
  await page.getByRole('button', words).or(page.getByRole('link', words)).first().click()
  await page.waitForLoadState()
}

// begin tells of an interview that has just ended and stands on the first page of its debrief.
export async function begin(page, employer = 'Northwind') {
  await page.goto('/add')
  const door = page.locator('details', { hasText: 'I just had one' })
  if (!(await door.locator('form').isVisible())) await door.locator('summary').first().click()
  await door.locator('input[name=employer]').fill(employer)
  await door.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(/\/debrief\/1/)
  return new URL(page.url()).pathname.replace(/\/debrief.*/, '')
}

// writeDown fills the six pages. before holds what is to be done just before the page with a heading.
export async function writeDown(page, { before = {} } = {}) {
  const next = async (page, heading) => {
    await before[heading]?.()
    await go(page, heading)
  }
  // Without JavaScript as with it there are two lines at least.
  for (const [i, { name, email }] of met.entries()) {
    await page.locator('input[name=name]').nth(i).fill(name)
    await page.locator('input[name=email]').nth(i).fill(email)
  }
  await next(page, 'One thing about each person')
  for (const [i, { talk }] of met.entries()) await page.locator('[name=talked_about]').nth(i).fill(talk)
  await next(page, 'What did they ask?')
  await page.locator('[name=asked]').nth(0).fill('Why us?')
  await page.locator('[name=felt-1][value=hard]').check({ force: true })
  await next(page, 'Anything unsaid, or promised?')
  await page.locator('[name=unsaid]').first().fill('I moved 40 reports in my last job')
  await page.locator('[name=could_help_with]').fill('cleaning the customer data first')
  await next(page, 'When will you hear?')
  await page.locator('[name=said][value="1 to 2 weeks"]').check({ force: true })
  await next(page, 'Do you still want it?')
  await page.locator('[name=want][value=still]').check({ force: true })
  await next(page, 'Done. That was the hard part.')
}

// go presses Continue and waits for the page with that heading.
export async function go(page, heading) {
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}
