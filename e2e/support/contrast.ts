import type { Locator } from '@playwright/test'

export interface Contrast {
  readonly text: string
  readonly contrast: number
}

/** The contrast of each text with what lies behind it, by WCAG's formula; looks through shadow roots and veils. */
export const contrastsOf = (texts: Locator): Promise<readonly Contrast[]> =>
  texts.evaluateAll((elements) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!canvas) throw new Error('There is no canvas')
    // the canvas reads any notation of a colour, and lays one over another as the page does
    const paint = (colours: readonly string[]): readonly number[] => {
      for (const colour of ['white', ...colours]) {
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
      }
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
    }
    const luminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const contrastOf = (element: Element): number => {
      const behind: string[] = []
      let at: Element | undefined = element
      while (at) {
        behind.unshift(getComputedStyle(at).backgroundColor)
        const root: Node = at.getRootNode()
        at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined)
      }
      const ground = luminance(paint(behind))
      const ink = luminance(paint([...behind, getComputedStyle(element).color]))
      return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
    }
    return elements.map((element) => ({
      text: element.textContent ?? '',
      contrast: contrastOf(element),
    }))
  })
