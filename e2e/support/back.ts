/** For what comes back to a page as it was left: the lean build of Chromium keeps none. */
export const BACK = { tag: '@back' }

/** Finds the tests with that tag. */
export const BACK_TESTS = new RegExp(BACK.tag)
