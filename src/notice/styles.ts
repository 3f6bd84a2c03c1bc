/** Colours come from the page: its text colour, thinned; only the edge has a colour of its own. Logical sides throughout. */
const RULES = `
:host { display: block; --edge: #808080 }
:host([empty]) { position: absolute !important; overflow: hidden; inline-size: 0 !important; block-size: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important }
[part=list] { display: grid; gap: var(--discount-notice-gap, .5rem) }
[part~=notice] {
  display: flex; align-items: flex-start; gap: .25rem;
  padding-block: .25rem; padding-inline: .875rem .25rem;
  border: var(--discount-notice-border, 1px solid color-mix(in srgb, currentColor 20%, transparent));
  border-inline-start: 4px solid var(--discount-notice-edge, var(--edge));
  border-radius: var(--discount-notice-radius, 8px);
  background: var(--discount-notice-background, color-mix(in srgb, currentColor 5%, transparent));
  color: var(--discount-notice-color, inherit);
  font: var(--discount-notice-font, inherit); line-height: 1.4; text-align: start;
}
[part~=applied] { --edge: #2e8b57 }
[part~=waiting], [part~=upcoming], [part~=expiring] { --edge: #b7791f }
[part~=ended], [part~=rejected] { --edge: #d14343 }
[part=body] { flex: 1; min-inline-size: 0; display: flex; flex-wrap: wrap; gap: 0 1rem }
[part=text] { flex: 1 1 11rem; min-inline-size: 0; overflow-wrap: anywhere; text-wrap: balance }
[part=text], [part=countdown] { padding-block: .5rem }
[part=message] { font-weight: 600 }
[part=detail], button { font-size: .9375em }
[part=message], [part=detail] { display: block }
[part=countdown] { font-weight: 600; font-variant-numeric: tabular-nums }
[part=list] :empty { display: none !important }
button {
  min-block-size: 36px; min-inline-size: 36px; margin: 0; padding: 0 .25rem;
  border: 1px solid transparent; border-radius: 6px;
  background: none; color: inherit; font-family: inherit; line-height: 1.2; cursor: pointer;
}
[part~=use] {
  margin-block-end: .375rem; padding-inline: .875rem; border-color: currentColor; font-weight: 600;
  background: var(--discount-notice-button-background, none); color: var(--discount-notice-button-color, inherit);
}
[part~=remove] { margin-inline: -.25rem; text-decoration: underline; text-underline-offset: .2em }
[part~=dismiss] { padding: 0; font-size: 1.375em; line-height: 1 }
button:hover { background: color-mix(in srgb, currentColor 10%, transparent) }
button:focus-visible { outline: 3px solid var(--discount-notice-focus, currentColor); outline-offset: 1px }
[aria-disabled] { cursor: progress; text-decoration: none }
@media (pointer: coarse) { button { min-block-size: 44px; min-inline-size: 44px } [part=text], [part=countdown] { padding-block: .6875rem } }
@media (prefers-reduced-motion: no-preference) {
  [part~=notice] { animation: in .25s ease-out }
  @keyframes in { from { opacity: 0; transform: translateY(-.25rem) } }
}
`

let sheet: CSSStyleSheet | undefined

/** Styles the shadow tree without any permission of a content policy; a browser before 2023 shows it unstyled. */
export const adoptStyles = (root: ShadowRoot): void => {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(RULES)
    }
    root.adoptedStyleSheets = [sheet]
  } catch {
    // no constructable sheets, or another document's: text and buttons read well as they are
  }
}
