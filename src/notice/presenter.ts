import type { Notice } from '../types.js'
import { createBoard } from './board.js'
import { compose, type Deed, type Line } from './compose.js'
import { findKeeper, watchKeeper, type NoticeKeeper } from './find-keeper.js'
import { readSettings } from './read-settings.js'
import { adoptStyles } from './styles.js'
import type { NoticeTexts } from './texts.js'

export interface Presenter {
  readonly start: () => void
  readonly stop: () => void
  /** Reads attributes, texts and notices again. */
  readonly update: () => void
  keeper: NoticeKeeper | undefined
  texts: NoticeTexts
}

/** Milliseconds: other tabs write in bursts. */
const HEARSAY = 300

/** Something new to say of a code is something not dismissed yet. */
const keyOf = ({ alternative, code, reason, state }: Notice): string =>
  [code, state, reason, alternative].join()

/** Shows the notices of a keeper in the shadow tree of an element. Nothing it does throws into the page. */
export const createPresenter = (
  host: HTMLElement,
  now: () => number = () => Date.now(),
): Presenter => {
  let given: NoticeKeeper | undefined
  let texts: NoticeTexts = {}
  let followed: NoticeKeeper | undefined
  let unwatch: (() => void) | undefined
  let connection: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let later: ReturnType<typeof setTimeout> | undefined
  let isQueued = false
  // for this page view: to remember it longer would take storage that nobody agreed to
  const dismissed = new Set<string>()

  const quietly = (action: () => void): void => {
    try {
      action()
    } catch {
      // a text, a keeper or a page that does not play along: the store goes on without the notice
    }
  }

  const draw = (): void => {
    const { speaksOf, ...settings } = readSettings(host, texts)
    const notices = followed?.notices ?? []
    const telling = { ...settings, notices, now: now() }
    const lines = notices
      .filter((notice) => speaksOf(notice.state) && !dismissed.has(keyOf(notice)))
      .map((notice) => compose(notice, telling))
      .filter(({ message }) => message.length)
    host.toggleAttribute('empty', !lines.length)
    board.show(lines)
    const wakes = lines.map(({ wake }) => wake).filter(Boolean)
    if (wakes.length && !document.hidden) timer = setTimeout(update, Math.min(...wakes))
  }

  const update = (): void => {
    clearTimeout(timer)
    if (connection) quietly(draw)
  }

  // several events of one step are one change
  const schedule = (): void => {
    if (isQueued) return
    isQueued = true
    queueMicrotask(() => {
      isQueued = false
      update()
    })
  }

  const act = async (deed: Deed, { notice }: Line): Promise<void> => {
    if (deed === 'dismiss') dismissed.add(keyOf(notice))
    try {
      if (deed === 'remove') await followed?.remove(notice.code)
      if (deed === 'use') await followed?.apply(notice.alternative ?? '')
    } catch {
      // the keeper tells its listeners of what went wrong
    }
    update()
  }

  const board = createBoard(act)
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root)
  root.append(board.element)

  const follow = (keeper: NoticeKeeper): void => {
    followed = keeper
    quietly(() => {
      unwatch = watchKeeper(keeper, schedule)
    })
    schedule()
  }

  // what other tabs did is no event here; a keeper takes a moment to hear of it
  const glance = (): void => {
    clearTimeout(later)
    later = setTimeout(update, HEARSAY)
  }

  const stop = (): void => {
    clearTimeout(later)
    connection?.abort()
    connection = undefined
    quietly(() => unwatch?.())
    unwatch = followed = undefined
    clearTimeout(timer)
  }

  const start = (): void => {
    const own = (connection = new AbortController())
    document.addEventListener('visibilitychange', update, own)
    for (const name of ['storage', 'pageshow', 'focus']) addEventListener(name, glance, own)
    if (given) follow(given)
    else quietly(() => findKeeper((keeper) => own.signal.aborted || follow(keeper)))
    update()
  }

  const restart = (): void => {
    if (!connection) return
    stop()
    start()
  }

  return {
    start,
    stop,
    update,
    get keeper() {
      return given ?? followed
    },
    set keeper(keeper) {
      given = keeper
      restart()
    },
    get texts() {
      return texts
    },
    set texts(some) {
      texts = some
      update()
    },
  }
}
