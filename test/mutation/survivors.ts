export interface Survivor {
  /** The line with the change in it, as `npm run mutation` tells it. */
  readonly reads: string
  /** Why nothing outside can tell. */
  readonly why: string
}

/** Every mutant left alive, by file. */
export const survivors: Readonly<Record<string, readonly Survivor[]>> = {
  'src/checkout/click-carrier.ts': [
    {
      reads: "(node as Partial<Element>).matches('a[href]:not([download])') === true",
      why: 'What it would throw for the document is caught by `safely`, and means what finding no link means.',
    },
    {
      reads: 'const href = link.getAttribute(\'href\') ?? "Stryker was here!"',
      why: 'For the type: what matches `a[href]` has an `href`.',
    },
  ],
  'src/checkout/form-carrier.ts': [
    {
      reads: "pressed?.getAttribute('form' + name) ?? form?.getAttribute(name) ?? ''",
      why: 'For the type: browsers send `formdata` to forms only, and what it would throw is caught by `safely`.',
    },
    {
      reads: "pressed?.getAttribute('form' + name) ?? form.getAttribute?.(name) ?? ''",
      why: 'For the type: browsers send `formdata` to forms only, and what it would throw is caught by `safely`.',
    },
  ],
  'src/checkout/way-out.ts': [
    {
      reads:
        '(one) => CHECKOUT_CONTROLS.includes(one?.getAttribute(\'name\') ?? "Stryker was here!"),',
      why: 'No control has this name.',
    },
    {
      reads: '(isOwn && !!back && isCheckout(back.getAttribute(\'value\') ?? "Stryker was here!"))',
      why: 'No checkout has this path, nor the page that holds the form: there no way out is held.',
    },
    {
      reads: 'const isOut = isCheckout(element.getAttribute(\'href\') ?? "Stryker was here!")',
      why: 'For the type: what matches `a[href]` has an `href`.',
    },
  ],
  'src/landing/merge-tags.ts': [
    {
      reads: 'const tags: string[] = ["Stryker was here"]',
      why: 'The marks count from where the list begins, wherever that is.',
    },
    {
      reads:
        'return change(marked).replace(back, (_, place: string) => tags[Number(place)] ?? "Stryker was here!")',
      why: 'For the type: each mark has its tag.',
    },
  ],
  'src/landing/read-landing.ts': [
    {
      reads: 'const lists = [...values(params.discount), path ?? "Stryker was here!"]',
      why: 'For the type: the parameter is always there.',
    },
  ],
  'src/landing/take-notes.ts': [
    {
      reads:
        'const [at, list]: readonly unknown[] = Array.isArray(note) ? note : ["Stryker was here"]',
      why: 'A text is no time, so this is no note either.',
    },
    {
      reads: 'export const takeNotes = (own = "Stryker was here!"): readonly Note[] => {',
      why: 'No note reads like this.',
    },
    {
      reads: 'return (Array.isArray(notes) ? notes : ["Stryker was here"])',
      why: 'A text is no note, and is left out.',
    },
  ],
  'src/grant/codec.ts': [
    {
      reads:
        'const lines: unknown = Array.isArray(grants) ? JSON.parse(canonical(grants)) : ["Stryker was here"]',
      why: 'A text is no entry, and is left out.',
    },
    {
      reads:
        'return (Array.isArray(lines) ? lines.slice(0, MOST_CODES) : ["Stryker was here"]).filter(isEntry).map((line) => ({',
      why: 'A text is no entry, and is left out.',
    },
  ],
  'src/grant/endings.ts': [
    {
      reads: 'hasCode([code, promise?.discount ?? "Stryker was here!"], tombstone.code)',
      why: 'No code has spaces: the gate lets none in.',
    },
  ],
  'src/grant/merge.ts': [
    {
      reads: '(canonical(one) <= canonical(other) ? -1 : 1)',
      why: 'Entries of equal text are one and the same, in whatever order.',
    },
  ],
  'src/grant/terms.ts': [
    {
      reads: 'return true && Number.isFinite(time) ? time : undefined',
      why: 'For the type: `Number.isFinite` is false for all that is no number.',
    },
  ],
  'src/cart/basis-of.ts': [
    {
      reads:
        'export const basisOf = ({ contents = "Stryker was here!", discount, itemCount, total = 0 }: Cart): string =>',
      why: 'Any text will do for a shop that does not say what is in a cart.',
    },
  ],
  'src/cart/candidates.ts': [
    {
      reads:
        'const took = (one: Tried | undefined): string => (one ? honoured(contest, one).join() : "Stryker was here!")',
      why: 'For the type: where there is one to compare with, there is a first.',
    },
    {
      reads: '(together ? listed(contest, together) : ["Stryker was here"]).filter(',
      why: 'A text among what lost is on no list that was tried.',
    },
    {
      reads: 'find(together.cart.codes, code)?.reason === LOST ||',
      why: 'For the type: without a first list there is no code to ask about.',
    },
  ],
  'src/cart/cart-access.ts': [
    {
      reads: 'const look = async (): Promise<Cart> => heard((await read()) ?? NO_CART)',
      why: 'For the type: a platform that cannot read is not asked at all.',
    },
    {
      reads: 'const answer = await write({ codes, attributes: differing(wanted, last) })',
      why: 'For the type: on a platform that cannot write nothing is written or weighed.',
    },
    {
      reads: 'const answer = await attempt(write(change))',
      why: 'For the type: on a platform that cannot write nothing is written or weighed.',
    },
    {
      reads:
        'const codes = cart.codes ?? desiredCodes(asked).map((code) => ({ code, applicable: false }))',
      why: 'Only the names of these codes are asked for.',
    },
  ],
  'src/cart/cart-sync.ts': [
    {
      reads: 'const { [REF_ATTRIBUTE]: ref = "Stryker was here!", ...others } = attributes.wanted',
      why: 'Any text will do for no ref, as long as it is the same each time.',
    },
    {
      reads: '...entries,',
      why: 'The ledger merges: of one grant the later change stands, and here it comes later.',
    },
    {
      reads: 'seen.read().due === \'codes\' ? "" : signal',
      why: 'What is asked of it is that it is not `items`.',
    },
    {
      reads: 'cartId() !== id ||',
      why: 'For the type: a platform without `cartId` is not asked at all.',
    },
    {
      reads: 'if (true) seen.due(signal)',
      why: 'Without a signal there was work, which is still there: the cart is read again in any case.',
    },
  ],
  'src/cart/contest.ts': [
    {
      reads:
        '.sort((one, other) => other.grantedAt - one.grantedAt || (one.code <= other.code ? -1 : 1))',
      why: 'No two contenders have the same code.',
    },
    {
      reads: 'const { cart, codes: from } = tried[tried.length - 1] ?? {}',
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads:
        'const { cart, codes: from } = tried[tried.length - 1] ?? { cart: undefined, codes: ["Stryker was here"] }',
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads: 'return { ...entry, parked, cart: parked || isSure ? cart.id : undefined }',
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads: 'const cart = tried[tried.length - 1].cart',
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads: "return { ...over, status: 'rejected', reason, cart: isOn ? cart.id : undefined }",
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads:
        'return { ...over, cart: cart.id, reason: cart && isHonoured(cart, code) ? undefined : reason }',
      why: 'For the type: something is known before a cart is weighed.',
    },
  ],
  'src/cart/digest.ts': [
    {
      reads: 'for (let at = 0; at <= text.length; at++) sum = (sum * 33) ^ text.charCodeAt(at)',
      why: 'Another digest of the same text tells texts apart as well.',
    },
  ],
  'src/cart/exclusive.ts': [
    {
      reads: 'await page?.navigator.locks.request(DISCOUNT_KEY, { signal: waiting.signal }, once)',
      why: 'What it would throw is caught where a browser refuses locks, and the task runs without one.',
    },
    {
      reads: 'await page.navigator.locks?.request(DISCOUNT_KEY, { signal: waiting.signal }, once)',
      why: 'The same, where there is no page.',
    },
    {
      reads: "page.addEventListener('pageshow', resolve, { once: true })",
      why: 'For the type: only a page can be left.',
    },
    {
      reads: "page?.addEventListener('pageshow', resolve, {})",
      why: 'A promise resolves once: to be called again changes nothing.',
    },
    {
      reads: "page?.addEventListener('pageshow', resolve, { once: false })",
      why: 'A promise resolves once: to be called again changes nothing.',
    },
  ],
  'src/cart/observe.ts': [
    {
      reads: '({ codes = ["Stryker was here"] }: CartChange, before: Cart, after: Cart): Change =>',
      why: 'A text for a default is no code that a cart holds.',
    },
  ],
  'src/cart/pace.ts': [
    { reads: 'let isStopped = true', why: 'Nothing pauses before the first run, which sets it.' },
  ],
  'src/cart/perished.ts': [
    {
      reads:
        'const isNothingNew = ({ codes = ["Stryker was here"], discount }: Cart, { entries }: Before): boolean => {',
      why: 'For the type: a cart that says no codes gives no reason that could end one.',
    },
  ],
  'src/cart/seen.ts': [
    { reads: '} catch {}', why: 'Falling out of the block answers undefined as well.' },
    {
      reads: 'const forget = (): void => put("Stryker was here!", { expires: new Date(0) })',
      why: 'A cookie that is over has no text.',
    },
  ],
  'src/cart/try-candidates.ts': [
    {
      reads: 'return { tried, cart: isThere ? last().cart : await comeBack(codes, step), isOver }',
      why: 'For the type: without anything known the first step is unsure, or tries something.',
    },
  ],
  'src/cart/weigh.ts': [
    {
      reads: 'if (isBest) return cheapest(contest, tried).codes ?? []',
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads: 'if (isBest) return cheapest(contest, tried)?.codes ?? ["Stryker was here"]',
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads: 'return (tried[0].codes ?? []).filter((code) => !hasCode(losers, code))',
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads:
        'return (tried[0]?.codes ?? ["Stryker was here"]).filter((code) => !hasCode(losers, code))',
      why: 'For the type: something is known before a cart is weighed.',
    },
    {
      reads: 'const [id, begin] = [platform.cartId(), now()]',
      why: 'For the type: a platform without `cartId` is not asked at all.',
    },
    {
      reads:
        'isOvertaken: () => platform.cartId() !== id || !!seen.read().due || now() > begin + AGAIN,',
      why: 'For the type: a platform without `cartId` is not asked at all.',
    },
    {
      reads:
        'isOvertaken: () => platform.cartId?.() !== id || !!seen.read().due || now() >= begin + AGAIN,',
      why: 'One millisecond in ten seconds, and only gives up a try that the next page view makes.',
    },
    {
      reads: 'const isHeld = contest.contenders.every(({ code }) => find(discounts.live(), code))',
      why: 'One of several that is withdrawn meanwhile is left to the next pass, which weighs what stays.',
    },
    {
      reads:
        'discounts.sync(afterwards({ best, contest }, ended, isBest ? ["Stryker was here"] : losersOf(contest, tried)))',
      why: 'A text with spaces is no code that could lose.',
    },
    {
      reads: 'const order = memory.leftOn() ?? ["Stryker was here"]',
      why: 'A text with spaces is no code that could be put in order.',
    },
    {
      reads: 'if (true) memory.forget()',
      why: 'Where a contest is open it is due, and its end overwrites what was remembered.',
    },
    {
      reads:
        'const have = ({ codes = ["Stryker was here"] }: Cart): readonly string[] => codes.map(({ code }) => code)',
      why: 'Only carts that say their codes are weighed, and one that says none has no order.',
    },
  ],
  'src/cart/weighed.ts': [
    {
      reads: 'const { want, weighed = {} } = seen.read()',
      why: 'No time and the time 0 are both due.',
    },
  ],
}
