/** Looks the same whatever the theme does: nothing is inherited. */
export const PANEL_STYLE = `
:host {
  all: initial;
  --paper: #fff;
  --ink: #1c2321;
  --soft: #56605c;
  --line: #d5dad7;
  --good: #1d6b45;
  --bad: #a3321c;
  --wait: #7a5600;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :host {
    --paper: #1a201e;
    --ink: #eceeec;
    --soft: #a9b4af;
    --line: #3b4541;
    --good: #7fd0a5;
    --bad: #f59d85;
    --wait: #e6c067;
  }
}
[role='dialog'] {
  position: fixed;
  inset: auto 1rem 1rem auto;
  z-index: 2147483647;
  display: flex;
  flex-direction: column;
  box-sizing: border-box;
  width: min(34rem, calc(100vw - 2rem));
  max-height: min(80vh, 44rem);
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 8px 40px rgb(0 0 0 / 30%);
  font: 15px/1.45 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
@media (width < 600px) {
  [role='dialog'] {
    inset: auto 0 0;
    width: auto;
    max-height: 70vh;
    border-width: 1px 0 0;
    border-radius: 12px 12px 0 0;
  }
}
:focus-visible { outline: 3px solid var(--good); outline-offset: 2px; }
[role='dialog']:focus { outline: none; }
header { padding: 0.75rem 1rem; border-bottom: 1px solid var(--line); }
.body { padding: 0 1rem 1rem; overflow-y: auto; overscroll-behavior: contain; }
h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h2 { font-size: 1.05rem; }
h3 { margin: 1.1rem 0 0.25rem; font-size: 1rem; }
ul, ol { list-style: none; }
li, .row { padding: 0.5rem 0; border-top: 1px solid var(--line); }
.bar { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.6rem; }
button {
  min-height: 2.5rem;
  padding: 0 0.9rem;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover, [aria-pressed='true'] { border-color: var(--ink); }
small { color: var(--soft); font-size: 0.85rem; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; }
.status { font-weight: 600; color: var(--soft); }
.applied { color: var(--good); }
.rejected, .expired, .error { color: var(--bad); }
.waiting, .expiring { color: var(--wait); }
li > p, li > dl { margin-top: 0.15rem; }
section > p + p { margin-top: 0.35rem; }
dl + p, p + ul { margin-top: 0.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 0.9rem; }
dt { color: var(--soft); }
time { color: var(--soft); font-variant-numeric: tabular-nums; }
`
