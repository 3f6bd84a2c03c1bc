/** For tabs that need no process of their own and no page to go back to: half of what a page costs is its process, a frame and a picture. */
export const LEAN_ARGS: readonly string[] = [
  '--disable-back-forward-cache',
  '--process-per-site',
  '--renderer-process-limit=1',
  '--disable-features=RenderDocument,PaintHolding,IsolateOrigins,site-per-process',
]
