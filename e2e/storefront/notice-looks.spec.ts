import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.js'
import { contrastsOf } from '../support/contrast.js'

const notice = (page: Page, stub: string): Locator =>
  page.locator(`discount-notice[data-stub="${stub}"]`)

const openPage = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/pages/notice`)
  await expect(notice(page, 'held').getByRole('status')).toHaveText(/SAVE10/)
}

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the page')
  return box
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`every text reads well on the ${colorScheme} theme`, async ({ page, shop }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openPage(page, shop.url)
    const parts = page.locator(
      'discount-notice :is([part=message], [part=detail], bdi, button):not(:empty)',
    )
    const texts = await contrastsOf(parts)
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([])
  })

test('a page where light and dark are wrong would be found out', async ({ page, shop }) => {
  await openPage(page, shop.url)
  await page.addStyleTag({ content: 'discount-notice { --discount-notice-color: #999 }' })
  const message = notice(page, 'held').locator('[part=message]')
  const [read] = await contrastsOf(message)
  expect(read?.contrast).toBeLessThan(4.5)
})

test('an empty notice takes no room, not even a gap', async ({ page, shop }) => {
  await openPage(page, shop.url)
  const heights = await page.evaluate(() => {
    const column = document.createElement('div')
    column.setAttribute('class', 'notices')
    column.append(document.createElement('p'), document.createElement('p'))
    document.querySelector('main')?.append(column)
    const before = column.offsetHeight
    column.firstElementChild?.after(document.createElement('discount-notice'))
    return [before, column.offsetHeight]
  })
  expect(heights[0]).toBe(heights[1])
  expect(heights[0]).toBeGreaterThan(0)
})

test('right to left, everything changes sides', async ({ page, shop }) => {
  await openPage(page, shop.url)
  const arabic = page.locator('[dir=rtl] discount-notice [part~=notice]').first()
  const [text, dismiss] = await Promise.all([
    boxOf(arabic.locator('[part=message] bdi')),
    boxOf(arabic.locator('[part~=dismiss]')),
  ])
  expect(dismiss.x).toBeLessThan(text.x)
  await expect(arabic).toHaveCSS('border-right-width', '4px')
  await expect(arabic).toHaveCSS('border-left-width', '1px')
  await expect(arabic).toHaveCSS('direction', 'rtl')
})

test('people who asked for less motion get none, and no running seconds', async ({
  page,
  shop,
}) => {
  await openPage(page, shop.url)
  const row = notice(page, 'countdown').locator('[part~=notice]')
  await expect(row).toHaveCSS('animation-name', 'in')
  await expect(row.locator('[part=countdown]')).toBeVisible()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.reload()
  await expect(row).toHaveText(/FLASH ends at/)
  await expect(row).toHaveCSS('animation-name', 'none')
  await expect(row.locator('[part=countdown]')).toBeHidden()
})

test('forced colours keep edges, buttons and the focus visible', async ({ page, shop }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await openPage(page, shop.url)
  const ended = notice(page, 'ended')
  const use = ended.getByRole('button', { name: 'Use SAVE5' })
  for (const edged of [ended.locator('[part~=notice]'), use]) {
    await expect(edged).toHaveCSS('border-top-style', 'solid')
    expect(await edged.evaluate((element) => getComputedStyle(element).borderTopColor)).not.toBe(
      await edged.evaluate((element) => getComputedStyle(element).backgroundColor),
    )
  }
  await use.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(use).toHaveCSS('outline-style', 'solid')
  await expect(use).toHaveCSS('outline-width', '3px')
})

test('a theme changes the looks by parts and custom properties', async ({ page, shop }) => {
  await openPage(page, shop.url)
  await page.addStyleTag({
    content: `discount-notice { --discount-notice-background: rgb(1 2 3); --discount-notice-radius: 0 }
      discount-notice::part(message) { color: rgb(4 5 6) }
      discount-notice::part(applied) { border-width: 7px }`,
  })
  const applied = notice(page, 'applied').locator('[part~=notice]')
  await expect(applied).toHaveCSS('background-color', 'rgb(1, 2, 3)')
  await expect(applied).toHaveCSS('border-radius', '0px')
  await expect(applied).toHaveCSS('border-top-width', '7px')
  await expect(applied.locator('[part=message]')).toHaveCSS('color', 'rgb(4, 5, 6)')
  await expect(notice(page, 'held').locator('[part~=notice]')).toHaveCSS('border-top-width', '1px')
})

test('a browser without constructable style sheets shows it plain', async ({ page, shop }) => {
  await page.addInitScript(() => Reflect.set(window, 'CSSStyleSheet', undefined))
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await openPage(page, shop.url)
  const saved = notice(page, 'saved')
  await expect(saved.getByText('SAVE10 applied')).toBeVisible()
  await saved.getByRole('button', { name: 'Remove SAVE10' }).click()
  await expect(saved.getByRole('status')).toBeEmpty()
  expect(errors).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('every button is large enough for a thumb, and nothing sticks out', async ({
    page,
    shop,
  }) => {
    await openPage(page, shop.url)
    const buttons = page.locator('discount-notice').getByRole('button')
    const sizes = await buttons.evaluateAll((elements) =>
      elements.map((element) => {
        const { height, width } = element.getBoundingClientRect()
        return { says: element.textContent, size: Math.round(Math.min(height, width)) }
      }),
    )
    expect(sizes.length).toBeGreaterThan(20)
    expect(sizes.filter(({ size }) => size < 44)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
