// Keepers that only pretend, so that every state of a notice can be seen at once.
;(() => {
  const HOUR = 3_600_000
  const now = Date.now()

  const NOTICES = {
    held: [{ code: 'SAVE10', state: 'held' }],
    applied: [{ code: 'SAVE10', state: 'applied' }],
    saved: [{ code: 'SAVE10', state: 'applied', saved: 2400 }],
    missing: [{ code: 'BIG20', state: 'waiting', missing: 5000 }],
    waiting: [{ code: 'MUGS', state: 'waiting', reason: 'DISCOUNT_NO_ENTITLED_LINE_ITEMS' }],
    upcoming: [{ code: 'SUNDAY', state: 'upcoming', startsAt: now + 30 * HOUR }],
    expiring: [{ code: 'WEEKEND', state: 'expiring', saved: 2400, endsAt: now + 48 * HOUR }],
    countdown: [{ code: 'FLASH', state: 'expiring', missing: 1250, endsAt: now + 0.2 * HOUR }],
    ended: [{ code: 'SPRING', state: 'ended', alternative: 'SAVE5' }],
    replaced: [
      { code: 'SPRING', state: 'ended', alternative: 'EXTRA5' },
      { code: 'EXTRA5', state: 'applied', saved: 500 },
    ],
    rejected: [{ code: 'SUMMER24', state: 'rejected', reason: 'DISCOUNT_USAGE_LIMIT_REACHED' }],
  }

  const createStub = (names) => {
    const changed = new Set()
    const tell = (notices) => {
      stub.notices = notices
      for (const listener of changed) listener()
    }
    const stub = {
      notices: names.flatMap((name) => NOTICES[name].map((each) => ({ currency: 'USD', ...each }))),
      on: (name, listener) => {
        if (name !== 'granted') return () => {}
        changed.add(listener)
        return () => changed.delete(listener)
      },
      apply: async (code) => tell([...stub.notices, { code, state: 'held' }]),
      remove: async (code) => tell(stub.notices.filter((notice) => notice.code !== code)),
    }
    return stub
  }

  for (const element of document.querySelectorAll('discount-notice[data-stub]'))
    element.keeper = createStub(element.dataset.stub.split(' '))
})()
