/** Test files, each with the titles of tests that prove a sentence, as they stand in its source. */
export type Proof = Readonly<Record<string, readonly string[]>>

/** What holds the README to its guarantees: by number and name, the tests of each. */
export const proofs: readonly (readonly [number: number, name: string, proof: Proof])[] = [
  [
    1,
    'Kept',
    {
      'test/journey/journey.test.ts': [
        'loses a live grant only by order, time, the shopper or the loss of every layer, in %j',
      ],
      'e2e/browsers/main-job.spec.ts': [
        'a discount survives from landing to checkout: ${place}, ${name}',
      ],
      'e2e/browsers/several-codes.spec.ts': ['several codes: the last link wins'],
      'e2e/faults/matrix.spec.ts': ['a live discount arrives: ${nameOf(row)}'],
      'e2e/faults/model.spec.ts': ['in any life in a browser a live discount arrives: ${kind}'],
      'test/engines/vendure-journey.test.ts': [
        'in any life on a live Vendure a live discount arrives',
      ],
      'test/cart/perished.test.ts': [
        'ends a code that was honoured and is inactive, whatever is in the cart',
      ],
      'test/keeper/discount-consent.test.ts': [
        'purges everything of ours, by one write, and leaves the code on the cart',
      ],
      'test/keeper/consume.test.ts': ['is not done by leaving for checkout'],
    },
  ],
  [
    2,
    'No cart of ours',
    {
      'e2e/storefront/no-cart-race.spec.ts': ['no page view, landing or tab ever makes a cart'],
      'test/cart/rule-4-no-cart-of-ours.test.ts': [
        'rule 4 has the visit remember the codes, and makes no cart',
        'rule 4 writes nothing to a cart without items',
      ],
      'test/platforms/conformance/cart-cases.ts': ['empty cart', 'first item'],
    },
  ],
  [
    3,
    "The shopper's own codes",
    {
      'test/journey/journey.test.ts': [
        'loses a live grant only by order, time, the shopper or the loss of every layer, in %j',
      ],
      'test/cart/plan.test.ts': [
        'brings every cart to where a second plan has nothing to do, and drops no code of others',
      ],
      'test/cart/best.test.ts': ['keeps the codes of the shopper in every list, in front'],
      'test/platforms/conformance/code-cases.ts': [
        'shopper’s own code kept',
        'removed by the shopper',
      ],
      'e2e/storefront/theme-changes.spec.ts': [
        'a code the shopper types stays beside ours',
        'ours stays off once the shopper removed it, until a new link is followed',
      ],
    },
  ],
  [
    4,
    'No request for nothing',
    {
      'e2e/storefront/requests.spec.ts': [
        'a page view without a grant costs no request',
        'a page view with a grant that is in place costs no request',
      ],
      'e2e/storefront/on-demand.spec.ts': [
        'a page with nothing to keep loads the small file alone, one with a promise the rest',
      ],
    },
  ],
  [
    5,
    'Few requests for a landing',
    {
      'e2e/storefront/requests.spec.ts': [
        'a landing without a cart costs one request, and the next page views none',
        'a landing with a cart costs two requests, one of them a combined write',
      ],
      'test/keeper/visit-memory.test.ts': ['is told %s'],
      'e2e/storefront/stacking.spec.ts': [
        'decides when there is something in the cart, within few requests, and then rests',
      ],
    },
  ],
  [
    6,
    'Pages stay as they are',
    {
      'e2e/browsers/carriers.spec.ts': [
        '${way.name}, no visit: ${way[side]} carries it from the page',
      ],
      'e2e/browsers/carriers-hands-off.spec.ts': [
        '${address} is followed as it is written',
        'a form to the cart of another origin sends what it holds',
        'a script on the ${place} that selects by href takes the click over',
        'a script that selects by action takes the form over',
      ],
      'test/checkout/form-carrier-untouched.test.ts': ['never touches the form'],
      'test/cart/pace.test.ts': ['has no timer without a signal, and none after a check'],
      'test/package/bleed.test.ts': ['leaves alone what harms a page: %s'],
    },
  ],
  [
    7,
    'No way out is stopped',
    {
      'e2e/browsers/carriers-hands-off.spec.ts': ['${way} leads on where the carriers break'],
      'e2e/storefront/on-demand.spec.ts': [
        'a rest that cannot be loaded harms nothing, and the promise waits for it',
      ],
      'e2e/storefront/requests.spec.ts': ['a shop that never answers keeps nobody from checkout'],
      'test/safe-code/hold.test.ts': [
        'waits for nothing where no code is due',
        'goes on when the patience is over, and does not wait for this code again',
        'goes on where making the code fails',
      ],
    },
  ],
  [
    8,
    'Nothing throws into the page',
    {
      'test/keeper/hostile-input.test.ts': [
        '%i never throws into the page, and leaves the grant',
        'throws at creation for a wrong option, and only there',
      ],
      'test/keeper/hostile-surroundings.test.ts': [
        'survives a Storage whose %s throws',
        'survives a platform whose %s throws',
        'survives a platform whose %s rejects with nonsense',
      ],
      'test/landing/read-landing-properties.test.ts': [
        'never throws and answers values of the charset, each code once',
      ],
      'test/keeper/events.test.ts': ['goes on after a listener that throws, and reports it'],
      'e2e/faults/matrix.spec.ts': ['a live discount arrives: ${nameOf(row)}'],
      'e2e/storefront/integrity.spec.ts': ['a changed ${file} does not run, and the page goes on'],
    },
  ],
  [
    9,
    'Nothing before consent',
    {
      'e2e/browsers/consent.spec.ts': [
        'before, after and withdrawn: the affiliate follows it, the discount does not',
        'before an answer nothing is written or sent, and checkout still has the code',
        'a yes writes both with their original times, a withdrawal takes everything of ours away',
      ],
      'test/layers/ledger-consent.test.ts': [
        'keeps to memory while nobody has answered, and touches no layer',
        'purges the layers and the memory when consent is taken back',
      ],
    },
  ],
  [
    10,
    'Nothing unlisted',
    {
      'e2e/storefront/storage.spec.ts': [
        'what a journey writes is what the manifest lists, all of it and nothing else',
      ],
      'test/consent/storage-manifest.test.ts': ['lists every key that has a name here'],
    },
  ],
  [
    11,
    'No base code',
    {
      'e2e/safe-codes/scraper.spec.ts': [
        'with ${name}, the base code is nowhere in the browser',
        'a base code that leaks into ${name} is found',
      ],
      'test/server/mint-handler.test.ts': [
        'says nothing of the base discount to the browser or the log',
      ],
    },
  ],
  [
    12,
    'One checkout, one code, one order',
    {
      'test/server/minters/conformance.ts': [
        'makes a code that is worth what its base is worth, for one order',
        'is asked ${PARALLEL} times at once and makes one code',
      ],
      'test/server/minters/conformance/across-processes.ts': [
        '${name}: processes that are asked at once make one code, which works once',
      ],
      'test/server/parallel.test.ts': [
        'get one code, which the shop makes once',
        'get one code from four processes that know nothing of each other',
      ],
    },
  ],
  [
    13,
    'Left alone',
    {
      'test/cart/rule-7-cool-down.test.ts': [
        'rule 7 leaves the shop alone for minutes when it asks for that, signals or not',
        'rule 7 goes on when ten minutes are over, and not before',
      ],
      'test/platforms/conformance/trouble-cases.ts': ['429 answer', 'HTML answer'],
      'e2e/storefront/requests.spec.ts': [
        'a shop that asks for it is left alone for minutes, and the discount still travels',
      ],
    },
  ],
  [
    14,
    'Counted once',
    {
      'test/attribution/conversions/create-conversions.test.ts': [
        'counts an order once, whatever arrives in whatever order, however often',
        'counts an order once where all arrive at the same time',
      ],
      'test/server/webhooks/order-webhook.test.ts': [
        'counts an order once that is told under two topics',
      ],
      'test/server/reports/report-endpoint.test.ts': [
        "never goes before the shop's own word: neither its money nor its postback",
        'does not let a browser speak for the shop',
      ],
    },
  ],
  [
    15,
    'Small',
    {
      'test/package/size.test.ts': ['of the script tag%s', 'of an import with %s alone'],
    },
  ],
  [
    16,
    'The same bytes',
    {
      'test/package/build.test.ts': [
        'comes out the same, byte for byte, in another place and part of the world',
      ],
      'test/package/integrity.test.ts': [
        'dist/integrity.json holds the sha384 of every script file, and of nothing else',
      ],
    },
  ],
  [
    17,
    'Old beside new',
    {
      'test/layers/ledger-foreign.test.ts': [
        'leaves a record of a later version alone, whatever is kept elsewhere',
        'says that it does not keep what a later version’s layer holds',
      ],
      'test/package/publish.test.ts': ['tells the version that it is published as'],
      'e2e/storefront/script-tag.spec.ts': [
        'loaded twice, the first stays, one warning, everything happens once',
      ],
    },
  ],
]
